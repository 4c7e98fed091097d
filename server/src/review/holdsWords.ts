/** What folds to lower case letter by letter, and to nothing else: the plain alphabet and the marks of print. */
const plain = /^[\0-\x7f\u2010-\u2027]*$/;

/**
 * Tells whether a text holds one of some words, each from the start of a word on. Capitals count only where they are asked for. A rewrite is
 * asked for every fact of its sentence, so that plain texts are searched without a regular expression, which would be compiled for each word.
 */
export function searchFor(words: readonly string[], heedsCapitals: boolean): (text: string) => boolean {
  if (!words.every((one) => plain.test(one))) return searchByPattern(words, heedsCapitals);
  const sought = heedsCapitals ? words : words.map((one) => one.toLowerCase());
  return (text) => {
    if (!plain.test(text)) return searchByPattern(words, heedsCapitals)(text);
    const searched = heedsCapitals ? text : text.toLowerCase();
    return sought.some((one) => opensWord(searched, one));
  };
}

function searchByPattern(words: readonly string[], heedsCapitals: boolean): (text: string) => boolean {
  const sources = words.map((one) => one.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})`, heedsCapitals ? 'u' : 'iu');
  return (text) => pattern.test(text);
}

function opensWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[A-Za-z0-9]/.test(text[at - 1]!)) return true;
  }
  return false;
}
