import * as vscode from 'vscode';
import type { StoryLibrary } from '../library';
import { folderOf } from '../storyFiles';
import type { Arrangement } from './grouping';
import { storyTooltip } from './labels';
import { OutlineModel } from './model';
import {
  evidenceChildren,
  followUpChildren,
  sectionChildren,
  storyChildren,
  type GroupNode,
  type OutlineNode,
  type StoryNode,
} from './nodes';
import { treeItem } from './treeItems';

/** Groups of a library up to this size are open at first; those of a larger one are opened by whoever looks for something. */
const openUpTo = 200;

/** So many lines fit into a high window. */
const linesInView = 60;

/** The data of the tree. Groups and stories come from summaries; what is below a story is asked for when it is opened. */
export class OutlineProvider implements vscode.TreeDataProvider<OutlineNode> {
  private readonly changed = new vscode.EventEmitter<OutlineNode[] | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly folders = new Map<string, string>();
  readonly model: OutlineModel;

  constructor(
    private readonly library: StoryLibrary,
    private arrangement: Arrangement,
  ) {
    this.model = new OutlineModel(arrangement, (uri) => this.folderOf(uri));
    this.model.replace(library.stories);
  }

  /** Shows the library in another way. */
  arrange(arrangement: Arrangement): void {
    this.arrangement = arrangement;
    this.model.arrange(arrangement);
    this.changed.fire(undefined);
  }

  /**
   * Takes in what changed in the library. Only the lines of these stories are drawn again, and their groups where one came, went or
   * moved; undefined stands for all of them.
   */
  update(uris: ReadonlySet<string> | undefined): void {
    if (uris === undefined) {
      this.folders.clear();
      this.model.replace(this.library.stories);
      this.changed.fire(undefined);
      return;
    }
    const change = this.model.update([...uris].map((uri) => [uri, this.library.story(uri)]));
    if (change === 'everything') this.changed.fire(undefined);
    else if (change.length > 0) this.changed.fire([...change]);
  }

  /** Takes in that workspace folders came, went or have other names. */
  foldersChanged(): void {
    this.folders.clear();
    this.arrange(this.arrangement);
  }

  /** How many stories are shown; one that stands in two groups counts once. */
  get shownCount(): number {
    return this.model.shownCount;
  }

  /** The lines of a story: one for each group that it stands in. */
  linesOf(uri: string): StoryNode[] {
    return this.model.linesOf(uri);
  }

  getTreeItem(node: OutlineNode): vscode.TreeItem {
    const count = this.arrangement.filter === '' ? this.library.total : this.shownCount;
    return treeItem(node, count <= openUpTo);
  }

  async resolveTreeItem(item: vscode.TreeItem, node: OutlineNode): Promise<vscode.TreeItem> {
    if (node.type !== 'story') return item;
    const { uri } = node.story;
    const details = await this.library.details(uri);
    const path = vscode.workspace.asRelativePath(vscode.Uri.parse(uri, true));
    const story = details?.summary ?? node.story;
    item.tooltip = new vscode.MarkdownString(storyTooltip(story, details?.readinessTerms, path));
    return item;
  }

  async getChildren(node?: OutlineNode): Promise<OutlineNode[]> {
    if (!node) {
      await this.library.load();
      return this.shown(this.model.roots());
    }
    switch (node.type) {
      case 'group':
        return this.shown(this.model.childrenOf(node));
      case 'story': {
        if (node.story.problem !== null) return [];
        const details = await this.library.details(node.story.uri);
        return details ? storyChildren(node, details) : [];
      }
      case 'section':
        return sectionChildren(node);
      case 'evidenceList':
        return evidenceChildren(node);
      case 'followUpList':
        return followUpChildren(node);
      default:
        return [];
    }
  }

  getParent(node: OutlineNode): OutlineNode | undefined {
    return node.parent;
  }

  dispose(): void {
    this.changed.dispose();
  }

  /** The first lines are those that somebody is likely to see; the editor does not tell which it draws. */
  private shown(lines: readonly (GroupNode | StoryNode)[]): (GroupNode | StoryNode)[] {
    this.library.lookAt(
      lines.slice(0, linesInView).flatMap((line) => (line.type === 'story' ? [line.story.uri] : [])),
    );
    return [...lines];
  }

  /** To make a path relative takes longer than all else that a line of the tree needs. */
  private folderOf(uri: string): string {
    let folder = this.folders.get(uri);
    if (folder === undefined) this.folders.set(uri, (folder = folderOf(uri)));
    return folder;
  }
}
