import * as vscode from 'vscode';
import type { ProtocolRange, ProtocolSeverity, StorySummary } from '../../../server/src/protocol';
import { unreadStrength } from './grouping';
import * as labels from './labels';
import type {
  EvidenceNode,
  FindingNode,
  FollowUpNode,
  GroupNode,
  HolesNode,
  OutlineNode,
  SectionNode,
  StoryNode,
} from './nodes';
import { storyOf } from './nodes';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/** Each stage has a shape of its own, so that nothing is told by colour alone. */
const stageIcons: Readonly<Record<labels.ReadinessStage, vscode.ThemeIcon>> = {
  started: icon('circle-large-outline', 'charts.red'),
  halfway: icon('color-mode', 'charts.yellow'),
  nearly: icon('pass', 'charts.green'),
  ready: icon('pass-filled', 'charts.green'),
};

const severityIcons: Readonly<Record<ProtocolSeverity, vscode.ThemeIcon>> = {
  error: icon('error', 'problemsErrorIcon.foreground'),
  warning: icon('warning', 'problemsWarningIcon.foreground'),
  information: icon('info', 'problemsInfoIcon.foreground'),
  hint: icon('lightbulb', 'problemsInfoIcon.foreground'),
};

const sectionIcons: Readonly<Record<string, string>> = {
  situation: 'location',
  task: 'target',
  action: 'tools',
  result: 'graph',
  reflection: 'mortar-board',
};

/** A line of the outline as the editor draws it. Groups are open at first where `opensGroups` says so. */
export function treeItem(node: OutlineNode, opensGroups: boolean): vscode.TreeItem {
  const line = node.type === 'group' ? groupItem(node, opensGroups) : lineOf(node);
  return Object.assign(new vscode.TreeItem(''), line, { id: node.id });
}

/** What a tree item holds, save for what makes it one. */
type Line = Omit<vscode.TreeItem, 'id'>;

function lineOf(node: Exclude<OutlineNode, GroupNode>): Line {
  switch (node.type) {
    case 'story':
      return storyItem(node);
    case 'section':
      return sectionItem(node);
    case 'finding':
      return findingItem(node);
    case 'evidenceList':
      return {
        label: 'Evidence',
        description: labels.evidenceDescription(node.evidence),
        tooltip: 'What the story shows of what your target level and company ask for',
        iconPath: icon('checklist'),
        collapsibleState: Collapsed,
        contextValue: 'evidenceList',
      };
    case 'evidence':
      return evidenceItem(node);
    case 'followUpList':
      return {
        label: 'Likely follow-ups',
        description: labels.followUpsDescription(node.followUps),
        tooltip: 'What an interviewer is likely to ask next, by what the story leaves open',
        iconPath: icon('comment-discussion'),
        collapsibleState: Collapsed,
        contextValue: 'followUpList',
      };
    case 'followUp':
      return followUpItem(node);
    case 'holes':
      return holesItem(node);
  }
}

function groupItem({ grouping, key, label, count }: GroupNode, isOpen: boolean): Line {
  const stories = labels.counted(count, 'story', 'stories');
  return {
    label,
    description: String(count),
    tooltip: `${label}: ${stories}`,
    iconPath: grouping === 'strength' ? strengthIcon(key) : undefined,
    accessibilityInformation: { label: `${label}, ${stories}` },
    collapsibleState: isOpen ? Expanded : Collapsed,
    contextValue: 'group',
  };
}

function storyItem({ story }: StoryNode): Line {
  const uri = vscode.Uri.parse(story.uri, true);
  return {
    label: story.title,
    description: labels.storyDescription(story, rootName(uri)),
    iconPath: storyIcon(story),
    accessibilityInformation: { label: labels.storyAccessibleName(story) },
    collapsibleState: story.problem === null ? Collapsed : None,
    contextValue: 'story',
    command: openCommand(uri),
  };
}

/** The workspace folder of a story where there are several: two of them may hold stories of the same name. */
function rootName(uri: vscode.Uri): string {
  const isOneOfSeveral = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
  return isOneOfSeveral ? (vscode.workspace.getWorkspaceFolder(uri)?.name ?? '') : '';
}

/** A story that was not reviewed yet is at no stage. */
const unreadIcon = icon('circle-small', 'descriptionForeground');

function storyIcon({ problem, isReviewed, readiness }: StorySummary): vscode.ThemeIcon {
  if (problem !== null) return severityIcons.error;
  return isReviewed ? stageIcon(readiness) : unreadIcon;
}

