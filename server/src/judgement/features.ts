import { type Clause, Manner, readClauses } from './clauses';
import { family, type FeatureList } from './feature-list';
import { figureKind } from './figures';
import { type SectionKind, sectionKinds } from '../rubric/ids';
import { classNames, type Mention, readWords } from './lexicon/index';
import { readSegments } from './segments';
import { mixHashes, type Tokens } from './tokens';

/** Rises with every change to what a feature means, so that old weights are refused. */
export const featuresVersion = 5;

/** One sentence, read once for all families of features. */
interface Reading {
  text: string;
  tokens: Tokens;
  mentions: readonly Mention[];
  clauses: Clause[];
  /** The kind of figure at each token, 0 for none. */
  figures: number[];
  /** The sentence as a sequence of function words, word classes and kinds of figures, with the place of each. */
  skeleton: { symbols: number[]; starts: number[]; ends: number[] };
}

/** Fills `list` with the features of a sentence; with no section, only those that do not depend on one. */
export function extractFeatures(text: string, section: SectionKind | undefined, list: FeatureList): void {
  const reading = read(text);
  list.clear();
  list.segments = readSegments(reading.tokens);
  addWords(reading, list);
  addCharacters(reading, list);
  addClasses(reading, list);
  addSkeleton(reading, list);
  addDeeds(reading, list);
  addFigures(reading, list);
  list.sectionFrom = list.length;
  if (section !== undefined) addSectionFeatures(reading, section, list);
}

function read(text: string): Reading {
  const { tokens, mentions } = readWords(text);
  const clauses = readClauses(tokens, mentions);
  const figures = tokens.words.map((_, at) => figureKind(tokens, at));
  return { text, tokens, mentions, clauses, figures, skeleton: readSkeleton(tokens, mentions, figures) };
}

function addWords({ tokens }: Reading, list: FeatureList): void {
  const { hashes, stems, starts, ends, length } = tokens;
  for (let i = 0; i < length; i++) {
    const start = starts[i]!;
    const stem = stems[i]!;
    list.add(family.word, hashes[i]!, start, ends[i]!);
    list.add(family.stem, stem, start, ends[i]!);
    if (i + 1 < length) list.add(family['stems-2'], mixHashes(stem, stems[i + 1]!), start, ends[i + 1]!);
    if (i + 2 < length) {
      list.add(
        family['stems-3'],
        mixHashes(mixHashes(stem, stems[i + 1]!), stems[i + 2]!),
        start,
        ends[i + 2]!,
      );
    }
    for (let gap = 2; gap <= 4 && i + gap < length; gap++) {
      list.add(family['stems-skip'], mixHashes(stem, stems[i + gap]!), start, ends[i + gap]!);
    }
  }
}

const runLength = 5;

/** Runs of five letters: they catch what word forms and misspellings have in common. */
function addCharacters({ text }: Reading, list: FeatureList): void {
  const lower = ` ${text.toLowerCase()} `;
  for (let i = 0; i + runLength <= lower.length; i++) {
    let hash = 0x811c9dc5;
    for (let at = i; at < i + runLength; at++) hash = Math.imul(hash ^ lower.charCodeAt(at), 0x01000193);
    list.add(family.characters, hash, Math.max(0, i - 1), Math.min(text.length, i + runLength - 1));
  }
}

/** Which classes of the lexicon stand in the sentence, which follow each other, and which stand together. */
function addClasses({ tokens, mentions }: Reading, list: FeatureList): void {
  const { starts, ends } = tokens;
  for (const { kind, from, to } of mentions) list.add(family.class, kind, starts[from]!, ends[to - 1]!);
  for (let a = 0; a < mentions.length; a++) {
    const first = mentions[a]!;
    for (let b = a + 1; b < mentions.length; b++) {
      const second = mentions[b]!;
      if (second.from - first.to > 5) break;
      if (second.from < first.to) continue;
      list.add(
        family['classes-2'],
        mixHashes(first.kind, second.kind),
        starts[first.from]!,
        ends[second.to - 1]!,
      );
    }
  }
  const end = ends[tokens.length - 1] ?? 0;
  const count = markKinds(mentions);
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++)
      list.add(family['classes-both'], mixHashes(kindsMet[a]!, kindsMet[b]!), 0, end);
  }
}

/** The kinds that a sentence mentions, each once, rising; made once and refilled. */
const kindsMet = new Uint8Array(classNames.length);
const isMet = new Uint8Array(classNames.length);

/** Fills `kindsMet` and returns how many there are. */
function markKinds(mentions: readonly Mention[]): number {
  for (const { kind } of mentions) isMet[kind] = 1;
  let count = 0;
  for (let kind = 0; kind < isMet.length; kind++) if (isMet[kind] === 1) kindsMet[count++] = kind;
  isMet.fill(0);
  return count;
}

const otherWord = 13;
const nameWord = 12;
const firstFigure = 30;
const firstClass = 700;

function readSkeleton(
  tokens: Tokens,
  mentions: readonly Mention[],
  figures: readonly number[],
): Reading['skeleton'] {
  const { length, known } = tokens;
  const symbols: number[] = [];
  const sizes = new Int32Array(length);
  for (let i = 0; i < length; i++) {
    const { text, hash, isFunctionWord, isCapital } = known[i]!;
    if (figures[i]! > 0) symbols.push(firstFigure + figures[i]!);
    else if (text.length === 1 || isFunctionWord) symbols.push(hash);
    else symbols.push(isCapital && i > 0 ? nameWord : otherWord);
  }
  for (const { kind, from, to } of mentions) {
    if (to - from <= sizes[from]!) continue;
    sizes[from] = to - from;
    if (to - from > 1 || !known[from]!.isFunctionWord) symbols[from] = firstClass + kind;
  }
  const skeleton: Reading['skeleton'] = { symbols: [], starts: [], ends: [] };
  for (let i = 0; i < length; i += Math.max(1, sizes[i]!)) {
    skeleton.symbols.push(symbols[i]!);
    skeleton.starts.push(tokens.starts[i]!);
    skeleton.ends.push(tokens.ends[Math.min(length, i + Math.max(1, sizes[i]!)) - 1]!);
  }
  return skeleton;
}

