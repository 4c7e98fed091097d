import type { Clause, Term } from '../prose/clause';
import { createReading } from '../prose/reading';
import type { SectionKind } from '../rubric/ids';
import type { SentenceFacts } from '../rules/reviewDraft';
import { figureLines } from './figureLines';

/** The most cues that a section's card holds: more could not be taken in at a glance. */
const mostCues: Readonly<Record<SectionKind, number>> = {
  situation: 3,
  task: 2,
  action: 7,
  result: 3,
  reflection: 3,
};

/** The most words of a cue; of one that would break off within a name for something; and of one with a figure. */
const mostWords = { cue: 5, wholeName: 7, figure: 10 } as const;

/** Sections whose figures come back to mind first; in the others it is what was done. */
const toldByFigures: ReadonlySet<SectionKind | undefined> = new Set(['situation', 'result']);

/**
 * A few words of a sentence that bring the rest back: a change in figures, the narrator's deed with its object, or another figure with
 * what it counts. Each is a stretch of a sentence's own words; of more sentences than a card holds, those that show most evidence are
 * taken. The cues are in the order of the sentences.
 */
export function cuesOf(sentences: readonly SentenceFacts[], section: SectionKind | undefined): string[] {
  const found = sentences.flatMap((facts, index) => {
    const cue = cueOf(facts, section);
    // A hole is no word of the story's yet.
    return cue === undefined || cue.includes('{{') ? [] : [{ cue, index, weight: weightOf(facts) }];
  });
  const most = section === undefined ? 3 : mostCues[section];
  const chosen = [...found].sort((a, b) => b.weight - a.weight || a.index - b.index).slice(0, most);
  return [...new Set(chosen.sort((a, b) => a.index - b.index).map(({ cue }) => cue))];
}

function weightOf({ evidence, figures }: SentenceFacts): number {
  return evidence.size + (figures.changes.length > 0 ? 1 : 0);
}

function cueOf(facts: SentenceFacts, section: SectionKind | undefined): string | undefined {
  const { text } = facts.sentence;
  const { clauses, terms } = createReading(text, section);
  const byFigures = figureLines([facts]).find((line) => isGlance(line));
  if (byFigures !== undefined && toldByFigures.has(section)) return byFigures;
  return deedOf(text, clauses, terms) ?? byFigures ?? opening(text, terms);
}

/** “61%” alone brings nothing back, and a whole sentence is read instead of told. */
function isGlance(line: string): boolean {
  const words = line.split(' ').length;
  return words > 1 && words <= mostWords.figure;
}

/** “rolled checkout back”: the first deed of the narrator's, or of the team, with its object. */
function deedOf(text: string, clauses: readonly Clause[], terms: readonly Term[]): string | undefined {
  for (const actor of ['narrator', 'own-team']) {
    const own = clauses.filter(({ subject, verb }) => subject?.actorClass === actor && verb !== undefined);
    const clause = own.find((each) => isMain(each) && !isFaint(each)) ?? own.find(isMain) ?? own[0];
    if (!clause?.verb) continue;
    const { span, mainSpan, isNegated } = clause.verb;
    const cue = upTo(text, terms, wordStart(text, isNegated ? span.start : mainSpan.start), clause.span.end);
    if (wordCount(cue) >= 2) return cue;
  }
  return undefined;
}

/** What somebody decided or tried to do counts as told for itself. */
function isMain({ isSubordinate, verb }: Clause): boolean {
  return !isSubordinate || verb?.tense === 'infinitive';
}

/** Verbs that say least of what was done. */
function isFaint({ verb }: Clause): boolean {
  return /^(?:be|have|do|get|go|say|think|know|see|want|try|start|begin|decide|need|judge)$/.test(
    verb?.lemma ?? '',
  );
}

/** The start of the word at an offset: a contraction is told with what it hangs on. */
function wordStart(text: string, offset: number): number {
  return /['’]/.test(text[offset] ?? '') ? text.lastIndexOf(' ', offset) + 1 : offset;
}

/** The first words of the sentence, past an introduction of one word (“Honestly, …”). */
function opening(text: string, terms: readonly Term[]): string | undefined {
  const starts = [0, ...[...text.matchAll(/[,;:]\s+/g)].map(({ index, 0: mark }) => index + mark.length)];
  return starts.map((start) => upTo(text, terms, start, text.length)).find((cue) => wordCount(cue) >= 2);
}

const partOfName: ReadonlySet<Term['tag']> = new Set(['noun', 'name', 'number', 'adjective', 'possessive']);

const leadsToName: ReadonlySet<Term['tag']> = new Set(['adjective', 'determiner', 'number', 'preposition']);

/** The words from an offset on, up to a mark that ends a thought: as many as a cue holds, and none at the end that leads nowhere. */
function upTo(text: string, terms: readonly Term[], from: number, end: number): string {
  const inside = terms.filter(({ span }) => span.start >= from && span.end <= end);
  const stop = inside.findIndex(({ tag, text: mark }, index) => index > 0 && tag === 'mark' && /^[,;:.?!()–—]/.test(mark)); // prettier-ignore
  const thought = stop < 0 ? inside : inside.slice(0, stop);
  const fits = (count: number, most: number): boolean =>
    count <= thought.length && wordCount(text.slice(from, thought[count - 1]?.span.end ?? from)) <= most;
  // Within a name, before its “of …”, or after what only leads up to it.
  const breaksName = (count: number): boolean => {
    const last = thought[count - 1];
    const following = thought[count];
    if (!last || !following) return false;
    const continues = partOfName.has(following.tag) || following.normal === 'of';
    return (partOfName.has(last.tag) && continues) || leadsToName.has(last.tag);
  };
  let count = 0;
  while (fits(count + 1, mostWords.cue)) count++;
  while (breaksName(count) && fits(count + 1, mostWords.wholeName)) count++;
  while (breaksName(count)) count--;
  const last = thought[count - 1];
  return last === undefined ? '' : tidied(text.slice(from, last.span.end));
}

function isConnection(word: string): boolean {
  return /^(?:to|of|for|with|by|from|at|into|a|an|the|and|or|but|so|that|than|as|its|their|our|my|your|his|her|who|whom|whose|which|where|when|while|this|those|these|no|not|about|is|was|were|are|in|on|it|I|then|if|because|after|before|until|between|per|all|each|every|one)$/i.test(
    word,
  );
}

/** Without marks and connections at its end, which lead to what is cut off. */
function tidied(text: string): string {
  let rest = text.trim();
  for (;;) {
    const shorter = rest
      .replace(/[\s,;:–—-]+$/, '')
      .replace(/\s+(\S+)$/, (whole, word: string) =>
        isConnection(word) && !/^(?:in|on|all|it)$/.test(word) ? '' : whole,
      );
    if (shorter === rest) return rest;
    rest = shorter;
  }
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
}
