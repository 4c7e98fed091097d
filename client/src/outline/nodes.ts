import type {
  StoryDetails,
  StoryEvidence,
  StoryFinding,
  StoryFollowUp,
  StorySection,
  StorySummary,
} from '../../../server/src/protocol';
import type { Grouping } from './grouping';
import { checklist } from './labels';

/** A line of the outline. The editor remembers expansion and selection by `id`, which is unique and outlives a change of the story. */
export type OutlineNode =
  | GroupNode
  | StoryNode
  | SectionNode
  | FindingNode
  | EvidenceListNode
  | EvidenceNode
  | FollowUpListNode
  | FollowUpNode
  | HolesNode;

export interface GroupNode {
  readonly type: 'group';
  readonly id: string;
  readonly parent: undefined;
  readonly grouping: Grouping;
  /** What the group's stories have in common; empty where that is that they have none. */
  readonly key: string;
  readonly label: string;
  /** How many stories it holds. */
  count: number;
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

export interface FollowUpListNode {
  readonly type: 'followUpList';
  readonly id: string;
  readonly parent: StoryNode;
  readonly followUps: readonly StoryFollowUp[];
}

export interface FollowUpNode {
  readonly type: 'followUp';
  readonly id: string;
  readonly parent: FollowUpListNode;
  readonly followUp: StoryFollowUp;
}

export interface HolesNode {
  readonly type: 'holes';
  readonly id: string;
  readonly parent: StoryNode;
  readonly count: number;
}

/** What stands below a story. */
export function storyChildren(
  story: StoryNode,
  details: StoryDetails,
): (SectionNode | EvidenceListNode | FollowUpListNode | HolesNode)[] {
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
  const { followUps } = details;
  const { holes } = details.summary;
  return [
    ...sections,
    ...(evidence.length > 0
      ? [{ type: 'evidenceList', id: `${story.id}|evidence`, parent: story, evidence, findings } as const]
      : []),
    ...(followUps.length > 0
      ? [{ type: 'followUpList', id: `${story.id}|followUps`, parent: story, followUps } as const]
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

export function followUpChildren(list: FollowUpListNode): FollowUpNode[] {
  return list.followUps.map((followUp) => ({
    type: 'followUp',
    // A question of the writer's own may stand there twice.
    id: `${list.id}|${followUp.id}|${followUp.answer?.range.start.line ?? ''}`,
    parent: list,
    followUp,
  }));
}

/** Whether an argument of a command is a line of the outline: the tree hands them over, as keys and other commands do not. */
export function isNode(argument: unknown): argument is OutlineNode {
  return typeof argument === 'object' && argument !== null && 'type' in argument && 'id' in argument;
}

/** The story that a line belongs to; undefined for a group. */
export function storyOf(node: OutlineNode): StoryNode | undefined {
  let current: OutlineNode | undefined = node;
  while (current && current.type !== 'story') current = current.parent;
  return current;
}
