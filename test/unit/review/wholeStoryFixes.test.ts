import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../server/src/review/review';
import { createReviewer } from '../../../server/src/review/reviewStory';
import { evidence } from '../../../server/src/rubric/evidence';
import { evidenceOfMissingRule } from '../../../server/src/rubric/ids';
import { parseStory } from '../../../server/src/story/parseStory';
import { applyEdits } from '../../../server/src/text/edit';
import { shippedJudge } from '../judge';

const reviewer = createReviewer(shippedJudge());
const cause =
  'In the trace I saw that an unindexed query held every connection, which was the root cause of the timeouts.';
const mitigation = 'I rolled the release back within 4 minutes, which brought the error rate down to 0.2%.';
const more = 'I compared two dashboards.';

const head = '## Situation\n\nCheckout failed for 9% of our users for 20 minutes.\n\n## Action\n\n';
const tail = '\n\n## Result\n\nErrors fell from 9% to 0.1%.\n';

/** The same Action in the forms that people write it in. */
const forms: readonly (readonly [string, string])[] = [
  ['a paragraph', `${more} ${cause} ${mitigation}`],
  ['a paragraph that goes on', `${cause} ${mitigation} ${more}`],
  ['paragraphs', `${more}\n\n${cause}\n\n${mitigation}`],
  ['paragraphs with more behind them', `${cause}\n\n${mitigation}\n\n${more}`],
  ['bullets', `- ${more}\n- ${cause}\n- ${mitigation}`],
  ['bullets with more behind them', `* ${cause}\n* ${mitigation}\n* ${more}`],
  ['a numbered list', `1. ${cause}\n2. ${mitigation}\n3. ${more}`],
  ['hard-wrapped lines', `${cause} ${mitigation} ${more}`.replace(/(.{60,70}) /g, '$1\n')],
  [
    'a stressed start',
    `${cause} **I rolled** the release back within 4 minutes, which brought the error rate down to 0.2%. ${more}`,
  ],
];
const documents = forms.flatMap(([name, action]) => [
  [name, `${head}${action}${tail}`] as const,
  [`${name}, CRLF`, `${head}${action}${tail}`.replaceAll('\n', '\r\n')] as const,
  [`${name}, at the end without a line end`, `${head}${action}`] as const,
]);

const findings = (text: string): readonly Finding[] => reviewer.review(parseStory(text)).findings;
const sentencesOf = (text: string): string[] =>
  reviewer.review(parseStory(text)).sentences.map(({ sentence }) => sentence.text);
const hasOneLineEnd = (text: string): boolean => /(?<!\r)\n/.test(text) !== text.includes('\r\n');

describe.each(documents)('the fixes of a whole story: %s', (_name, text) => {
  it('tell the mitigation before the cause, and change no word', () => {
    const late = findings(text).find(({ rule }) => rule === 'late-mitigation')!;
    const result = applyEdits(text, late.rewrites()[0]!.edits);
    const before = sentencesOf(text);
    const after = sentencesOf(result);
    expect([...after].sort()).toEqual([...before].sort());
    expect(after.indexOf(mitigation)).toBe(after.indexOf(cause) - 1);
    expect(after.filter((sentence) => sentence !== mitigation)).toEqual(
      before.filter((sentence) => sentence !== mitigation),
    );
    expect(parseStory(result).blocks.map(({ kind }) => kind)).toEqual(
      parseStory(text).blocks.map(({ kind }) => kind),
    );
    expect(hasOneLineEnd(result)).toBe(true);
    expect(findings(result).map(({ rule }) => rule)).not.toContain('late-mitigation');
  });

  it('add a sentence on what is missing at the end of its section', () => {
    const missing = findings(text).filter(({ rule }) => evidenceOfMissingRule(rule));
    expect(missing.length).toBeGreaterThan(3);
    for (const { rule, rewrites } of missing) {
      const kind = evidence[evidenceOfMissingRule(rule)!];
      const result = applyEdits(text, rewrites()[0]!.edits);
      const story = parseStory(result);
      const added = story.blocks.filter(({ plain }) => plain.text.includes('{{'));
      expect(added.map(({ plain }) => plain.text)).toEqual([kind.scaffold]);
      if (parseStory(text).sections.some((section) => section.kind === kind.section))
        expect(added[0]!.section).toBe(kind.section);
      expect(sentencesOf(result).filter((sentence) => !sentence.includes('{{'))).toEqual(sentencesOf(text));
      expect(hasOneLineEnd(result)).toBe(true);
    }
  });
});

