import type { EvidenceKind } from '../ids';

/** A behavioural question of the bank. */
export interface Question {
  readonly id: string;
  readonly text: string;
  /** Ids of the principles that the question probes, the first foremost. */
  readonly principles: readonly string[];
  /** The evidence that a good answer shows, the first foremost. */
  readonly evidence: readonly EvidenceKind[];
  /** What the question is about; angles are chosen by these. */
  readonly tags: readonly string[];
  /** The seed in which the question stands, if any. */
  readonly seed?: string;
}
