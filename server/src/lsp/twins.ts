import { fingerprintOf } from '../library/fingerprint';
import { countsWithTwins, reviewWithTwins } from '../library/libraryFindings';
import type { StoryRecord } from '../library/record';
import { TwinIndex } from '../library/twins';
import type { StorySummary } from '../protocol';
import type { ReviewOptions } from '../review/options';
import type { Review } from '../review/review';

/** How long an open story rests before it is compared with the others, in milliseconds: nobody waits for that, and keys come faster. */
const restTime = 400;

/** The twins of the stories of the library, kept up with what is typed. */
export interface LibraryTwins {
  /** A story is gone. */
  remove(uri: string): void;
  /** Stories were read, or are gone. */
  setAll(records: Iterable<readonly [uri: string, record: StoryRecord | undefined]>): void;
  /** An open story changed: it is compared with the others once it rests. */
  touch(uri: string): void;
  readonly index: TwinIndex;
  /** The review with what its twins add to it; the same object for the same review and twins. */
  complete(uri: string, review: Review, options: ReviewOptions): Review;
  /** The summary of a story that is not open, with what its twins add to its counts. */
  completeSummary(summary: StorySummary, options: ReviewOptions): StorySummary;
}

/**
 * `reviewOf` is the newest review of an open story. `changed` is told which stories have other twins than before, `failed` which could not
 * be compared.
 */
export function createTwins(
  reviewOf: (uri: string) => Promise<Review | undefined>,
  changed: (uris: ReadonlySet<string>) => void,
  failed: (uri: string, error: unknown) => void,
): LibraryTwins {
  const index = new TwinIndex();
  const completed = new WeakMap<Review, { twins: unknown; options: ReviewOptions; result: Review }>();
  const touched = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = (affected: ReadonlySet<string>): void => {
    if (affected.size > 0) changed(affected);
  };
  const compareTouched = async (): Promise<void> => {
    timer = undefined;
    const uris = [...touched];
    touched.clear();
    for (const uri of uris) await compare(uri).catch((error: unknown) => failed(uri, error));
  };
  const compare = async (uri: string): Promise<void> => {
    const review = await reviewOf(uri);
    if (!review) return;
    const { story, sentences } = review;
    tell(index.set(uri, story.isBinary ? undefined : fingerprintOf(uri, story, sentences)));
  };
  return {
    index,
    remove: (uri) => {
      tell(index.set(uri, undefined));
    },
    setAll: (records) => {
      tell(index.setAll([...records].map(([uri, record]) => [uri, record?.print])));
    },
    touch: (uri) => {
      touched.add(uri);
      clearTimeout(timer);
      timer = setTimeout(() => void compareTouched(), restTime);
    },
    complete: (uri, review, options) => {
      const twins = index.twinsOf(uri);
      const known = completed.get(review);
      if (known?.twins === twins && known.options === options) return known.result;
      const result = reviewWithTwins(review, twins, options);
      completed.set(review, { twins, options, result });
      return result;
    },
    completeSummary: (summary, options) => {
      const print = index.fingerprint(summary.uri);
      const twins = index.twinsOf(summary.uri);
      if (!print || twins.length === 0) return summary;
      return { ...summary, counts: countsWithTwins(summary.counts, print, twins, options) };
    },
  };
}
