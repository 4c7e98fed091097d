import { CompletionItemKind, type CompletionItem, type Position } from 'vscode-languageserver';
import { companyProfiles } from '../rubric/companies';
import { companies, levels, phrasingRuleIds, ruleIds, sectionKinds } from '../rubric/ids';
import { principles } from '../rubric/principles';
import { levelProfiles } from '../rubric/profiles';
import { questions } from '../rubric/questions';
import { sections } from '../rubric/sections';
import { ruleText } from '../rules';
import { frontMatterKeys, type FrontMatterKey } from '../story/frontMatter';
import type { OpenStory } from './session';

/** What each key of the front matter is for. */
const keyPurpose: Record<FrontMatterKey, string> = {
  title: 'What you call the story.',
  question: 'The interview question that it answers, or a list of them.',
  company: 'The company that it is meant for.',
  level: 'The level that you apply for.',
  principles: 'The principles that it proves.',
  tags: 'Words of your own to find it by.',
  status: 'Whether it is ready to be told.',
  date: 'When it happened.',
  ignore: 'Rules that stay silent in this file.',
};

/** Keys whose values are lists. */
const listKeys: readonly FrontMatterKey[] = ['principles', 'tags', 'ignore'];

/** Keys and values within the front matter, section headings after a “#”, and rule ids in suppression comments. */
export function completionsAt(
  { document, review }: OpenStory,
  position: Position,
  ownPrinciples: readonly string[],
): CompletionItem[] {
  const offset = document.offsetAt(position);
  const { frontMatter } = review.story;
  const line = document.getText({ start: { line: position.line, character: 0 }, end: position });
  const isInside =
    frontMatter.contentSpan.start <= offset &&
    offset <= frontMatter.contentSpan.end &&
    frontMatter.span.end > frontMatter.span.start;
  if (isInside)
    return frontMatterCompletions(
      document.getText().slice(frontMatter.contentSpan.start, offset),
      line,
      review,
      ownPrinciples,
    );
  if (/^#{1,6}[ \t]*\w*$/.test(line)) return headingCompletions(review, line, position);
  if (/<!--\s*star-ignore(?:-start)?\s[^>]*$/.test(line)) return ruleCompletions();
  return [];
}

function frontMatterCompletions(
  before: string,
  line: string,
  review: OpenStory['review'],
  ownPrinciples: readonly string[],
): CompletionItem[] {
  if (/^[\w-]*$/.test(line)) {
    const present = new Set(review.story.frontMatter.entries.map(({ key }) => key));
    const wanted = frontMatterKeys.filter((key) => !present.has(key) || key === line);
    return wanted.map((key) => ({
      label: key,
      kind: CompletionItemKind.Property,
      documentation: keyPurpose[key],
      insertText: listKeys.includes(key) ? `${key}: []` : `${key}: `,
    }));
  }
  // The value may stand on the key's line or, as an item, on one below it.
  const key = /^([\w-]+):/.exec(line)?.[1] ?? [...before.matchAll(/^([\w-]+):/gm)].at(-1)?.[1];
  return valuesOf(key, ownPrinciples);
}

function valuesOf(key: string | undefined, ownPrinciples: readonly string[]): CompletionItem[] {
  const value = (label: string, documentation: string): CompletionItem => ({
    label,
    kind: CompletionItemKind.Value,
    documentation,
  });
  switch (key) {
    case 'level':
      return levels.map((level) => value(level, levelProfiles[level].expects));
    case 'company':
      return companies.map((company) => value(company, companyProfiles[company].listensFor));
    case 'status':
      return [value('draft', 'Still being written.'), value('ready', 'Ready to be told.')];
    case 'principles':
      return [
        ...principles.map(({ name, meaning }) => value(name, meaning)),
        ...ownPrinciples.map((name) => value(name, 'Your own.')),
      ].map(quoted);
    case 'question':
      return questions.map(({ text }) => value(text, 'From the bank of questions.')).map(quoted);
    case 'ignore':
      return ruleCompletions();
    default:
      return [];
  }
}

/** A value that YAML would read as something else than a text is put into quotes. */
function quoted(item: CompletionItem): CompletionItem {
  return /[:#,;[\]{}'"?]/.test(item.label) ? { ...item, insertText: JSON.stringify(item.label) } : item;
}

function ruleCompletions(): CompletionItem[] {
  const isPhrasing = new Set<string>(phrasingRuleIds);
  return ruleIds.map((rule) => ({
    label: rule,
    kind: CompletionItemKind.EnumMember,
    documentation: ruleText(rule).summary,
    sortText: `${isPhrasing.has(rule) ? 0 : 1}${rule}`,
  }));
}

/** Sections that the story does not have yet, in the order in which they are told. */
function headingCompletions(
  { story }: OpenStory['review'],
  line: string,
  position: Position,
): CompletionItem[] {
  const mark = story.sections[0]
    ? '#'.repeat(story.sections[0].heading.level)
    : /^#+/.exec(line)![0].padEnd(2, '#');
  return sectionKinds
    .filter((kind) => !story.sections.some((section) => section.kind === kind))
    .map((kind, index) => ({
      label: `${mark} ${sections[kind].name}`,
      kind: CompletionItemKind.Module,
      documentation: sections[kind].purpose,
      filterText: `${line.replace(/\w*$/, '')}${sections[kind].name}`,
      textEdit: {
        range: { start: { line: position.line, character: 0 }, end: position },
        newText: `${mark} ${sections[kind].name}\n\n`,
      },
      sortText: String(index),
    }));
}
