import { readGaps, writeGaps } from './gaps';
import type { Label } from './labels';
import { packWeights, type SlotWeights, unpackWeights } from './slot-weights';
import type { WordingModel } from './wording';
import { decodeWording, encodeWording } from './wording-file';

/** What the file holds besides the weights; stored as JSON. */
export interface ModelMeta {
  /** The version of the features' definition; weights fit no other. */
  features: number;
  labels: Label[];
  /** Score of a sentence with no known feature, per label. */
  biases: number[];
  /** What one unit of a weight is worth, per label. */
  units: number[];
  /** Certainty = 1 / (1 + exp(-(slope × score + offset))), per label. */
  slopes: number[];
  offsets: number[];
}

/** A trained model. */
export interface ModelFile {
  meta: ModelMeta;
  /** Keys of the features that it knows, rising. */
  keys: Int32Array;
  weights: SlotWeights;
  wording: WordingModel;
}

const magic = 'STARJDG9';
const headerSize = 12;

/**
 * Packs a model: magic, length of the body, JSON, model of wording, keys, weights. The bytes are laid out to be deflated:
 * the file holds them so, in zlib's format, whose checksum tells damage; hosts inflate it before they hand it to `decodeModel`.
 */
export function encodeModel(model: ModelFile): Uint8Array {
  const meta = new TextEncoder().encode(JSON.stringify(model.meta, fiveDigits));
  const weights = packWeights(model.weights);
  const wording = encodeWording(model.wording);
  const bytes = new Uint8Array(
    headerSize + 12 + meta.length + wording.length + model.keys.length * 5 + weights.length,
  );
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < magic.length; i++) bytes[i] = magic.charCodeAt(i);
  view.setUint32(headerSize, meta.length, true);
  bytes.set(meta, headerSize + 4);
  let at = headerSize + 4 + meta.length;
  view.setUint32(at, wording.length, true);
  bytes.set(wording, at + 4);
  at += 4 + wording.length;
  view.setUint32(at, model.keys.length, true);
  at = writeGaps(model.keys, bytes, at + 4);
  bytes.set(weights, at);
  at += weights.length;
  view.setUint32(8, at - headerSize, true);
  return bytes.slice(0, at);
}

/** No certainty needs more digits than these; all of them would take four kilobytes more. */
function fiveDigits(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(5)) : value;
}

/** Unpacks what `encodeModel` packed. Throws an error that says what is wrong when the bytes are no such file. */
export function decodeModel(bytes: Uint8Array): ModelFile {
  const view = checkedView(bytes);
  const metaLength = view.getUint32(headerSize, true);
  const metaFrom = headerSize + 4;
  const meta = JSON.parse(
    new TextDecoder().decode(bytes.subarray(metaFrom, metaFrom + metaLength)),
  ) as ModelMeta;
  let at = metaFrom + metaLength;
  const wordingFrom = at + 4;
  at = wordingFrom + view.getUint32(at, true);
  const wording = decodeWording(bytes.subarray(wordingFrom, at));
  const keys = new Int32Array(view.getUint32(at, true));
  at = readGaps(bytes, at + 4, keys);
  return {
    meta,
    keys,
    weights: unpackWeights(bytes.subarray(at), keys.length),
    wording,
  };
}

function checkedView(bytes: Uint8Array): DataView {
  if (bytes.length < headerSize) throw new Error(`The weights file is too short: ${bytes.length} bytes.`);
  for (let i = 0; i < magic.length; i++) {
    if (bytes[i] !== magic.charCodeAt(i))
      throw new Error('This is not a weights file, or one of another version.');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(8, true);
  if (length !== bytes.length - headerSize) {
    throw new Error(`The weights file is cut short: ${bytes.length - headerSize} of ${length} bytes.`);
  }
  return view;
}
