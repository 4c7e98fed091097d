import { isPersonNoun } from '../prose/actors';
import type { Clause, Term } from '../prose/clause';
import { groupNouns, teamNames } from '../prose/lexicon/actors';
import { wordSet } from '../prose/lexicon/wordSet';
import { timeNouns } from '../prose/lexicon/openWords';
import { singular } from '../prose/nouns';
import type { Reading } from '../prose/reading';
import type { PhrasingRuleId } from '../rubric/ids';
import { contains, overlaps, spansOf, type Span } from '../text/span';
import { vagueNoun } from './keptPhrases';

/**
 * The words of a sentence that say something of their own and that no rule of thumb takes for a part of the weakness: deeds, things and
 * what tells one thing from another. `speaks` tells whether a word was heard as the weakness itself.
 */
export function leftWords(reading: Reading, id: PhrasingRuleId, speaks: (span: Span) => boolean): Term[] {
  if (!heedsWords.has(id)) return [];
  return reading.terms.filter((term, index) => {
    if (!/\p{L}{3}/u.test(term.text)) return false;
    const isState = /^(?:minimizing|causeless)$/.test(id) && states.has(term.normal);
    const isPlain =
      deedsAreMatter.has(id) || isState || (id === 'vague-action' && technicalDeeds.has(term.lemma));
    if (speaks(term.span) && !isPlain) return false;
    if (/^(?:verb|past|participle|gerund)$/.test(term.tag)) return isDeed(reading, id, index);
    return isState || (term.tag === 'adjective' && isDistinction(reading.terms, id, index));
  });
}

/** Rules that find fault with how a thing is told: what else the sentence tells is a fact. The others find a feeling, a lesson or a boast. */
const heedsWords: ReadonlySet<PhrasingRuleId> = new Set([
  'blame',
  'causeless',
  'handed-off',
  'late-communication',
  'minimizing',
  'passive-action',
  'solo-hero',
  'unquantified-claim',
  'unverified-fix',
  'vague-action',
  'vague-prevention',
  'we-action',
  'weak-ownership',
]);

/** Rules that ask whose deed it was: the deed itself is never weak. */
const deedsAreMatter: ReadonlySet<PhrasingRuleId> = new Set(['passive-action', 'we-action']);

/** Steps that one can picture, however vaguely the rest is told. */
const technicalDeeds = wordSet(
  'restart reboot reinstall redeploy revert rebuild reset recompile retrain reseat replace swap delete reformat reimage upgrade downgrade patch rewrite rerun reindex truncate vacuum',
);

/** How a thing was that is played down. */
const states = wordSet(
  'late delayed offline blank missing empty stale frozen garbled double duplicate unreadable',
);

/** A deed or an event; what is said, thought or merely was is none, nor what others did who are blamed or outdone. */
function isDeed({ clauses, terms }: Reading, id: PhrasingRuleId, index: number): boolean {
  const { span, lemma, tag } = terms[index]!;
  const [word = ''] = lemma.split(' ');
  if (deedsAreMatter.has(id) ? lightVerbs.has(word) : emptyVerbs.has(word)) return false;
  const clause = clauses.find(({ verb }) => verb !== undefined && contains(verb.span, span));
  // Before a noun it describes that one: "the burned buffer".
  if (!clause?.verb) return /^(?:participle|gerund)$/.test(tag) && isDistinction(terms, id, index);
  const { isNegated, modal, tense, voice } = clause.verb;
  if (isNegated || modal !== undefined || vagueNoun.test(clause.subject?.head ?? '')) return false;
  const isOwn = /^(?:narrator|own-team)$/.test(clause.subject?.actorClass ?? '');
  // How it was assigned is the weakness, and what was to be done is none.
  if (id === 'weak-ownership') return /^(?:infinitive|gerund)$/.test(tense) || (isOwn && voice === 'active');
  return !isOthers(clause) || !peopleAreWeak.has(id);
}

/** Rules that find fault with the people of a sentence. */
const peopleAreWeak: ReadonlySet<PhrasingRuleId> = new Set(['blame', 'solo-hero', 'weak-ownership']);

function isOthers({ subject }: Clause): boolean {
  return /^(?:party|impersonal|unknown)$/.test(subject?.actorClass ?? '');
}

/** "Upstream teams", "the corrected list": which one it is, told before a noun. */
function isDistinction(terms: readonly Term[], id: PhrasingRuleId, index: number): boolean {
  const { normal, span } = terms[index]!;
  const next = terms[index + 1];
  if (emptyAdjectives.has(normal) || next?.span.start !== span.end + 1) return false;
  if (!/^(?:noun|name)$/.test(next.tag) || timeNouns.has(next.normal)) return false;
  const head = singular(
    terms.slice(index + 1).find(({ tag }, at, rest) => tag === 'noun' && rest[at + 1]?.tag !== 'noun')
      ?.normal ?? next.normal,
  );
  const isPeople = isPersonNoun(head) || groupNouns.has(head) || teamNames.has(head);
  return !idle.has(head) && !(isPeople && peopleAreWeak.has(id));
}

