import type { Clause } from '../../prose/clause';
import type { Reading } from '../../prose/reading';
import type { Edit } from '../../text/edit';
import type { Rewrite } from '../../text/rewrite';
import type { Span } from '../../text/span';
import { appendWords, isAtStart, quoted, replaceWords, uncapitalized } from '../rewriting/edits';
import { agreeWithNarrator, needsSeveral } from '../rewriting/pronouns';
import { predication, trimmed, wholeSentence } from '../rewriting/spans';
import { recastWhole } from '../rewriting/recast';
import { offered } from '../rewriting/titles';
import type { PhrasingMatch, PhrasingRule } from '../rule';

export const weAction: PhrasingRule = {
  kind: 'phrasing',
  id: 'we-action',
  title: '“We” did it',
  summary: 'In Action, a deed is credited to “we” or the team with no word on what you did.',
  why: 'The interviewer is hiring you, not the team. After three sentences with “we” they stop and ask “and what was your part?”, and the story starts over.',
  advice:
    'Say “I” for what you did yourself. Where others worked with you, name them and their share: “I bisected the releases with Priya”.',
  source: ['001', '004'],
  severity: 'warning',
  sections: ['action'],
  raises: ({ text, clauses }, certainty = 0) =>
    namesTeam.test(text) &&
    !namesNarrator.test(text) &&
    (clauses.some(isTeamWork) || (certainty >= 0.3 && (ofAll.test(text) || clauses.some(isTeams)))),
  vetoes: ({ text, clauses }) =>
    (/\bI\b/.test(text) && clauses.some(isNarratorsWork)) ||
    (teamAsPlace.test(text) && !namesTeam.test(text.replace(teamAsPlace, ' '))),
  locate,
  rewrite,
  examples: {
    weak: [
      {
        text: '«We found» the memory leak together.',
        section: 'action',
        rewritten: 'I found the memory leak with {{who}}.',
      },
      {
        text: 'First «we stopped» the cron, then we drained the queue, then we reran the imports by hand.',
        section: 'action',
        rewritten: 'First I stopped the cron, then I drained the queue, then I reran the imports by hand.',
      },
      {
        text: '«Our team rewrote» the importer over two sprints.',
        section: 'action',
        rewritten: 'With our team, I rewrote the importer over two sprints.',
      },
      {
        text: '«We were comparing» heap dumps and found the leak.',
        section: 'action',
        rewritten: 'I was comparing heap dumps and found the leak.',
      },
      {
        text: '«We split» into two groups and went through the logs.',
        section: 'action',
        rewritten: 'We split into two groups and went through the logs; I {{your part}}.',
      },
    ],
    strong: [
      {
        text: 'I read the acquirer log while Noor read ours, and we met at the duplicated batch id.',
        section: 'action',
      },
      { text: 'We had no canary for rule changes, so I added one.', section: 'action' },
      { text: 'I bisected the last nine releases and found the commit.', section: 'action' },
      { text: 'We rerouted the traffic and reset the sessions.', section: 'situation' },
    ],
  },
};

/** The team as a place and no doer: "nobody outside the squad heard a word". */
const teamAsPlace =
  /\b(?:outside|beyond|inside|within) (?:of )?(?:the|our|my) (?:\p{L}+ )?(?:team|squad|group|crew|unit)\b/iu;

const namesTeam = /\b(?:we|us|our|ours|team|squad|crew|group|everyone|everybody|together|collectively)\b/i;
const namesNarrator = /\b(?:I|me|my|mine|myself)\b/;

/** Joint work without a clause of its own: "a joint effort", "next step for us". */
const ofAll =
  /\b(?:all|\w+) of us\b|\bfor us\b|\bours\b|\b(?:joint|team|squad|group|shared) (?:effort|decision|work|call)\b|\b(?:everyone|everybody) (?:pitched|mucked|chipped|helped|joined|got)\b/i;

