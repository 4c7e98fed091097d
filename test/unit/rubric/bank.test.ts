import { describe, expect, it } from 'vitest';
import {
  angleOfPrinciple,
  angles,
  anglesOfQuestion,
  companies,
  evidenceKinds,
  isEvidenceKind,
  isRuleId,
  phrasingRuleIds,
  principleOf,
  principles,
  principleSets,
  probes,
  probesFor,
  questionOf,
  questions,
} from '../../../server/src/rubric';

const unique = (values: readonly string[]): boolean => new Set(values).size === values.length;

describe('principles', () => {
  it.each([
    ['amazon', 16, true],
    ['google', 4, true],
    ['meta', 6, false],
    ['microsoft', 6, false],
  ] as const)('of %s are %i, first-hand: %s', (company, count, firstHand) => {
    const set = principleSets[company];
    expect(set.company).toBe(company);
    expect(set.principles).toHaveLength(count);
    expect(set.firstHand).toBe(firstHand);
    expect(set.checked).toMatch(/^\d{4}-\d{2}$/);
    expect(set.source).not.toBe('');
  });

  it('have ids and names of their own', () => {
    expect(unique(principles.map((principle) => principle.id))).toBe(true);
    for (const company of companies) {
      expect(unique(principleSets[company].principles.map((principle) => principle.name))).toBe(true);
    }
  });

  it.each(principles.map((principle) => principle.id))('%s is proved by evidence that can carry it', (id) => {
    const principle = principles.find((one) => one.id === id)!;
    const kinds = Object.keys(principle.evidence);
    expect(kinds.every(isEvidenceKind)).toBe(true);
    expect(Object.values(principle.evidence)).toContain(3);
  });

  it.each([
    ['Dive Deep', 'dive-deep'],
    ['dive-deep', 'dive-deep'],
    ['DIVE DEEP', 'dive-deep'],
    ['disagree and commit', 'have-backbone-disagree-and-commit'],
    ['Have Backbone; Disagree and Commit', 'have-backbone-disagree-and-commit'],
    ["Strive to be Earth's Best Employer", 'earths-best-employer'],
    ['Are Right A Lot', 'are-right-a-lot'],
    ['Highest Standards', 'insist-on-the-highest-standards'],
    ['judgment', 'judgement'],
    ['Deep Dive', undefined],
    ['', undefined],
    [';', undefined],
  ])('principleOf reads "%s" as %s', (text, id) => {
    expect(principleOf(text)?.id).toBe(id);
  });

  it('searches only among the principles it is given', () => {
    expect(principleOf('Leadership', principleSets.amazon.principles)).toBeUndefined();
    expect(principleOf('Leadership', principleSets.google.principles)?.id).toBe('emergent-leadership');
  });
});

describe('questions', () => {
  it('are at least sixty, each once, the ten of the seeds among them', () => {
    expect(questions.length).toBeGreaterThanOrEqual(60);
    expect(unique(questions.map((question) => question.id))).toBe(true);
    expect(unique(questions.map((question) => question.text))).toBe(true);
    const inSeeds = questions.filter((question) => ['000', '001', '002'].includes(question.seed ?? ''));
    expect(inSeeds).toHaveLength(10);
  });

  it.each(questions.map((question) => question.id))(
    '%s names known principles and evidence, and has an angle',
    (id) => {
      const question = questionOf(id)!;
      for (const principle of question.principles) expect(principleOf(principle)?.id).toBe(principle);
      expect(question.evidence.length).toBeGreaterThanOrEqual(2);
      expect(question.evidence.every(isEvidenceKind)).toBe(true);
      expect(question.tags.length).toBeGreaterThan(0);
      expect(anglesOfQuestion(question).length).toBeGreaterThan(0);
      expect(question.text).toMatch(/[.?]$/);
    },
  );

  it('ask for every principle and every kind of evidence', () => {
    const asked = new Set(questions.flatMap((question) => question.principles));
    expect(
      principles.filter((principle) => !asked.has(principle.id)).map((principle) => principle.id),
    ).toEqual([]);
    const shown = new Set(questions.flatMap((question) => question.evidence));
    expect(evidenceKinds.filter((kind) => !shown.has(kind))).toEqual([]);
  });

  it('knows no question by another id', () => {
    expect(questionOf('no-such-question')).toBeUndefined();
  });
});

