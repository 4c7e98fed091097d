import { readFigures } from '../figures/read';
import { splitSentences } from '../prose/sentences';
import { isPhrasingRuleId, type RuleId } from '../rubric/ids';
import { ruleText } from '../rules';
import { parseStory } from '../story/parseStory';
import { applyEdits } from '../text/edit';
import { withoutHoles } from '../text/holes';
import { contains, overlaps } from '../text/span';
import type { ReviewOptions } from './options';
import type { Finding, Review } from './review';
import type { Reviewer } from './reviewStory';
import type { SentenceFacts } from '../rules/reviewDraft';

/** A finding with the sentence that it stands in. */
export interface FoundSentence {
  readonly finding: Finding;
  readonly facts: SentenceFacts;
}

/** The finding of a rule at an offset of the document, with its sentence; undefined where there is none, or the rule is about no sentence. */
export function findingAt(review: Review, rule: string, offset: number): FoundSentence | undefined {
  const finding = review.findings.find(
    (one) => one.rule === rule && one.span.start <= offset && offset <= one.span.end,
  );
  if (!finding || !isPhrasingRuleId(finding.rule)) return undefined;
  const facts = review.sentences.find(({ span }) => contains(span, finding.span));
  return facts && { finding, facts };
}

/**
 * What speaks against a sentence that somebody else wrote in place of the one with the finding, in the user's words: the finding is still
 * there, another one has come, it states a figure or a name that the story does not hold, or loses one that the sentence held, or it is no
 * sentence at all. Empty where nothing does. `{{holes}}` are welcome.
 */
export function problemsOfRewrite(
  { finding, facts }: FoundSentence,
  rewrite: string,
  review: Review,
  reviewer: Reviewer,
  options: ReviewOptions,
): string[] {
  const text = rewrite.trim();
  const { story } = review;
  if (text === '') return ['The answer is empty.'];
  if (text === story.text.slice(facts.span.start, facts.span.end))
    return ['The answer is the sentence as it was.'];
  if (/\r|\n|^(?:#{1,6} |[-*+] |\d+[.)] |>|```)/.test(text)) return ['The answer is more than a sentence.'];
  if (text.length > 3 * facts.sentence.text.length + 200)
    return ['The answer is several times as long as the sentence.'];
  return [
    ...findingProblems(finding, facts, text, review, reviewer, options),
    ...factProblems(finding, facts, text, story.text),
  ];
}

function findingProblems(
  { rule }: Finding,
  facts: SentenceFacts,
  rewrite: string,
  review: Review,
  reviewer: Reviewer,
  options: ReviewOptions,
): string[] {
  const { start, end } = facts.span;
  const { text } = review.story;
  // It is read in its place, for what stands around a sentence says what is found in it.
  const before = rulesWithin(review, start, end);
  const changed = parseStory(`${text.slice(0, start)}${rewrite}${text.slice(end)}`);
  const after = rulesWithin(reviewer.review(changed, options), start, start + rewrite.length);
  const title = (id: RuleId): string => ruleText(id).title.toLowerCase();
  return [
    ...(after.has(rule) ? [`It still has the weakness: ${title(rule)}.`] : []),
    ...[...after]
      .filter((id) => id !== rule && !before.has(id))
      .map((id) => `It brings another weakness: ${title(id)}.`),
  ];
}

/** The phrasing rules that found something in a stretch of the document. */
function rulesWithin({ findings }: Review, start: number, end: number): Set<RuleId> {
  const within = findings.filter(({ span }) => overlaps(span, { start, end }));
  return new Set(within.map(({ rule }) => rule).filter(isPhrasingRuleId));
}

function factProblems(finding: Finding, facts: SentenceFacts, rewrite: string, story: string): string[] {
  const told = withoutHoles(rewrite, ' … ');
  const known = figuresOf(story);
  const invented = [...figuresOf(told)].filter(([key]) => !known.has(key)).map(([, text]) => text);
  const names = namesIn(told).filter((name) => !story.toLowerCase().includes(name.toLowerCase()));
  const kept = figuresOf(told);
  const lost = [...figuresOutside(finding, facts, story)]
    .filter(([key]) => !kept.has(key))
    .map(([, text]) => text);
  const list = (items: readonly string[]): string => items.map((item) => `“${item}”`).join(', ');
  return [
    ...(invented.length > 0 ? [`It states what the story does not: ${list(invented)}.`] : []),
    ...(names.length > 0 ? [`It names what the story does not: ${list(names)}.`] : []),
    ...(lost.length > 0 ? [`It loses ${list(lost)}.`] : []),
  ];
}

/** Figures by kind and value, so that "four minutes" is "4 minutes" and "240 s" as well. Names that hold digits count as they are written. */
function figuresOf(text: string): Map<string, string> {
  const figures = splitSentences(text).flatMap(({ start, end }) => readFigures(text.slice(start, end)));
  const found = new Map(figures.map((figure) => [figure.kind === 'label' ? figure.text.toLowerCase() : `${figure.kind} ${figure.unit} ${figure.value}`, figure.text])); // prettier-ignore
  return found;
}

function figuresOutside({ span }: Finding, facts: SentenceFacts, story: string): Map<string, string> {
  const source = story.slice(facts.span.start, facts.span.end);
  const from = facts.span.start;
  const isWithin = ({ start, end }: { start: number; end: number }): boolean =>
    overlaps(span, { start: from + start, end: from + end });
  const inside = readFigures(source).filter(isWithin).map(({ start, end }) => ({ span: { start, end }, insert: ' '.repeat(end - start) })); // prettier-ignore
  return figuresOf(applyEdits(source, inside));
}

/** Words with a capital within a sentence. */
function namesIn(text: string): string[] {
  return [...text.matchAll(/(?<=[\p{L}\p{N},;:)“"] )(?!I\b)\p{Lu}[\p{L}\p{N}]+/gu)].map(([name]) => name);
}