function isTeams({ subject, verb }: Clause): boolean {
  return subject?.actorClass === 'own-team' && verb !== undefined && !isState(verb.deeds);
}

/** The team finishes a piece of work in the main clause: "we rerouted traffic", and not "we had no canary". */
function isTeamWork({ subject, verb, isSubordinate }: Clause): boolean {
  if (subject?.actorClass !== 'own-team' || verb === undefined || isSubordinate) return false;
  const isTold =
    verb.voice === 'active' &&
    verb.tense === 'past' &&
    !verb.isNegated &&
    verb.modal === undefined &&
    !verb.isPerfect &&
    !verb.isProgressive;
  return isTold && workDeeds.some((deed) => verb.deeds.has(deed)) && !verb.deeds.has('be');
}

const workDeeds = ['repair', 'contain', 'investigate', 'build', 'decide', 'prevent'] as const;

function isNarratorsWork({ subject, verb }: Clause): boolean {
  return (
    subject?.actorClass === 'narrator' &&
    verb?.voice === 'active' &&
    !isState(verb.deeds) &&
    verb.deeds.size > 0
  );
}

/** Adverbials that say the deed was shared. */
const sharedOpening =
  /^(?:(?:together(?! with)|collectively|jointly|heads together|working in pairs|between (?:(?:the )?\w+ of |all of )?us|as an? [\p{L}-]+)\b,?\s+)/iu;
const sharedInside =
  /,?\s*\b(?:all together|together(?! with)|collectively|jointly|as an? (?:team|group|squad|unit|crew|department|pair)|between (?:(?:the )?\w+ of )?us|side by side)\b/iu;

function locate(reading: Reading): PhrasingMatch {
  const [first] = teamClauses(reading);
  const span = trimmed(reading.text, first ? predication(first) : wholeSentence(reading.text));
  return { span, message: `${quoted(reading.text.slice(span.start, span.end))} does not say what you did.` };
}

/** Clauses in which the own team does something; what it merely was or had is a circumstance. */
function teamClauses(reading: Reading): Clause[] {
  const ours = reading.clauses.filter(
    ({ subject, verb }) => subject?.actorClass === 'own-team' && verb?.voice === 'active',
  );
  const deeds = ours.filter(
    ({ verb, connective }) => !isState(verb!.deeds) && !circumstance.test(connective ?? ''),
  );
  return deeds.length > 0 ? deeds : ours;
}

const circumstance =
  /^(?:when|while|as|because|since|until|till|after|before|once|if|although|though|where)\b/;

function isState(deeds: ReadonlySet<string>): boolean {
  return deeds.size > 0 && [...deeds].every((deed) => deed === 'be' || deed === 'feel');
}

function rewrite(reading: Reading): Rewrite[] {
  const { text } = reading;
  const told = narratorEdits(reading);
  return offered(text, [
    told,
    [appendWords(text, '; I {{your part}}')],
    text.split(/\s+/).length <= 10
      ? recastWhole(reading, 'I {{your part}}, and {{who}} {{their part}}')
      : undefined,
  ]);
}

