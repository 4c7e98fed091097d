import { evidenceKinds, type EvidenceKind } from './ids';

/**
 * What a sub-heading or a label promises of the lines below it, by the stems that name each kind of evidence (rubric 2) and the phases of an
 * incident. It is a promise only: what a line shows, its own words decide beside it.
 */
const names: Readonly<Record<EvidenceKind, RegExp>> = {
  impact:
    /\bimpact|blast radius|damage|(?:who|what) (?:was|were) (?:hit|affected|hurt)|symptom|what (?:broke|failed|went wrong|happened)|severity/i,
  scope:
    /\bscope|owner|my (?:role|part|place|call|job)|responsib|whose|mandate|why (?:i|me)\b|not (?:mine|my)/i,
  mitigation:
    /\bmitigat|contain|stabili[sz]|(?:stop|stem)\p{L}* the (?:bleed|loss|damage)|triage|first aid|work-?arounds?|stop-?gap|roll(?:ed|ing)?[- ]?back|revert|interim|short[- ]term|immediate|emergency|degrad|fall-?back|damage control|quick relief|tourniquet/iu,
  communication:
    /\bcommunicat|comms|updates?\b|status\b|stakeholder|(?:who|what) (?:was|were|i|we) (?:told|informed)|who knew|inform|notif|announce|messag|telling|word to|kept in the loop|reporting/i,
  collaborators:
    /\bcollaborat|people|team|who (?:helped|else|joined|came|did what|responded)|with whom|crew|roles\b|responders?|helpers?|involved|colleagues?|call in|cast\b|hands\b/i,
  diagnosis:
    /\bdiagnos|investigat|hypothes|evidence|experiment|debug|analy[sz]|finding|signals?\b|logs?\b|traces?\b|metrics, |instrument|observ|reproduc|detect|discover|suspects?|theor(?:y|ies)|clues?|dig|digging|ruled out|tracing|measurements?|H\d\b|search|bisect|first look|probing|forensic/i,
  'root-cause':
    /\bcauses?\b|culprit|\bwhy it|what was (?:really )?wrong|mechanism|explanation|the bug\b|reason\b|defect|underlying/i,
  fix: /\bfix|hot-?fix|repair|remed|patch|solution|solv|resol|implement|roll-?out|design|build|built|rewrite|correct|change made|the change\b|recover|restor|cut-?over|migrat|deliver|clean-?up/i,
  validation:
    /\bvalidat|verif|confirm|proof|prov(?:e|ing)|check|watch|how (?:i|we) knew|soak|acceptance|test(?:s|ed|ing)?\b|did it (?:work|hold)|monitoring after|observation|sign-?off/i,
  prevention:
    /\bprevent|long[- ]term|permanent|safeguard|guard|harden|for good|lasting|never again|not again|so (?:that )?it (?:can|do|won)|action items?|recurr|process|reliab|resilien|polic(?:y|ies)|what changed|changes?\b since|durable|systemic|follow-?through|alert|runbook/i,
  'trade-off':
    /\btrade|alternativ|compromis|price\b|gave up|give up|given up|cost of|what (?:it|this|that) cost|considered|options?\b|decisions?\b|accepted|sacrific|what i chose|choices?\b|not done|left out|consequences accepted/i,
  metric:
    /\bmetric|numbers?\b|figures?\b|before\b.*\bafter|measur|kpi|performance|outcome in|in numbers|latency|stats|statistics|results?\b|scor/i,
  'business-value':
    /\bbusiness|money|revenue|customer|cost sav|saving|value\b|cost\b|sla\b|commercial|financ|budget|contract|users\b/i,
  'second-order':
    /\bsecond[- ]order|adopt|spread|ripple|beyond|elsewhere|org|wider|standard|other teams|since then|company|knock-on|reuse/i,
  reflection:
    /\blearn|lesson|take-?away|reflect|retro|differently|hindsight|next time|looking back|regret|what i (?:would|'d)|mistakes?\b|insight|moral/i,
  'cross-team':
    /\bcross|other (?:teams?|groups?|squads?)|partners?\b|depart|vendors?\b|suppliers?\b|across|outside|stakeholder|dependenc|neighbou?rs|joint|legal|org/i,
};

/** The kinds of evidence that a caption names; none for "Day 2", and several for "Mitigation and short-term fixes". */
export function kindsNamedBy(caption: string): EvidenceKind[] {
  return evidenceKinds.filter((kind) => names[kind].test(caption));
}
