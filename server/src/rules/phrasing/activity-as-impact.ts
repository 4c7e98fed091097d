import { isPersonNoun } from '../../prose/actors';
import type { DeedClass } from '../../prose/clause';
import { singular } from '../../prose/nouns';
import type { Reading } from '../../prose/reading';
import { lowerFirst } from '../../text/firstLetter';
import type { Rewrite } from '../../text/rewrite';
import type { Span } from '../../text/span';
import { appendWords, capitalized, quoted, replaceSentence, sayRewrite } from '../rewriting/edits';
import { recast, recastWhole } from '../rewriting/recast';
import { segmentAt, segmentsOf, wholeSentence, withoutOpener } from '../rewriting/segments';
import { statements, type Statement } from '../rewriting/statements';
import { offered } from '../rewriting/titles';
import { topicIn } from '../rewriting/topic';
import { holdsFacts } from '../rewriting/weakStretch';
import type { PhrasingRule } from '../rule';
import { holdsFigure, holdsMeasure } from '../words/magnitude';

/** How people felt. */
const feeling =
  /\b(?:happy|happier|pleased|delight(?:ed)?|thrilled|content|satisf(?:ied|ying|action)|glad|reliev?ed|relief|impressed|proud|pride|grateful|thankful|overjoyed|ecstatic|energi[sz]ed|over the moon|joy|honou?r(?:ed)?|morale|mood|spirits|atmosphere|vibe|smiles?|smiled|(?:love[ds]?|liked|enjoy(?:ed|s)?) (?:it|the|using|working)|likes? (?:it|the \w+) (?:more|now|again)|trusts? us|(?:glad|good|great|better) about|felt (?:good|great))\b/i;

/** What people said and gave in praise. */
const praise =
  /\b(?:thank(?:ed|s|-you)(?! to)|prais(?:e[ds]?|ing)|compliment(?:s|ed)?|congratulat\w+|applau(?:se|ded)|clapped|cheer(?:s|ed|ing)?|celebrated|kudos|shout-?outs?|recognition|awards?|promoted|promotion|nominat(?:ed|ion)|employee of the (?:month|year)|rav(?:ing|ed) about|glowing|ovation|pat on the back|sh(?:ake|ook) my hand|sp(?:eak|oke) highly|thumbs[- ]ups?|hearts|cake|cupcakes|chocolates|champagne|flowers|well received|went down well|worth my weight|highlights? of the year|exceeds expectations|a talk about it)\b/i;

/** That it went well, by whatever measure. */
const verdict =
  /\b(?:(?:a|an|the|quite a|huge|big|great|real|full|complete) (?:\w+ )?(?:success(?! (?:metric|rate|criteri))|triumph|win|victory)(?! was mine| is mine)|success story|successfully|happy ending|all'?s well|w(?:ent|orked out) (?:(?:off|really|very|pretty|quite|so|down) )*(?:well|smoothly|great|fine|nicely)|like a dream|without a (?:hitch|scratch)|smooth landing|mission accomplished|done and dusted|good outcome|better projects|tells? me it(?:'|’)?s a joy|nothing but (?:good|kind|nice|praise)|breath of fresh air|engineer of the (?:month|quarter|year))\b/i;

