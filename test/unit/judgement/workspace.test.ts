import { describe, expect, it } from 'vitest';
import { rowsOf, transposed, Workspace } from '../../../server/src/judgement/workspace';

/** Numbers whose products and sums are exact. */
function filled(space: Workspace, length: number): Float32Array {
  const numbers = space.allocate(length);
  numbers.forEach((_, i) => (numbers[i] = ((i * 7) % 11) - 5));
  return numbers;
}

describe('products of matrices', () => {
  it.each([
    [1, 8, 1],
    [3, 8, 5],
    [4, 16, 7],
    [9, 40, 33],
  ])('%i × %i numbers, each of %i products, are added', (rows, columns, inner) => {
    const space = new Workspace(4000);
    const a = filled(space, rows * inner);
    const b = filled(space, inner * columns);
    const c = filled(space, rows * columns);
    const before = c.slice();
    const product = (row: number, column: number): number =>
      Array.from({ length: inner }, (_, i) => a[row * inner + i]! * b[i * columns + column]!).reduce((x, y) => x + y); // prettier-ignore
    const wanted = before.map((was, i) => was + product(Math.floor(i / columns), i % columns));
    space.multiplyAdd(rows, columns, inner, rowsOf(a, inner), rowsOf(b, columns), rowsOf(c, columns));
    expect(c).toEqual(wanted);
  });

  it('takes a matrix with its rows and columns changed over, and rows that overlap', () => {
    const space = new Workspace(1000);
    const a = space.allocate(6);
    a.set([1, 2, 3, 4, 5, 6]);
    const b = space.allocate(16);
    b.set([1, 0, 0, 0, 0, 0, 0, 2, 10, 0, 0, 0, 0, 0, 0, 20]);
    const turned = space.allocate(24);
    // Three rows of two, as two columns lie: 1 4, 2 5, 3 6.
    space.multiplyAdd(3, 8, 2, transposed(rowsOf(a, 3)), rowsOf(b, 8), rowsOf(turned, 8));
    expect([0, 7, 8, 15, 16, 23].map((i) => turned[i])).toEqual([41, 82, 52, 104, 63, 126]);
    const overlapping = space.allocate(16);
    // 2 3, 3 4.
    space.multiplyAdd(2, 8, 2, { at: a.byteOffset + 4, row: 1, column: 1 }, rowsOf(b, 8), rowsOf(overlapping, 8)); // prettier-ignore
    expect([0, 7, 8, 15].map((i) => overlapping[i])).toEqual([32, 64, 43, 86]);
  });

  it('says when there is no room', () => {
    expect(() => new Workspace(10).allocate(100_000)).toThrow('too small');
  });
});
