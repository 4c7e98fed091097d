/** The words of a text as a set: lexicons are written as plain text. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''));
}

/** The phrases of a text, one between commas or line ends, as a set. */
export function phraseSet(text: string): ReadonlySet<string> {
  return new Set(phraseList(text));
}

/** The phrases of a text in order. */
export function phraseList(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}