/** That it is over. */
const completion =
  /\b(?:(?:is|are|has been|have been|'s|’s) (?:now |since |all )*(?:live|in production|finished|behind us|in force|off the table|out in the world)|live since|(?:went|gone|go) live|wrapped (?:up|it up)|crossed the (?:finish )?line|finish line|closed (?:the|every|that|out) (?:epic|ticket|chapter|book|item|project|story)|moved on to|the end of the (?:story|project)|signed off|phase \w+ is|(?:delivered|shipped|finished|completed) (?:it |everything |the .{3,40} )?on (?:time|schedule|the agreed date))\b/i;

const cues = [feeling, praise, verdict, completion] as const;

/** Words that turn a reaction into a step of thought or a figure. */
const denial =
  /\bno (?:proof|measure|result|outcome)\b|\b(?:far|much|way|lot) (?:better|happier|higher)\b|\b(?:not|never|misled|isn(?:'|’)t|wasn(?:'|’)t|without me|single-handed\w*|alone|my own|satisfaction (?:rose|scores?|went|fell)|assum\w+|took (?:that|it|this|which) as|took as)\b|\bwhich (?:I|we) took\b/i;

function findCue(text: string): number | undefined {
  const places = cues.map((cue) => cue.exec(text)?.index).filter((index) => index !== undefined);
  return places.length === 0 ? undefined : Math.min(...places);
}

/** The part that tells of feeling, praise or completion, and whether it is the last of several, so that it can give way alone. */
function weakPart(text: string): { span: Span; isTail: boolean } {
  const place = findCue(text);
  if (place === undefined) return { span: wholeSentence(text), isTail: false };
  const parts = segmentsOf(text);
  const part = segmentAt(text, place);
  return { span: withoutOpener(text, part), isTail: parts.length > 1 && parts.at(-1)?.start === part.start };
}

const outcome = '{{metric}} went from {{before}} to {{after}}';

/** What a sentence of praise or completion holds beside it, which a rewrite has to keep. */
interface Praise {
  readonly reading: Reading;
  /** The weak part. */
  readonly span: Span;
  /** Whether the weak part is the last of several. */
  readonly isTail: boolean;
  /** What the praise is about. */
  readonly topic: string | undefined;
  /** A thing or an occasion is named beside the topic. */
  readonly isMoreNamed: boolean;
  /** Each statement praises. */
  readonly isAllPraise: boolean;
  /** Something was built, repaired, contained or completed. */
  readonly tellsWork: boolean;
}

function readPraise(reading: Reading): Praise {
  const { text, clauses } = reading;
  const topic = subjectTopic(reading) ?? topicIn(reading, wholeSentence(text), noTopic, /^(?:with|about)$/);
  return {
    reading,
    ...weakPart(text),
    topic,
    isMoreNamed: namesMore(reading, topic),
    isAllPraise: statements(reading).every(
      (statement, _, all) => all.length === 1 || isWeak(text, statement),
    ),
    tellsWork: completion.test(text) || clauses.some(({ verb, subject }) => subject?.actorClass !== 'party' && work.some((kind) => verb?.deeds.has(kind))), // prettier-ignore
  };
}

const work: readonly DeedClass[] = ['build', 'repair', 'contain'];

function isWeak(text: string, { body }: Statement): boolean {
  return findCue(text.slice(body.start, body.end)) !== undefined;
}

function rewrites(reading: Reading): Rewrite[] {
  const { text } = reading;
  const praise = readPraise(reading);
  const isFact = holdsFact(praise);
  const outcomeBeside = /[:?]|["”’]\s*$/.test(text) ? `, and ${outcome}` : `: ${outcome}`;
  return [
    ...outcomeAlone(praise),
    sayRewrite(text, [appendWords(text, outcomeBeside)], { preferred: true }),
    ...outcomeForTail(praise, isFact),
    ...offered(text, [
      praise.isMoreNamed
        ? undefined
        : recast(reading, praise.span, { words: outcome, alsoWeak: (other) => isWeak(text, other) }),
      isFact || !namesMore(reading)
        ? recastWhole(reading, isFact ? outcomeKeeping(reading) : outcome)
        : undefined,
    ]),
  ];
}

/** Nothing but praise gives way to the outcome as a whole. */
function outcomeAlone({ reading, isTail, topic, isMoreNamed, isAllPraise, tellsWork }: Praise): Rewrite[] {
  const { text, clauses } = reading;
  const isBare = topic !== undefined || text.split(/\s+/).length <= 12;
  // "… when the boards lit up again": what a system did beside the praise is a fact.
  const tellsMore = clauses.some(
    ({ subject, isSubordinate }) => isSubordinate && subject?.actorClass === 'system',
  );
  if (findCue(text) === undefined || !isBare || !isAllPraise || isTail) return [];
  if (tellsWork || tellsMore || isMoreNamed || goesOn(text, topic)) return [];
  if (holdsFacts(text, wholeSentence(text))) return [];
  return offered(text, [recastWhole(reading, topic === undefined ? outcome : `with ${topic}, ${outcome}`)]);
}

/** What is finished, or what no pattern takes for praise, is a fact beside the outcome. */
function holdsFact({ reading: { text }, tellsWork, isAllPraise }: Praise): boolean {
  const told = text.slice(0, wholeSentence(text).end);
  if (/[{}|()"“]/.test(told)) return false;
  return (
    tellsWork ||
    /\b(?:delivered|shipped|deployed|launched|released|migrated|completed|finished)\b/i.test(text) ||
    findCue(text) === undefined ||
    !isAllPraise ||
    told.split(/\s+/).length > 7
  );
}

/** The outcome, with a note to keep what was told. */
function outcomeKeeping({ text, terms }: Reading): string {
  const told = text.slice(0, wholeSentence(text).end);
  const isName = /^(?:I\b|\p{Lu}+\b)/u.test(told) || terms[0]?.tag === 'name';
  return outcome.replace('metric', `metric (keep: ${isName ? told : lowerFirst(told)})`);
}

/** "…, and everyone was happy": the last part alone gives way. */
function outcomeForTail(
  { reading: { text }, span, isTail, topic, isMoreNamed }: Praise,
  isFact: boolean,
): Rewrite[] {
  const opener = /(\w+)\s+$/.exec(text.slice(0, span.start))?.[1]?.toLowerCase();
  const tail = { start: span.start, end: wholeSentence(text).end };
  if (isTail && opener === 'which')
    return [sayRewrite(text, [{ span: tail, insert: 'took {{metric}} from {{before}} to {{after}}' }])];
  if (isTail && opener === 'and' && !holdsFigure(text.slice(tail.start, tail.end)))
    return [sayRewrite(text, [{ span: tail, insert: outcome }])];
  if (isFact || topic !== undefined || isMoreNamed || holdsFacts(text, wholeSentence(text))) return [];
  if (span.end - span.start <= 0.6 * text.length) return [];
  return [sayRewrite(text, [replaceSentence(text, `${capitalized(outcome)}.`)])];
}

/** "The data-centre move was brought to a successful conclusion": what the praise is about, where it is the subject. */
function subjectTopic({ clauses, text }: Reading): string | undefined {
  const subject = clauses[0]?.subject;
  // "The controller was really happy": who feels is somebody.
  if (feeling.test(text) || praise.test(text)) return undefined;
  if (subject?.actorClass !== 'system' || subject.span.start !== wholeSentence(text).start) return undefined;
  const words = lowerFirst(subject.text);
  return /^(?:the|our|my|this|that) /.test(words) && !noTopic.test(subject.head) && words.split(' ').length <= 6 ? words : undefined; // prettier-ignore
}

/** "The demo to the ministry": a topic that is told more closely, and would be cut. */
function goesOn(text: string, topic: string | undefined): boolean {
  if (topic === undefined) return false;
  const behind = text.slice(text.toLowerCase().indexOf(topic.toLowerCase()) + topic.length);
  return /^ (?:to|of|for|with|at|in|on|from|between|that|which|we|I|my|our)\b/.test(behind);
}

/** "Smiles all round at the demo": a thing or an occasion beside the people and their praise. */
function namesMore({ terms }: Reading, topic = ''): boolean {
  return terms.some(
    ({ tag, normal }, index) =>
      /^(?:noun|name)$/.test(tag) &&
      !topic.toLowerCase().includes(normal) &&
      !isPersonNoun(singular(normal)) &&
      !noTopic.test(normal) &&
      !ofPraise.test(normal) &&
      // "The demo team": what stands before a person tells who.
      !/^(?:noun|name|possessive)$/.test(terms[index + 1]?.tag ?? ''),
  );
}

/** Nouns of praise, and groups that praise. */
const ofPraise =
  /^(?:thanks?|thank-yous?|shout-outs?|praise|praises|compliments?|congratulations|kudos|applause|cake|cakes|champagne|flowers|hearts?|smiles?|joy|pride|relief|satisfaction|happiness|gratitude|recognition|success|triumph|win|victory|hero|words?|pat|hand|hands|shoulders?|thumbs?|bottle|wine|beer|pizza|card|hug|lot|bit|way|hitch|scratch|dream|moon|ovation|cheers?|department|departments|group|committee|council|ministry|management|leadership|board|staff|auditors?|stakeholders?|sponsors?|finance|legal|sales|marketing|product|operations|hr|support|organisation|organization|school|hospital|university|bank|agency|vendor|ward|press|public|everyone|everybody|nobody|one|all|who|life|word|face|faces)$/i;

/** What stands in praise and was no work: people, places, occasions. */
const noTopic =
  /^(?:head|chief|editor|end|ends|line|outcome|outcomes|result|results|success|team|teams|company|firm|office|floor|room|board|meeting|channel|party|day|night|week|month|quarter|year|world|way|whole|most|time|evening|morning|record|moment|story|side|people|customers?|clients?|users?|back|effort|work|help|response|thing|things|all-hands|retro|standup|review|loop|table|books?|manager|director|boss|lead|part|job|project|programme|program|initiative|engagement|mood|atmosphere|morale|vibe|spirits?|feedback|reaction|applause|incident|outage|episode|affair)$/;

export const activityAsImpact: PhrasingRule = {
  kind: 'phrasing',
  id: 'activity-as-impact',
  title: 'Praise or completion as the result',
  summary: 'Offers feelings, praise or the end of the work as the result.',
  why: 'Everyone’s team was happy. An interviewer asks what was different afterwards, and a kind word or a closed ticket does not say.',
  advice:
    'Put the measured outcome beside it, or in its place: what went from where to where, for whom, and what that was worth.',
  source: ['004'],
  severity: 'warning',
  raises: ({ text, section }) => section === 'result' && !holdsMeasure(text) && !denial.test(text) && [feeling, praise, verdict].some((cue) => cue.test(text)), // prettier-ignore
  locate: ({ text }) => {
    const { span } = weakPart(text);
    return {
      span,
      message: `${quoted(text.slice(span.start, span.end), 60)} tells of no outcome that could be measured.`,
    };
  },
  rewrite: (reading) => rewrites(reading),
  examples: {
    weak: [
      {
        text: '«The team was very happy with the new pipeline».',
        section: 'result',
        rewritten: 'With the new pipeline, {{metric}} went from {{before}} to {{after}}.',
      },
      {
        text: 'The new billing page has a search now, and «my manager was impressed».',
        section: 'result',
        rewritten:
          'The new billing page has a search now, and my manager was impressed: {{metric}} went from {{before}} to {{after}}.',
      },
      {
        text: '«The project was a great success».',
        section: 'result',
        rewritten: '{{Metric}} went from {{before}} to {{after}}.',
      },
      {
        text: '«Everyone thanked me for the quick response».',
        section: 'result',
        rewritten: '{{Metric}} went from {{before}} to {{after}}.',
      },
      {
        text: '«I got a shout-out at the all-hands for it».',
        section: 'result',
        rewritten: '{{Metric}} went from {{before}} to {{after}}.',
      },
    ],
    strong: [
      { text: 'Support noticed: tickets about refunds fell from 90 a week to 6.', section: 'result' },
      { text: 'The share of successful logins rose from 91% to 99.6%.', section: 'result' },
      { text: 'The 41 beta testers completed the checkout in 40 seconds instead of 95.', section: 'result' },
      { text: 'I thanked the DBA and asked her to confirm the lock.', section: 'action' },
    ],
  },
};