it('a missing mitigation is told before the search for the cause that the paragraph tells', () => {
  const text = `${head}${more} ${cause}${tail}`;
  const missing = findings(text).find(({ rule }) => rule === 'missing-mitigation')!;
  const told = sentencesOf(applyEdits(text, missing.rewrites()[0]!.edits));
  expect(told.indexOf(evidence.mitigation.scaffold)).toBe(told.indexOf(more) - 1);
});

it('a mitigation is not moved out of Action to a cause that the Situation tells', () => {
  const told =
    'The cause was a query without an index: it held every connection, so that all other requests timed out.';
  const text = `## Situation\n\nCheckout failed for 9% of our users for 20 minutes. ${told}\n\n## Action\n\n${more} ${mitigation}${tail}`;
  const late = findings(text).find(({ rule }) => rule === 'late-mitigation')!;
  expect(late.rewrites()).toEqual([]);
});

it('a sentence whose section is missing stands at the end of the one before', () => {
  const scope = findings(`${head}${more}${tail}`).find(({ rule }) => rule === 'missing-scope')!;
  const [edit] = scope.rewrites()[0]!.edits;
  expect(`${head}${more}${tail}`.slice(0, edit!.span.start)).toMatch(/for 20 minutes\.$/);
});

it.each([
  [
    'the next sentence speaks of it',
    `I rolled the release back within 4 minutes. That brought the error rate down to 0.2%.`,
  ],
  [
    'it speaks of what came before',
    `After that I rolled the release back within 4 minutes, which brought the error rate down to 0.2%.`,
  ],
  ['its thing is a pronoun', `I rolled it back within 4 minutes, which brought the error rate down to 0.2%.`],
])('a mitigation stays where it is told when %s', (_name, told) => {
  const late = findings(`${head}${more} ${cause} ${told}${tail}`).find(
    ({ rule }) => rule === 'late-mitigation',
  );
  expect(late!.rewrites()).toEqual([]);
});

it.each(documents)('a sentence is not added twice while its holes stand: %s', (_name, text) => {
  const missing = findings(text).filter(({ rule }) => evidenceOfMissingRule(rule));
  const added = missing.find(({ rewrites }) => rewrites().length > 0)!;
  const again = findings(applyEdits(text, added.rewrites()[0]!.edits)).find(
    ({ rule }) => rule === added.rule,
  )!;
  expect(again.rewrites()).toEqual([]);
});

/** What stands before and after the sentence that a fix adds, for the rule, in the Action given. */
function neighbours(rule: string, action: string): string {
  const text = `${head}${action}${tail}`;
  const finding = findings(text).find((one) => one.rule === rule)!;
  const kind = evidence[evidenceOfMissingRule(rule)!];
  return applyEdits(text, finding.rewrites()[0]!.edits).replace(kind.scaffold, '+');
}

it.each([
  ['missing-mitigation', `- ${more}\n- ${cause}`, `+\n- ${more}`],
  ['missing-communication', `1. ${more}\n2. ${cause}`, `2. ${cause}\n3. +`],
  ['missing-communication', `1. ${more}\n1. ${cause}`, `1. ${cause}\n1. +`],
])('%s finds its place in a list', (rule, action, expected) => {
  expect(neighbours(rule, action)).toContain(expected);
});

it('in a story without headings it stands where its part ends', () => {
  const text = `Checkout failed for 9% of our users for 20 minutes. ${mitigation} ${cause} I added the index. Errors fell from 9% to 0.1%. Next time I would test with production data.\n`;
  const missing = findings(text).find(({ rule }) => rule === 'missing-communication')!;
  const told = sentencesOf(applyEdits(text, missing.rewrites()[0]!.edits));
  expect(told.indexOf(evidence.communication.scaffold)).toBe(told.indexOf('I added the index.') + 1);
});

it('a story that stops at the fix gets the section and the sentence', () => {
  const text = `${head}${mitigation} ${cause} I rewrote the query so that it reads the index.${tail}`;
  const stops = findings(text).find(({ rule }) => rule === 'stops-at-fix')!;
  const [prevention] = stops.rewrites();
  expect(prevention!.title).toBe('Insert “## Reflection” with a sentence on prevention');
  const result = applyEdits(text, prevention!.edits);
  expect(result).toBe(`${text}\n## Reflection\n\n${evidence.prevention.scaffold}\n`);
});
