import { describe, expect, it } from 'vitest';
import type { StoryDetails, StoryFinding } from '../../../server/src/protocol';
import * as nodes from '../../../client/src/outline/nodes';
import { summary } from './summaries';

const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 9 } };

function finding(rule: string): StoryFinding {
  return { rule, severity: 'warning', message: `${rule}.`, range };
}

const details: StoryDetails = {
  summary: summary({ holes: 2 }),
  sections: [
    {
      kind: 'action',
      name: 'Action',
      range,
      seconds: 60,
      findings: [
        finding('missing-fix'),
        finding('we-action'),
        finding('we-action'),
        finding('missing-section'),
      ],
    },
  ],
  evidence: [
    { kind: 'fix', title: 'Fix', short: 'fix', asked: 'warning', ranges: [] },
    { kind: 'impact', title: 'Impact', short: 'impact', asked: 'warning', ranges: [range] },
  ],
  followUps: [],
  readinessTerms: [],
};

describe('what stands below a story', () => {
  const story: nodes.StoryNode = { type: 'story', id: 'story', parent: undefined, story: summary() };
  const children = nodes.storyChildren(story, details);

  it('is its sections, the checklist and the holes', () => {
    expect(children.map(({ type }) => type)).toEqual(['section', 'evidenceList', 'holes']);
  });

  it('has missing evidence in the checklist, and not once more among the findings', () => {
    const [section, list] = children;
    expect(nodes.sectionChildren(section as nodes.SectionNode).map((node) => node.finding.rule)).toEqual([
      'we-action',
      'we-action',
      'missing-section',
    ]);
    const evidence = nodes.evidenceChildren(list as nodes.EvidenceListNode);
    expect(evidence.map((node) => [node.evidence.kind, node.missing?.rule])).toEqual([
      ['fix', 'missing-fix'],
      ['impact', undefined],
    ]);
  });

  it('has ids that are unique, and leads back to the story', () => {
    const below = children.flatMap((node) => (node.type === 'section' ? nodes.sectionChildren(node) : []));
    const all = [...children, ...below];
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const node of all) expect(nodes.storyOf(node)).toBe(story);
  });

  it('is no checklist and no holes where there are none', () => {
    const bare = nodes.storyChildren(story, { ...details, evidence: [], summary: summary() });
    expect(bare.map(({ type }) => type)).toEqual(['section']);
  });
});
