import type { PlainText } from '../story/plainText';
import type { Story } from '../story/story';

/**
 * How alike two texts are, told from a short sketch of each: of all runs of three words, hashed in `sketchLength` ways, the least hash of
 * each way is kept (MinHash). Two sketches agree in as large a share of their places as the texts share of their runs (Jaccard's
 * measure), give or take a twentieth.
 */
export const sketchLength = 72;

/** Words in a run: single words are shared by all stories, runs of five break at every small change. */
const runLength = 3;

/** Sketches are strings of one character a place, 15 bits of the hash, which is a fifth of what numbers would take. */
const placeBits = 0x7fff;

/** The sketch of a story's own words, and how many these are. */
export interface TextSketch {
  readonly sketch: string;
  /** Holes, and what is not told, not counted. */
  readonly words: number;
}

interface BlockSketch {
  readonly least: Uint32Array;
  readonly words: number;
}

/** A block that did not change keeps its plain text object, so that a keystroke sketches one block. */
const blockSketches = new WeakMap<PlainText, BlockSketch>();

/** Sketches what is told of a story. Holes and prompts are nobody's words: two stories from one template are not alike. */
export function sketchText(story: Story): TextSketch {
  const least = new Uint32Array(sketchLength).fill(0xffffffff);
  let words = 0;
  for (const { plain, isAside } of story.blocks) {
    if (isAside) continue;
    let block = blockSketches.get(plain);
    if (!block) blockSketches.set(plain, (block = sketchBlock(plain.text)));
    words += block.words;
    for (let at = 0; at < sketchLength; at++) if (block.least[at]! < least[at]!) least[at] = block.least[at]!;
  }
  return { sketch: String.fromCharCode(...Array.from(least, (hash) => hash & placeBits)), words };
}

/** The share of places in which two sketches agree, from 0 to 1. */
export function likeness(one: string, other: string): number {
  let same = 0;
  for (let at = 0; at < sketchLength; at++) if (one.charCodeAt(at) === other.charCodeAt(at)) same++;
  return same / sketchLength;
}

function sketchBlock(text: string): BlockSketch {
  const least = new Uint32Array(sketchLength).fill(0xffffffff);
  const words = wordsOf(text.replace(/\{\{[^{}]*\}\}|\[[^[\]]*\]/g, ' ')).map(hashOf);
  const runs = Math.max(words.length === 0 ? 0 : 1, words.length - runLength + 1);
  for (let at = 0; at < runs; at++) {
    let run = 0;
    for (const word of words.slice(at, at + runLength)) run = mixed(Math.imul(run, 31) + word);
    for (let way = 0; way < sketchLength; way++) {
      const hash = mixed(run ^ seeds[way]!);
      if (hash < least[way]!) least[way] = hash;
    }
  }
  return { least, words: words.length };
}

/** The words of a text in lower case, without marks. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A 32-bit hash of a text (FNV-1a). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Spreads each bit over all others (the last steps of MurmurHash3). */
function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const seeds = Uint32Array.from({ length: sketchLength }, (_, way) => mixed(0x9e3779b9 * (way + 1)));
