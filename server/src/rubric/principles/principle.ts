import type { Company, EvidenceKind } from '../ids';

/** How often a story about an incident can carry a principle. */
export type IncidentFit = 'often' | 'sometimes' | 'rarely';

/** One principle, attribute or competency that a company interviews for. */
export interface Principle {
  /** Unique over all sets of ours: the key in front matter's `principles`, next to the name. */
  readonly id: string;
  /** The company's own name for it. */
  readonly name: string;
  /** Other spellings, in lower case. */
  readonly aliases?: readonly string[];
  /** What it means, in our words. */
  readonly meaning: string;
  /** The evidence that proves it in a story, with its weight: 3 carries the principle, 2 supports it, 1 rounds it off. */
  readonly evidence: Readonly<Partial<Record<EvidenceKind, 1 | 2 | 3>>>;
  readonly incidentFit: IncidentFit;
}

/** The dated set of one company. */
export interface PrincipleSet {
  readonly company: Company;
  /** What the company calls its principles. */
  readonly title: string;
  /** When the list took this form, as far as is known (year and month, or year). */
  readonly asOf?: string;
  /** When the list was last compared with its source (year and month). */
  readonly checked: string;
  readonly source: string;
  /** Whether the source is the company's own page. */
  readonly firstHand: boolean;
  readonly principles: readonly Principle[];
}
