import type { StorySummary } from '../../server/src/protocol';

/** The stories of the library by their URIs, as the server told of them. */
export class KnownStories {
  private readonly byUri = new Map<string, StorySummary>();
  /** The same as a list, made when it is asked for. */
  private asList: readonly StorySummary[] | undefined;
  /** Stories of the time before all was asked for again: they are shown until the server has told of them, or of all others. */
  private unconfirmed = new Set<string>();

  /** All stories, in the order in which they were first told of; the same list until something changes. */
  get all(): readonly StorySummary[] {
    return (this.asList ??= [...this.byUri.values()]);
  }

  get count(): number {
    return this.byUri.size;
  }

  /** The story with this URI; undefined where there is none. */
  get(uri: string): StorySummary | undefined {
    return this.byUri.get(uri);
  }

  /** Takes what the server tells of a story; undefined where it is gone. */
  confirm(uri: string, story: StorySummary | undefined): void {
    this.asList = undefined;
    this.unconfirmed.delete(uri);
    if (story) this.byUri.set(uri, story);
    else this.byUri.delete(uri);
  }

  /** Takes all that the server tells at once. What it does not name stays unconfirmed where `isAll` is false: the rest is to follow. */
  confirmAll(stories: readonly StorySummary[], isAll: boolean): void {
    if (isAll) this.byUri.clear();
    this.asList = undefined;
    this.unconfirmed = new Set(this.byUri.keys());
    for (const story of stories) this.confirm(story.uri, story);
  }

  /** Forgets the stories that the server has not told of since all was asked for again, and returns their URIs. */
  dropUnconfirmed(): string[] {
    const gone = [...this.unconfirmed];
    for (const uri of gone) this.confirm(uri, undefined);
    return gone;
  }

  clear(): void {
    this.confirmAll([], true);
  }
}
