import { mixHashes, type Tokens, tokenize } from '../tokens';
import { deeds } from './deeds';
import { people } from './people';
import { qualities } from './qualities';

const lists: Readonly<Record<string, string>> = { ...people, ...deeds, ...qualities };

/** The classes of words, in the order of their numbers. */
export const classNames: readonly string[] = Object.keys(lists);

/** A place where an entry of a class stands. */
export interface Mention {
  /** The class's place in `classNames`. */
  kind: number;
  /** Tokens, half-open. */
  from: number;
  to: number;
}

/** Classes of an entry by the hash of its stems; a phrase's beginnings are entries without classes. */
const entries = new Map<number, number[]>();

for (const [kind, name] of classNames.entries()) {
  for (const entry of lists[name]!.split(' ')) {
    const { stems } = tokenize(entry.replaceAll('_', ' '));
    let hash = 0;
    stems.forEach((stem, i) => {
      hash = mixHashes(hash, stem);
      const known = entries.get(hash) ?? [];
      if (i === stems.length - 1 && !known.includes(kind)) known.push(kind);
      entries.set(hash, known);
    });
  }
}

/** Finds every entry of the lexicon in a sentence, phrases and the words within them alike. */
export function findMentions({ known, stems, length }: Tokens): Mention[] {
  const mentions: Mention[] = [];
  for (let from = 0; from < length; from++) {
    const word = known[from]!;
    // Most words are in no entry, which is known of each after its first time.
    let kinds = (word.entry ??= entries.get(mixHashes(0, word.stem)) ?? null);
    let hash = mixHashes(0, word.stem);
    for (let to = from + 1; kinds; to++) {
      for (const kind of kinds) mentions.push({ kind, from, to });
      if (to === length || to === from + 6) break;
      hash = mixHashes(hash, stems[to]!);
      kinds = entries.get(hash) ?? null;
    }
  }
  return mentions;
}

let lastText: string | undefined;
let lastWords: { readonly tokens: Tokens; readonly mentions: readonly Mention[] } | undefined;

/** The tokens of a sentence and the entries of the lexicon in it. The last answer is kept, for several ask about a sentence in turn. */
export function readWords(text: string): { readonly tokens: Tokens; readonly mentions: readonly Mention[] } {
  if (lastWords === undefined || text !== lastText) {
    const tokens = tokenize(text);
    lastWords = { tokens, mentions: findMentions(tokens) };
    lastText = text;
  }
  return lastWords;
}
