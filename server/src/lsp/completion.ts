import { CompletionItemKind, type CompletionItem, type Position } from 'vscode-languageserver';
import { sectionKinds } from '../rubric/ids';
import { sections } from '../rubric/sections';
import { frontMatterCompletions, type CompletionClient, type OwnValues } from './frontMatterCompletion';
import { metricCompletions } from './metricCompletion';
import { ruleCompletions } from './ruleCompletion';
import type { OpenStory } from './session';

/** What was asked for: by hand, or because a character was typed. */
export interface CompletionRequest {
  readonly isByHand: boolean;
  readonly client: CompletionClient;
}

/**
 * Keys and values within the front matter, section headings after a “#”, rule ids in suppression comments, and, when asked for by hand,
 * ways to put a figure into words.
 */
export function completionsAt(
  opened: OpenStory,
  position: Position,
  own: OwnValues,
  { isByHand, client }: CompletionRequest,
): CompletionItem[] {
  const { document, review } = opened;
  const offset = document.offsetAt(position);
  const { frontMatter } = review.story;
  const line = document.getText({ start: { line: position.line, character: 0 }, end: position });
  const isInside =
    frontMatter.contentSpan.start <= offset &&
    offset <= frontMatter.contentSpan.end &&
    frontMatter.span.end > frontMatter.span.start;
  if (isInside) return frontMatterCompletions(opened, position, own, client);
  if (/^#{1,6}[ \t]*\w*$/.test(line)) return headingCompletions(review, line, position);
  if (/<!--\s*star-ignore(?:-start)?\s[^>]*$/.test(line)) return ruleCompletions();
  return isByHand ? metricCompletions(opened, position, client.takesSnippets) : [];
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
