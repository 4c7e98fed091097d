import type { SectionKind } from './labels';
import { sectionKinds } from './labels';
import { type Tokens, mixHashes, tokenize } from './tokens';

/** Rises with every change to what a feature means, so that old weights are refused. */
export const featuresVersion = 1;

/** The families of features; a family's place in the list is part of its features' hashes. */
export const families = [
  'word',
  'words-2',
  'words-3',
  'words-skip',
  'characters',
  'skeleton-2',
  'skeleton-3',
  'skeleton-4',
  'section',
  'section-word',
  'section-words-2',
  'section-skeleton-3',
  'shape',
] as const;
export type Family = (typeof families)[number];

const familyNumber = Object.fromEntries(families.map((family, number) => [family, number])) as Record<Family, number>;

/** A feature is known by 24 bits of its hash: few enough to store well, enough to keep strangers apart. */
const hashMask = 0xffffff;

/**
 * The features of one sentence: hashes in parallel with the family and the place (UTF-16 offsets into the
 * sentence) of each. Features before `sectionFrom` do not depend on the section.
 */
export class FeatureList {
  length = 0;
  sectionFrom = 0;
  hashes = new Int32Array(2048);
  families = new Uint8Array(2048);
  starts = new Int32Array(2048);
  ends = new Int32Array(2048);

  clear(): void {
    this.length = 0;
    this.sectionFrom = 0;
  }

  add(family: number, hash: number, start: number, end: number): void {
    if (this.length === this.hashes.length) this.grow();
    const at = this.length++;
    this.hashes[at] = mixHashes(hash, family + 1) & hashMask;
    this.families[at] = family;
    this.starts[at] = start;
    this.ends[at] = end;
  }

  private grow(): void {
    const size = this.hashes.length * 2;
    const copy = <T extends Int32Array | Uint8Array>(from: T, to: T): T => (to.set(from), to);
    this.hashes = copy(this.hashes, new Int32Array(size));
    this.families = copy(this.families, new Uint8Array(size));
    this.starts = copy(this.starts, new Int32Array(size));
    this.ends = copy(this.ends, new Int32Array(size));
  }
}

/** Fills `list` with the features of a sentence; with no section, only those that do not depend on one. */
export function extractFeatures(text: string, section: SectionKind | undefined, list: FeatureList): void {
  const tokens = tokenize(text);
  const skeleton = skeletonHashes(tokens);
  list.clear();
  addWordFeatures(tokens, list);
  addCharacterFeatures(text, list);
  addSkeletonFeatures(tokens, skeleton, list);
  list.sectionFrom = list.length;
  if (section !== undefined) addSectionFeatures(tokens, skeleton, section, list);
}

function addWordFeatures(tokens: Tokens, list: FeatureList): void {
  const { hashes, starts, ends, length } = tokens;
  for (let i = 0; i < length; i++) {
    const start = starts[i]!;
    const first = hashes[i]!;
    list.add(familyNumber.word, first, start, ends[i]!);
    if (i + 1 < length) list.add(familyNumber['words-2'], mixHashes(first, hashes[i + 1]!), start, ends[i + 1]!);
    if (i + 2 < length) {
      const hash = mixHashes(mixHashes(first, hashes[i + 1]!), hashes[i + 2]!);
      list.add(familyNumber['words-3'], hash, start, ends[i + 2]!);
    }
    for (let gap = 2; gap <= 4 && i + gap < length; gap++) {
      list.add(familyNumber['words-skip'], mixHashes(first, hashes[i + gap]!), start, ends[i + gap]!);
    }
  }
}

function addCharacterFeatures(text: string, list: FeatureList): void {
  const lower = ` ${text.toLowerCase()} `;
  for (let i = 0; i < lower.length; i++) {
    let hash = 0x811c9dc5;
    for (let size = 1; size <= 6 && i + size <= lower.length; size++) {
      hash = Math.imul(hash ^ lower.charCodeAt(i + size - 1), 0x01000193);
      if (size >= 4) list.add(familyNumber.characters, mixHashes(hash, size), i - 1, i + size - 1);
    }
  }
}

const functionWords = new Set(
  (
    'i me my mine myself we us our ours ourselves you your he him his she her they them their it its this that these those ' +
    'who whom whose which what when where why how whoever whatever there here a an the some any no none every each all both ' +
    'either neither another other others such same own one ones someone somebody anyone anybody everyone everybody nobody ' +
    'nothing something anything everything am is are was were be been being have has had having do does did done doing will ' +
    'would shall should can could may might must ought get gets got getting gotten let lets make made and or but nor so yet ' +
    'if unless until till while because since as than though although whether after before once then by with without within ' +
    'of off on in into onto to from for at about above below over under again against between through during up down out ' +
    "not n't never ever always still already just only even really very quite too much many more most less least few little " +
    "lot lots bit kind sort much enough well good bad better best now later soon finally eventually back 's 're 've 'll 'd 'm " +
    'team teams manager boss everyone folks people guys engineer engineers vendor'
  ).split(' '),
);
const suffixes = ['ation', 'ment', 'ness', 'ing', 'ied', 'ed', 'ly', 'est', 'ity', 'ion', 'ous', 'ful', 'ive', 'able', 'al', 'er', 'or', 's'];

/** The sentence with content words replaced by a class of their ending, so that wordings of one build look alike. */
function skeletonHashes(tokens: Tokens): number[] {
  return tokens.words.map((word, i) => {
    if (functionWords.has(word) || word.length === 1) return tokens.hashes[i]!;
    if (tokens.figure[i]) return 11;
    if (tokens.capital[i] && i > 0) return 12;
    const suffix = suffixes.findIndex((ending) => word.length > ending.length + 2 && word.endsWith(ending));
    return 20 + suffix;
  });
}

function addSkeletonFeatures(tokens: Tokens, skeleton: number[], list: FeatureList): void {
  const { starts, ends, length } = tokens;
  for (let i = 0; i < length; i++) {
    let hash = skeleton[i]!;
    for (let size = 2; size <= 4 && i + size <= length; size++) {
      hash = mixHashes(hash, skeleton[i + size - 1]!);
      list.add(familyNumber['skeleton-2'] + size - 2, hash, starts[i]!, ends[i + size - 1]!);
    }
  }
  list.add(familyNumber.shape, 1 + Math.min(12, length >> 2), 0, ends[length - 1] ?? 0);
  if (tokens.figure.includes(true)) list.add(familyNumber.shape, 100, 0, ends[length - 1]!);
}

function addSectionFeatures(tokens: Tokens, skeleton: number[], section: SectionKind, list: FeatureList): void {
  const { hashes, starts, ends, length } = tokens;
  const salt = 1000 + sectionKinds.indexOf(section);
  list.add(familyNumber.section, salt, 0, ends[length - 1] ?? 0);
  for (let i = 0; i < length; i++) {
    list.add(familyNumber['section-word'], mixHashes(hashes[i]!, salt), starts[i]!, ends[i]!);
    if (i + 1 < length) {
      const hash = mixHashes(mixHashes(hashes[i]!, hashes[i + 1]!), salt);
      list.add(familyNumber['section-words-2'], hash, starts[i]!, ends[i + 1]!);
    }
    if (i + 2 < length) {
      const hash = mixHashes(mixHashes(mixHashes(skeleton[i]!, skeleton[i + 1]!), skeleton[i + 2]!), salt);
      list.add(familyNumber['section-skeleton-3'], hash, starts[i]!, ends[i + 2]!);
    }
  }
}
