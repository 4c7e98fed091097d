import type { Label } from './labels';

/** Certainties from which on a label counts, from the most careful to the most eager. */
export interface Thresholds {
  /** Precision of about 0.98 on text the model has not seen. */
  sure: number;
  /** Precision of about 0.955. */
  balanced: number;
  /** Precision of about 0.85. */
  lenient: number;
  /** For evidence: a story shows the kind when its most certain sentence reaches this. */
  story: number;
}

/** What the file holds besides the sparse weights; stored as JSON. */
export interface ModelMeta {
  /** The version of the features' definition; weights fit no other. */
  features: number;
  labels: Label[];
  /** Score of a sentence with no known feature, per label. */
  biases: number[];
  /** What one unit of a stored weight is worth, per label. */
  units: number[];
  /** Certainty = 1 / (1 + exp(-(slope × score + offset))), per label. */
  slopes: number[];
  offsets: number[];
  thresholds: Thresholds[];
}

/** A trained model: the weights of feature f stand at `from[f] … from[f + 1]` of `columns` and `weights`. */
export interface ModelFile {
  meta: ModelMeta;
  /** Hashes of the features, rising. */
  hashes: Int32Array;
  from: Int32Array;
  /** The label (its place in `meta.labels`) each weight is for. */
  columns: Uint8Array;
  weights: Int8Array;
}

const magic = 'STARJDG2';
const headerSize = 16;

/** Packs a model: magic, length and checksum of the body, then JSON, then the features in the order of their hashes. */
export function encodeModel(model: ModelFile): Uint8Array {
  const meta = new TextEncoder().encode(JSON.stringify(model.meta));
  const count = model.hashes.length;
  const bytes = new Uint8Array(headerSize + 8 + meta.length + count * 6 + model.weights.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < magic.length; i++) bytes[i] = magic.charCodeAt(i);
  view.setUint32(headerSize, meta.length, true);
  bytes.set(meta, headerSize + 4);
  let at = headerSize + 4 + meta.length;
  view.setUint32(at, count, true);
  at += 4;
  let last = 0;
  for (let feature = 0; feature < count; feature++) {
    let gap = model.hashes[feature]! - last;
    last = model.hashes[feature]!;
    for (; gap > 127; gap >>>= 7) bytes[at++] = (gap & 127) | 128;
    bytes[at++] = gap;
    const from = model.from[feature]!;
    const to = model.from[feature + 1]!;
    bytes[at++] = to - from;
    for (let i = from; i < to; i++) bytes[at++] = model.columns[i]!;
    for (let i = from; i < to; i++) bytes[at++] = model.weights[i]! & 255;
  }
  view.setUint32(8, at - headerSize, true);
  view.setUint32(12, checksum(bytes, headerSize, at), true);
  return bytes.slice(0, at);
}

/** Unpacks what `encodeModel` packed. Throws an error that says what is wrong when the bytes are no such file. */
export function decodeModel(bytes: Uint8Array): ModelFile {
  const view = checkedView(bytes);
  const metaLength = view.getUint32(headerSize, true);
  const metaFrom = headerSize + 4;
  const meta = JSON.parse(new TextDecoder().decode(bytes.subarray(metaFrom, metaFrom + metaLength))) as ModelMeta;
  let at = metaFrom + metaLength;
  const count = view.getUint32(at, true);
  at += 4;
  const hashes = new Int32Array(count);
  const from = new Int32Array(count + 1);
  const columns = new Uint8Array(bytes.length - at);
  const weights = new Int8Array(bytes.length - at);
  let hash = 0;
  let filled = 0;
  for (let feature = 0; feature < count; feature++) {
    let byte = bytes[at++]!;
    let gap = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++]!;
      gap |= (byte & 127) << shift;
    }
    hash += gap;
    hashes[feature] = hash;
    const size = bytes[at++]!;
    for (let i = 0; i < size; i++) {
      columns[filled + i] = bytes[at + i]!;
      weights[filled + i] = bytes[at + size + i]!;
    }
    at += 2 * size;
    filled += size;
    from[feature + 1] = filled;
  }
  return { meta, hashes, from, columns: columns.subarray(0, filled), weights: weights.subarray(0, filled) };
}

function checkedView(bytes: Uint8Array): DataView {
  if (bytes.length < headerSize) throw new Error(`The weights file is too short: ${bytes.length} bytes.`);
  for (let i = 0; i < magic.length; i++) {
    if (bytes[i] !== magic.charCodeAt(i)) throw new Error('This is not a weights file, or one of another version.');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(8, true);
  if (length !== bytes.length - headerSize) {
    throw new Error(`The weights file is cut short: ${bytes.length - headerSize} of ${length} bytes.`);
  }
  if (view.getUint32(12, true) !== checksum(bytes, headerSize, bytes.length)) {
    throw new Error('The weights file is damaged: its checksum does not match.');
  }
  return view;
}

function checksum(bytes: Uint8Array, from: number, to: number): number {
  let sum = 0x811c9dc5;
  for (let i = from; i < to; i++) sum = Math.imul(sum ^ bytes[i]!, 0x01000193);
  return sum >>> 0;
}
