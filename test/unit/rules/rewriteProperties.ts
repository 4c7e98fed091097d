import { splitSentences } from '../../../server/src/prose/sentences';
import type { Judge } from '../../../server/src/judgement';
import type { Finding } from '../../../server/src/review/review';
import { createReviewer, type Reviewer } from '../../../server/src/review/reviewStory';
import { withSampleAnswers } from '../../../server/src/review/sampleAnswers';
import { createSentenceReviewer } from '../../../server/src/review/sentenceReview';
import {
  isPhrasingRuleId,
  phrasingRuleIds,
  type PhrasingRuleId,
  type SectionKind,
} from '../../../server/src/rubric/ids';
import { parseStory } from '../../../server/src/story/parseStory';
import { applyEdits, type Edit } from '../../../server/src/text/edit';
import { plainInsert } from '../../../server/src/text/holes';
import type { Rewrite } from '../../../server/src/text/rewrite';
import { shiftSpan, type Span } from '../../../server/src/text/span';

/** A sentence as it may stand in a story, with what Markdown puts around it and into it. */
interface Setting {
  readonly name: string;
  /** The block that holds the sentence; undefined where the sentence cannot stand so. */
  block(sentence: string, span: Span): string | undefined;
}

/** The sentences around the one that is looked at are such as no rule minds. */
const before = 'The gateway returned 500s for 18 minutes.';
const after = 'The next deploy ran at 14:05.';

const settings: readonly Setting[] = [
  { name: 'paragraph', block: (sentence) => sentence },
  { name: 'among others', block: (sentence) => `${before} ${sentence} ${after}` },
  { name: 'list', block: (sentence) => `- ${before}\n- ${sentence}\n  1. ${after}` },
  { name: 'bold', block: (sentence, span) => marked(sentence, firstWord(sentence, span), '**') },
  { name: 'emphasis after', block: (sentence, span) => marked(sentence, wordOutside(sentence, span), '*') },
  { name: 'link', block: (sentence, span) => linked(sentence, wordOutside(sentence, span)) },
  {
    name: 'hard-wrapped',
    block: (sentence) => `- ${sentence.replace(/((?:\S+\s){5}\S+) (?=[\p{L}])/gu, '$1\n  ')}`,
  },
  {
    name: 'CRLF',
    block: (sentence) =>
      `${before} ${sentence.replace(/((?:\S+\s){5}\S+) (?=[\p{L}])/gu, '$1\r\n')}\r\n${after}`,
  },
];

function marked(sentence: string, word: Span | undefined, mark: string): string | undefined {
  return (
    word &&
    `${sentence.slice(0, word.start)}${mark}${sentence.slice(word.start, word.end)}${mark}${sentence.slice(word.end)}`
  );
}

function linked(sentence: string, word: Span | undefined): string | undefined {
  return (
    word &&
    `${sentence.slice(0, word.start)}[${sentence.slice(word.start, word.end)}](https://example.com/a)${sentence.slice(word.end)}`
  );
}

/** The first word of the finding: what is weak is often what a writer stresses. */
function firstWord(sentence: string, span: Span): Span | undefined {
  const [word] = wordsOf(sentence).filter(({ start, end }) => start >= span.start && end <= span.end);
  return word;
}

/** A word beyond the finding, which a rewrite has to keep with its marks. */
function wordOutside(sentence: string, span: Span): Span | undefined {
  return wordsOf(sentence).findLast(
    ({ start, end }) =>
      (end <= span.start || start >= span.end) && /^\p{L}{4,}$/u.test(sentence.slice(start, end)),
  );
}

function wordsOf(sentence: string): Span[] {
  return [...sentence.matchAll(/[\p{L}\p{N}]+(?=[\s.,;:!?]|$)/gu)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
}

const figure = /(?<![\p{L}\d])[$€£]?(?:\d[\d.,:/-]*\d|\d)%?/gu;
const name = /(?<=[\p{L}\d,;:)] )(?!I\b)\p{Lu}[\p{L}\d]+(?: \p{Lu}[\p{L}\d]+)*/gu;

/**
 * What the sentence says beyond the finding that no rewrite may lose: figures, each as often as it stands there, and names once ("IT do it,
 * so IT did").
 */
