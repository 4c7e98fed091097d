/** How many words of a text without a title are offered as one. */
const guessedWords = 7;

/** The title that a text has itself, in its front matter or as its first heading; else its first words, for the user to change. */
export function suggestedTitle(text: string): { readonly own?: string; readonly guess: string } {
  const own =
    /^(?:\uFEFF?---[^]*?\ntitle:[ \t]*(["']?)(.+?)\1[ \t]*\n[^]*?---|[^\S\n]*# (.+?)[ \t]*#*)[ \t]*$/m.exec(
      text,
    );
  const title = (own?.[2] ?? own?.[3])?.trim();
  if (title !== undefined && title !== '') return { own: title, guess: title };
  const sentence = text.trim().split(/[.!?\n]/, 1)[0] ?? '';
  const words = sentence
    .replace(/[#>*_`-]+/g, ' ')
    .trim()
    .split(/\s+/);
  return { guess: words.slice(0, guessedWords).join(' ') };
}
