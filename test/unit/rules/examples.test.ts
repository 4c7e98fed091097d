import { describe, expect, it } from 'vitest';
import { createReviewer } from '../../../server/src/review/reviewStory';
import type { Finding } from '../../../server/src/review/review';
import { withSampleAnswers } from '../../../server/src/review/sampleAnswers';
import { isPhrasingRuleId, type RuleId, type SectionKind } from '../../../server/src/rubric/ids';
import { phrasingRules } from '../../../server/src/rules';
import type { PhrasingRule, WeakExample } from '../../../server/src/rules/rule';
import { parseStory } from '../../../server/src/story/parseStory';
import { applyEdits } from '../../../server/src/text/edit';
import { plainInsert } from '../../../server/src/text/holes';
import { shippedJudge } from '../judge';

const reviewer = createReviewer(shippedJudge());

/** Rules that fire on an example of another rule because the sentence has both weaknesses, by the example's text. */
const alsoWeak: Readonly<Record<string, readonly RuleId[]>> = {};

/** Under the heading of its section the sentence stands for itself; without one, the analyser finds the section. */
function documentOf(text: string, section: SectionKind | undefined): { head: string; document: string } {
  const head = section === undefined ? '' : `## ${section}\n\n`;
  return { head, document: `${head}${text}\n` };
}

function phrasingFindings(document: string): Finding[] {
  const { findings, faults } = reviewer.review(parseStory(document));
  expect(faults).toEqual([]);
  return findings.filter(({ rule }) => isPhrasingRuleId(rule));
}

function idsOf(findings: readonly Finding[]): RuleId[] {
  return [...new Set(findings.map(({ rule }) => rule))].sort();
}

/** The example's text without its marks, and the place that they stood for. */
function readMarks(source: string): { text: string; marked: string } {
  const [, before = '', marked = '', after = ''] = /^([^«»]*)«([^«»]+)»([^«»]*)$/u.exec(source) ?? [];
  expect(marked, `«marks» in “${source}”`).not.toBe('');
  return { text: before + marked + after, marked };
}

function withFirstRewrite(document: string, finding: Finding): string | undefined {
  const edits = finding.rewrites()[0]?.edits;
  return edits && applyEdits(document, edits.map(({ span, insert }) => ({ span, insert: plainInsert(insert) }))); // prettier-ignore
}

function checkWeak(rule: PhrasingRule, example: WeakExample): void {
  const { text, marked } = readMarks(example.text);
  const { head, document } = documentOf(text, example.section);
  const found = phrasingFindings(document);
  expect(idsOf(found)).toEqual([rule.id, ...(alsoWeak[text] ?? [])].sort());
  const finding = found.find((candidate) => candidate.rule === rule.id)!;
  expect(document.slice(finding.span.start, finding.span.end)).toBe(marked);
  expect(finding.message).toMatch(/^[\p{Lu}“].*\.$/su);

  const rewritten = withFirstRewrite(document, finding);
  expect(rewritten?.slice(head.length).trimEnd()).toBe(example.rewritten);
  if (rewritten === undefined) return;
  const left = idsOf(phrasingFindings(withSampleAnswers(rewritten)));
  expect(left).not.toContain(rule.id);
  expect(idsOf(found)).toEqual(expect.arrayContaining(left));
}

// A rule without a summary is not written yet.
const written = phrasingRules.filter(({ summary }) => summary !== '');

describe.each(written.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it('has examples of both kinds', () => {
    expect(rule.examples.weak.length).toBeGreaterThanOrEqual(4);
    expect(rule.examples.strong.length).toBeGreaterThanOrEqual(4);
  });

  it.each(rule.examples.weak.map((example) => [example.text, example] as const))(
    'fires: %s',
    (_text, example) => {
      checkWeak(rule, example);
    },
  );

  it.each(rule.examples.strong.map((example) => [example.text, example] as const))(
    'is silent: %s',
    (text, { section }) => {
      expect(idsOf(phrasingFindings(documentOf(text, section).document))).toEqual([]);
    },
  );

  it('offers at most one preferred rewrite, with titles of its own and disjoint edits', () => {
    for (const { text: source, section } of rule.examples.weak) {
      const { document } = documentOf(readMarks(source).text, section);
      for (const finding of phrasingFindings(document).filter((candidate) => candidate.rule === rule.id)) {
        const rewrites = finding.rewrites();
        expect(rewrites.filter(({ preferred }) => preferred).length).toBeLessThanOrEqual(1);
        expect(new Set(rewrites.map(({ title }) => title)).size).toBe(rewrites.length);
        for (const { edits, safe } of rewrites) {
          expect(() => applyEdits(document, edits)).not.toThrow();
          expect(safe && edits.some(({ insert }) => insert.includes('{{'))).toBe(false);
        }
      }
    }
  });
});
