import * as vscode from 'vscode';
import type { StoryLibrary } from '../library';
import { folderOf } from '../storyFiles';
import { groupStories, type Arrangement } from './grouping';
import { storyTooltip } from './labels';
import {
  buildRoots,
  evidenceChildren,
  sectionChildren,
  storyChildren,
  withStories,
  type GroupNode,
  type OutlineNode,
  type StoryNode,
} from './nodes';
import { treeItem } from './treeItems';

/** The data of the tree. Groups and stories come from summaries; what is below a story is asked for when it is opened. */
export class OutlineProvider implements vscode.TreeDataProvider<OutlineNode> {
  private readonly changed = new vscode.EventEmitter<OutlineNode[] | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private roots: (GroupNode | StoryNode)[] = [];
  private known: ReadonlyMap<string, GroupNode | StoryNode> = new Map();

  constructor(
    private readonly library: StoryLibrary,
    private arrangement: Arrangement,
  ) {}

  /** Shows the library in another way. */
  arrange(arrangement: Arrangement): void {
    this.arrangement = arrangement;
    this.rebuild();
    this.changed.fire(undefined);
  }

  /**
   * Takes in what changed in the library. Only the lines of these stories are drawn again, unless one came, went or moved; undefined
   * stands for all of them.
   */
  update(uris: ReadonlySet<string> | undefined): void {
    const before = this.shape();
    this.rebuild();
    if (uris === undefined || this.shape() !== before) this.changed.fire(undefined);
    else this.changed.fire(this.storyNodes().filter(({ story }) => uris.has(story.uri)));
  }

  /** How many stories are shown; one that stands in two groups counts once. */
  get shownCount(): number {
    return new Set(this.storyNodes().map(({ story }) => story.uri)).size;
  }

  /** The lines of a story: one for each group that it stands in. */
  linesOf(uri: string): StoryNode[] {
    return this.storyNodes().filter(({ story }) => story.uri === uri);
  }

  getTreeItem(node: OutlineNode): vscode.TreeItem {
    return treeItem(node);
  }

  async resolveTreeItem(item: vscode.TreeItem, node: OutlineNode): Promise<vscode.TreeItem> {
    if (node.type !== 'story') return item;
    const details = await this.library.details(node.story.uri);
    item.tooltip = new vscode.MarkdownString(storyTooltip(node.story, details?.readinessTerms));
    return item;
  }

  async getChildren(node?: OutlineNode): Promise<OutlineNode[]> {
    if (!node) {
      await this.library.load();
      return this.roots;
    }
    switch (node.type) {
      case 'group':
        return node.children;
      case 'story': {
        const details = await this.library.details(node.story.uri);
        return details ? storyChildren(node, details) : [];
      }
      case 'section':
        return sectionChildren(node);
      case 'evidenceList':
        return evidenceChildren(node);
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

  private rebuild(): void {
    this.roots = buildRoots(groupStories(this.library.stories, this.arrangement, folderOf), this.known);
    this.known = new Map(withStories(this.roots).map((node) => [node.id, node]));
  }

  private storyNodes(): StoryNode[] {
    return withStories(this.roots).filter((node) => node.type === 'story');
  }

  /** Changes exactly when a line comes, goes or moves. */
  private shape(): string {
    return withStories(this.roots)
      .map(({ id }) => id)
      .join('\n');
  }
}
