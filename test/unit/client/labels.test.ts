import { describe, expect, it } from 'vitest';
import * as labels from '../../../client/src/outline/labels';
import { summary } from './summaries';

describe('labels', () => {
  it.each([
    [0, '0:00'],
    [5.4, '0:05'],
    [59.6, '1:00'],
    [125, '2:05'],
    [3600, '60:00'],
  ])('%f seconds read %s', (seconds, expected) => {
    expect(labels.clockTime(seconds)).toBe(expected);
  });

  it.each([
    [0, 'started'],
    [39, 'started'],
    [40, 'halfway'],
    [70, 'nearly'],
    [85, 'ready'],
    [100, 'ready'],
  ])('a readiness of %i is %s', (readiness, stage) => {
    expect(labels.readinessStage(readiness)).toBe(stage);
  });

  it.each([
    [{ error: 0, warning: 0, information: 0, hint: 0 }, ''],
    [{ error: 1, warning: 2, information: 0, hint: 1 }, '1 error, 2 warnings, 1 hint'],
    [{ error: 0, warning: 1, information: 3, hint: 0 }, '1 warning, 3 notes'],
  ])('counts %j', (counts, expected) => {
    expect(labels.countsText(counts)).toBe(expected);
  });

  it('describes a story by its readiness, its time, its loudest findings and its date', () => {
    const counts = { error: 0, warning: 2, information: 5, hint: 1 };
    const told = summary({ readiness: 64, seconds: 125, counts, date: '2026-03-14' });
    expect(labels.storyDescription(told)).toBe('64 · 2:05 · 2 warnings · 2026-03-14');
    expect(labels.storyDescription(told, 'Second')).toBe('64 · 2:05 · 2 warnings · 2026-03-14 · Second');
    expect(labels.storyDescription(summary({ readiness: 0, seconds: 125 }))).toBe('0 · 2:05');
    expect(labels.storyDescription(summary({ problem: 'No access.' }))).toBe('cannot be read');
  });

  it('says nothing of what is not known yet of a story that was only listed', () => {
    const listed = summary({ title: 'Retry storm', isReviewed: false, readiness: 0, seconds: 125 });
    expect(labels.storyDescription(listed)).toBe('2:05');
    expect(labels.storyAccessibleName(listed)).toBe('Retry storm, not read yet, 2 minutes 5 seconds');
    expect(labels.storyTooltip(listed)).toMatch(/Not read yet, 2:05 to say/);
    expect(labels.storyTooltip(listed)).not.toMatch(/Readiness/);
  });

  it('says in words what the tree draws', () => {
    const counts = { error: 0, warning: 1, information: 0, hint: 0 };
    expect(
      labels.storyAccessibleName(summary({ title: 'Retry storm', seconds: 61, readiness: 64, counts })),
    ).toBe('Retry storm, readiness 64 of 100, 1 minute 1 second, 1 warning');
  });

  it.each([
    ['bias-for-action', 'Bias for action'],
    ['ownership', 'Ownership'],
    ['Earn Trust', 'Earn Trust'],
    ['on call at 3 a.m.', 'on call at 3 a.m.'],
  ])('reads %j as %j', (id, expected) => {
    expect(labels.readableName(id)).toBe(expected);
  });

  it('keeps Markdown in a title from being drawn', () => {
    const tooltip = labels.storyTooltip(summary({ title: 'A *bold* [link](x) | pipe' }));
    expect(tooltip).toContain('**A \\*bold\\* \\[link\\](x) \\| pipe**');
  });

  it('lists the terms of the readiness', () => {
    const terms = [
      { name: 'evidence', points: 38.4, outOf: 55, reason: '9 of 12 kinds of evidence asked for' },
    ];
    expect(labels.storyTooltip(summary(), terms)).toContain(
      '- Evidence 38 of 55: 9 of 12 kinds of evidence asked for',
    );
  });

  it('counts only evidence that is asked for, and shows what is there besides', () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    const item = { title: '', short: '' };
    const evidence = [
      { ...item, kind: 'impact', asked: 'warning', ranges: [range] },
      { ...item, kind: 'scope', asked: 'info', ranges: [] },
      { ...item, kind: 'cross-team', asked: null, ranges: [range] },
      { ...item, kind: 'second-order', asked: null, ranges: [] },
    ] as const;
    expect(labels.evidenceDescription(evidence)).toBe('1 of 2');
    expect(labels.checklist(evidence).map(({ kind }) => kind)).toEqual(['impact', 'scope', 'cross-team']);
  });
});
