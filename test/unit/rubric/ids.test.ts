import { describe, expect, it } from 'vitest';
import {
  evidence,
  evidenceKinds,
  evidenceOfMissingRule,
  isEvidenceKind,
  isPhrasingRuleId,
  isRuleId,
  missingRuleIds,
  missingRuleOf,
  phrasingRuleIds,
  ruleIds,
  sectionKinds,
} from '../../../server/src/rubric';

describe('ids', () => {
  it('are as many as the rubric names, each once', () => {
    expect(phrasingRuleIds).toHaveLength(19);
    expect(evidenceKinds).toHaveLength(16);
    expect(missingRuleIds).toHaveLength(16);
    expect(new Set(ruleIds).size).toBe(ruleIds.length);
  });

  it.each(ruleIds)('%s is written in kebab case', (id) => {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
  });

  it('leads from evidence to its rule and back', () => {
    for (const kind of evidenceKinds) expect(evidenceOfMissingRule(missingRuleOf(kind))).toBe(kind);
    expect(evidenceOfMissingRule('missing-section')).toBeUndefined();
    expect(evidenceOfMissingRule('impact')).toBeUndefined();
  });

  it('tells ids from other text', () => {
    expect(['blame', 'missing-metric', 'missing-section', 'Blame', 'metric', ''].map(isRuleId)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(['blame', 'missing-metric'].map(isPhrasingRuleId)).toEqual([true, false]);
    expect(['metric', 'blame'].map(isEvidenceKind)).toEqual([true, false]);
  });
});

describe('evidence', () => {
  it.each(evidenceKinds)(
    '%s has a first-person scaffold sentence with holes only the writer can fill',
    (kind) => {
      const { scaffold, section, short } = evidence[kind];
      expect(evidence[kind].kind).toBe(kind);
      expect(scaffold).toMatch(/\{\{[^{}]+\}\}/);
      expect(scaffold).toMatch(/\.$/);
      // A figure in a scaffold would be an invented fact.
      expect(scaffold).not.toMatch(/\d/);
      expect(scaffold.replace(/\{\{[^{}]+\}\}/g, '')).not.toMatch(/[{}]/);
      expect(sectionKinds).toContain(section);
      expect(short.split(' ').length).toBeLessThanOrEqual(3);
    },
  );
});
