import { blame } from './phrasing/blame';
import { vaguePrevention } from './phrasing/vague-prevention';
import { unquantifiedClaim } from './phrasing/unquantified-claim';
import { activityAsImpact } from './phrasing/activity-as-impact';
import { weAction } from './phrasing/we-action';
import { handedOff } from './phrasing/handed-off';
import { passiveAction } from './phrasing/passive-action';
import { genericLearning } from './phrasing/generic-learning';
import { noChange } from './phrasing/no-change';
import { soloHero } from './phrasing/solo-hero';
import { minimizing } from './phrasing/minimizing';
import { panic } from './phrasing/panic';
import { lateCommunication } from './phrasing/late-communication';
import { unverifiedFix } from './phrasing/unverified-fix';
import { vagueAction } from './phrasing/vague-action';
import { weakOwnership } from './phrasing/weak-ownership';
import { effortNotInitiative } from './phrasing/effort-not-initiative';
import { causeless } from './phrasing/causeless';
import { hedging } from './phrasing/hedging';
import type { PhrasingRule, RuleText, StructureRule } from './rule';
import type { RuleId } from '../rubric/ids';
import { upkeepTexts } from './upkeep';
import { structureRules as structure } from './structure';

/** The rules that read one sentence, in the order of the rubric. A new rule is one file and one line here. */
export const phrasingRules: readonly PhrasingRule[] = [
  blame,
  vaguePrevention,
  unquantifiedClaim,
  activityAsImpact,
  weAction,
  handedOff,
  passiveAction,
  genericLearning,
  noChange,
  soloHero,
  minimizing,
  panic,
  lateCommunication,
  unverifiedFix,
  vagueAction,
  weakOwnership,
  effortNotInitiative,
  causeless,
  hedging,
];

export const structureRules: readonly StructureRule[] = structure;

/** What every rule says of itself, by id. */
const textOf = new Map<RuleId, RuleText>(
  [...phrasingRules, ...structureRules, ...upkeepTexts].map((rule) => [rule.id, rule]),
);

/** The texts of a rule. Every rule id has them; a test proves it. */
export function ruleText(id: RuleId): RuleText {
  return textOf.get(id)!;
}