function strengthIcon(key: string): vscode.ThemeIcon {
  if (key === unreadStrength) return unreadIcon;
  return key === '' ? severityIcons.error : stageIcons[key as labels.ReadinessStage];
}

/** The icon for a readiness from 0 to 100. */
export function stageIcon(readiness: number): vscode.ThemeIcon {
  return stageIcons[labels.readinessStage(readiness)];
}

function sectionItem(node: SectionNode): Line {
  const { section } = node;
  return {
    label: section.name,
    description: labels.sectionDescription(section),
    tooltip: `${section.name}: ${labels.clockTime(section.seconds)} to say`,
    iconPath: icon(sectionIcons[section.kind ?? ''] ?? 'note'),
    collapsibleState: section.findings.length > 0 ? Collapsed : None,
    contextValue: 'section',
    command: openCommand(uriOf(node), startOf(section.range)),
  };
}

function findingItem(node: FindingNode): Line {
  const { finding } = node;
  return {
    label: finding.message,
    description: finding.rule,
    tooltip: `${finding.message}\n${finding.rule}`,
    iconPath: severityIcons[finding.severity],
    accessibilityInformation: { label: `${finding.severity}: ${finding.message}` },
    collapsibleState: None,
    contextValue: 'finding',
    command: openCommand(uriOf(node), finding.range),
  };
}

function evidenceItem(node: EvidenceNode): Line {
  const { evidence, missing } = node;
  const first = evidence.ranges[0];
  const title = evidence.title;
  if (first) {
    return {
      label: title,
      description: labels.counted(evidence.ranges.length, 'sentence'),
      tooltip: `${title}: shown in ${labels.counted(evidence.ranges.length, 'sentence')}`,
      iconPath: icon('check', 'charts.green'),
      accessibilityInformation: { label: `${title}: shown` },
      contextValue: 'evidence',
      command: openCommand(uriOf(node), first),
    };
  }
  return {
    label: title,
    description: evidence.asked === 'warning' ? 'missing' : 'good to have',
    tooltip: missing?.message ?? `No sentence shows it: ${title.toLowerCase()}`,
    iconPath:
      evidence.asked === 'warning'
        ? icon('close', 'problemsWarningIcon.foreground')
        : icon('dash', 'problemsInfoIcon.foreground'),
    accessibilityInformation: { label: `${title}: missing` },
    contextValue: missing ? 'missingEvidence' : 'evidence',
    ...(missing ? { command: openCommand(uriOf(node), startOf(missing.range)) } : {}),
  };
}

function followUpItem(node: FollowUpNode): Line {
  const { followUp } = node;
  const { answer, question, range } = followUp;
  const state = answer === null ? '' : answer.isComplete ? 'answered' : 'answer begun';
  return {
    label: question,
    description: state,
    tooltip: new vscode.MarkdownString(labels.followUpTooltip(followUp)),
    iconPath: answer?.isComplete
      ? icon('pass', 'charts.green')
      : icon('question', 'problemsInfoIcon.foreground'),
    accessibilityInformation: { label: state === '' ? question : `${question}, ${state}` },
    collapsibleState: None,
    contextValue: 'followUp',
    command: openCommand(uriOf(node), range),
  };
}

function holesItem(node: HolesNode): Line {
  return {
    label: 'Holes',
    description: `${node.count} to fill`,
    tooltip: 'Places that wait for what only you know',
    iconPath: icon('edit'),
    collapsibleState: None,
    contextValue: 'holes',
    command: { command: 'starStories.nextHole', title: 'Next Hole', arguments: [uriOf(node).toString()] },
  };
}

/** Opens a document as a click in the explorer does, and selects the range. */
function openCommand(uri: vscode.Uri, range?: ProtocolRange): vscode.Command {
  const selection =
    range && new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
  return {
    command: 'vscode.open',
    title: 'Open',
    arguments: [uri, { preview: true, ...(selection ? { selection } : {}) }],
  };
}

/** A section is gone to, not selected: a key pressed by mistake would replace all of it. */
function startOf({ start }: ProtocolRange): ProtocolRange {
  return { start, end: start };
}

function uriOf(node: OutlineNode): vscode.Uri {
  return vscode.Uri.parse(storyOf(node)?.story.uri ?? '', true);
}

function icon(name: string, color?: string): vscode.ThemeIcon {
  return new vscode.ThemeIcon(name, color === undefined ? undefined : new vscode.ThemeColor(color));
}
