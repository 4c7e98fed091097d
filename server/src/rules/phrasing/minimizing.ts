import type { Reading } from '../../prose/reading';
import type { Edit } from '../../text/edit';
import type { Rewrite } from '../../text/rewrite';
import type { Span } from '../../text/span';
import { deleteWords, quoted } from '../rewriting/edits';
import { factsIn, recast, recastWhole } from '../rewriting/recast';
import { segmentAt, segmentsOf, wholeSentence, withoutOpener } from '../rewriting/segments';
import type { Statement } from '../rewriting/statements';
import { offered } from '../rewriting/titles';
import type { PhrasingRule } from '../rule';

/** A failure made small: by denial of its weight, by a small picture, or because nobody minded. */
const shrug =
  /\b(?:(?:no|not a|isn(?:'|’)t a|wasn(?:'|’)t a|hardly a|not exactly a) (?:big |huge |real |great )?(?:deal|biggie|tragedy|drama(?! and)|harm(?! to)|disaster|catastrophe)|nothing (?:serious|dramatic|major|terrible|tragic|too bad|more(?<!hear(?:d|ing) nothing more)(?=[.,;!]|$)|to write home|(?:any(?:one|body) )?(?:to|was ever going to) (?:lose|need))|(?:hardly|barely|scarcely) (?:worth|deserves|counts|a blip)|peanuts|neither here nor there|a? ?rounding error|pocket change|barely mattered|of no consequence|no worse than|blink of an eye|all (?:it did|that happened|it amounted to) was|can(?:'|’)t have been that bad|never saw it as|storm in a|teething|cosmetic|(?<!like the )end of the world|worse things|molehill|paper cut|small beer|scratch on|bit of a wobble|baby bug|(?:nobody|no one|no soul) (?:died|starved|care[sd]?|even noticed|got hurt|would ever have|outside .{3,20} (?:ever )?found out)|who (?:on earth )?(?:reads|looks|cares|renews|even noticed)\b(?=.*\?|$|[.])|overreacted|blew it out of|in proportion|(?:quite |such )?a (?:scene|fuss)|never hurt anyone|no hard feelings|kept turning|big word|little more than a|as .{3,20} go,|not the moon|compared with .{3,30} (?:ours|that)|by our industry|some (?:\w+ )?always fall)/i;

/** The narrator's part made small: anyone would have, it hardly counted, it was not really mine. */
const smallPart =
  /\b(?:(?:any(?:one|body)|any (?:one of us|\w+ (?:in my (?:seat|place|position))|reasonable \w+|engineer|manager)) (?:could|would|makes)(?:n(?:'|’)t)? have|(?:was|is)n(?:'|’)t (?:really|exactly|entirely) (?:my|mine)|(?:not|never) (?:really|exactly) (?:my|mine)|(?:an? )?(?:minor|tiny|easy|small) (?:slip|role|part|mistake)|(?:next to no|little|a minor) (?:role|part)|(?:my (?:own )?(?:part|share|bit|role) (?:in .{2,20})?was (?:tiny|marginal|small|neither|a crumb|minor))|(?:don(?:'|’)t|wouldn(?:'|’)t) (?:really )?(?:see|call|label) (?:it|that|mine) (?:as )?(?:a mistake|an error|the cause)|a mistake of mine|would have (?:happened|ended|occurred|fallen over).{0,20}\b(?:anyway|the same)|the real problem was|only the finger|(?:was|is) a formality|barely in the picture|hold (?:it|that) against me|be faulted|everyone deletes|I merely|all I did was|on paper only|I only (?:clicked|pressed|approved|merged))\b/i;

/** The writer turns against such a phrase, or says what it cost. */
const takenBack = /\b(?:told myself|(?:call|named|called) it a (?:hiccup|blip|glitch)\b.*\b(?:cost|right)|did not let|wouldn(?:'|’)t call it harmless|(?<!little )more than a formality|so (?:now|I (?:put|changed))|could have .{3,80} because|smooth landing)\b/i; // prettier-ignore

function findCue(text: string): { index: number; isPart: boolean } | undefined {
  const small = shrug.exec(text);
  const part = smallPart.exec(text);
  if (part && (!small || part.index <= small.index)) return { index: part.index, isPart: true };
  return small ? { index: small.index, isPart: false } : undefined;
}

/** An opening that grants the fact in order to take it back: "Sure, the site was down, but …". */
const concession =
  /^\W*(?:sure|granted|yes|okay|ok|fine|technically|strictly speaking|thankfully|luckily|fortunately|I mean|it is true that|to be sure)\b,?\s*/i;

/** Words by which an excuse that no pattern knows can be told from the fact before it. */
const excusing =
  /\b(?:(?:nobody|no one) (?:needs|minds|looks|uses|reads|misses)|blame|fault|mine|guilt\w*|responsib\w+|mistake|mattered|nowt|loss|damage|difference|of no (?:great|real|big)|anyway|anyhow)\b/i;

interface Excuse {
  readonly span: Span;
  /** Where the excuse hangs on a fact that can stand without it: the end of that fact. */
  readonly factEnd: number | undefined;
  readonly isPart: boolean;
}

function readExcuse(text: string): Excuse {
  const cue = findCue(text) ?? {
    index: Math.max(0, text.search(excusing)),
    isPart:
      /\b(?:my|mine) (?:part|role|fault|mistake|error|share|own|doing|responsibility|name|side)\b|\bI (?:only|just|merely)\b/.test(
        text,
      ),
  };
  const part = segmentAt(text, cue.index);
  const turn = turning.exec(text)?.index;
  if (turn !== undefined && isStatement(text.slice(0, turn)))
    return { span: excuseAfter(text, turn), factEnd: factEndBefore(text, turn), isPart: cue.isPart };
  const fact = segmentsOf(text).findLast(({ end }) => end <= part.start);
  const stands = fact !== undefined && isStatement(text.slice(0, fact.end));
  return {
    span: withoutOpener(text, part),
    factEnd: stands ? factEndBefore(text, fact.end) : undefined,
    isPart: cue.isPart,
  };
}

/** Where the fact ends and the excuse begins: "I dropped the table, but …". */
const turning =
  /\s*[,;–—]?\s+(?:but|yet|(?<!as )though(?!,)|although|not that|(?:as|like|because) (?:any(?:one|body)|every(?:one|body)|any \w+|one|people) (?:does|do|did|would|could|might|has|had))\b/i;

function excuseAfter(text: string, turn: number): Span {
  const { start, end } = { start: turn, end: wholeSentence(text).end };
  return withoutOpener(text, { start: start + (/^[\s,;–—]*/.exec(text.slice(start))?.[0].length ?? 0), end });
}

/** Leaves out what grants the fact behind it: "I signed the plan, sure". */
function factEndBefore(text: string, end: number): number {
  return /,?\s+(?:sure|true|fine|okay|yes|aye|I grant you)$/i.exec(text.slice(0, end))?.index ?? end;
}

/** Whether the words before the excuse tell a fact: three words or more, the first no connective that needs a main clause. */
function isStatement(words: string): boolean {
  const bare = words.replace(concession, '');
  return (bare.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= 3 && !/^(?:nothing|no|when|if|for an?|in fairness|in the grand|in comparison|to call|but as|it isn|people (?:made|talk)|that wasn|because|since|as|although|though|while|compared|in comparison|at the end|in the end|by|considering|worst case)\b/i.test(bare) && !shrug.test(bare) && !smallPart.test(bare) && !/\b(?:though|anyway|anyhow|mind you)\b/i.test(bare); // prettier-ignore
}

const impact = '{{how many users}} {{could not do what, or saw what}} for {{how long}}';

/** Further ways to give the failure its size: by one's own part in it, by what it cost. */
const ownPart = `I {{what you overlooked or skipped}}, and ${impact}`;
const costs = 'it cost {{whom}} {{what: money, time or data}} and took {{how long}} to put right';

function rewrites(reading: Reading): Rewrite[] {
  const { text } = reading;
  const { span, factEnd, isPart } = readExcuse(text);
  const words = isPart ? 'my part was that I {{what you did or overlooked}}' : impact;
  const alsoWeak = ({ body }: Statement): boolean =>
    findCue(text.slice(body.start, body.end)) !== undefined ||
    /\b(?:though|anyway|anyhow|at least|after all|mind you|mine|blame)\b/i.test(
      text.slice(body.start, body.end),
    );
  return offered(text, [
    ...(factEnd === undefined ? [] : factAlone(text, factEnd, isPart)),
    recast(reading, span, { words, weakOpening: anything, alsoWeak }),
    recastWhole(reading, words),
    ...(isPart ? [impact] : []).concat(ownPart, costs).map((other) => recastWhole(reading, other)),
  ]);
}

/** Whatever opens an excuse belongs to it. */
const anything = /./;

/** "I dropped the table, but anyone would have" → "I dropped the table, and I {{what you overlooked}}", or the fact alone. */
function factAlone(text: string, factEnd: number, isPart: boolean): (Edit[] | undefined)[] {
  const opening = concession.exec(text);
  const opener: Edit[] = opening && opening[0].length < text.length ? deleteWords(text, { start: text.search(/\p{L}/u), end: opening[0].trimEnd().length }) : []; // prettier-ignore
  const isQuestion = /\?\s*$/.test(text);
  const tail = { start: factEnd, end: isQuestion ? text.trimEnd().length : wholeSentence(text).end };
  const lost = factsIn(text, tail);
  const stop = isQuestion ? '.' : '';
  const isMine = isPart || /\b(?:I|my)\b/.test(text.slice(0, factEnd));
  const filled = isMine ? ', and I {{what you overlooked or skipped}}' : `, and ${impact}`;
  const isSmall = /\b(?:few|some|couple|only|just|little|bit|anyway)\b/i.test(text.slice(0, factEnd));
  const full = [...opener, { span: tail, insert: filled + stop }];
  const counts = /\b(?:few|several|couple|dozens?|hours?|minutes?|days?|weeks?|months?|years?)\b/i.test(text.slice(tail.start, tail.end)); // prettier-ignore
  const alone = isSmall || counts || lost.length > 0 ? undefined : [...opener, { span: tail, insert: stop }];
  return /^\W*(?:\p{Ll}+,? )?I (?!was|am|had been)/iu.test(text) ? [alone, full] : [full, alone];
}

export const minimizing: PhrasingRule = {
  kind: 'phrasing',
  id: 'minimizing',
  title: 'Failure played down',
  summary: 'Makes the failure, or the narrator’s part in it, smaller than it was.',
  why: 'An interviewer asks about failure to hear how you carry it. A shrug says that you do not, and that the users did not count.',
  advice:
    'Give the size as a figure and let it speak. Name what you did or overlooked, with no excuse behind it.',
  source: ['001'],
  severity: 'warning',
  raises: ({ text }) =>
    !/\d/.test(text) && (shrug.test(text) || smallPart.test(text)) && !takenBack.test(text),
  vetoes: ({ text }) => takenBack.test(text),
  locate: ({ text }) => {
    const { span, isPart } = readExcuse(text);
    const words = quoted(text.slice(span.start, span.end), 60);
    return {
      span,
      message: `${words} makes ${isPart ? 'your part' : 'the failure'} sound smaller than it was.`,
    };
  },
  rewrite: (reading) => rewrites(reading),
  examples: {
    weak: [
      {
        text: '«It was only a storm in a teacup».',
        section: 'situation',
        rewritten: '{{How many users}} {{could not do what, or saw what}} for {{how long}}.',
      },
      {
        text: 'We lost a day of orders, but «it was no big deal».',
        section: 'situation',
        rewritten:
          'We lost a day of orders, and {{how many users}} {{could not do what, or saw what}} for {{how long}}.',
      },
      {
        text: 'Technically I approved the change, but «anyone would have done that in my place».',
        section: 'reflection',
        rewritten: 'I approved the change, and I {{what you overlooked or skipped}}.',
      },
      {
        text: '«It wasn’t really my fault».',
        section: 'reflection',
        rewritten: 'My part was that I {{what you did or overlooked}}.',
      },
      {
        text: 'The search page was down on Tuesday, «nothing dramatic».',
        section: 'situation',
        rewritten:
          'The search page was down on Tuesday, and {{how many users}} {{could not do what, or saw what}} for {{how long}}.',
      },
    ],
    strong: [
      { text: 'The bug delayed 0.3% of the webhooks by up to 40 seconds.', section: 'situation' },
      { text: 'I approved the change without reading the second file.', section: 'reflection' },
      {
        text: 'I had told myself that it was only a blip, and that cost us 14 minutes.',
        section: 'reflection',
      },
      { text: 'The export service belonged to a team of three.', section: 'situation' },
    ],
  },
};
