/** A piece of an insert: text that stands, or a hole for what only the writer knows. */
export type InsertPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'hole'; readonly prompt: string; readonly choices: readonly string[] };

const hole = /\{\{([^{}]*)\}\}/g;

/** The text with `instead` in the place of each hole. */
export function withoutHoles(text: string, instead: string): string {
  return text.replace(hole, () => instead);
}

/** Takes an insert apart at its holes: `{{prompt}}`, or `{{prompt|one|other}}` with choices. */
export function readHoles(insert: string): InsertPiece[] {
  const pieces: InsertPiece[] = [];
  let position = 0;
  for (const match of insert.matchAll(hole)) {
    if (match.index > position) pieces.push({ kind: 'text', text: insert.slice(position, match.index) });
    const [prompt = '', ...choices] = match[1]!.split('|').map((part) => part.trim());
    pieces.push({ kind: 'hole', prompt, choices });
    position = match.index + match[0].length;
  }
  if (position < insert.length) pieces.push({ kind: 'text', text: insert.slice(position) });
  return pieces;
}

/** The insert as plain text: holes stay holes, so that the linter keeps asking for them; choices are told within. */
export function plainInsert(insert: string): string {
  return readHoles(insert)
    .map((piece) =>
      piece.kind === 'text'
        ? piece.text
        : `{{${[piece.prompt, piece.choices.join(' / ')].filter((part) => part !== '').join(': ')}}}`,
    )
    .join('');
}

/**
 * The insert as an LSP snippet whose tab stops are its holes, or undefined where it has none. A tab stop that is left alone keeps its
 * braces and so stays a placeholder; `firstStop` numbers the first one, so that several inserts of one change count on.
 */
export function snippetInsert(insert: string, firstStop = 1): { snippet: string; stops: number } | undefined {
  const pieces = readHoles(insert);
  let stops = 0;
  const snippet = pieces
    .map((piece) => {
      if (piece.kind === 'text') return escapeSnippet(piece.text);
      const number = firstStop + stops++;
      if (piece.choices.length > 0) return `\${${number}|${piece.choices.map(escapeChoice).join(',')}|}`;
      return `\${${number}:${escapeSnippet(`{{${piece.prompt}}}`)}}`;
    })
    .join('');
  return stops === 0 ? undefined : { snippet, stops };
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function escapeChoice(text: string): string {
  return text.replace(/[\\$},|]/g, '\\$&');
}
