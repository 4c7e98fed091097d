import { kernel } from './kernel';

/** A matrix, or a part of one, in a workspace: where it begins in bytes, and how many numbers lie between its rows and its columns. */
export interface Matrix {
  readonly at: number;
  readonly row: number;
  readonly column: number;
}

/** The rows of an array of `width` columns, from `first` on. */
export function rowsOf(array: Float32Array, width: number, first = 0): Matrix {
  return { at: array.byteOffset + 4 * first * width, row: width, column: 1 };
}

/** The same with rows and columns changed over: to be multiplied from the left only. */
export function transposed({ at, row, column }: Matrix): Matrix {
  return { at, row: column, column: row };
}

type MultiplyAdd = (
  rows: number,
  columns: number,
  inner: number,
  a: number,
  aRow: number,
  aColumn: number,
  b: number,
  bRow: number,
  c: number,
  cRow: number,
) => void;

/** What is used of WebAssembly: its types come with those of a browser's page only, which the server has none of. */
declare const WebAssembly: {
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Record<string, unknown> };
};

/** The kernel multiplies multiples of eight columns: how many there are room for. */
export function padded(columns: number): number {
  return Math.ceil(columns / 8) * 8;
}

const pageBytes = 2 ** 16;

/**
 * Numbers that a loop in WebAssembly multiplies, four at a time: some thirty times as fast as JavaScript does. Its sums are the same on
 * every machine: 32-bit floats, added in a fixed order.
 */
export class Workspace {
  private readonly memory: { readonly buffer: ArrayBuffer };
  private readonly kernel: MultiplyAdd;
  private next = 0;

  /** Room for so many numbers. */
  constructor(numbers: number) {
    this.memory = new WebAssembly.Memory({ initial: Math.ceil((4 * numbers) / pageBytes) + 1 });
    const module = new WebAssembly.Module(Uint8Array.from(atob(kernel), (letter) => letter.charCodeAt(0)));
    const { exports } = new WebAssembly.Instance(module, { env: { memory: this.memory } });
    this.kernel = exports.multiplyAdd as MultiplyAdd;
  }

  /** So many zeros, beginning where four numbers fit together. Throws where the workspace is full. */
  allocate(length: number): Float32Array {
    const from = this.next;
    this.next += Math.ceil(length / 4) * 16;
    if (this.next > this.memory.buffer.byteLength)
      throw new Error(`The workspace of ${this.memory.buffer.byteLength} bytes is too small.`);
    return new Float32Array(this.memory.buffer, from, length);
  }

  /** C += A · B, where A has `rows` × `inner` numbers and B `inner` × `columns`, a multiple of 8; the columns of B and C lie side by side. */
  multiplyAdd(rows: number, columns: number, inner: number, a: Matrix, b: Matrix, c: Matrix): void {
    this.kernel(rows, columns, inner, a.at, a.row, a.column, b.at, b.row, c.at, c.row);
  }
}
