import type { Chunk } from './chunks';
import type { Term, VerbGroup } from './clause';
import { deedsOf, isPhrasalVerb } from './lexicon/deeds';

/** What stands around the group and belongs to its sense. */
interface Surroundings {
  /** The object's head noun in the singular. */
  readonly object: string | undefined;
  /** Whether the auxiliary stands apart from the verb, with the subject between. */
  readonly isSeparate: boolean;
  /** The word behind the object, which may be the verb's particle. */
  readonly particle: string | undefined;
}

/** Reads tense, voice, modality and the rest from a verb group. `first` and `last` differ only where the subject stands between them. */
export function readVerbGroup(
  text: string,
  terms: readonly Term[],
  first: Chunk,
  last: Chunk,
  around: Surroundings,
): VerbGroup {
  const words = around.isSeparate
    ? [...terms.slice(first.from, first.to), ...terms.slice(last.from, last.to)]
    : terms.slice(first.from, last.to);
  const main = terms[last.head] ?? words[0];
  const before = words.slice(0, main ? words.indexOf(main) : 0);
  const after = terms[last.to];
  const particle = last.particle ?? particleOf(main?.lemma ?? '', after, around.particle);
  const lemma = particle === undefined ? (main?.lemma ?? '') : `${main?.lemma ?? ''} ${particle}`;
  const lead = around.isSeparate ? terms[first.head] : undefined;
  const isPassive =
    main?.tag === 'participle' &&
    (lead === undefined
      ? isPassiveOf(before)
      : isPassiveOf(before) && !(lead.lemma === 'have' && !before.some((term) => term.lemma === 'be')));
  const isPerfect =
    lead?.lemma === 'have' || before.some((term) => term.tag === 'auxiliary' && term.lemma === 'have');
  const modal =
    before.find((term) => term.tag === 'modal')?.normal ??
    (before.some((term) => term.lemma === 'have' && term.tag !== 'auxiliary') && before.at(-1)?.tag === 'to'
      ? 'have to'
      : undefined);
  const end = terms[last.to - 1]?.span.end ?? text.length;
  const start = terms[first.from]?.span.start ?? 0;
  return {
    span: { start, end },
    mainSpan: { start: main?.span.start ?? start, end },
    lemma,
    tense: tenseOf(before, main, modal),
    voice:
      isPassive ||
      (lead === undefined && main?.tag === 'participle' && before.every((term) => term.tag !== 'auxiliary'))
        ? 'passive'
        : 'active',
    isNegated:
      words.some((term) => term.tag === 'negation') ||
      terms[first.from - 1]?.tag === 'negation' ||
      terms[first.from - 1]?.normal === 'nor' ||
      (main?.lemma === 'be' && after?.tag === 'negation') ||
      (main?.lemma === 'have' && after?.normal === 'no'),
    modal,
    isPerfect,
    isProgressive:
      main?.tag === 'gerund' && before.some((term) => term.tag === 'auxiliary' && term.lemma === 'be'),
    deeds: deedsOf(lemma, around.object),
  };
}

function particleOf(
  lemma: string,
  after: Term | undefined,
  separated: string | undefined,
): string | undefined {
  if (separated !== undefined && isPhrasalVerb(`${lemma} ${separated}`)) return separated;
  if (
    after &&
    /^(?:adverb|adjective|particle|participle)$/.test(after.tag) &&
    isPhrasalVerb(`${lemma} ${after.normal}`)
  )
    return after.normal;
  return undefined;
}

function isPassiveOf(before: readonly Term[]): boolean {
  const last = before.findLast((term) => term.tag !== 'adverb' && term.tag !== 'negation');
  return last === undefined || last.lemma === 'be' || last.lemma === 'get';
}

function tenseOf(
  before: readonly Term[],
  main: Term | undefined,
  modal: string | undefined,
): VerbGroup['tense'] {
  const first = before.find((term) => term.tag !== 'adverb' && term.tag !== 'negation');
  const lead = first ?? main;
  if (!lead || !main) return 'present';
  if (lead.tag === 'to') return 'infinitive';
  if (lead.tag === 'modal')
    return modal === 'will' || modal === 'shall' || modal === 'gonna'
      ? 'future'
      : before.some((term) => term.lemma === 'have') || /^(?:could|would|might)$/.test(modal ?? '')
        ? 'past'
        : 'present';
  if (lead.lemma === 'be' && before.some((term) => term.normal === 'going') && before.at(-1)?.tag === 'to')
    return 'future';
  if (lead.tag === 'past' || /^(?:had|did|was|were|got)$/.test(lead.normal)) return 'past';
  if (lead.tag === 'gerund' || lead.normal === 'being' || lead.normal === 'having') return 'gerund';
  if (lead.tag === 'participle' || lead.normal === 'been') return 'participle';
  // "has rolled back" tells of the past.
  if (lead.lemma === 'have' && lead.tag === 'auxiliary') return 'past';
  return 'present';
}
