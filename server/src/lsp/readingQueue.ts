import type { SummaryJob } from './host';
import type { StorySource } from './storySource';

/** Stories to be read together: of one folder, and to one depth. */
export interface ReadingBatch {
  readonly uris: readonly string[];
  readonly depth: SummaryJob['depth'];
}

/**
 * How many stories are read together, in a thread of their own and where typing has to come in between: reviews so few that what somebody
 * looks at meanwhile need not wait, and that typing need not.
 */
const batchSizes = { elsewhere: { listing: 250, review: 8 }, here: { listing: 16, review: 4 } } as const;

/** Which closed stories are to be read, and in what order: all that are not known are listed before any is reviewed. */
export class ReadingQueue {
  private readonly listings = new Set<string>();
  private reviews = new Set<string>();

  constructor(private readonly source: Pick<StorySource, 'folderOf' | 'isReadElsewhere'>) {}

  get isEmpty(): boolean {
    return this.listings.size === 0 && this.reviews.size === 0;
  }

  /** Whether every story has been listed, or is being listed. */
  get hasListedAll(): boolean {
    return this.listings.size === 0;
  }

  has(uri: string): boolean {
    return this.listings.has(uri) || this.reviews.has(uri);
  }

  uris(): string[] {
    return [...this.listings, ...this.reviews];
  }

  add(uri: string, depth: SummaryJob['depth']): void {
    if (depth === 'listing') this.listings.add(uri);
    else this.reviews.add(uri);
  }

  delete(uri: string): void {
    this.listings.delete(uri);
    this.reviews.delete(uri);
  }

  /** Has these stories reviewed before the others, as far as they are to be reviewed at all. */
  putFirst(uris: readonly string[]): void {
    const first = uris.filter((uri) => this.reviews.has(uri));
    if (first.length > 0) this.reviews = new Set([...first, ...this.reviews]);
  }

  /** Takes the next stories out of the queue; undefined where there are none. */
  next(): ReadingBatch | undefined {
    const depth = this.listings.size > 0 ? 'listing' : 'review';
    const waiting = depth === 'listing' ? this.listings : this.reviews;
    const [first] = waiting;
    if (first === undefined) return undefined;
    const size = batchSizes[this.source.isReadElsewhere(first) ? 'elsewhere' : 'here'][depth];
    const folder = this.source.folderOf(first);
    const uris: string[] = [];
    for (const uri of waiting) {
      if (uris.length === size || this.source.folderOf(uri) !== folder) break;
      uris.push(uri);
    }
    for (const uri of uris) waiting.delete(uri);
    return { uris, depth };
  }
}
