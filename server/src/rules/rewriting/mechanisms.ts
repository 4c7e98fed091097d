import type { Reading } from '../../prose/reading';
import type { Edit } from '../../text/edit';
import type { Rewrite } from '../../text/rewrite';
import { openerOf } from './statements';
import { addExplanation, holdsFacts, put, showing, type WeakStretch } from './weakStretch';

/** A kind of lasting change, and how it is said with holes for what only the writer knows. */
interface Mechanism {
  /** Words of the sentence for which this is the likeliest one. */
  readonly fits: RegExp;
  /** What it does, as a clause in the present: fits every opening. */
  readonly state: string;
  /** What was done, behind "I" or "we": the infinitive and the past of its verb, and the rest. */
  readonly deed: { readonly base: string; readonly past: string; readonly rest: string };
}

const mechanisms: readonly Mechanism[] = [
  {
    fits: /monitor|observab|alert|alarm|dashboard|watch|\beyes?\b|attention|vigilan|spot|seen|early|visib|metric|capacity|health/i,
    state: 'an alert on {{signal}} pages {{who}} at {{threshold}}',
    deed: { base: 'add', past: 'added', rest: 'an alert on {{signal}} that pages {{who}} at {{threshold}}' },
  },
  {
    fits: /wiki|docu|confluence|runbook|playbook|write-?up|wrote|report|post-?mortem|retro|lessons|handover|train|aware|refresher|everyone knows|remind|know|communicat|align|coordinat|procedure/i,
    state: 'the runbook tells {{who}} to {{step}} when {{signal}}',
    deed: { base: 'write', past: 'wrote', rest: '{{step}} into {{runbook or checklist}}, for {{who}} to do when {{signal}}' },
  },
  {
    fits: /test|\bqa\b|review|releas|deploy|pipeline|check|careful|config|migrat|quality|rigo|process|discipline|twice|thorough|plan|rollout|cutover|code|governance|contract|hiring/i,
    state: '{{test, check or gate}} at {{step}} blocks {{what it stops}}',
    deed: { base: 'add', past: 'added', rest: '{{test, check or gate}} at {{step}}, which blocks {{what it stops}}' },
  },
  {
    fits: /safeguard|guardrail|harden|robust|backup|redundan|never|can(?:no|')t|repeat|again|proof|secur|resilien|strong/i,
    state: '{{new limit, default or fallback}} keeps {{this failure}} from {{doing what harm}}',
    deed: { base: 'add', past: 'added', rest: '{{new limit, default or fallback}}, which keeps {{this failure}} from {{doing what harm}}' },
  },
];

const future = /\b(?:will|won['’]t|shall|going to|next (?:time|year|quarter|month|week)|future|would)\b|['’]ll\b/i;
const present = /\b(?:now|nowadays|today|these days|going forward|from (?:now|here|that|then|this)\b[\w\s]* on|always|whenever|every time|by now|in place)\b/i;
const pastOpening = /\b(?:afterwards?|after|then|following|that (?:followed|week|month)|later|long term|next)\b/i;

/** Rewrites that say which mechanism stops the next failure: an alert, a runbook step, a gate, a design; the likeliest first. */
export function mechanismRewrites(reading: Reading, stretch: WeakStretch): Rewrite[] {
  const weak = reading.text.slice(stretch.span.start, stretch.span.end);
  const ordered = mechanisms.map((mechanism, index) => ({ mechanism, rank: (mechanism.fits.exec(weak)?.index ?? 1000) + index })).sort((a, b) => a.rank - b.rank); // prettier-ignore
  return ordered.map(({ mechanism }, index) => {
    const { words, edit } = mustStay(reading, stretch) ? explained(reading.text, mechanism) : replaced(reading, stretch, mechanism);
    return showing(words, [edit], index === 0);
  });
}

/** Figures, names and more than one statement's worth of the writer's own words stay, and the mechanism is told behind them. */
function mustStay({ text }: Reading, { span, after }: WeakStretch): boolean {
  const lengthy = text.slice(span.start, span.end).split(/\s+/).length > 24;
  return after.length > 0 || lengthy || holdsFacts(text, span);
}

function explained(text: string, { state }: Mechanism): { words: string; edit: Edit } {
  return { words: state, edit: addExplanation(text, state) };
}

/** The opening of the first weak statement stays ("Going forward, …"), and so does its subject where that is "I" or "we". */
function replaced(reading: Reading, { statements, span, before }: WeakStretch, mechanism: Mechanism): { words: string; edit: Edit } {
  const { text } = reading;
  const first = statements[0]!;
  const opening = openerOf(first);
  const openingWords = text.slice(opening.start, opening.end);
  const kept = /[\p{L}\p{N}]/u.test(openingWords) && first.clause?.hasOwnSubject === true && openingWords.length < 60;
  const start = kept ? opening.end : span.start;
  const weak = text.slice(span.start, span.end);
  const words = clauseOf(reading, first, mechanism, kept ? openingWords : '', weak);
  const joint = before.length > 0 ? first.joint : undefined;
  const needsAnd = joint !== undefined && /\b(?:so|therefore|hence)\b/.test(text.slice(joint.start, joint.end));
  if (needsAnd) return { words, edit: { span: { start: joint.start, end: span.end }, insert: `, and ${text.slice(span.start, start)}${words}` } };
  return { words, edit: put(text, { start, end: span.end }, words) };
}

function clauseOf(reading: Reading, { clause }: WeakStretch['statements'][number], { state, deed }: Mechanism, opening: string, weak: string): string {
  const actor = clause?.subject?.actorClass;
  const pronoun = actor === 'narrator' ? 'I' : actor === 'own-team' ? 'we' : undefined;
  const subject = clause?.hasOwnSubject === false && !/\b(?:I|we)\b/i.test(weak) ? '' : `${pronoun ?? 'we'} `;
  if (future.test(weak)) return `${pronoun ?? 'we'} will ${deed.base} ${deed.rest}`;
  if (present.test(weak) && !pastOpening.test(opening)) return `${state}`;
  if (pronoun !== undefined) return `${subject}${deed.past} ${deed.rest}`;
  return pastOpening.test(opening) ? `we ${deed.past} ${deed.rest}` : `${opening === '' ? withNow(state) : state}`;
}

/** "an alert on {{signal}} pages" → "an alert on {{signal}} now pages". */
function withNow(state: string): string {
  return state.replace(/ (pages|tells|blocks|keeps) /, ' now $1 ');
}
