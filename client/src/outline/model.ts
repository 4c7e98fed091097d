import type { StorySummary } from '../../../server/src/protocol';
import {
  comparison,
  compareKeys,
  groupLabel,
  keysOf,
  matchesFilter,
  valueOf,
  type Arrangement,
  type FolderOf,
} from './grouping';
import type { GroupNode, StoryNode } from './nodes';

/** What is to be drawn again: these lines with what is below them, or all of the tree. */
export type OutlineChange = 'everything' | readonly (GroupNode | StoryNode)[];

/** One group: who belongs to it is known at once; its lines are made and sorted when it is opened. */
interface Bucket {
  readonly node: GroupNode;
  readonly stories: Map<string, StorySummary>;
  readonly lines: Map<string, StoryNode>;
  /** Lines of the time before the library was shown in another way: the editor knows a line by its object. */
  readonly former: ReadonlyMap<string, StoryNode>;
  sorted: StoryNode[] | undefined;
}

/**
 * Groups and stories of the outline. A story that changes costs what it changes, whatever the size of the library: its own line, or
 * the groups that it leaves and enters.
 */
export class OutlineModel {
  private readonly stories = new Map<string, StorySummary>();
  private buckets = new Map<string, Bucket>();
  /** The groups that each shown story is in. */
  private readonly places = new Map<string, readonly string[]>();
  private order: Bucket[] | undefined;
  /** Groups of earlier times, for when they come back. */
  private readonly knownGroups = new Map<string, GroupNode>();

  constructor(
    private arrangement: Arrangement,
    private readonly folderOf: FolderOf,
  ) {}

  /** How many stories are shown; one that stands in two groups counts once. */
  get shownCount(): number {
    return this.places.size;
  }

  /** Whether the stories stand below groups. */
  get hasGroups(): boolean {
    return this.arrangement.grouping !== 'none';
  }

  /** Shows the library in another way. */
  arrange(arrangement: Arrangement): void {
    this.arrangement = arrangement;
    this.rebuild();
  }

  /** Takes these stories in the place of all that were there. */
  replace(stories: Iterable<StorySummary>): void {
    this.stories.clear();
    for (const story of stories) this.stories.set(story.uri, story);
    this.rebuild();
  }

  /** Takes in what became of some stories; undefined where one is gone. */
  update(changes: Iterable<readonly [uri: string, story: StorySummary | undefined]>): OutlineChange {
    const redrawn = new Set<GroupNode | StoryNode>();
    const groupsBefore = this.buckets.size;
    let isOtherGroup = false;
    for (const [uri, story] of changes) {
      const before = this.places.get(uri) ?? [];
      const after = story ? this.keysOf(story) : [];
      if (story) this.stories.set(uri, story);
      else this.stories.delete(uri);
      for (const key of before)
        if (!after.includes(key)) isOtherGroup = this.leave(key, uri, redrawn) || isOtherGroup;
      if (!story || after.length === 0) {
        this.places.delete(uri);
        continue;
      }
      this.places.set(uri, after);
      for (const key of after) {
        if (before.includes(key)) this.refresh(key, story, redrawn);
        else isOtherGroup = this.enter(key, story, redrawn) || isOtherGroup;
      }
    }
    if (isOtherGroup || this.buckets.size !== groupsBefore) return 'everything';
    // Without groups the one bucket is no line of the tree.
    if (!this.hasGroups && [...redrawn].some(({ type }) => type === 'group')) return 'everything';
    return [...redrawn].filter((node) => node.type === 'group' || !node.parent || !redrawn.has(node.parent));
  }

  /** The first lines: groups, or stories where there are no groups. */
  roots(): readonly (GroupNode | StoryNode)[] {
    const { grouping } = this.arrangement;
    this.order ??= [...this.buckets.values()].sort((a, b) => compareKeys(a.node.key, b.node.key, grouping));
    return this.hasGroups
      ? this.order.map(({ node }) => node)
      : this.order.flatMap((bucket) => this.linesIn(bucket));
  }

  /** The stories of a group in order; none once the group is gone. */
  childrenOf(group: GroupNode): readonly StoryNode[] {
    const bucket = this.buckets.get(group.key);
    return bucket?.node === group ? this.linesIn(bucket) : [];
  }

  /** The lines of a story: one for each group that it stands in, from top to bottom. */
  linesOf(uri: string): StoryNode[] {
    const { grouping } = this.arrangement;
    return [...(this.places.get(uri) ?? [])]
      .sort((a, b) => compareKeys(a, b, grouping))
      .flatMap((key) => {
        const bucket = this.buckets.get(key);
        return bucket?.stories.has(uri) ? [this.lineIn(bucket, uri)] : [];
      });
  }

  /** What a story of the group has in its front matter. */
  valueOf(group: GroupNode): string {
    return valueOf(group.key, this.arrangement.grouping, this.buckets.get(group.key)?.stories.values() ?? []);
  }

  /** The URIs of a group's stories. */
  urisIn(group: GroupNode): string[] {
    return [...(this.buckets.get(group.key)?.stories.keys() ?? [])];
  }

