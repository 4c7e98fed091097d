import { upperFirst } from '../text/firstLetter';
import { readHoles } from '../text/holes';

/**
 * What a writer might put into a hole, by the words that ask for it: plain facts without judgement, in the grammar that the place wants.
 * "what you did" stands behind "I" and takes a deed in the past; "who" a name; "how many" a figure. The first pattern that fits wins.
 */
const answers: readonly (readonly [asked: RegExp, answer: string])[] = [
  [/^(?:whom? else\b.*|with whom|whom?|whom you .*)$/i, 'Priya'],
  [/^before$/i, '900 ms'],
  [/^(?:after|value|figure)$/i, '140 ms'],
  [/^(?:metric|which metric|signal|the signal)$/i, 'the p99 latency'],
  [/^which (?:part|log)\b.*$/i, 'the slow-query log'],
  [/^what, from → to$/i, 'the pool from 20 to 60 connections'],
  [/^what$/i, 'the network'],
  [/^which moment\b/i, 'the expired lease'],
  [/^test, check or gate$/i, 'a dry run against a copy of production'],
  [/^new limit\b.*$/i, 'a cap of 50 connections'],
  [/^this failure$/i, 'a slow dependency'],
  [/^doing what harm$/i, 'filling the pool'],
  [/^threshold$/i, '400 ms'],
  [/^interval$/i, '15 minutes'],
  [/^what you knew$/i, 'what was broken'],
  [/^what nobody had asked for$/i, 'wrote a replay script'],
  [/^what it changed$/i, 'the next cutover took ten minutes'],
  [/^what was missing$/i, 'there was no replay script'],
  [/^which decision$/i, 'the rollback'],
  [/^prevented or shown what$/i, 'shown us the full disk'],
  [/^when$/i, 'before each migration'],
  [/^how soon$/i, 'within five minutes'],
  [/^(?:for )?how long$/i, '40 minutes'],
  [/^how many\b/i, '412'],
  [/^how much money$/i, '$40,000 a year'],
  [/^(?:how much|what share)\b/i, '60%'],
  [/^how often\b/i, 'every 15 minutes'],
  // Behind "could not", "would" and "to".
  [/^could not do\b/i, 'could not log in'],
  [/^do\b/i, 'roll back at the first 500'],
  [/^(?:doing|naming|checking|measuring|raising)\b/i, 'draining the shard before the restart'],
  // Behind "I": a deed in the past.
  [/^what you (?:do|would do)$/i, 'drain the shard before a restart'],
  [/^(?:their part|what they did)$/i, 'read the proxy log'],
  [/^(?:your part|what you did(?:,? yourself)?)$/i, 'traced the slow query to one missing index'],
  [/^(?:the evidence|the cause, a failing).*$/i, 'a tested patch with a failing case'],
  [/^(?:what|how) you (?:brought order|steadied|kept)\b/i, 'wrote the next three steps on a sheet of paper'],
  [
    /^(?:what you (?:did|checked|set up|changed|wrote)\b.*\b(?:first|while|until|meanwhile)\b)/i,
    'moved the reads to the standby',
  ],
  [
    /^how you (?:know|checked|verified|measured|confirmed|followed|saw)\b/i,
    'measured the p99 for an hour: 140 ms',
  ],
  [/^what you (?:overlooked|skipped|missed)\b/i, 'skipped the dry run on the copy of the table'],
  [/^(?:what|how) you\b/i, 'raised the pool from 20 to 60 connections'],
  // What broke and what let it through: a thing, or a clause behind "because".
  [/^the failure$/i, 'an expired certificate'],
  [/^(?:what broke|what went wrong)\b/i, 'the shop went down at 02:10'],
  [/^which check, alert or limit$/i, 'a required dry run'],
  [/^(?:which check, alert or limit was missing|what let it happen)$/i, 'no check compared the two dates'],
  [/^(?:the|a|which|what let) .*\b(?:check|alert|test)\b.*$/i, 'a missing check of the expiry date'],
  [/^(?:a|the) tool or procedure$/i, 'the release pipeline'],
  // Clauses of their own.
  [
    /^what (?:failed|broke|happened|went wrong|was true|showed|let|caused|made|stopped|made it)\b/i,
    'the lease had expired at 02:10',
  ],
  [
    /^what (?:was at stake|(?:it|that) (?:achieved|would have saved)|was lost)\b/i,
    'it cost 40 orders a minute',
  ],
  [/^what it (?:stops|blocks|catches)\b/i, 'a config without a timeout'],
  [/^(?:step|the step|which step)$/i, 'drain the shard'],
  [/^hypothesis$/i, 'that the shard key was hot'],
  [/^(?:the )?(?:cause|root cause)$/i, 'an expired lease'],
  [/^the (?:change|step)\b/i, 'a pool of 60 connections'],
];

/** What is put into a hole whose words none of the patterns knows: a thing, which most places take. */
export const unknownAnswer = 'the pool limit';

/** The text with every hole answered by a neutral fact, as it will read once the writer has filled it in. Text without holes as it is. */
export function withSampleAnswers(text: string): string {
  return readHoles(text).map((piece) => piece.kind === 'text' ? piece.text : sampleAnswer(piece.prompt, piece.choices)).join(''); // prettier-ignore
}

/** The answer for one hole: its first choice where it gives any, in capitals where it opens a sentence. */
export function sampleAnswer(prompt: string, choices: readonly string[] = []): string {
  const asked = prompt.replace(/(?::| \(keep:).*$/s, '').trim();
  const answer = choices[0] ?? answers.find(([pattern]) => pattern.test(asked))?.[1] ?? unknownAnswer;
  return /^\p{Lu}/u.test(prompt) ? upperFirst(answer) : answer;
}
