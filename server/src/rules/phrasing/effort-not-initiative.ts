import { analyseVerb, pastTense } from '../../prose/verbForms';
import type { Reading } from '../../prose/reading';
import type { Rewrite } from '../../text/rewrite';
import type { Span } from '../../text/span';
import { quoted } from '../rewriting/edits';
import { recast, recastWhole } from '../rewriting/recast';
import { segmentAt, segmentsOf, wholeSentence, withoutOpener } from '../rewriting/segments';
import type { Statement } from '../rewriting/statements';
import { offered } from '../rewriting/titles';
import { topicIn } from '../rewriting/topic';
import type { PhrasingRule } from '../rule';

const number =
  '(?:\\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|sixteen|seventeen|twenty|thirty|sixty|seventy|eighty|ninety|hundred)';

/** Hours, nights and weekends given, and how long the working day was. */
const hours = new RegExp(
  `\\b(?:all-nighters?|overtime|round the clock|burn(?:ed|t)? the (?:midnight|candle)|midnight oil|double shifts|(?:${number}[- ]hour|long|endless) (?:days?|weeks?|shifts)|${number} hours (?:straight|a day|that week|in one (?:week|go|night))|(?:worked|stayed|sat|was (?:there|online|at my desk)|put in|gave up|sacrificed|spent) (?:\\w+ ){0,5}(?:weekends?|nights?|evenings?|sundays?|saturdays?|christmas|easter|holidays?|midnight|sunrise|late|dawn|hours)|weekend(?:s)? (?:went|was gone)|the whole night|night after night|nights (?:running|in a row|straight)|first (?:in(?! the (?:queue|line))|to (?:come|arrive))\\b.{0,40}\\blast|last to (?:go|leave)|till the (?:sun|dawn)|(?:no|zero|without a|a single|n[o']t (?:take )?(?:one|a)) days? off|before sunrise|without a break|never once went home|did(?:n['’]t| not) go home)\\b`,
  'i',
);

/** Sleep, meals, health, leave and family given up. */
const sacrifice =
  /\b(?:(?:slept|sleeping|sleep) (?:under|in the|on|at)|(?:barely|hardly|never|no|zero|without) (?:slept|sleep)|(?:cancel+ed|gave up|given up|sacrificed|missed|came back early from|postponed) (?:my|our|the|a) (?:\w+ )?(?:leave|vacation|holidays?|honeymoon|birthday|wedding|weekends?|whole weekend|paternity leave|maternity leave|daughter|son|kid|anniversary)\b|skipped (?:lunch|dinner|breakfast|meals)|ate (?:\w+ ){0,3}(?:at|over) (?:the|my) keyboard|(?:haven(?:'|’)t|hadn(?:'|’)t|barely|hardly) (?:seen?|saw) (?:me|my|the kids|the children)|my (?:wife|husband|partner|family|kids|children|girlfriend|boyfriend) (?:hardly|barely|can|will|saw|was angry)|even with (?:a )?fever|with (?:a |\d+ of )?fever|after my surgery|lived (?:in|on|at) the|red bull|energy drinks?|I was exhausted|gave my health)\b/i;

/** Effort in pictures and superlatives. */
const devotion =
  /\b110 ?%|\b(?:extra mile|(?:my|our) (?:heart|soul|back)(?: and soul)? (?:in|into)|heart and soul|blood,? (?:and )?sweat|sweat (?:counted|and)|gave (?:it )?(?:everything|my all|my best)|every ounce|worked (?:really |very |so |my )?(?:hard|tirelessly|\w+ off)|how hard I worked|harder (?:on|than)|into the ground|pushed myself|bled for|grafted|sheer slog|hard yakka|how much I cared|the kind of dedication|spared myself|my limit)\b/i;

const cues = [hours, sacrifice, devotion] as const;

/** The time is a fact of the incident, or of the plan, and not the achievement. */
const incidentFact = /\b(?:paged|alerted|woke me|within \d|instead of|not my|cut the|came to an end)\b/i;

