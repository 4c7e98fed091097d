import type { PhrasingRuleId } from '../rubric/ids';
import { vagueNoun as vagueTopic } from '../rules/rewriting/mechanisms';

/** What of a sentence may go with the weakness that a rule finds, because it is the weakness. */
export interface Weakness {
  /** Things named within the finding are a picture of the weakness: "chaos like a henhouse", "a chance to grow". */
  readonly isPicture?: boolean | 'unless technical';
  /** People are what is weak: who is blamed, who gave the order, who praised. */
  readonly isPeople?: boolean;
  /** Times are what is weak: how many hours it took. */
  readonly isTime?: boolean;
}

export const weaknesses: Partial<Record<PhrasingRuleId, Weakness>> = {
  blame: { isPeople: true },
  'weak-ownership': { isPeople: true },
  'solo-hero': { isPeople: true },
  'activity-as-impact': { isPicture: true, isPeople: true },
  'effort-not-initiative': { isPicture: true, isPeople: true, isTime: true },
  'generic-learning': { isPicture: true, isPeople: true },
  'no-change': { isPicture: true, isPeople: true },
  minimizing: { isPicture: 'unless technical' },
  causeless: { isPicture: 'unless technical' },
  'vague-action': { isPicture: 'unless technical' },
  panic: { isPicture: true, isPeople: true },
};

/** Rules for which the things that a sentence names are its matter, and never what is weak. */
export const subjectMatter: ReadonlySet<PhrasingRuleId> = new Set([
  'unquantified-claim',
  'passive-action',
  'we-action',
]);

/** A word by which the weakness itself is told. */
export function isOfWeakness(id: PhrasingRuleId, word: string): boolean {
  if (id === 'vague-prevention') return checkbox.test(word) || (vagueTopic.test(word) && word !== 'change');
  return wordsOfWeakness[id]?.test(word) ?? false;
}

const wordsOfWeakness: Partial<Record<PhrasingRuleId, RegExp>> = {
  blame:
    /^(?:negligence|incompetence|ignorance|blame|leadership|boot|shoulder|drama|catastrophe|tragedy|disaster|soul|lapse|diligence|competence|defen[cs]e)$/,
  'weak-ownership':
    /^(?:duty|shift|rota|rotation|roster|list|turn|desk|plate|lap|queue|priority|custom|qualification|role|position|straw|initials?|charge|say|lot|short|letter|ergo|fight|extent|task|assignment|meaning|default)$/,
  'solo-hero':
    /^(?:hero|rescue|genius|shoulder|instinct|wit|gift|talent|adult|brain|decoration|nose|credit|experience|blunt|sun|savio[u]?r|judg[e]?ment|glory|applause|lack|sky|rite|solo|modesty|army)$/,
  'unverified-fix':
    /^(?:silence|complaint|sign|gut|feeling|faith|hope|sleep|news|glance|doubt|strength|wood|peep|lid|laptop|gold|book|likelihood|estimation|confidence|chapter|proof|drama|endorsement|outcome|blessing|night|bed|coat|eyeball|fact)$/,
  'late-communication':
    /^(?:note|mail|e-?mail|message|line|word|update|report|post|heads-up|letter|notice|sms|explanation|affair|matter|subject|reason|deal|wood)$/,
  'handed-off': /^(?:direction|fear|pocket|fence|wall|hook)$/,
  'unquantified-claim':
    /^(?:fortune|mint|bomb|packet|ton|bucket|load|sum|chunk|heap|pile|fraction|sliver|mountain|flood|wave)$/,
  causeless:
    /^(?:gods?|gremlin|murphy|luck|fate|mercury|retrograde|moon|star|karma|ghost|devil|curse|rhyme|beast|nature|spirit|demon|universe|mystery|voodoo|goblin|butterfly|hurricane|punch|law|theory|mood|will|force|shit|history|weather|culprit|rays?|age|agency)$/,
  minimizing:
    /^(?:blip|hiccup|glitch|hitch|storm|teacup|scratch|drama|tragedy|fuss|scene|harm|deal|moon|typist|blame|guilt|defen[cs]e|fortune|importance|consequence|bump|foul|weight|seat|drop|ocean|breeze|biggie|scheme|loss|mistake|formality|event|interest|exaggeration|noise)$/,
  'vague-action':
    /^(?:trial|error|hat|sleeve|string|goods|eye|magic|deep|dive|breath|detective|elimination|maintenance|lever|card|necessary|corrections?|measure|approach|technique|tool)$/,
};

/** Exercises that prevent nothing by themselves: to name them is the weakness. */
const checkbox =
  /^(?:closer|sharper|greater|better|safer|safe|open|eyes?|care|tighter|stricter|post-?mortem|retro|retrospective|review|wiki|process|training|documentation|monitoring|testing|tests?|guardrail|safeguard|alert|dashboard|measure|observability|procedure|effort|meeting|culture|discipline|attention|quality)$/;
