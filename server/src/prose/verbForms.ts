import { doublingVerbs, irregularVerbs, variantForms } from './lexicon/irregularVerbs';
import { nounVerbs, plainVerbs } from './lexicon/verbs';
import { wordTable } from '../text/wordTable';

/** Which forms of a verb a word can be, as bits. */
export const verbForm = { base: 1, third: 2, past: 4, participle: 8, gerund: 16 } as const;

/** What a word is if it is a verb: the infinitive, the forms it can be, and whether the verb is in the lexicon. */
export interface VerbAnalysis {
  readonly lemma: string;
  readonly forms: number;
  readonly isKnown: boolean;
}

const irregularPast = new Map<string, string>();
const irregularParticiple = new Map<string, string>();
/** From an irregular form to its analysis. */
const irregularForms = new Map<string, { lemma: string; forms: number }>();
for (const [lemma, past, participle] of irregularVerbs) {
  irregularPast.set(lemma, past);
  irregularParticiple.set(lemma, participle);
  addForm(lemma, lemma, verbForm.base);
  addForm(past, lemma, verbForm.past);
  addForm(participle, lemma, verbForm.participle);
}
// "The fault lay with us": the past of "lie" reads like the base of "lay".
irregularForms.set('lay', { lemma: 'lay', forms: verbForm.base | verbForm.past });
for (const [form, lemma] of variantForms) addForm(form, lemma, verbForm.past | verbForm.participle);

function addForm(form: string, lemma: string, bit: number): void {
  const before = irregularForms.get(form);
  // "lay", "found", "wound" … are forms of two verbs; as the past of one they are commoner than as the base of the other.
  if (before && before.lemma !== lemma) return;
  irregularForms.set(form, { lemma, forms: (before?.forms ?? 0) | bit });
}

/** Whether the lexicon holds the verb, by itself or behind a prefix such as "re-" or "mis". */
export function isKnownVerb(lemma: string): boolean {
  if (plainVerbs.has(lemma) || nounVerbs.has(lemma) || irregularPast.has(lemma)) return true;
  const stem = withoutPrefix(lemma);
  return stem !== undefined && (plainVerbs.has(stem) || nounVerbs.has(stem) || irregularPast.has(stem));
}

/** What stands behind a prefix that verbs take: "re-flash" → "flash". */
export function withoutPrefix(word: string): string | undefined {
  return /^(?:[a-z]+-|re|un|mis|over|under|out|dis|pre|de|co|auto|de-?)(?=[a-z]{3,}$)/.exec(word)?.[0].length
    ? word.replace(/^(?:.*-|re|un|mis|over|under|out|dis|pre|de|co|auto)(?=[a-z]{3,}$)/, '')
    : undefined;
}

/** The infinitive behind an inflected form. `undefined` where the word can be no verb form; base forms only when the lexicon holds them. */
export function analyseVerb(word: string): VerbAnalysis | undefined {
  const irregular = irregularForms.get(word);
  if (irregular) return { ...irregular, isKnown: true };
  if (/^[a-z]+(?:-[a-z]+)*$/.test(word)) {
    const regular = analyseRegular(word);
    if (regular) return regular;
  }
  const stem = withoutPrefix(word);
  const inner = stem === undefined ? undefined : irregularForms.get(stem);
  return inner && stem !== undefined
    ? { lemma: word.slice(0, word.length - stem.length) + inner.lemma, forms: inner.forms, isKnown: true }
    : undefined;
}

