/** A copy of a matrix with rows and columns changed over. */
export function turn(from: Float32Array, rows: number, columns: number, to: Float32Array): void {
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) to[column * rows + row] = from[row * columns + column]!;
}

/** The first rows of a matrix without the columns that are there for the kernel alone. */
export function narrowed(wide: Float32Array, width: number, rows: number, columns: number): Float32Array {
  return Float32Array.from(
    { length: rows * columns },
    (_, i) => wide[Math.floor(i / columns) * width + (i % columns)]!,
  );
}

/** What a row should give: per label 1, -1, or 0 for not said. */
interface Target {
  readonly truth: Int8Array;
  readonly weight: number;
}

/** Turns the outputs of a batch, log odds in rows of `width`, into the slopes of the log loss by them; where nothing is said, into 0. */
export function toSlopes(
  outputs: Float32Array,
  width: number,
  batch: readonly Target[],
  batchSize: number,
): void {
  batch.forEach(({ truth, weight }, row) => {
    for (let label = 0, at = row * width; label < width; label++, at++) {
      const target = truth[label] ?? 0;
      const probability = 1 / (1 + Math.exp(-outputs[at]!));
      outputs[at] = target === 0 ? 0 : (weight * (probability - (target > 0 ? 1 : 0))) / batchSize;
    }
  });
}
