import type { SentenceFigures } from '../figures/changes';
import type { ConfidentialWords } from './structure/confidentialText';
import type { EvidenceKind, Company, Level, SectionKind } from '../rubric/ids';
import type { SpokenTimeBudgets } from '../rubric/sections';
import type { Sentence } from '../prose/sentences';
import type { Story } from '../story/story';
import type { Span } from '../text/span';

/** Which evidence a sentence supplies, and the section it is told in. */
export interface SentenceFacts {
  readonly sentence: Sentence;
  /** The heading's section; where the story has no headings, the section that its words belong to. */
  readonly section: SectionKind | undefined;
  /** In the document. */
  readonly span: Span;
  readonly evidence: ReadonlySet<EvidenceKind>;
  /** How many words it takes to say, figures as they are spoken. */
  readonly spokenWords: number;
  readonly figures: SentenceFigures;
}

/** For whom the story is meant. */
export interface Target {
  readonly level: Level;
  readonly company: Company | undefined;
}

/** How long the story takes to say, in seconds. */
export interface Timing {
  readonly total: number;
  readonly sections: Readonly<Record<SectionKind, number>>;
}

/** What the structure rules see: the story with all that was read in it, before their own findings. */
export interface ReviewDraft {
  readonly story: Story;
  readonly sentences: readonly SentenceFacts[];
  /** The kinds that the story supplies, each with its sentences in the order of the text. */
  readonly evidence: ReadonlyMap<EvidenceKind, readonly SentenceFacts[]>;
  /** How probable it is that the damage is contained only after the cause or the fix has been told, 0..1. */
  readonly lateMitigation: number;
  readonly timing: Timing;
  readonly target: Target;
  readonly budgets: SpokenTimeBudgets;
  /** Names that front matter may hold beside the built-in ones: the user's own principles. */
  readonly knownPrinciples: readonly string[];
  /** Likewise the companies of their own principle sets. */
  readonly knownCompanies: readonly string[];
  /** What the user has said is confidential. */
  readonly confidentialWords: ConfidentialWords;
}
