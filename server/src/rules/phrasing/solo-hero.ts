import type { Clause } from '../../prose/clause';
import type { Reading } from '../../prose/reading';
import type { Edit } from '../../text/edit';
import type { Rewrite } from '../../text/rewrite';
import type { Span } from '../../text/span';
import { appendWords, deleteWords, quoted, replaceWords } from '../rewriting/edits';
import { trimmed, wholeSentence } from '../rewriting/spans';
import { boast, deedBehindBoast, hangsOnPerson } from '../rewriting/boasts';
import { recast, recastWhole } from '../rewriting/recast';
import { offered } from '../rewriting/titles';
import type { PhrasingMatch, PhrasingRule } from '../rule';

export const soloHero: PhrasingRule = {
  kind: 'phrasing',
  id: 'solo-hero',
  title: 'Lone hero',
  summary: 'The sentence gives you all the credit and leaves out who else was there.',
  why: 'The interviewer doubts the claim and wonders how you treat the people next to you. Incidents are rarely solved by one person.',
  advice:
    'Tell what you did, step by step, and name who else worked on it and with what: who ruled out the first suspects, who held the bridge, who reviewed the fix.',
  source: ['003'],
  severity: 'information',
  raisesFrom: 0.5,
  raises: (reading) =>
    nobodyElse.test(reading.text) ||
    alone.test(reading.text) ||
    hangsOnMe.test(reading.text) ||
    (succeeds(reading) && rivalsClause(reading) !== undefined),
  vetoes: ({ text, section }) =>
    absent.test(text) ||
    shares.test(text) ||
    ((section === 'situation' || section === 'task') && onlyOne.test(text)),
  locate,
  rewrite,
  examples: {
    weak: [
      {
        text: 'I rescued the release «all by myself».',
        section: 'result',
        rewritten: 'I rescued the release with {{who}} on {{what}}.',
      },
      {
        text: '«Without me» the whole launch would have failed.',
        section: 'result',
        rewritten: 'Without {{the change I made, and who helped}} the whole launch would have failed.',
      },
      {
        text: '«Three seniors had failed at it for a month» before I cracked it over lunch.',
        section: 'action',
        rewritten: '{{Who}} had ruled out {{what}} before I cracked it over lunch.',
      },
      {
        text: '«I was the only one who could fix it».',
        section: 'result',
        rewritten: 'I {{what you did}} while {{who}} {{what they did}}.',
      },
    ],
    strong: [
      {
        text: 'I wrote the reversal script alone because Priya was on the phone with the bank.',
        section: 'action',
      },
      { text: 'Marta had ruled out DNS, so I read the firewall log and found the rule.', section: 'action' },
      { text: 'The service was not owned by my team, and nobody had asked me to look.', section: 'task' },
      { text: 'I rewrote the retry loop and cut the p99 from 900 ms to 140 ms.', section: 'result' },
    ],
  },
};

/** "Nobody else could work it out, but I found it": the others' failure is the foil. */
const nobodyElse =
  /\b(?:nobody|no ?one|none|not one|no other \p{L}+)\b(?: else| of (?:the|them|my|our)[\p{L} ]*| but me)?,? (?:could|can|was able|managed|would have|had a clue|knew how)\b.*\b(?:but|and|until|except|only|[;,–—]) ?(?:then )?(?:I|me)\b/iu;

/** Somebody is named beside the narrator, with a part of their own: "with Priya on the network". */
const shares =
  /\b(?:with|and|while) (?:my |our )?\p{Lu}\p{Ll}+ (?:on|at|did|drove|watched|handled|took|ran)\b/u;
/** Others went on without the narrator: that claims nothing, unless they could not have. */
const absent =
  /^(?!.*(?:\b(?:would|could|not|never|no)\b|['’]d\b|n['’]t\b)).*(?:\bthey\b|\bit\b|,).*\bwithout me\b(?=\W*$)|^without me on call\b/i;

