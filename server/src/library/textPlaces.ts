import type { ProtocolPosition, ProtocolRange } from '../protocol';
import type { Span } from '../text/span';

/** Turns spans of a text into ranges of lines and UTF-16 characters, for texts of which no document is kept. */
export function createRangeOf(text: string): (span: Span) => ProtocolRange {
  const lineStarts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) lineStarts.push(index + end.length);
  const positionOf = (offset: number): ProtocolPosition => {
    let low = 0;
    let high = lineStarts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (lineStarts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - lineStarts[low]! };
  };
  return ({ start, end }) => ({ start: positionOf(start), end: positionOf(end) });
}