function addSkeleton({ skeleton }: Reading, list: FeatureList): void {
  const { symbols, starts, ends } = skeleton;
  for (let i = 0; i < symbols.length; i++) {
    let hash = symbols[i]!;
    for (let size = 2; size <= 3 && i + size <= symbols.length; size++) {
      hash = mixHashes(hash, symbols[i + size - 1]!);
      list.add(family['skeleton-2'] + size - 2, hash, starts[i]!, ends[i + size - 1]!);
    }
  }
}

/** Who did what and how, each deed alone, after the deed before it, and beside every other. */
function addDeeds({ tokens, clauses }: Reading, list: FeatureList): void {
  const { starts, ends } = tokens;
  let before = 99;
  let actors = 0;
  let voice = 0;
  for (let a = 0; a < clauses.length; a++) {
    const { actor, deed, verb, manner, from, to } = clauses[a]!;
    const start = starts[from]!;
    const end = ends[to - 1]!;
    const done = mixHashes(actor, deed);
    list.add(family.deed, done, start, end);
    list.add(family['deed-manner'], mixHashes(done, manner), start, end);
    list.add(family['deed-manner'], mixHashes(mixHashes(77, deed), manner), start, end);
    list.add(family['deed-verb'], mixHashes(mixHashes(actor, verb), manner & 7), start, end);
    list.add(family['deed-verb'], mixHashes(mixHashes(78, verb), manner & 13), start, end);
    list.add(family['deeds-2'], mixHashes(before, done), start, end);
    for (let b = a + 1; b < clauses.length; b++) {
      const other = mixHashes(clauses[b]!.actor, clauses[b]!.deed) + 7;
      list.add(family['deeds-both'], mixHashes(done, other), start, ends[clauses[b]!.to - 1]!);
    }
    before = done;
    actors |= 1 << actor;
    if (manner & Manner.passive) voice = 1 + (manner & Manner.agent);
  }
  const end = ends[tokens.length - 1] ?? 0;
  list.add(family.actors, mixHashes(actors & 7, voice), 0, end);
  list.add(family.actors, mixHashes(actors, 5), 0, end);
}

function addFigures({ tokens, figures }: Reading, list: FeatureList): void {
  const { stems, starts, ends, length } = tokens;
  let count = 0;
  let before = 0;
  for (let i = 0; i < length; i++) {
    const kind = figures[i]!;
    if (kind === 0) continue;
    const start = starts[i]!;
    const end = ends[i]!;
    count++;
    list.add(family.figure, kind, start, end);
    if (before > 0) list.add(family.figure, mixHashes(before, kind), start, end);
    before = kind;
    if (i > 0) list.add(family['figure-words'], mixHashes(stems[i - 1]!, kind), starts[i - 1]!, end);
    if (i > 1)
      list.add(family['figure-words'], mixHashes(mixHashes(stems[i - 2]!, kind), 2), starts[i - 2]!, end);
    if (i + 1 < length) list.add(family['figure-words'], mixHashes(kind, stems[i + 1]!), start, ends[i + 1]!);
    if (i + 2 < length)
      list.add(family['figure-words'], mixHashes(mixHashes(kind, 3), stems[i + 2]!), start, ends[i + 2]!);
  }
  list.add(family.figure, 100 + Math.min(4, count), 0, ends[length - 1] ?? 0);
}

/** The same words, classes, deeds and figures as they stand in this section: what fires in one may be well said in another. */
function addSectionFeatures(reading: Reading, section: SectionKind, list: FeatureList): void {
  const { tokens, mentions, clauses, figures } = reading;
  const { hashes, starts, ends, length } = tokens;
  const salt = 1000 + sectionKinds.indexOf(section);
  const end = ends[length - 1] ?? 0;
  list.add(family.section, salt, 0, end);
  for (let i = 0; i < length; i++) {
    list.add(family['section-word'], mixHashes(hashes[i]!, salt), starts[i]!, ends[i]!);
    if (figures[i]! > 0)
      list.add(family['section-figure'], mixHashes(figures[i]!, salt), starts[i]!, ends[i]!);
    if (i + 1 === length) continue;
    const pair = mixHashes(mixHashes(hashes[i]!, hashes[i + 1]!), salt);
    list.add(family['section-words-2'], pair, starts[i]!, ends[i + 1]!);
  }
  const count = figures.filter((kind) => kind > 0).length;
  list.add(family['section-figure'], mixHashes(100 + Math.min(2, count), salt), 0, end);
  for (const { kind, from, to } of mentions) {
    list.add(family['section-class'], mixHashes(kind, salt), starts[from]!, ends[to - 1]!);
  }
  for (const { actor, deed, manner, from, to } of clauses) {
    const add = (hash: number): void =>
      list.add(family['section-deed'], mixHashes(hash, salt), starts[from]!, ends[to - 1]!);
    const voice = manner & (Manner.negated | Manner.passive | Manner.agent | Manner.progressive);
    add(mixHashes(actor, deed));
    add(mixHashes(mixHashes(voice, deed), actor + 50));
    add(mixHashes(voice, 3));
    add(mixHashes(actor, 4));
  }
}