describe('angles', () => {
  it('serve known principles and tags that questions have', () => {
    const tags = new Set(questions.flatMap((question) => question.tags));
    expect(unique(angles.map((angle) => angle.id))).toBe(true);
    for (const angle of angles) {
      if (angle.principle !== undefined) expect(principleOf(angle.principle)?.id).toBe(angle.principle);
      expect(
        angle.tags.filter((tag) => !tags.has(tag)),
        angle.id,
      ).toEqual([]);
    }
  });

  it.each([
    'bias-for-action',
    'ownership',
    'dive-deep',
    'customer-obsession',
    'earn-trust',
    'deliver-results',
    'insist-on-the-highest-standards',
  ])('has one for %s', (principle) => {
    expect(angleOfPrinciple(principle)?.principle).toBe(principle);
  });

  it.each([
    ['caused-an-outage', 'ownership'],
    ['dive-deep-complex-issue', 'dive-deep'],
    ['without-full-information', 'bias-for-action'],
    ['disagreed-with-peer', 'have-backbone-disagree-and-commit'],
  ])('puts for question %s the angle %s among the first two', (question, angle) => {
    const ids = anglesOfQuestion(questionOf(question)!).map(({ id }) => id);
    expect(ids.slice(0, 2)).toContain(angle);
  });

  it('offers none where neither principle nor tag fits', () => {
    expect(anglesOfQuestion({ principles: ['thrift'], tags: ['gardening'] })).toEqual([]);
    expect(angleOfPrinciple('thrift')).toBeUndefined();
  });
});

describe('probes', () => {
  it('are at least fourteen, chosen by known gaps', () => {
    expect(probes.length).toBeGreaterThanOrEqual(14);
    expect(unique(probes.map((probe) => probe.id))).toBe(true);
    for (const probe of probes) {
      expect(probe.chosenBy.missing.every(isEvidenceKind)).toBe(true);
      expect(probe.chosenBy.findings.every(isRuleId)).toBe(true);
      expect(probe.chosenBy.missing.length + probe.chosenBy.findings.length).toBeGreaterThan(0);
      expect(probe.evidence.every(isEvidenceKind)).toBe(true);
    }
  });

  it('leave no kind of evidence unasked', () => {
    const asked = new Set(probes.flatMap((probe) => probe.chosenBy.missing));
    expect(evidenceKinds.filter((kind) => !asked.has(kind))).toEqual([]);
  });

  it('are chosen by nearly every phrasing rule', () => {
    const chosen = new Set<string>(probes.flatMap((probe) => probe.chosenBy.findings));
    expect(phrasingRuleIds.filter((rule) => !chosen.has(rule))).toEqual(['hedging']);
  });

  it.each([
    [['validation'], [], 'How did you know that it worked?'],
    [[], ['solo-hero'], 'Who else was paged, and what did they do?'],
    [['collaborators'], [], 'Who else was paged, and what did they do?'],
    [['communication'], [], 'Who did you keep informed, and when?'],
    [[], ['vague-prevention'], 'How do you know that it can’t happen again?'],
    [['prevention'], [], 'How do you know that it can’t happen again?'],
    [[], ['no-change'], 'What would you do differently?'],
    [['reflection'], [], 'What would you do differently?'],
    [[], ['handed-off'], 'What was your part in the fix?'],
  ] as const)('for missing %j and findings %j ask "%s"', (missing, findings, question) => {
    expect(probesFor(missing, findings)[0]?.question).toBe(question);
  });

  it('chooses none for a complete story, and none for findings without a probe', () => {
    expect(probesFor([], [])).toEqual([]);
    expect(probesFor([], ['hedging', 'no-such-rule'])).toEqual([]);
  });

  it("asks a company's own probes only for that company", () => {
    const ids = (company?: 'amazon' | 'google'): string[] =>
      probesFor(['trade-off'], [], company).map(({ id }) => id);
    expect(ids()).not.toContain('cost-of-inaction');
    expect(ids('google')).not.toContain('cost-of-inaction');
    expect(ids('amazon')).toContain('cost-of-inaction');
  });
});
