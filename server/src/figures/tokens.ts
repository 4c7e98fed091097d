/** A word, a number or a mark of a sentence, with UTF-16 offsets in its text. */
export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'number' | 'word' | 'mark';
  /** No white space before it. */
  readonly glued: boolean;
}

const pattern =
  /(\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)*)|([A-Za-z_\u00B5\u00C0-\u024F][\w\u00C0-\u024F]*(?:['’][A-Za-z]+)*)|(->|=>|\S)/g;

/** Splits plain text into words, numbers (with their commas and points) and single marks. Hyphens stand alone: "four-hour" is three. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const raw = match[0];
    const start = match.index;
    const end = start + raw.length;
    const kind = match[1] !== undefined ? 'number' : match[2] !== undefined ? 'word' : 'mark';
    tokens.push({
      text: raw,
      lower: kind === 'word' ? plainLower(raw) : raw,
      start,
      end,
      kind,
      glued: start === last && start > 0,
    });
    last = end;
  }
  return tokens;
}

function plainLower(word: string): string {
  const lower = word.toLowerCase();
  return lower.includes('’') ? lower.replace(/’/g, "'") : lower;
}

/** Lower-case text of the token at an index, or '' beyond the ends. */
export function lowerAt(tokens: readonly Token[], index: number): string {
  return tokens[index]?.lower ?? '';
}

const arrows = new Set(['→', '->', '=>', '⇒', '➔', '➜']);

export function isArrow(token: Token | undefined): boolean {
  return token !== undefined && arrows.has(token.text);
}

/** A dash, hyphen or minus sign. */
export function isDash(token: Token | undefined): boolean {
  return token?.text.length === 1 && '-–—−‑'.includes(token.text);
}

/** The singular of a noun as English mostly forms it; good enough to compare words with each other, not to print them. */
export function singular(word: string): string {
  const bare = word.endsWith("'s") ? word.slice(0, -2) : word;
  if (bare.length < 4 || !bare.endsWith('s') || /(?:ss|us|is)$/.test(bare)) return bare;
  if (bare.endsWith('ies')) return `${bare.slice(0, -3)}y`;
  if (/(?:ches|shes|sses|xes|zes)$/.test(bare)) return bare.slice(0, -2);
  return bare.slice(0, -1);
}