  private keysOf(story: StorySummary): readonly string[] {
    const { grouping, filter } = this.arrangement;
    return matchesFilter(story, filter) ? keysOf(story, grouping, this.folderOf) : [];
  }

  private rebuild(): void {
    const former = this.buckets;
    this.buckets = new Map();
    this.places.clear();
    this.order = undefined;
    for (const story of this.stories.values()) {
      const keys = this.keysOf(story);
      if (keys.length === 0) continue;
      this.places.set(story.uri, keys);
      for (const key of keys) this.bucket(key, story, former).stories.set(story.uri, story);
    }
    for (const { node, stories } of this.buckets.values()) node.count = stories.size;
  }

  private bucket(key: string, story: StorySummary, before?: ReadonlyMap<string, Bucket>): Bucket {
    let bucket = this.buckets.get(key);
    if (!bucket) {
      const node = this.groupNode(key, story);
      const same = before?.get(key);
      const former = same?.node === node ? same.lines : new Map<string, StoryNode>();
      bucket = { node, stories: new Map(), lines: new Map(), former, sorted: undefined };
      this.buckets.set(key, bucket);
    }
    return bucket;
  }

  private groupNode(key: string, story: StorySummary): GroupNode {
    const { grouping, filter } = this.arrangement;
    // What is opened among the matches of a filter says nothing of what is to be open without it.
    const id = `${grouping}:${key}${filter === '' ? '' : '|filtered'}`;
    let node = this.knownGroups.get(id);
    if (!node) {
      node = {
        type: 'group',
        id,
        parent: undefined,
        grouping,
        key,
        label: groupLabel(key, grouping, valueOf(key, grouping, [story])),
        count: 0,
      };
      this.knownGroups.set(id, node);
    }
    return node;
  }

  private leave(key: string, uri: string, redrawn: Set<GroupNode | StoryNode>): boolean {
    const bucket = this.buckets.get(key);
    if (!bucket) return false;
    const line = bucket.lines.get(uri);
    if (line && bucket.sorted) bucket.sorted.splice(bucket.sorted.indexOf(line), 1);
    bucket.stories.delete(uri);
    bucket.lines.delete(uri);
    return this.resized(bucket, redrawn);
  }

  private enter(key: string, story: StorySummary, redrawn: Set<GroupNode | StoryNode>): boolean {
    const isNew = !this.buckets.has(key);
    const bucket = this.bucket(key, story);
    bucket.stories.set(story.uri, story);
    if (bucket.sorted) this.insert(bucket, this.lineIn(bucket, story.uri));
    return this.resized(bucket, redrawn) || isNew;
  }

  /** Whether the group itself went. */
  private resized(bucket: Bucket, redrawn: Set<GroupNode | StoryNode>): boolean {
    bucket.node.count = bucket.stories.size;
    redrawn.add(bucket.node);
    const isGone = bucket.stories.size === 0;
    if (isGone) this.buckets.delete(bucket.node.key);
    this.order = undefined;
    return isGone;
  }

  /** A story that stays in its group: its line alone is drawn again, unless it moves. */
  private refresh(key: string, story: StorySummary, redrawn: Set<GroupNode | StoryNode>): void {
    const bucket = this.bucket(key, story);
    bucket.stories.set(story.uri, story);
    const line = bucket.lines.get(story.uri);
    if (!line) return;
    line.story = story;
    redrawn.add(line);
    if (!bucket.sorted) return;
    const compare = comparison(this.arrangement.sorting);
    const at = bucket.sorted.indexOf(line);
    const above = bucket.sorted[at - 1];
    const below = bucket.sorted[at + 1];
    if ((!above || compare(above.story, story) <= 0) && (!below || compare(story, below.story) <= 0)) return;
    bucket.sorted.splice(at, 1);
    this.insert(bucket, line);
    redrawn.add(bucket.node);
  }

  /** Where a line belongs among sorted ones is found by halving. */
  private insert({ sorted = [] }: Bucket, line: StoryNode): void {
    const compare = comparison(this.arrangement.sorting);
    let from = 0;
    let to = sorted.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (compare(sorted[middle]!.story, line.story) <= 0) from = middle + 1;
      else to = middle;
    }
    sorted.splice(from, 0, line);
  }

  private linesIn(bucket: Bucket): readonly StoryNode[] {
    const compare = comparison(this.arrangement.sorting);
    bucket.sorted ??= [...bucket.stories.keys()]
      .map((uri) => this.lineIn(bucket, uri))
      .sort((a, b) => compare(a.story, b.story));
    return bucket.sorted;
  }

  private lineIn(bucket: Bucket, uri: string): StoryNode {
    let line = bucket.lines.get(uri);
    if (!line) {
      const parent = this.hasGroups ? bucket.node : undefined;
      const story = bucket.stories.get(uri)!;
      line = bucket.former.get(uri) ?? { type: 'story', id: `${parent?.id ?? ''}|${uri}`, parent, story };
      line.story = story;
      bucket.lines.set(uri, line);
    }
    return line;
  }
}
