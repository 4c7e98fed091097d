import { describe, expect, it } from 'vitest';
import { sectionKinds, sectionOfHeading, sections, spokenTimeBudgets } from '../../../server/src/rubric';
import { headings } from './headings';

describe('sectionOfHeading', () => {
  it.each(headings)('reads "%s" as %s', (heading, section) => {
    expect(sectionOfHeading(heading)).toBe(section);
  });

  it.each(sectionKinds)('knows every synonym of %s by itself', (kind) => {
    for (const synonym of [sections[kind].name, ...sections[kind].synonyms]) {
      expect(sectionOfHeading(synonym), synonym).toBe(kind);
    }
  });

  it('gets through hostile headings', () => {
    expect(sectionOfHeading('*'.repeat(200_000))).toBeUndefined();
    expect(sectionOfHeading(`1${'.1'.repeat(100_000)}`)).toBeUndefined();
    expect(sectionOfHeading(`Action ${'e'.repeat(200_000)}`)).toBeUndefined();
  });
});

describe('budgets', () => {
  it('are those of the rubric', () => {
    expect(spokenTimeBudgets).toEqual({
      wordsPerMinute: 150,
      setupSeconds: 50,
      actionShareMinimum: 0.55,
      actionShareAim: 0.7,
      storySeconds: 240,
    });
  });

  it('share the whole time out among the sections, with the aim for Action', () => {
    expect(sectionKinds.reduce((sum, kind) => sum + sections[kind].shareAim, 0)).toBeCloseTo(1);
    expect(sections.action.shareAim).toBe(spokenTimeBudgets.actionShareAim);
    const setup = (sections.situation.shareAim + sections.task.shareAim) * spokenTimeBudgets.storySeconds;
    expect(setup).toBeLessThanOrEqual(spokenTimeBudgets.setupSeconds);
  });
});