function findCue(text: string): number | undefined {
  const places = cues.map((cue) => cue.exec(text)?.index).filter((index) => index !== undefined);
  return places.length === 0 ? undefined : Math.min(...places);
}

/** The part that tells of the hours; the whole where the sentence is short. */
function effortSpan(text: string): Span {
  const cue = findCue(text);
  if (cue === undefined || text.length < 60 || segmentsOf(text).length === 1) return wholeSentence(text);
  return withoutOpener(text, segmentAt(text, cue));
}

/** "… and got the smoke running": what came of it, told at the end. */
const gotDone =
  /\band (got (?:the|our|my|their) [\p{L}\d -]{2,40} (?:\p{L}+(?:ing|ed)|back|up|out|live|done|through|working))[.!]?\s*$/u;

/** What the hours were for: "to get the settlement out" → "I got the settlement out by {{the step you took}}". */
function purpose(text: string): string | undefined {
  if (/\byou(?:['’]\p{L}+)?\b/iu.test(text)) return undefined;
  const achieved = gotDone.exec(text)?.[1];
  if (achieved !== undefined) return `I ${achieved} by {{the step you took}}`;
  const [, verb, rest = ''] =
    /(?<!\b(?:has|had|have|needs?|needed|wants?|wanted|got|going|used|able|seems?|seemed|not|never|ready|willing|prepared|well|hard|easy|nice|proud) )\bto ([a-z]+) ((?!it\b|this\b|that\b|there\b|me\b|them\b)[^,.;:()]{4,60})[.!]?\s*$/.exec(
      text,
    ) ?? [];
  const lemma =
    verb === undefined ||
    /^(?:be|have|the|my|our|a|say|tell|show|come|leave|go|see|keep|babysit|sit|stay|bleed|suffer|sweat|work|count|complain|brag|boast|sacrifice|give)$/.test(
      verb,
    )
      ? undefined
      : analyseVerb(verb);
  if (!lemma?.isKnown || lemma.lemma !== verb) return undefined;
  return `I ${pastTense(verb)} ${rest.trim()} by {{the step you took}}`;
}

/** For whom, on what and when, as the sentence ends with it: "for the client", "during the cutover", "that week". */
function circumstance(text: string): string {
  const [, words = ''] = /(?<!\beven )\b((?:for|during|into) (?:the|our|that|this|my) (?!entire|whole|duration|sake|first|last|next|night|one\b|(?:night|week|month|year|day|thing)\b)[a-z-]+(?: (?:reindex|runs?|[a-z]+(?:ion|er|ing|ment|se)))?|over (?:christmas|easter|the holidays)(?: for the [a-z]+)?|that (?:week|month|quarter|term|sprint|summer|winter))[.!]?\s*$/i.exec(text) ?? []; // prettier-ignore
  const given =
    /\bgave ((?:the|that|this|our) [\p{L}-]+(?: [\p{L}-]+)?) (?:everything|my|all|110|every|the best)\b/iu.exec(
      text,
    )?.[1];
  if (words === '' && given !== undefined) return ` for ${given}`;
  return words === '' ? '' : ` ${words.replace(/^into/i, 'for')}`;
}

function rewrites(reading: Reading): Rewrite[] {
  const { text } = reading;
  const span = effortSpan(text);
  const aim = purpose(text);
  const named = circumstance(text);
  const topic =
    named === '' ? topicIn(reading, wholeSentence(text), noTopic, /^(?:for|into|during)$/) : undefined;
  const goal = /\bso that ((?!I\b|nobody|everyone|people)(?!.*\b(?:me|my|how much|see)\b)[^,;.]+)$/.exec(
    text.slice(0, wholeSentence(text).end),
  )?.[1];
  const about = goal === undefined ? (topic === undefined ? named : ` for ${topic}`) : ` so that ${goal}`;
  const words = `I {{what you did}}${about}, which {{what it achieved}}`;
  const initiative = `I {{what nobody had asked for}}${about}, so that {{what it changed}}`;
  const shortage = `the work took {{how long}} because {{what was missing}}, so I {{what you changed}}`;
  const alsoWeak = ({ body }: Statement): boolean => findCue(text.slice(body.start, body.end)) !== undefined;
  return offered(text, [
    aim === undefined ? undefined : recastWhole(reading, aim),
    recast(reading, span, {
      words:
        about !== '' && text.toLowerCase().startsWith(about.trim().toLowerCase())
          ? words.replace(about, '')
          : words,
      weakOpening: time,
      alsoWeak,
    }),
    recastWhole(reading, words),
    goal === undefined ? recastWhole(reading, initiative) : undefined,
    recastWhole(reading, shortage),
  ]);
}

/** Times, places and people for whom nothing is done. */
const noTopic =
  /^(?:end|ends|nights?|days?|weeks?|weekends?|months?|years?|evenings?|mornings?|office|company|center|centre|sofa|floor|desk|lab|car|hotel|clock|row|row|ground|run|time|moment|while|first|last|hospital|server|room|building|sunrise|dawn|summer|winter|holidays?|break|middle|balance|sake|family|kids?|wife|face|bargain|wall|limit|mile|oil|stamina|sheet|list|bench|keyboard|plant|laptop|bridge|call|hours?|work|trot|slog|effort|spin|phone|balcony|couch|train|plane|road|coast|shaft|stairs|fortnight|[a-z]+day)$/;

/** How long or when: that is what is weak. */
const time =
  /\b(?:hours?|days?|nights?|weeks?|weekends?|months?|evenings?|christmas|easter|midnight|\p{Lu}\p{Ll}+day)\b/iu;

export const effortNotInitiative: PhrasingRule = {
  kind: 'phrasing',
  id: 'effort-not-initiative',
  title: 'Hours as the achievement',
  summary: 'Offers hours or sacrifice as the achievement.',
  why: 'Long nights show that something was short: a plan, a tool, a second pair of hands. The interviewer asks what you changed.',
  advice:
    'Name the step that nobody had asked for and what it achieved; leave the hours out, or give them as a fact of the incident.',
  source: ['001'],
  severity: 'information',
  raises: ({ text, section }) =>
    section !== 'situation' &&
    sacrifice.test(text) &&
    /\b(?:I|my|me)\b/.test(text) &&
    !incidentFact.test(text),
  vetoes: ({ text }) => incidentFact.test(text),
  locate: ({ text }) => {
    const span = effortSpan(text);
    return {
      span,
      message: `${quoted(text.slice(span.start, span.end), 60)} tells how long it took you and not what you changed.`,
    };
  },
  rewrite: (reading) => rewrites(reading),
  examples: {
    weak: [
      {
        text: '«I stayed late every night for two weeks to finish the migration».',
        section: 'action',
        rewritten: 'I finished the migration by {{the step you took}}.',
      },
      {
        text: '«I worked all weekend and barely slept».',
        section: 'action',
        rewritten: 'I {{what you did}}, which {{what it achieved}}.',
      },
      {
        text: '«I gave everything I had for this release».',
        section: 'result',
        rewritten: 'I {{what you did}} for this release, which {{what it achieved}}.',
      },
      {
        text: '«I cancelled my vacation and slept in the office».',
        section: 'action',
        rewritten: 'I {{what you did}}, which {{what it achieved}}.',
      },
    ],
    strong: [
      { text: 'I was paged at 2 a.m. and opened the incident call within four minutes.', section: 'action' },
      { text: 'The restore took six hours, so I split it into eight parallel jobs.', section: 'action' },
      { text: 'I asked for a second person on call during the migration weekend.', section: 'action' },
      { text: 'I moved the cutover from Friday night to Tuesday morning.', section: 'action' },
    ],
  },
};
