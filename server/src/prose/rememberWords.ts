/** A bound keeps the memory small; hardly a library has more words. */
const mostRemembered = 10_000;

/**
 * A function of a word that remembers its answers: stories repeat their words, and telling what a word can be takes many looks at its
 * spelling.
 */
export function rememberWords<Answer>(read: (word: string) => Answer): (word: string) => Answer {
  const known = new Map<string, Answer>();
  return (word) => {
    let answer = known.get(word);
    if (answer === undefined && !known.has(word)) {
      answer = read(word);
      if (known.size >= mostRemembered) known.clear();
      known.set(word, answer);
    }
    return answer as Answer;
  };
}