function analyseRegular(word: string): VerbAnalysis | undefined {
  if (word.endsWith('ing') && word.length > 4) {
    const stem = word.slice(0, -3);
    if (!/[aeiouy]/.test(stem)) return undefined;
    return lemmaBehind(stem, verbForm.gerund);
  }
  if (/(?:gr|fr|cr|nt|fer)eed$/.test(word) && isKnownVerb(word.slice(0, -1)))
    return found(word.slice(0, -1), verbForm.past | verbForm.participle);
  if (word.endsWith('ed') && word.length > 3 && !word.endsWith('eed')) {
    const stem = word.slice(0, -2);
    if (!/[aeiouy]/.test(stem)) return undefined;
    if (/^[dlt]i$/.test(stem)) return found(`${stem}e`, verbForm.past | verbForm.participle);
    if (stem.endsWith('i')) return found(`${stem.slice(0, -1)}y`, verbForm.past | verbForm.participle);
    return lemmaBehind(stem, verbForm.past | verbForm.participle);
  }
  // "read-only" and "crash-free" are no verbs, "re-run" and "fat-finger" are.
  if (
    word.includes('-') &&
    !/^(?:re|un|de|mis|co|pre|over|auto)-/.test(word) &&
    !plainVerbs.has(word) &&
    !plainVerbs.has(word.replace(/s$/, '')) &&
    !plainVerbs.has(word.replace(/es$/, ''))
  )
    return undefined;
  if (isKnownVerb(word)) return { lemma: word, forms: verbForm.base, isKnown: true };
  if (word.endsWith('s') && !word.endsWith('ss')) {
    const candidates = word.endsWith('ies')
      ? [`${word.slice(0, -3)}y`, word.slice(0, -1)]
      : word.endsWith('es')
        ? [word.slice(0, -1), word.slice(0, -2), ...(word.endsWith('zzes') ? [word.slice(0, -3)] : [])]
        : [word.slice(0, -1)];
    const lemma =
      candidates.find((candidate) => plainVerbs.has(candidate) || nounVerbs.has(candidate)) ??
      candidates.find(isKnownVerb);
    if (lemma !== undefined) return { lemma, forms: verbForm.third, isKnown: true };
  }
  return undefined;
}

function found(lemma: string, forms: number): VerbAnalysis {
  return { lemma, forms, isKnown: isKnownVerb(lemma) };
}

/** The infinitive behind what stands before -ed or -ing. */
function lemmaBehind(stem: string, forms: number): VerbAnalysis {
  if (forms === verbForm.gerund && stem.endsWith('y') && isKnownVerb(`${stem.slice(0, -1)}ie`))
    return found(`${stem.slice(0, -1)}ie`, forms);
  const last = stem.at(-1) ?? '';
  const undoubled = stem.length > 2 && last === stem.at(-2) ? stem.slice(0, -1) : undefined;
  // A verb of the lexicon comes before one that is found behind a prefix: "reached" is of "reach" and not of "re-ache".
  const exact = [`${stem}e`, stem, ...(undoubled === undefined ? [] : [undoubled])].find(
    (lemma) =>
      (plainVerbs.has(lemma) || nounVerbs.has(lemma)) &&
      (gerund(lemma) === `${stem}ing` || pastTense(lemma) === `${stem}ed`),
  );
  if (exact !== undefined) return { lemma: exact, forms, isKnown: true };
  for (const lemma of [
    `${stem}e`,
    stem,
    ...(stem.endsWith('ck') ? [stem.slice(0, -1)] : []),
    ...(undoubled === undefined ? [] : [undoubled]),
  ]) {
    // "planed" and "pined" aside, a lexicon verb that spells back to this form is the one.
    if (isKnownVerb(lemma) && (gerund(lemma) === `${stem}ing` || pastTense(lemma) === `${stem}ed`)) {
      return { lemma, forms, isKnown: true };
    }
  }
  if (undoubled !== undefined && !/[lsfz]/.test(last)) return { lemma: undoubled, forms, isKnown: false };
  const takesE =
    /(?:[^aeiou][aeiou]t|[aeiouy][cvz]|[cvz]|u|[^aeioul]l|[aiu]r|[nrd]g|[aeiou]s|rs|ns|ak|ik|ok|[aeiou]g|[aeiou]id|at|crib|[fl]in)$/.test(
      stem,
    ) && !/(?:it|et|ow|fix|us)$/.test(stem);
  return { lemma: takesE ? `${stem}e` : stem, forms, isKnown: false };
}

/** "roll back" → "rolled back", "stop" → "stopped". The verb is an infinitive, with its particle if it has one. */
export function pastTense(verb: string): string {
  return inflect(verb, (lemma) => irregularPast.get(lemma), withEd);
}

