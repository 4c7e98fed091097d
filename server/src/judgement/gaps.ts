/** Writes rising numbers as the gaps between them, seven bits a byte, and returns where the last one ends. */
export function writeGaps(rising: Int32Array, bytes: Uint8Array, from: number): number {
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
export function readGaps(bytes: Uint8Array, from: number, rising: Int32Array): number {
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