/** Who was there at the start is scope and no claim: "I was the only data person in a company of 30". */
const onlyOne =
  /\bI(?: was| am|['’]m) the (?:only\b|one (?:on|in|at)\b)(?!.*\b(?:could|can|capable|understood|knew|knows|understands)\b)/i;

/** Adverbials that shut everybody else out. */
const alone =
  /\b(?:(?:all|entirely|completely|quite|basically|pretty much) )?(?:by myself|on my own(?! (?:two |own )?(?:shoulders|back))|single-?handed(?:ly)?|all alone|on my tod|solo|without (?:any(?:one|body)?(?:['’]s)? )?(?:help|assistance)(?: (?:from|of) (?:a soul|any(?:one|body)(?: else)?))?)\b/i;

/** The outcome hangs on the narrator's person. */
const hangsOnMe =
  /\b(?:if it (?:weren['’]t|wasn['’]t|hadn['’]t been|had not been) for|had it not been for|without|thanks to|because of|(?<!came |comes )down to|due to|owing to|attributable to) (?:just |only |solely )?me\b(?:,? (?:and|of) (?:to |of )?(?:me|no ?one|nobody)(?: else)?(?: (?:alone|only))?| alone| only)?/i;

function locate(reading: Reading): PhrasingMatch {
  const { text } = reading;
  const words = alone.exec(text) ?? hangsOnMe.exec(text);
  const rivals = words ? undefined : rivalsClause(reading);
  const span = words
    ? { start: words.index, end: words.index + words[0].length }
    : trimmed(text, rivals ? rivals.span : wholeSentence(text));
  const shown = quoted(text.slice(span.start, span.end));
  const message = rivals
    ? `${shown} makes the others small to make you big.`
    : `${shown} claims the save for you alone.`;
  return { span, message };
}

function rewrite(reading: Reading, match: PhrasingMatch): Rewrite[] {
  const { text } = reading;
  const { span } = match;
  return offered(text, [
    withOthers(text),
    hangsOnDeed(text),
    ...hangsOnPerson(text),
    creditRivals(reading),
    ...deedBehindBoast(reading),
    recast(reading, span, {
      words: shared,
      alsoWeak: ({ body, clause }) =>
        clause?.subject?.actorClass === 'party' ||
        /\b(?:them|the one)\b/.test(text.slice(body.start, body.end)) ||
        boast.test(text.slice(body.start, body.end)),
    }),
    recastWhole(reading, shared),
    recastWhole(reading, 'I {{what you did}}, with {{who}} on {{what}}'),
    [appendWords(text, '; {{who}} handled {{what}}')],
  ]);
}

const shared = 'I {{what you did}} while {{who}} {{what they did}}';

/** "I did it all by myself" → "I did it with {{who}} on {{what}}". */
function withOthers(text: string): Edit[] | undefined {
  const match = alone.exec(text);
  // Who is belittled in the same breath can't have helped: "… because the others would only have slowed me down".
  if (!match || /\b(?:others?|everyone|everybody|the rest|team)\b[^.;]*\b(?:would|might|could|only)\b|\b(?:nobody|no ?one|might as well)\b/i.test(text)) return undefined; // prettier-ignore
  const from = / (?:from|of|by) (?:the others|the rest|anyone|anybody|my team|the team|them)(?: else)?\b/i.exec(text.slice(match.index + match[0].length)); // prettier-ignore
  const own = from?.index === 0 ? from[0].length : 0;
  const span: Span = { start: match.index, end: match.index + match[0].length + own };
  // "… alone, from the diagnosis to the fix, without any help": said twice, it would stay once.
  if (/\b(?:alone|by myself|on my own|single-?handed(?:ly)?)\b/i.test(text.slice(0, span.start) + text.slice(span.end))) return undefined; // prettier-ignore
  const isOpening = !/[\p{L}\p{N}]/u.test(text.slice(0, span.start));
  // In front of its verb the adverb goes, and the company is named at the end.
  if (!isOpening && /^\s*(?:[\p{L}]+(?:ed|t|d|n)\b|\p{Lu})/u.test(text.slice(span.end))) {
    return [...deleteWords(text, span), appendWords(text, ', with {{who}} on {{what}}')];
  }
  const end = isOpening ? span.end + /^,?/.exec(text.slice(span.end))![0].length : span.end;
  return replaceWords(
    text,
    { start: span.start, end },
    isOpening ? 'with {{who}} on {{what}},' : 'with {{who}} on {{what}}',
  );
}

/** "Without me no launch" → "Without {{the change I made}} no launch". */
function hangsOnDeed(text: string): Edit[] | undefined {
  const match = hangsOnMe.exec(text);
  // "Without me there'd have been nobody who could read it": a change reads nothing.
  if (!match || /\b(?:nobody|no one|none|anyone|anybody)\b/i.test(text.slice(match.index))) return undefined;
  const me = match.index + match[0].search(/(?:just |only |solely )?\bme\b/i);
  return replaceWords(
    text,
    { start: me, end: match.index + match[0].length },
    '{{the change I made, and who helped}}',
  );
}

/** The clause in which others fail, before the narrator succeeds. */
function rivalsClause({ clauses }: Reading): Clause | undefined {
  const mine = clauses.findIndex(
    ({ subject, verb }) => subject?.actorClass === 'narrator' && verb !== undefined,
  );
  return clauses
    .slice(0, Math.max(mine, 0))
    .slice(0, 1)
    .find(
      ({ subject, verb, hasOwnSubject }) =>
        subject?.actorClass === 'party' && hasOwnSubject && verb?.tense === 'past',
    );
}

/** The narrator tells a deed, and not just "I was not". */
function succeeds({ clauses }: Reading): boolean {
  return clauses.some(
    ({ subject, verb }) => subject?.actorClass === 'narrator' && verb !== undefined && verb.lemma !== 'be',
  );
}

/** "Twelve engineers had failed at it before I …" → "{{Who}} had ruled out {{what}} before I …". */
function creditRivals(reading: Reading): Edit[] | undefined {
  const rivals = rivalsClause(reading);
  const { text } = reading;
  if (!rivals?.subject || rivals.subject.span.start < rivals.span.start) return undefined;
  if (/^(?:he|she|they|none|nobody|no one|people)\b/i.test(rivals.subject.text) || !succeeds(reading))
    return undefined;
  const words = text.slice(rivals.span.start, rivals.span.end);
  const goesOn = reading.clauses.some(
    ({ subject, span }) =>
      span.start > rivals.span.start && subject?.span.start === rivals.subject!.span.start,
  );
  // "Everyone was looking to me": nobody failed there.
  if (/\d|\bme\b/.test(words) || goesOn || /^(?:who|which|that|so)\b/i.test(rivals.connective ?? ''))
    return undefined;
  const end = trimmed(text, rivals.span).end;
  if (!/^\s*(?:[,;.–—:]|before\b|but\b|and\b|until\b|till\b|when\b)/.test(text.slice(end))) return undefined;
  const isContrast = /^(?:where|while|whereas|although|though)$/i.test(rivals.connective ?? '');
  const start = isContrast ? rivals.span.start : rivals.subject.span.start;
  return replaceWords(text, { start, end }, `${isContrast ? 'after ' : ''}{{who}} had ruled out {{what}}`);
}
