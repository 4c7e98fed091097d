/** How many letters of an opening are heeded: enough to tell nearly all words apart. */
const mostLetters = 6;
/** Stands behind the last letter of a word. */
const wordEnd = '.';
/** Behind these letters anything may follow. */
const open = '*';

/**
 * With which letters a match of a pattern can begin, in lower case: "pag*" for /\bpag(?:ed|er)\b/ cut after three letters, "was." for a
 * pattern that begins with the word "was". Undefined where a match may begin with any word or with a mark. The pattern is taken to begin at
 * the start of a word, and may hold groups, alternatives, classes, optional parts and looks around, which are passed over.
 */
export function openingsOf({ source }: RegExp): ReadonlySet<string> | undefined {
  const openings = new OpeningsReader(source).alternatives(new Set(['']));
  const closed = new Set([...openings].map((opening) => (isClosed(opening) ? opening : opening + open)));
  return closed.has(open) || closed.has(wordEnd) ? undefined : closed;
}

/** Whether a word in lower case can begin a match with one of the openings. */
export function canOpen(word: string, openings: ReadonlySet<string>): boolean {
  if (openings.has(word + wordEnd)) return true;
  for (let length = Math.min(mostLetters, word.length); length > 0; length--)
    if (openings.has(word.slice(0, length) + open)) return true;
  return false;
}

function isClosed(opening: string): boolean {
  return opening.endsWith(wordEnd) || opening.endsWith(open);
}

/** Reads the source of a pattern from left to right and lets openings grow by what each part can add to them. */
class OpeningsReader {
  private at = 0;

  constructor(private readonly source: string) {}

  alternatives(before: ReadonlySet<string>): Set<string> {
    const all = new Set<string>();
    for (;;) {
      for (const opening of this.sequence(before)) all.add(opening);
      if (this.source[this.at] !== '|') return all;
      this.at++;
    }
  }

  private sequence(before: ReadonlySet<string>): Set<string> {
    let openings = new Set(before);
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
      const after = this.part(openings);
      const quantifier = this.quantifier();
      const repeated = /^[*+{]/.test(quantifier) ? grown(after, [open]) : after;
      openings = /^[?*]|^\{0/.test(quantifier) ? new Set([...openings, ...repeated]) : repeated;
    }
    return openings;
  }

  /** One letter, class or group. */
  private part(before: ReadonlySet<string>): Set<string> {
    const first = this.source[this.at++]!;
    if (first === '(') return this.group(before);
    if (first === '[') return this.characterClass(before);
    if (first === '^' || first === '$') return new Set(before);
    if (first === '.') return grown(before, [open]);
    if (first !== '\\') return grown(before, [letterOf(first)]);
    const escaped = this.source[this.at++]!;
    if (escaped === 'b') return new Set([...before].map((opening) => (opening === '' ? '' : added(opening, wordEnd)))); // prettier-ignore
    return grown(before, [/[dwDWS]/.test(escaped) ? open : wordEnd]);
  }

  private group(before: ReadonlySet<string>): Set<string> {
    const kind = /^\?(?:[:=!]|<[=!])/.exec(this.source.slice(this.at))?.[0] ?? '';
    this.at += kind.length;
    const after = this.alternatives(before);
    this.at++;
    return kind === '' || kind === '?:' ? after : new Set(before);
  }

  /** Small classes are spelled out; of others nothing is said. */
  private characterClass(before: ReadonlySet<string>): Set<string> {
    const end = this.source.indexOf(']', this.at);
    const members = this.source.slice(this.at, end);
    this.at = end + 1;
    const isPlain = members.length <= 3 && !/[\\^]|.-./.test(members);
    return grown(before, isPlain ? Array.from(members, letterOf) : [open]);
  }

  /** How often the part before may stand. What may be repeated is followed by anything. */
  private quantifier(): string {
    const quantifier = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(this.source.slice(this.at))?.[0] ?? '';
    this.at += quantifier.length;
    return quantifier;
  }
}

function letterOf(character: string): string {
  return /\w/.test(character) ? character.toLowerCase() : wordEnd;
}

function grown(before: ReadonlySet<string>, ends: readonly string[]): Set<string> {
  const after = new Set<string>();
  for (const opening of before) for (const end of ends) after.add(added(opening, end));
  return after;
}

function added(opening: string, end: string): string {
  if (isClosed(opening)) return opening;
  return opening.length >= mostLetters ? opening + open : opening + end;
}