function keepsakes(sentence: string, span: Span): string[] {
  const outside = (match: RegExpMatchArray): boolean =>
    match.index! + match[0].length <= span.start || match.index! >= span.end;
  const words = (pattern: RegExp): string[] =>
    [...sentence.matchAll(pattern)].filter(outside).map(([text]) => text);
  return [...words(figure), ...new Set(words(name))];
}

/** What a rewrite of a sentence breaks, each in a few words; empty where it keeps all that it promises. */
function brokenPromises(sentence: string, span: Span, { edits, safe }: Rewrite): string[] {
  const broken: string[] = [];
  edits.forEach((edit, index) => {
    if (edit.span.start < 0 || edit.span.end > sentence.length || edit.span.start > edit.span.end)
      broken.push('edit outside the sentence');
    if (index > 0 && edit.span.start < edits[index - 1]!.span.end)
      broken.push('edits overlap or are unsorted');
  });
  if (broken.length > 0) return broken;
  const result = applied(sentence, edits);
  if (result === sentence) broken.push('changes nothing');
  if (safe && result.includes('{{')) broken.push('safe in spite of a hole');
  let rest = result;
  for (const kept of keepsakes(sentence, span)) {
    if (!rest.includes(kept)) broken.push(`loses “${kept}”`);
    // A hole that asks the writer to keep it names it once.
    if (!result.includes('(keep: ')) rest = rest.replace(kept, ' ');
  }
  if (/^\p{Lu}/u.test(sentence) && /^\p{Ll}[\p{Ll}'’]*(?![\p{L}\d])/u.test(result))
    broken.push('no capital at the start');
  if (/[.!?]["”’)]*$/.test(sentence) && !/[.!?]["”’)]*$/.test(result)) broken.push('no final stop');
  for (const [what, slip] of slips)
    if (slip.test(withoutHoles(result)) && !slip.test(sentence)) broken.push(what);
  return broken;
}

/** Traces that a careless edit leaves. */
const slips: readonly (readonly [string, RegExp])[] = [
  ['two spaces', / {2}/],
  ['space before a mark', / [,.;:!?](?=\s|$)/],
  ['two marks', /[,;:][,;:.]|(?<!\b[ap]\.m)[.!?] *[,;:]|\.\.(?!\.)/],
  ['small i', /(?<![\p{L}\d.*`])i(?: |'|’)/u],
  [
    'a word twice',
    /(?<![\p{L}\d])(the|a|an|and|to|of|I|we|was|is|it|with|by|for|in|on|because|so) \1(?![\p{L}\d])/iu,
  ],
  ['a before a vowel', /(?<![\p{L}\d])a (?=[aei][a-z])(?!eu|one)/u],
  ['I with another person’s verb', /(?<![\p{L}\d])I (?:were|are|has|is|does)(?![\p{L}])/u],
];

function withoutHoles(text: string): string {
  return text.replace(/\{\{[^{}]*\}\}/g, 'X');
}

function applied(text: string, edits: readonly Edit[]): string {
  return applyEdits(text, edits.map(({ span, insert }) => ({ span, insert: plainInsert(insert) }))); // prettier-ignore
}

/** A sentence in a setting: the document, and the findings on its wording. */
function placed(sentence: string, section: SectionKind, span: Span, setting: Setting): string | undefined {
  const block = setting.block(sentence, span);
  return block === undefined ? undefined : `## ${section}\n\n${block}\n`;
}

function phrasingFindings(document: string, reviewer: Reviewer): Finding[] {
  return reviewer.review(parseStory(document)).findings.filter(({ rule }) => isPhrasingRuleId(rule));
}

/** What applying a rewrite does to a document that it must not do. */
function damage(
  document: string,
  finding: Finding,
  rewrite: Rewrite,
  setting: Setting,
  reviewer: Reviewer,
): string[] {
  const found: string[] = [];
  const result = applied(document, rewrite.edits);
  // A hole is read as it will be once it is filled: with a hole in it, no sentence has a finding.
  const left = phrasingFindings(withSampleAnswers(result), reviewer);
  const count = (findings: readonly Finding[], rule: string): number =>
    findings.filter((one) => one.rule === rule).length;
  const earlier = phrasingFindings(document, reviewer);
  if (count(left, finding.rule) >= count(earlier, finding.rule)) found.push('the finding is still there');
  const come = left
    .filter(({ rule }) => rule !== finding.rule && count(left, rule) > count(earlier, rule))
    .map(({ rule }) => rule);
  if (come.length > 0) found.push(`brings ${come.join(', ')}`);
  if (result.split('](https://example.com/a)').length !== document.split('](https://example.com/a)').length)
    found.push('loses the link');
  // A sentence that gives way as a whole takes its hard wraps along.
  const isOneLine = !result
    .slice(result.indexOf('\n\n') + 2)
    .trimEnd()
    .includes('\n');
  if (document.includes('\r\n') !== result.includes('\r\n') && !isOneLine) found.push('loses the line ends');
  // A weak word may go with its stress.
  if (setting.name !== 'bold' && marksOf(parseStory(result)) < marksOf(parseStory(document)))
    found.push('loses emphasis');
  if (parseStory(result).blocks.some(({ plain }) => plain.text.includes('*')))
    found.push('leaves a mark without its partner');
  return found;
}

function marksOf(story: ReturnType<typeof parseStory>): number {
  let marks = 0;
  story.tree.iterate({
    enter: ({ name: node }) => {
      if (/^(?:Emphasis|StrongEmphasis|Link|ListItem)$/.test(node)) marks++;
    },
  });
  return marks;
}

/** A sentence on which a rule fires. */
export interface Case {
  readonly text: string;
  readonly section: SectionKind;
  readonly number: number;
}

export interface Examination {
  /** The sentences on which a rule fires, by rule. */
  readonly cases: ReadonlyMap<PhrasingRuleId, readonly Case[]>;
  /** Whether the rule offers a rewrite for the sentence as a paragraph of its own. */
  readonly hasRewrite: (rule: PhrasingRuleId, one: Case) => boolean;
  /** What any rewrite of the rule breaks, where the sentence stands alone and in other settings: in one of them by turns, or in all. */
  readonly violations: (rule: PhrasingRuleId, one: Case, inAllSettings: boolean) => string[];
}

/** Reads the sentences with the judge, and looks for those on which rules fire. */
export function examine(
  rows: readonly { readonly text: string; readonly section: SectionKind }[],
  judge: Judge,
): Examination {
  const reviewer = createReviewer(judge);
  const sentences = createSentenceReviewer(judge);
  const cases = new Map<PhrasingRuleId, Case[]>(phrasingRuleIds.map((rule) => [rule, []]));
  rows.forEach(({ text, section }, number) => {
    // A row of two sentences ("Crash rate? A fraction of what it was.") is read as two in a document.
    if (splitSentences(text).length > 1) return;
    for (const { rule, certainty } of sentences.review(text, section).hits) {
      if (certainty !== 'possible') cases.get(rule.id)!.push({ text, section, number });
    }
  });
  const findingIn = (rule: PhrasingRuleId, document: string): Finding | undefined =>
    phrasingFindings(document, reviewer).find((one) => one.rule === rule);
  const violationsIn = (setting: Setting, rule: PhrasingRuleId, { text, section }: Case): string[] => {
    const { span } = sentences.review(text, section).hits.find((one) => one.rule.id === rule)!.match;
    const document = placed(text, section, span, setting);
    const finding = document === undefined ? undefined : findingIn(rule, document);
    if (document === undefined || !finding) return [];
    return finding.rewrites().flatMap((rewrite) => {
      const own =
        setting.name === 'paragraph'
          ? brokenPromises(text, span, inSentence(rewrite, document.indexOf(text)))
          : [];
      const all = [...own, ...damage(document, finding, rewrite, setting, reviewer)];
      return all.length === 0 ? [] : [`${text} [${setting.name}] ${rewrite.title}: ${all.join('; ')}`];
    });
  };
  return {
    cases,
    hasRewrite: (rule, { text, section }) =>
      (findingIn(rule, `## ${section}\n\n${text}\n`)?.rewrites().length ?? 0) > 0,
    violations: (rule, one, inAllSettings) =>
      settings
        .filter((_, index) => inAllSettings || index === 0 || index === one.number % settings.length)
        .flatMap((setting) => violationsIn(setting, rule, one)),
  };
}

function inSentence(rewrite: Rewrite, start: number): Rewrite {
  return {
    ...rewrite,
    edits: rewrite.edits.map(({ span, insert }) => ({ insert, span: shiftSpan(span, -start) })),
  };
}
