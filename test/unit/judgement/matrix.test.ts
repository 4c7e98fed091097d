import { describe, expect, it } from 'vitest';
import type { Row } from '../../../scripts/train/corpus';
import { chooseVocabulary, readRows, toMatrix } from '../../../scripts/train/matrix';
import { labels } from '../../../server/src/judgement/labels';

const rows: Row[] = Array.from({ length: 6 }, (_, index) => ({
  text: `I rolled back the deploy within ${index + 2} minutes.`,
  section: 'action',
  group: 'made up',
  story: undefined,
  caption: [],
  weight: 1,
  truth: new Int8Array(labels.length),
}));
const sectioned = readRows(rows, true);
const vocabulary = chooseVocabulary(sectioned, new Uint8Array(rows.length).fill(1));

describe('rows laid out over the vocabulary', () => {
  it.each([
    ['with the features of their section', sectioned],
    // The vocabulary then holds features that these readings do not.
    ['without them', readRows(rows, false)],
  ])('%s, each feature stands in its own column', (_, readings) => {
    const { offsets, columns } = toMatrix(readings, vocabulary);
    const known = new Set(vocabulary.hashes);
    rows.forEach((_row, row) => {
      const laid = [...columns.subarray(offsets[row], offsets[row + 1])];
      const wanted = [...readings.hashes[row]!].filter((hash) => known.has(hash));
      expect(wanted.length).toBeGreaterThan(20);
      expect(laid.map((column) => vocabulary.hashes[column])).toEqual(wanted);
    });
  });
});
