import { Role } from './clause-words';
import type { Tokens } from './tokens';

/** The stretches of a sentence between its marks and the words that open a clause, as UTF-16 offsets into it, half-open, in parallel. */
export interface Segments {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Shorter ones say too little by themselves, and go with what stands before them. */
const fewestWords = 3;
/** No real sentence has more; in a text without end the last one takes the rest. */
const mostSegments = 40;
const holdsLetter = /[\p{L}\p{N}]/u;

/** Every token is in one of the segments. A sentence without an inner boundary is one segment, an empty text none. */
export function readSegments({ length, known, words, starts, ends }: Tokens): Segments {
  if (length === 0) return { starts: [], ends: [] };
  const first = [0];
  let count = 0;
  for (let i = 0; i < length; i++) {
    if (known[i]!.roles & Role.boundary && count >= fewestWords && first.length < mostSegments) {
      first.push(i);
      count = 0;
    }
    if (holdsLetter.test(words[i]!)) count++;
  }
  if (count < fewestWords && first.length > 1) first.pop();
  return {
    starts: first.map((from) => starts[from]!),
    ends: first.map((_, at) => ends[(first[at + 1] ?? length) - 1]!),
  };
}
