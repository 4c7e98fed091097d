import type { Levels } from '../context/storyJudge';
import type { Judgement } from '../judgement';
import type { Reading } from '../prose/reading';
import type { PhrasingRuleId } from '../rubric/ids';
import { phrasingRules } from '../rules';
import type { PhrasingMatch, PhrasingRule } from '../rules/rule';
import type { Certainty, Fault } from './review';

/** What a phrasing rule found in a sentence. */
export interface PhrasingHit {
  readonly rule: PhrasingRule;
  readonly certainty: Certainty;
  readonly match: PhrasingMatch;
}

/** Where a rule does not say from which probability on it may raise. */
const plausible = 0.2;

/** How probable each rule is of a sentence, 0..1. */
export interface PhrasingCertainties {
  certainty(rule: PhrasingRuleId): number;
}

/** What is thought of a sentence by itself, and why. */
export type JudgedAlone = PhrasingCertainties & Pick<Judgement, 'explain'>;

interface RuleAnswers {
  isRaised?: boolean;
  isVetoed?: boolean;
  match?: PhrasingMatch;
  /** It threw. */
  isFaulty?: boolean;
}

/**
 * What the rules say of one sentence. Whether a rule raises or vetoes it, and where, depends on the sentence alone, so each is asked at
 * most once, and only when a grade makes it matter; how the judge grades the sentence may change with its neighbours.
 */
export class PhrasingOpinions {
  readonly faults: Fault[] = [];
  /** What the rules answered; most sentences make none of them matter. */
  private answers: Map<PhrasingRule, RuleAnswers> | undefined;

  /** `alone` is the judgement of the sentence by itself; `asked` is told of every question to a rule. Where nothing is said yet, `rules` is empty. */
  constructor(
    private readonly reading: Reading,
    private readonly alone: JudgedAlone,
    private readonly asked: () => void,
    private readonly rules: readonly PhrasingRule[] = phrasingRules,
  ) {}

  /** The findings, with the certainties and thresholds for the sentence alone or in its story. */
  hits(judgement: PhrasingCertainties, thresholds: (rule: PhrasingRuleId) => Levels): PhrasingHit[] {
    const found: PhrasingHit[] = [];
    for (const rule of this.rules) {
      if (this.answers?.get(rule)?.isFaulty === true) continue;
      try {
        const certainty = this.certainty(rule, judgement, thresholds(rule.id));
        if (certainty) found.push({ rule, certainty, match: this.match(rule) });
      } catch (error) {
        this.answersOf(rule).isFaulty = true;
        this.faults.push({ rule: rule.id, error });
      }
    }
    return found;
  }

  private certainty(
    rule: PhrasingRule,
    judgement: PhrasingCertainties,
    { sure, balanced, lenient }: Levels,
  ): Certainty | undefined {
    const { section } = this.reading;
    if (rule.sections && (section === undefined || !rule.sections.includes(section))) return undefined;
    const probability = judgement.certainty(rule.id);
    if (probability >= balanced)
      return this.isVetoed(rule) ? undefined : probability >= sure ? 'sure' : 'likely';
    // In a story what stands around the sentence tells more than a rule could.
    const isRaised = judgement === this.alone && this.isRaised(rule);
    const graded = isRaised ? 'likely' : probability >= lenient ? 'possible' : undefined;
    return graded && !this.isVetoed(rule) ? graded : undefined;
  }

  private isRaised(rule: PhrasingRule): boolean {
    if (rule.raises === undefined) return false;
    const probability = this.alone.certainty(rule.id);
    if (probability < (rule.raisesFrom ?? plausible)) return false;
    const answers = this.answersOf(rule);
    return (answers.isRaised ??= this.ask(() => rule.raises!(this.reading, probability)));
  }

  private isVetoed(rule: PhrasingRule): boolean {
    if (rule.vetoes === undefined) return false;
    return (this.answersOf(rule).isVetoed ??= this.ask(() => rule.vetoes!(this.reading)));
  }

  private match(rule: PhrasingRule): PhrasingMatch {
    const answers = this.answersOf(rule);
    return (answers.match ??= this.ask(() => rule.locate(this.reading, this.alone.explain(rule.id))));
  }

  private answersOf(rule: PhrasingRule): RuleAnswers {
    this.answers ??= new Map();
    let answers = this.answers.get(rule);
    if (!answers) this.answers.set(rule, (answers = {}));
    return answers;
  }

  private ask<Answer>(question: () => Answer): Answer {
    this.asked();
    return question();
  }
}
