import type { Span } from '../text/span';
import { wordTable } from '../text/wordTable';
import { rememberWords } from './rememberWords';

/** A piece of a sentence before it is given a class. */
export interface Token {
  readonly text: string;
  readonly span: Span;
  readonly normal: string;
  readonly isMark: boolean;
}

// Words hold inner dots, slashes, hyphens and apostrophes ("p99", "v2.3.1", "post-mortem", "I/O", "don't"), figures their currency and unit ("$8K", "0.3%").
const pattern =
  /https?:\/\/\S+[\w/]|[@#]?[$€£¥₹]?[\p{L}\p{N}_]+(?:[.,:](?=\p{N})[\p{N}\p{L}_]+|[.](?=[\p{L}_]{2})[\p{L}\p{N}_]+|[-/+_@&‑](?=[\p{L}\p{N}])[\p{L}\p{N}_]+|['’](?=\p{L})[\p{L}]+)*(?:%|\+\+|#(?!\p{L}))?|[.][\p{L}_][\p{L}\p{N}_.-]*[\p{L}\p{N}]|['’](?:cause|em|til)\b|\{\{[^}]*\}\}|\.{3}|…|--+|['’](?=\s)|\S/gu;
const negated = /^(.+?)(n['’]t)$/iu;
const clitic = /^(.+?)(['’](?:d|ll|re|ve|m|s))$/iu;
const fused = wordTable<readonly [string, string]>({ cannot: ['can', 'not'] });
const spelledOut = wordTable<string>({
  "n't": 'not',
  "'ll": 'will',
  "'re": 'are',
  "'ve": 'have',
  "'m": 'am',
  ca: 'can',
  wo: 'will',
  sha: 'shall',
  ai: 'is',
});

/** Splits a sentence into words and marks; contractions are two words, each with its slice of the text. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    let { index: start } = match;
    for (const { text: piece, normal, isMark } of piecesOf(match[0])) {
      const end = start + piece.length;
      tokens.push({ text: piece, span: { start, end }, normal, isMark });
      start = end;
    }
  }
  return tokens;
}

type Piece = Omit<Token, 'span'>;

/** A word as it is, or the two of a contraction. */
const piecesOf = rememberWords((word: string): readonly Piece[] => {
  const halves = /['’]/.test(word) ? (negated.exec(word) ?? clitic.exec(word)) : null;
  const cut = halves?.[1]?.length ?? fused[word.toLowerCase()]?.[0].length;
  if (cut === undefined) return [pieceOf(word, undefined)];
  const isNegation = !/^['’]/.test(word.slice(cut));
  return [
    pieceOf(word.slice(0, cut), isNegation ? 'negated' : undefined),
    pieceOf(word.slice(cut), 'clitic'),
  ];
});

function pieceOf(text: string, part: 'negated' | 'clitic' | undefined): Piece {
  const lower = text.toLowerCase().replace(/[’‘]/g, "'");
  const normal = part === undefined ? lower : (spelledOut[lower] ?? lower);
  return { text, normal, isMark: !/[\p{L}\p{N}]/u.test(text) };
}