/** "write" → "written", "roll back" → "rolled back". */
export function participle(verb: string): string {
  return inflect(verb, (lemma) => irregularParticiple.get(lemma), withEd);
}

/** "page" → "paging", "roll back" → "rolling back". */
export function gerund(verb: string): string {
  return inflect(
    verb,
    (lemma) => (lemma === 'be' || lemma === 'see' || lemma === 'flee' ? `${lemma}ing` : undefined),
    withIng,
  );
}

const irregularThird = wordTable({ be: 'is', have: 'has', do: 'does', go: 'goes' });

/** "fix" → "fixes", "roll back" → "rolls back". */
export function thirdPerson(verb: string): string {
  return inflect(verb, (lemma) => irregularThird[lemma], withS);
}

/** Changes the first word of a verb: the prefix of "re-run" and the particle of "roll back" stay as they are. */
function inflect(
  verb: string,
  irregular: (lemma: string) => string | undefined,
  regular: (lemma: string) => string,
): string {
  const [, head = verb, tail = ''] = /^(\S+)(.*)$/.exec(verb) ?? [];
  const whole = irregular(head);
  if (whole !== undefined) return whole + tail;
  const stem = plainVerbs.has(head) || nounVerbs.has(head) ? undefined : withoutPrefix(head);
  const inner = stem === undefined ? undefined : irregular(stem);
  if (inner !== undefined && stem !== undefined)
    return head.slice(0, head.length - stem.length) + inner + tail;
  return regular(head) + tail;
}

function withEd(lemma: string): string {
  if (lemma.endsWith('e')) return `${lemma}d`;
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ied`;
  if (lemma.endsWith('ic')) return `${lemma}ked`;
  return `${doubled(lemma)}ed`;
}

function withIng(lemma: string): string {
  if (lemma.endsWith('ie')) return `${lemma.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(lemma) && lemma.length > 2) return `${lemma.slice(0, -1)}ing`;
  if (lemma.endsWith('ic')) return `${lemma}king`;
  return `${doubled(lemma)}ing`;
}

function withS(lemma: string): string {
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  if (/(?:s|x|z|ch|sh|[^aeiou]o)$/.test(lemma))
    return /[^z]z$/.test(lemma) && /[aeiou]z$/.test(lemma) ? `${lemma}zes` : `${lemma}es`;
  return `${lemma}s`;
}

/** What stands first in a compound verb, which is spelled as its last part alone: "retrofit" as "fit", "bootstrap" as "strap". */
const firstOfCompound =
  /^(?:air|back|bit|boot|bull|catch|counter|cross|double|down|eaves|fast|gun|hand|heat|hot|jet|jump|kid|knee|leap|mind|out|over|photo|quick|retro|road|sand|screen|side|site|snap|time|type|under|up|water|web|wire)(?=[bcdfghjklmnpqrstvwxyz]+[aeiou][bdfgklmnprstvz]$)/;

/** Doubles the last consonant after one short stressed vowel: "stop" → "stopp", "revert" → "revert". */
function doubled(lemma: string): string {
  const last = lemma.at(-1) ?? '';
  if (doublingVerbs.has(lemma) || doublingVerbs.has(withoutPrefix(lemma) ?? '')) return lemma + last;
  if (
    !/[^aeiou][aeiou][bdfgklmnprstvz]$/.test(lemma) &&
    !/^[aeiou][bdglmnprst]$/.test(lemma) &&
    !/qu[aeiou][bdgmnptz]$/.test(lemma)
  )
    return lemma;
  const head = lemma.slice(lemma.lastIndexOf('-') + 1).replace(firstOfCompound, '');
  const isOneSyllable =
    (head.match(/[aeiouy]+/g) ?? []).length === 1 || /^[^aeiou]*qu[aeiou][^aeiou]$/.test(head);
  const inner = withoutPrefix(lemma);
  const isPrefixed =
    inner !== undefined &&
    /^(?:re|un)-?/.test(lemma) &&
    nounVerbs.has(inner) &&
    (inner.match(/[aeiouy]+/g) ?? []).length === 1;
  return isOneSyllable || isPrefixed ? lemma + last : lemma;
}
