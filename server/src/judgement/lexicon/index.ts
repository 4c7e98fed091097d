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
export function findMentions(tokens: Tokens): Mention[] {
  const mentions: Mention[] = [];
  for (let from = 0; from < tokens.length; from++) {
    let hash = 0;
    for (let to = from + 1; to <= tokens.length && to <= from + 6; to++) {
      hash = mixHashes(hash, tokens.stems[to - 1]!);
      const kinds = entries.get(hash);
      if (kinds === undefined) break;
      for (const kind of kinds) mentions.push({ kind, from, to });
    }
  }
  return mentions;
}
