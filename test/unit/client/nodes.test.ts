import { describe, expect, it } from 'vitest';
import type { StoryDetails, StoryFinding } from '../../../server/src/protocol';
import { groupStories, type Arrangement } from '../../../client/src/outline/grouping';
import * as nodes from '../../../client/src/outline/nodes';
import { summary } from './summaries';

const arrangement: Arrangement = { grouping: 'principle', sorting: 'title', filter: '' };
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
  readinessTerms: [],
};

function rootsOf(
  stories: Parameters<typeof groupStories>[0],
  known = new Map<string, nodes.GroupNode | nodes.StoryNode>(),
) {
  const roots = nodes.buildRoots(
    groupStories(stories, arrangement, () => ''),
    known,
  );
  return { roots, known: new Map(nodes.withStories(roots).map((node) => [node.id, node])) };
}

describe('buildRoots', () => {
  const story = summary({ title: 'A', principles: ['Dive Deep', 'Ownership'] });

  it('gives a story that stands in two groups two lines with ids of their own', () => {
    const { roots, known } = rootsOf([story]);
    expect(nodes.withStories(roots).map(({ type }) => type)).toEqual(['group', 'story', 'group', 'story']);
    expect(known.size).toBe(4);
  });

  it('keeps the objects of lines that are still there, with what is new about them', () => {
    const before = rootsOf([story]);
    const after = rootsOf([{ ...story, readiness: 99 }], before.known);
    expect(nodes.withStories(after.roots)).toEqual(nodes.withStories(before.roots));
    nodes.withStories(after.roots).forEach((node, index) => {
      expect(node).toBe(nodes.withStories(before.roots)[index]);
      if (node.type === 'story') expect(node.story.readiness).toBe(99);
    });
  });
});

describe('what stands below a story', () => {
  const story = rootsOf([summary({ title: 'A', principles: ['Ownership'] })]).roots[0] as nodes.GroupNode;
  const children = nodes.storyChildren(story.children[0]!, details);

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
    for (const node of all) expect(nodes.storyOf(node)).toBe(story.children[0]);
  });

  it('is no checklist and no holes where there are none', () => {
    const bare = nodes.storyChildren(story.children[0]!, { ...details, evidence: [], summary: summary() });
    expect(bare.map(({ type }) => type)).toEqual(['section']);
  });
});
