import type { Label } from './labels';
import { packWeights, type SlotWeights, unpackWeights } from './slot-weights';

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
}

const magic = 'STARJDG8';
const headerSize = 12;

/**
 * Packs a model: magic, length of the body, JSON, keys, weights. The bytes are laid out to be deflated:
 * the file holds them so, in zlib's format, whose checksum tells damage; hosts inflate it before they hand it to `decodeModel`.
 */
export function encodeModel(model: ModelFile): Uint8Array {
  const meta = new TextEncoder().encode(JSON.stringify(model.meta, fiveDigits));
  const weights = packWeights(model.weights);
  const bytes = new Uint8Array(headerSize + 8 + meta.length + model.keys.length * 5 + weights.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < magic.length; i++) bytes[i] = magic.charCodeAt(i);
  view.setUint32(headerSize, meta.length, true);
  bytes.set(meta, headerSize + 4);
  let at = headerSize + 4 + meta.length;
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

/** Writes rising numbers as the gaps between them, seven bits a byte, and returns where the last one ends. */
function writeGaps(rising: Int32Array, bytes: Uint8Array, from: number): number {
  let at = from;
  let last = 0;
  for (const number of rising) {
    let gap = number - last;
    last = number;
    for (; gap > 127; gap >>>= 7) bytes[at++] = (gap & 127) | 128;
    bytes[at++] = gap;
  }
  return at;
}

/** Reads what `writeGaps` wrote into `rising`, and returns where the last one ends. */
function readGaps(bytes: Uint8Array, from: number, rising: Int32Array): number {
  let at = from;
  let last = 0;
  for (let i = 0; i < rising.length; i++) {
    let byte = bytes[at++]!;
    last += byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++]!;
      last += (byte & 127) << shift;
    }
    rising[i] = last;
  }
  return at;
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
  const keys = new Int32Array(view.getUint32(at, true));
  at = readGaps(bytes, at + 4, keys);
  return {
    meta,
    keys,
    weights: unpackWeights(bytes.subarray(at), keys.length),
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
