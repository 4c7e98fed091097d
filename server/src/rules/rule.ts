import type { RuleId, PhrasingRuleId, SectionKind } from '../rubric/ids';
import type { Reason } from '../judgement';
import type { Reading } from '../prose/reading';
import type { Rewrite } from '../text/rewrite';
import type { Span } from '../text/span';
import type { ReviewDraft } from './reviewDraft';

/** As loud as a finding can be, named as in LSP. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** The five documents from which the rubric comes. */
export type Seed = '000' | '001' | '002' | '003' | '004' | 'delivery' | 'use';

/** A weak text, the place that is marked in it, and what the first rewrite makes of it. All three are tests. */
export interface WeakExample {
  /** The sentence with the finding's span between « and ». */
  readonly text: string;
  readonly section?: SectionKind;
  /** The sentence after the first rewrite; left out where the rule offers none for it. */
  readonly rewritten?: string;
}

/** A text on which the rule stays silent though it looks like one on which it fires. */
export interface StrongExample {
  readonly text: string;
  readonly section?: SectionKind;
}

/** What a rule says of itself: its page in docs/, its hover and its settings are made from this. */
export interface RuleText<Id extends RuleId = RuleId> {
  readonly id: Id;
  /** What it finds, as a noun phrase of a few words: "Blame on others". */
  readonly title: string;
  /** What it finds, in one sentence. */
  readonly summary: string;
  /** How an interviewer hears it. */
  readonly why: string;
  /** What to write instead. */
  readonly advice: string;
  readonly source: readonly Seed[];
  readonly severity: Severity;
}

/** One place that a phrasing rule found in a sentence. */
export interface PhrasingMatch {
  /** In the sentence's plain text. */
  readonly span: Span;
  /** What is wrong here, in the user's words and with the sentence's own: one sentence with a full stop. */
  readonly message: string;
}

/**
 * A rule that reads one sentence with its section and nothing else, so that its answers can be kept by the sentence's text.
 *
 * The trained judge says how certain it is that the rule applies, in a story in the light of the sentences around; where that is enough,
 * or where, of a sentence alone, `raises` says yes, and no veto is spoken, the rule says where and what.
 */
export interface PhrasingRule extends RuleText<PhrasingRuleId> {
  readonly kind: 'phrasing';
  /** The only sections in which the rule applies; everywhere when left out. */
  readonly sections?: readonly SectionKind[];
  /**
   * Says that the rule applies to a sentence alone though the judge is not certain enough; `probability` is what it thinks of it. Asked only from
   * `raisesFrom` on, so it must be cheap for the sentences that it has no say in.
   */
  raises?(reading: Reading, probability: number): boolean;
  /** The least probability at which the rule may raise; 0.2 when left out. Below it, on unseen text, half of what is raised is wrong. */
  readonly raisesFrom?: number;
  /** Says that the rule does not apply though the judge thinks so. */
  vetoes?(reading: Reading): boolean;
  /**
   * Where the weakness stands and what to say of it; called only for a sentence that has it. `reasons` are the words that spoke for the
   * rule in the judge's ears, strongest first: where grammar does not say where, they do (`weightiestClause`).
   */
  locate(reading: Reading, reasons: readonly Reason[]): PhrasingMatch;
  /** Stronger wordings, the best first; none is better than a bad one. Spans are in the sentence's plain text. */
  rewrite(reading: Reading, match: PhrasingMatch): readonly Rewrite[];
  readonly examples: { readonly weak: readonly WeakExample[]; readonly strong: readonly StrongExample[] };
}

/** One place that a structure rule found in the story. Spans are in the document. */
export interface StructureMatch {
  readonly span: Span;
  readonly message: string;
  /** Overrides the rule's severity, where the profile decides it. */
  readonly severity?: Severity;
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
  /** Computed when the light bulb is opened. */
  readonly rewrites?: () => readonly Rewrite[];
}

/** A rule that reads the whole story, with its evidence, its timing and the phrasing findings so far. */
export interface StructureRule extends RuleText {
  readonly kind: 'structure';
  check(draft: ReviewDraft): readonly StructureMatch[];
  readonly examples: { readonly weak: readonly string[]; readonly strong: readonly string[] };
}

export type Rule = PhrasingRule | StructureRule;
