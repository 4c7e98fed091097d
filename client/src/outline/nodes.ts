import type {
  StoryDetails,
  StoryEvidence,
  StoryFinding,
  StorySection,
  StorySummary,
} from '../../../server/src/protocol';
import type { StoryGroup } from './grouping';
import { checklist } from './labels';

/** A line of the outline. The editor remembers expansion and selection by `id`, which is unique and outlives a change of the story. */
export type OutlineNode =
  GroupNode | StoryNode | SectionNode | FindingNode | EvidenceListNode | EvidenceNode | HolesNode;

export interface GroupNode {
  readonly type: 'group';
  readonly id: string;
  readonly parent: undefined;
  group: StoryGroup;
  children: StoryNode[];
}

export interface StoryNode {
  readonly type: 'story';
  readonly id: string;
  readonly parent: GroupNode | undefined;
  story: StorySummary;
}

export interface SectionNode {
  readonly type: 'section';
  readonly id: string;
  readonly parent: StoryNode;
  readonly section: StorySection;
}

export interface FindingNode {
  readonly type: 'finding';
  readonly id: string;
  readonly parent: SectionNode;
  readonly finding: StoryFinding;
}

export interface EvidenceListNode {
  readonly type: 'evidenceList';
  readonly id: string;
  readonly parent: StoryNode;
  readonly evidence: readonly StoryEvidence[];
  /** The findings of the whole story: one of them stands for each missing kind. */
  readonly findings: readonly StoryFinding[];
}

export interface EvidenceNode {
  readonly type: 'evidence';
  readonly id: string;
  readonly parent: EvidenceListNode;
  readonly evidence: StoryEvidence;
  /** Where the absence is reported, with a fix that adds a sentence; undefined where it is not. */
  readonly missing: StoryFinding | undefined;
}

export interface HolesNode {
  readonly type: 'holes';
  readonly id: string;
  readonly parent: StoryNode;
  readonly count: number;
}

/**
 * The first lines of the outline: groups, or stories where there are no groups. `known` holds the nodes of the last time by id; those
 * that are still there are used again with what is now known of them, because the editor knows a line by its object.
 */
export function buildRoots(
  groups: readonly StoryGroup[],
  known: ReadonlyMap<string, GroupNode | StoryNode>,
): (GroupNode | StoryNode)[] {
  return groups.flatMap((group): (GroupNode | StoryNode)[] => {
    if (group.id === 'none') return group.stories.map((story) => storyNode(story, undefined, known));
    const before = known.get(group.id);
    const node: GroupNode =
      before?.type === 'group'
        ? before
        : { type: 'group', id: group.id, parent: undefined, group, children: [] };
    node.group = group;
    node.children = group.stories.map((story) => storyNode(story, node, known));
    return [node];
  });
}

function storyNode(
  story: StorySummary,
  parent: GroupNode | undefined,
  known: ReadonlyMap<string, GroupNode | StoryNode>,
): StoryNode {
  const id = `${parent?.id ?? ''}|${story.uri}`;
  const before = known.get(id);
  if (before?.type !== 'story') return { type: 'story', id, parent, story };
  before.story = story;
  return before;
}

/** Groups and stories of the outline, from top to bottom. */
export function withStories(roots: readonly (GroupNode | StoryNode)[]): (GroupNode | StoryNode)[] {
  return roots.flatMap((node) => (node.type === 'group' ? [node, ...node.children] : [node]));
}

/** What stands below a story. */
export function storyChildren(
  story: StoryNode,
  details: StoryDetails,
): (SectionNode | EvidenceListNode | HolesNode)[] {
  // Missing evidence stands in the checklist; told twice it would bury what there is to rewrite.
  const missingRules = new Set(details.evidence.map(({ kind }) => `missing-${kind}`));
  const sections = details.sections.map((section, index): SectionNode => ({
    type: 'section',
    id: `${story.id}|section:${section.kind ?? ''}:${index}`,
    parent: story,
    section: { ...section, findings: section.findings.filter(({ rule }) => !missingRules.has(rule)) },
  }));
  const evidence = checklist(details.evidence);
  const findings = details.sections.flatMap((section) => section.findings);
  const { holes } = details.summary;
  return [
    ...sections,
    ...(evidence.length > 0
      ? [{ type: 'evidenceList', id: `${story.id}|evidence`, parent: story, evidence, findings } as const]
      : []),
    ...(holes > 0 ? [{ type: 'holes', id: `${story.id}|holes`, parent: story, count: holes } as const] : []),
  ];
}

export function sectionChildren(section: SectionNode): FindingNode[] {
  const seen = new Map<string, number>();
  return section.section.findings.map((finding) => {
    // Numbered among its own kind, so that a finding that goes does not rename the others.
    const index = seen.get(finding.rule) ?? 0;
    seen.set(finding.rule, index + 1);
    return { type: 'finding', id: `${section.id}|${finding.rule}:${index}`, parent: section, finding };
  });
}

export function evidenceChildren(list: EvidenceListNode): EvidenceNode[] {
  return list.evidence.map((evidence) => ({
    type: 'evidence',
    id: `${list.id}|${evidence.kind}`,
    parent: list,
    evidence,
    missing:
      evidence.ranges.length > 0
        ? undefined
        : list.findings.find(({ rule }) => rule === `missing-${evidence.kind}`),
  }));
}

/** The story that a line belongs to; undefined for a group. */
export function storyOf(node: OutlineNode): StoryNode | undefined {
  let current: OutlineNode | undefined = node;
  while (current && current.type !== 'story') current = current.parent;
  return current;
}
