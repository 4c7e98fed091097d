import type { ProtocolRange } from '../protocol';
import type { EvidenceKind, RuleId } from '../rubric/ids';
import type { SentenceFacts, Target, Timing } from '../rules/reviewDraft';
import type { Severity } from '../rules/rule';
import type { Story } from '../story/story';
import type { Rewrite } from '../text/rewrite';
import type { Span } from '../text/span';
import type { Readiness } from './readiness';

/** How sure the analyser is of a finding. */
export type Certainty = 'sure' | 'likely' | 'possible';

/** Another place that a finding speaks of. */
export interface RelatedPlace {
  /** In this story; where the place is in another one, that of the finding. */
  readonly span: Span;
  readonly message: string;
  /** Where it is in another story. */
  readonly elsewhere?: { readonly uri: string; readonly range: ProtocolRange };
}

/** One thing that an interviewer would mark down, at its place in the document. */
export interface Finding {
  readonly rule: RuleId;
  readonly span: Span;
  readonly message: string;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly related: readonly RelatedPlace[];
  /** Stronger wordings, the best first, in document offsets. Worked out when first asked for, and once. */
  readonly rewrites: () => readonly Rewrite[];
  /** The first of them, for those who show no other: the rest are not worked out for it. */
  readonly bestRewrite: () => Rewrite | undefined;
}

/** A rule that threw. The others have spoken all the same. */
export interface Fault {
  readonly rule: RuleId;
  readonly error: unknown;
}

/** All that is known of one version of a story. */
export interface Review {
  readonly story: Story;
  readonly target: Target;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  readonly sentences: readonly SentenceFacts[];
  readonly evidence: ReadonlyMap<EvidenceKind, readonly SentenceFacts[]>;
  readonly timing: Timing;
  readonly readiness: Readiness;
  readonly faults: readonly Fault[];
}
