import { readGaps, writeGaps } from './gaps';
import {
  type WordingBlock,
  type WordingBlockName,
  wordingBlockNames,
  wordingBlockSizes,
  type WordingModel,
} from './wording';

/**
 * Packs a model of wording to be deflated: how many words and endings it knows, their keys, and of each block what one step is worth and
 * the steps, a byte each.
 */
export function encodeWording({ words, endings, blocks }: WordingModel): Uint8Array {
  const packed = wordingBlockNames.map((name) => packedBlock(name, blocks[name]));
  const size = packed.reduce((sum, { steps }) => sum + 4 + steps.length, 8);
  const bytes = new Uint8Array(size + 5 * (words.length + endings.length));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, words.length, true);
  view.setUint32(4, endings.length, true);
  let at = writeGaps(endings, bytes, writeGaps(words, bytes, 8));
  for (const { unit, steps } of packed) {
    view.setFloat32(at, unit, true);
    bytes.set(new Uint8Array(steps.buffer), at + 4);
    at += 4 + steps.length;
  }
  return bytes.slice(0, at);
}

/** Unpacks what `encodeWording` packed. */
export function decodeWording(bytes: Uint8Array): WordingModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const words = new Int32Array(view.getUint32(0, true));
  const endings = new Int32Array(view.getUint32(4, true));
  let at = readGaps(bytes, readGaps(bytes, 8, words), endings);
  const sizes = wordingBlockSizes(words.length, endings.length);
  const blocks = wordingBlockNames.map((name): [WordingBlockName, WordingBlock] => {
    const unit = view.getFloat32(at, true);
    const from = bytes.byteOffset + at + 4;
    const steps = new Int8Array(bytes.buffer, from, sizes[name].inputs * sizes[name].outputs);
    at += 4 + steps.length;
    return [name, { unit, steps }];
  });
  return { words, endings, blocks: Object.fromEntries(blocks) as WordingModel['blocks'] };
}

/**
 * The vectors of words and endings are most of the file: few steps for them are hardly heard, and deflate well. `widest`: a weight of so
 * many standard deviations or more has the top step; the few beyond would make the steps of all others coarse.
 */
const coarse = { mostSteps: 3, widest: 2.4 };
const fine = { mostSteps: 31, widest: 6 };

function packedBlock(
  name: WordingBlockName,
  { unit, steps }: WordingBlock,
): WordingBlock & { steps: Int8Array } {
  const { mostSteps, widest } = name === 'words' || name === 'endings' ? coarse : fine;
  let squares = 0;
  for (const step of steps) squares += (step * unit) ** 2;
  const packedUnit = Math.fround((widest * Math.sqrt(squares / Math.max(1, steps.length))) / mostSteps) || 1;
  const packed = Int8Array.from(steps, (step) =>
    Math.max(-mostSteps, Math.min(mostSteps, Math.round((step * unit) / packedUnit))),
  );
  return { unit: packedUnit, steps: packed };
}
