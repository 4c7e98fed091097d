import type { Clause, DeedClass } from '../../prose/clause';
import type { Reading } from '../../prose/reading';
import type { Rewrite } from '../../text/rewrite';
import { quoted, resultOf, sayRewrite } from '../rewriting/edits';
import { covering, trimmed, wholeSentence } from '../rewriting/spans';
import { hiddenDeeds } from '../rewriting/passive';
import { activeVoice, namedAgent } from '../rewriting/voice';
import { recastWhole } from '../rewriting/recast';
import { offered } from '../rewriting/titles';
import { addExplanation } from '../rewriting/weakStretch';
import type { PhrasingMatch, PhrasingRule } from '../rule';

export const passiveAction: PhrasingRule = {
  kind: 'phrasing',
  id: 'passive-action',
  title: 'Deed without a doer',
  summary: 'A passive hides who acted.',
  why: 'An interviewer scores your deeds and cannot count one that nobody did. “A rollback was performed” earns nothing, and leaves the question whether you were in the room.',
  advice:
    'Put the one who acted in front of the verb: “I rolled back the deploy”. Where another person did it, name them and your part.',
  source: ['001', '004'],
  severity: 'information',
  sections: ['action', 'result', 'reflection'],
  raisesFrom: 0.1,
  raises: (reading) =>
    couldBePassive.test(reading.text) &&
    hiddenDeeds(reading).some((clause) => isWilful(clause, reading.text)),
  vetoes,
  locate,
  rewrite,
  examples: {
    weak: [
      {
        text: '«The faulty config was reverted and the pods were restarted».',
        section: 'action',
        rewritten: 'I reverted the faulty config and restarted the pods.',
      },
      {
        text: 'Once «the old keys had been revoked», I measured the failed logins again.',
        section: 'action',
        rewritten: 'Once I had revoked the old keys, I measured the failed logins again.',
      },
      {
        text: '«It was agreed» that the launch would wait a week.',
        section: 'action',
        rewritten: 'I agreed with {{whom}} that the launch would wait a week.',
      },
      {
        text: '«A size limit of 2 MB has since been introduced».',
        section: 'result',
        rewritten: 'I have since introduced a size limit of 2 MB.',
      },
      {
        text: 'In hindsight «the TTL should have been lowered» before the cutover.',
        section: 'reflection',
        rewritten: 'In hindsight I should have lowered the TTL before the cutover.',
      },
      {
        text: '«The index was added, tested and deployed» within the hour.',
        section: 'action',
        rewritten: 'I added, tested and deployed the index within the hour.',
      },
    ],
    strong: [
      { text: 'I was paged at 02:15 and rolled back the release.', section: 'action' },
      { text: 'Requests were being dropped at the proxy, so I drained it.', section: 'action' },
      { text: 'The lock was confirmed by the DBA within five minutes.', section: 'action' },
      { text: 'The connection pool was exhausted, as the thread dump showed.', section: 'action' },
    ],
  },
};