/** Nouns that stay empty whatever stands before them. */
const idle = wordSet(
  `thing way bit lot matter sense kind sort part manner mind eye hand word job problem reason fault luck course magic end issue measure step action effort scheme term
  art soul solution approach basis place side nature mood expertise experience skill`,
);

/** When it was, as a phrase of its own: "in autumn", "by spring", "the next morning", "that week". */
export function timePhrases(reading: Reading, id: PhrasingRuleId, weak: Span): Span[] {
  const { text, clauses } = reading;
  const firsts = spansOf(text, firstTime);
  if (id === 'vague-prevention') return [...firsts, ...spansOf(text, plannedTime)];
  if (heedsNoTimes(id)) return id === 'effort-not-initiative' ? [] : firsts;
  const times = [timePhrase, clockPhrase, dayPhrase]
    .flatMap((pattern) => spansOf(text, pattern))
    .filter(
      (span) =>
        !isTurnOfPhrase(text, span) &&
        !isBeforeNoun(reading, span) &&
        !isOfFoil(reading, id, span) &&
        !(id === 'late-communication' && isToldIn(clauses, span)) &&
        !(
          id === 'weak-ownership' &&
          overlaps(span, weak) &&
          /\b(?:week|day|night|month|quarter)\b/i.test(text.slice(span.start, span.end))
        ),
    );
  return [...times, ...firsts];
}

/** Whether times are weak themselves, or a manner of speaking, in what a rule finds. */
export function heedsNoTimes(id: PhrasingRuleId): boolean {
  return id === 'effort-not-initiative' || vagueTimes.has(id);
}

/** Rules over sentences in which a time is a manner of speaking: "any day of the week". */
const vagueTimes: ReadonlySet<PhrasingRuleId> = new Set([
  'no-change',
  'generic-learning',
  'vague-prevention',
  'panic',
]);

const timeNoun =
  '(?:spring|summer|autumn|winter|mornings?|afternoons?|evenings?|nights?|noon|midnight|midday|dawn|dusk|weekends?|weeks?|fortnight|months?|quarters?|years?|lunch(?:time)?|yesterday|christmas|easter)(?:\\s(?:holidays?|break|peak|rush))?';
const which =
  '(?:the|that|this|both|my|our|his|her|their|last|one|early|late|mid|next|following|first|second|third|same|previous|whole|entire|half)';
const timePhrase = new RegExp(
  `\\b(?:(?:in(?!\\s(?:that|this))|by|since|until|till|during|before|after|over|on|at|from|within|through|throughout|all)\\s(?:${which}\\s){0,3}|(?:the|that|last|one|next)\\s(?:${which}\\s){0,2})${timeNoun}(?:\\s(?:before|later|after|earlier))?(?![\\p{L}'’-])`,
  'giu',
);

/** "Next year": by when something is promised. */
const plannedTime =
  /\b(?:next|this|later this) (?:year|quarter|month|summer|winter|spring|autumn|season)\b/giu;

/** "It was my first month": what the narrator was new to. */
const firstTime =
  /\b(?:it|this|that) (?:was|had been) (?:my|our|his|her|their|the) (?:very )?(?:first|second|third|last) (?!thing|time|one|to\b|who\b|person\b)\p{L}[\p{L}-]+/giu;

/** "At about half past two", which no figure reads as a whole. */
const clockPhrase =
  /\bhalf (?:an? )?(?:hour|day|week|year)\b|\b(?:(?:at|by|since|until|before|after|around) )?(?:(?:about|around|nearly|just|almost) )?(?:half|(?:a )?quarter|five|ten|twenty) (?:past|to|after) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|midnight|noon)\b/giu;

/** "On the second day", where "the day" alone tells no time. */
const dayPhrase =
  /\b(?:(?:on|in|by|from|until|since|after|before) )?the (?:(?:very )?(?:first|second|third|fourth|fifth|next|following|same|last) (?:working )?day|(?:few )?days (?:after|before|that followed))\b(?! of the week)/giu;

/** "Of the year", "at the end of the day", "one of those weeks": no time is told. */
function isTurnOfPhrase(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end).toLowerCase();
  if (/\b(?:of|those|these|such|per|as|any of us)\s*$/i.test(text.slice(0, start))) return true;
  if (
    /^(?:the|one|all|this) (?:(?:whole|entire) )?\w+$/.test(words) &&
    !/^one (?:night|weekend|morning|evening|afternoon)$/.test(words)
  )
    return true;
  return /^\s+(?:in,|of the (?:day|week|month|year)\b|shift|team|crew|guy|manager|lead|supervisor|goes|sleep)\b/i.test(
    text.slice(end),
  );
}