/** “I” in the place of the team in every clause that it acts in; undefined where the deed takes several or the grammar is unclear. */
function narratorEdits(reading: Reading): Edit[] | undefined {
  const { text } = reading;
  const clauses = teamClauses(reading);
  const [first] = clauses;
  // "All of us in the room compared …": the place would be left behind.
  const gap = first?.verb && first.subject ? text.slice(first.subject.span.end, first.verb.span.start) : '';
  // "The three trainees in my year, we wrote …": the name that stands before its own pronoun would be left behind.
  const before = first?.subject ? text.slice(0, first.subject.span.start) : '';
  if (/^\W*(?:the|our|my|a|some|all|both) (?!(?:next|following|same|first|last|morning|day|week|night|afternoon|evening|moment|minute)\b)[^,]{3,50}, $/i.test(before) && !/^us\b/i.test(before.trim())) return undefined; // prettier-ignore
  if (/^ (?:in|at|on|from|across)\b|^, [a-z]+ing as one/.test(gap)) return undefined;
  if (first && /\band (?:we|me|I|us), $/.test(text.slice(0, first.subject?.span.start))) return undefined;
  if (!first?.hasOwnSubject || clauses.some((clause) => needsSeveral(reading, clause))) return undefined;
  const edits: Edit[] = [];
  for (const clause of clauses) {
    if (clause.hasOwnSubject) {
      if (
        !/^(?:we|us\b.*|all of us\b.*|(?:the|our|my|this)\b.*|team|squad|crew)$/i.test(clause.subject!.text)
      )
        return undefined;
      edits.push({
        span: withNameBefore(text, clause.subject!.span),
        insert: /\b(?:let|lets|made|makes|helps?|helped|had|gave|allowed|told|asked)\s+$/i.test(
          text.slice(0, clause.subject!.span.start),
        )
          ? 'me'
          : 'I',
      });
    }
    const agreement = agreeWithNarrator(reading, clause);
    if (agreement) edits.push(agreement);
  }
  return sharingEdits(reading, first, edits);
}

/** "us backend people, we rolled …": the name that stands before its own pronoun goes along. */
function withNameBefore(text: string, { start, end }: Span): Span {
  const name = /(?<!\b(?:of|between|for|among) )\bus\b(?: [\p{L}-]+){0,3}, $/iu.exec(text.slice(0, start));
  return name && /^we$/i.test(text.slice(start, end)) ? { start: name.index, end } : { start, end };
}

/** What said that the deed was shared becomes a hole for with whom; a team that was named stays as the company. */
function sharingEdits(reading: Reading, first: Clause, edits: Edit[]): Edit[] {
  const { text } = reading;
  const opening = sharedOpening.exec(text);
  if (opening && edits[0] !== undefined && edits[0].span.start <= opening[0].length) {
    return [...replaceWords(text, { start: 0, end: opening[0].trimEnd().length }, 'with {{who}},'), ...edits];
  }
  const inside = sharedInside.exec(text);
  // "Put two and two together": there the word belongs to the verb.
  if (inside && /side by side$/i.test(inside[0]) && first.object !== undefined) return edits;
  if (inside && /together$/i.test(inside[0]) && joining.test(text.slice(0, inside.index))) return edits;
  if (inside) {
    return [
      ...edits,
      { span: { start: inside.index, end: inside.index + inside[0].length }, insert: ' with {{who}}' },
    ];
  }
  const team = first.subject!;
  if (/^we$|^us$/i.test(team.text)) return edits;
  const company = /\bof us\b|^us\b/i.test(team.text) ? '{{who}}' : withArticle(uncapitalized(team.text));
  const [subject, ...rest] = edits;
  const before = text.slice(0, subject!.span.start);
  if (!isAtStart(text, team.span.start)) {
    const start = before.trimEnd().length;
    const isOpening =
      reading.clauses[0] === first &&
      (/^\W*then$/i.test(before.trimEnd()) ||
        !/[,;:–—]|\b(?:and|then|that|so|but|what)$/i.test(before.trimEnd()));
    return isOpening
      ? [{ span: { start, end: subject!.span.end }, insert: `, with ${company}, I` }, ...rest]
      : edits;
  }
  return [...replaceWords(text, subject!.span, `with ${company}, I`), ...rest];
}

const joining =
  /\b(?:put|puts|putting|bring|brought|pull(?:ed)?|piec(?:e|ed)|stick|stuck|hold|held|bolt(?:ed)?|tie|tied|wired?|glued?|knock(?:ed)?|cobbled?|scrap(?:e|ed)|string|strung|patch(?:ed)?|sewed|added|got|get|stitch(?:ed)?|tap(?:e|ed)|throw|threw|link(?:ed)?)\b[^,;.]*$/i;

function withArticle(words: string): string {
  return /^(?:the|our|my|this)\b/i.test(words) ? words : `the ${words.toLowerCase()}`;
}