/** The cheap test before a sentence is parsed: an auxiliary of the passive, or a fragment's participle. */
const couldBePassive = /\b(?:was|were|been|being|is|are|be|got|get|gets|getting)\b|['’]s been\b|ed\b/i;

/** Verbs whose passive tells a state, or an event in the system: "was blocked", "was cached", "was affected". */
const stative =
  /^(?:affect|accept|act|act on|allow|bother|block|break|cache|charge|close|compute|concern|corrupt|couple|cover|cut off|damage|do|draw|drill|drop|expire|fill|finish|fragment|go|hash|hit|hold|know|lift|limit|lock|lose|mean|open|overheat|overload|own|pause|pay|please|plug|publish|queue|read|refuse|reject|relieve|satisfy|saturate|scratch|serve|settle|shed|shift|solve|sort|spread|stick|store|suppose|surprise|tell|throttle|throw|use|write)$/;
/** What the narrator did about it follows, so that the passive tells the state that was found. */
const stateThenDeed = /\bso I\b|, which (?:\w+ )?(?:showed|shows|perf|openssl|matches|I)\b|, as I saw\b/;

const willed: readonly DeedClass[] = ['repair', 'build', 'communicate', 'delegate', 'decide', 'contain', 'investigate', 'prevent']; // prettier-ignore
/** Whether somebody must have willed what the clause tells: no state, no event in the system, no feeling. */
function isWilful({ verb, isSubordinate, connective, subject }: Clause, text: string): boolean {
  if (
    verb?.voice !== 'passive' ||
    verb.tense !== 'past' ||
    /\b(?:was|were) being\b/.test(text.slice(verb.span.start, verb.span.end)) ||
    verb.isNegated ||
    stative.test(verb.lemma)
  )
    return false;
  if (isSubordinate && !/^(?:after|once|since|while)$/.test(connective ?? '')) return false;
  if (subject?.actorClass === 'impersonal' && !verb.deeds.has('decide')) return false;
  if (
    verb.deeds.has('feel') ||
    verb.deeds.has('fail') ||
    /^(?:no|nobody|none)\b/i.test(subject?.text ?? '') ||
    /\b(?:stoked|blown away)\b/.test(text)
  )
    return false;
  return !stateThenDeed.test(text.slice(verb.span.end));
}

/** "In hindsight I should have lowered the TTL": each deed has the narrator for its doer. */
function tellsOwnDeeds({ clauses }: Reading): boolean {
  return (
    clauses.length > 0 &&
    clauses.every(({ subject, verb }) => verb?.voice === 'active' && subject?.actorClass === 'narrator')
  );
}

function vetoes(reading: Reading): boolean {
  const { text } = reading;
  if (!couldBePassive.test(text) || tellsOwnDeeds(reading)) return true;
  const deeds = hiddenDeeds(reading);
  if (
    deeds.length > 0 &&
    deeds.every(
      ({ verb }) =>
        verb!.voice === 'passive' &&
        (verb!.deeds.has('fail') || /^(?:delight|overjoy|exhaust|saturate|fragment)$/.test(verb!.lemma)) &&
        !willed.some((kind) => verb!.deeds.has(kind)),
    )
  )
    return true;
  return (
    deeds.length > 0 &&
    deeds.every(({ verb }) => /\b(?:was|were) being\b/.test(text.slice(verb!.span.start, verb!.span.end))) &&
    !/\bbeing (?:tested|rolled|built)\b/.test(text)
  );
}

function locate(reading: Reading): PhrasingMatch {
  const { text } = reading;
  const deeds = hiddenDeeds(reading);
  const span = covering(
    deeds.map(({ subject, hasOwnSubject, verb }) =>
      covering([hasOwnSubject ? subject?.span : undefined, verb!.span]),
    ),
  );
  const place = span ? trimmed(text, span) : wholeSentence(text);
  const words = quoted(text.slice(place.start, place.end), 60);
  return { span: place, message: `${words} does not say who did it.` };
}

/** What a sentence gets whose passive is not understood. */
const ownPart = 'I {{what you did yourself}}';

/** "… were taken back, and the rest had been spent": what had happened before was somebody else's deed. */
function sameTime(deeds: readonly Clause[]): Clause[] {
  const simple = deeds.filter(({ verb }) => verb?.isPerfect !== true && verb?.modal === undefined);
  return simple.length > 0 ? simple : [...deeds];
}

function rewrite(reading: Reading): readonly Rewrite[] {
  const { text } = reading;
  const deeds = sameTime(hiddenDeeds(reading));
  const last = offered(text, [
    [addExplanation(text, ownPart)],
    text.split(/\s+/).length <= 8 ? recastWhole(reading, ownPart) : undefined,
  ]);
  if (deeds.length === 0) return last;
  const rewrites: Rewrite[] = [];
  // "The merchants were written to": the preposition would stand behind its noun.
  if (
    /\b(?:written|spoken|talked|listened|replied|responded|attended|referred) to\b(?! (?:the|our|my|them|him|her|each|every)\b)/i.test(
      text,
    )
  )
    return last;
  // "Access was given to me": somebody else did that.
  const isForMe = deeds.some(({ span }) => /\b(?:me|us)\b/i.test(text.slice(span.start, span.end)));
  for (const subject of isForMe ? (['{{who}}'] as const) : (['I', '{{who}}'] as const)) {
    const edits = activeVoice(reading, deeds, subject);
    // "Customer care I informed after it was resolved": two doers side by side.
    if (edits && !/\bI (?:I\b|\{\{who\}\})/.test(resultOf(text, edits)))
      rewrites.push(sayRewrite(text, edits, { preferred: subject === 'I' }));
  }
  if (rewrites.length === 0)
    rewrites.push(sayRewrite(text, namedAgent(reading, deeds, '{{whom}}'), { preferred: true }));
  return [...rewrites, ...last];
}