/** How long the others had failed is no fact of the narrator's story. */
export function isOfFoil({ clauses }: Reading, id: PhrasingRuleId, span: Span): boolean {
  return (
    id === 'solo-hero' &&
    clauses.some((clause) => contains(clause.span, span) && clause.subject?.actorClass === 'party')
  );
}

/** "The morning meeting", "a summer intern": it tells which, not when. */
function isBeforeNoun({ terms }: Reading, { end }: Span): boolean {
  const next = terms.find(({ span }) => span.start >= end);
  return next?.span.start === end + 1 && next.tag === 'noun' && !timeNouns.has(next.normal);
}

/** When somebody was told is what is weak about it. */
function isToldIn(clauses: readonly Clause[], span: Span): boolean {
  return clauses.some(
    ({ span: own, verb }) =>
      contains(own, span) && (verb?.deeds.has('communicate') === true || tellingVerb.test(verb?.lemma ?? '')),
  );
}

const tellingVerb =
  /^(?:hear|learn|find|get|have|read|know|see|write|tell|call|ring|brief|say|let|come|be|go|put|inform|notify|receive|send)\b/;

const lightVerbs = wordSet('be do have get go come take make give put let keep need want');

/** Verbs that tell no deed by themselves: of being and having, of the mind, of saying, of going about a thing. */
const emptyVerbs = wordSet(`
be do have get go come take make give put let keep see look say tell ask know think want need like love hate hope feel seem sound appear happen work try manage start begin stop
end finish leave call mean matter deserve guess suppose reckon believe assume trust expect figure consider imagine wonder remember forget forgive understand realise realize
learn teach find hear notice mind care bother blame owe thank wait stay remain hold stand sit lie turn move bring carry handle deal sort fix solve resolve repair mend cure
correct rectify improve help use play run show pass happen occur exist belong become win save rescue prevent avoid ensure communicate inform speak talk explain report brief
announce mention update loop post write mail email e-mail ring phone answer read receive accept refuse agree admit insist promise pretend prove decide choose pick prefer
tend depend rely suffice deny doubt fear worry regret dare fail lack miss ignore neglect overlook suffer hurt harm cost count pay live die sleep wake eat drink
shrug laugh cry smile nod hesitate guess gather conclude infer presume judge declare deem regard treat view describe claim argue concede grant confess
settle clear clean tidy dig poke fiddle tinker tweak search google investigate analyse analyze examine study identify determine establish pinpoint diagnose troubleshoot debug
apply perform conduct execute implement adjust modify change optimise optimize strengthen enhance monitor watch check double-check review test verify validate confirm
assign allocate nominate appoint designate delegate hand forward land fall inherit draw roll default volunteer own lead act join step attend cover support coordinate order instruct
point name touch reach raise set stick close seal mark log file sign deliver ship proceed continue carry follow lean jump hit strike throw drop push pull drag pour
vanish disappear stall shut open walk crack beat stare argue despair yield boast flatter exaggerate overstate dramatise grumble moan complain fuss
talk listen discuss consult meet visit surprise please satisfy bore amaze embarrass annoy upset reassure relieve alarm disturb trouble spare
lapse slip err botch bungle mess screw sack cheat lie betray trick fool
prepare plan intend propose suggest recommend advise encourage urge remind commit vow resolve promise aim
recur repeat reoccur befall affect concern involve include contain comprise
survive stop break bite burn pop crop speak swear
adapt increase rule warn preclude stabilise stabilize champion engage prioritise prioritize reason terminate circulate shield toss pray approve design share transpire clock convince labour labor
task chuck slot bid shout book commission staff stuff jinx curse pile drift conclude emerge sense leverage act reinforce tighten raise harden secure protect guard sharpen matter grow mature
monkey muck faff sensibilise sensitise firm cross wring lift rub weep
evolve invest foster instil instill promote embed champion cultivate measure hang fumble wing muddle knock bring rest
`);

/** Adjectives of worth, size and manner, which tell nothing apart. */
const emptyAdjectives = wordSet(`
good bad better best worse worst great nice fine big bigger biggest small little large huge whole entire full own other new old same different certain real true right wrong long short
last next first final only single possible impossible necessary important sure clear plain pure sheer mere total complete utter absolute usual normal ordinary common
certain various several many few some such proper appropriate suitable relevant required needful needed due fair kind honest frank simple easy hard difficult tough
quick fast slow careful careless thorough solid serious minor major tiny trivial silly stupid lazy sloppy clever smart bright brave lucky unlucky happy glad proud sorry
so-called sole alone free extra additional further more less most least much enough half double second third
comprehensive critical mature optimal technical straightforward poor holistic systematic structured decisive pragmatic methodical corrective preventive proactive robust
vigilant attentive cautious mindful ridiculous absurd insane crazy considerable enormous massive substantial staggering tremendous immense
wee angry clever deft grand practical cosmic dark secret strange weird odd funny
strong weak high low deep wide close able ready responsible accountable available senior junior young younger youngest lead main chief
`);
