import type { Figure } from '../figures/figure';
import type { SentenceFacts } from '../rules/reviewDraft';

/** How many words before a figure are shown with it. */
const wordsBefore = 5;
/** Figures with no more than this between them are one line. */
const closeTogether = 14;
/** A time below this, in seconds, is a measurement: a latency, a timeout. */
const measuredBelow = 60;

/** The figures worth knowing by heart, each in a few words of its own sentence. None is told twice. */
export function figureLines(sentences: readonly SentenceFacts[]): string[] {
  const lines = sentences.flatMap(linesOf);
  return lines.filter(
    (line, index) =>
      !lines.some((other, place) => isSaidBy(line, other) && (other.length > line.length || place < index)),
  );
}

function isSaidBy(line: string, other: string): boolean {
  return other.toLowerCase().includes(line.toLowerCase());
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function linesOf({
  sentence: { text },
  figures: { figures, changes, tokens },
  evidence,
}: SentenceFacts): string[] {
  const endOf = (figure: Figure): number => Math.max(figure.end, tokens[figure.next - 1]?.end ?? 0);
  const stretches = [
    ...changes,
    ...figures
      .filter((figure) => isMemorable(figure, text))
      .map((figure) => ({ start: figure.phraseStart, end: endOf(figure) })),
  ];
  if (stretches.length > 0)
    return joined(stretches, text).map(({ start, end }, index, all) =>
      withWordsBefore(text, start, end, all[index - 1]?.end),
    );
  // How long it took is what is told where nothing else is: of several times the one that most is said of.
  if (!evidence.has('impact')) return [];
  const times = figures.filter(({ kind }) => kind === 'duration');
  const lines = times.map((figure) => withWordsBefore(text, figure.phraseStart, endOf(figure)));
  const [fullest] = lines.sort((a, b) => b.split(' ').length - a.split(' ').length);
  return fullest !== undefined && fullest.split(' ').length > 2 ? [fullest] : [];
}

/** Not a count of one or two, nor the time of day: nobody is asked for these. */
function isMemorable({ kind, value, noun, end }: Figure, text: string): boolean {
  if (kind === 'duration') return value < measuredBelow;
  // “2,900 of the 4,200 carts”: what is counted comes with the second figure.
  if (kind === 'count')
    return noun === undefined
      ? /^ of (?:\p{L}+ )?[\d$€£]/u.test(text.slice(end))
      : value > 2 && noun !== "o'clock";
  return ['money', 'percent', 'points', 'size', 'measure', 'factor', 'fraction'].includes(kind);
}

/** Stretches that touch or nearly do become one, unless a mark stands between them. */
function joined(stretches: readonly Stretch[], text: string): Stretch[] {
  const ordered = [...stretches].sort((a, b) => a.start - b.start);
  const result: Stretch[] = [];
  for (const { start, end } of ordered) {
    const last = result.at(-1);
    const between = last && text.slice(last.end, start);
    if (last && (start <= last.end || (between!.length <= closeTogether && !/[,;:.!?()–—]/.test(between!))))
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else result.push({ start, end });
  }
  return result;
}

const conjunction = /^(?:and|but|or|so|that|which|then|was|were|is|are)$/i;
/** Words that hang on what stood before them. */
const cutHead =
  /^(?:and|but|or|so|that|which|then|of|in|to|a|an|the|for|with|by|at|on|from|was|were|is|are)$/i;

/** With the few words before it, back to the last mark; a conjunction at the head says nothing. */
function withWordsBefore(text: string, start: number, end: number, from = 0): string {
  // A comma or a point within a figure is none.
  const before = /(?:[^,;:()–—.!?]|[,.](?=\d))*$/.exec(text.slice(from, start))?.[0] ?? '';
  const words = before.split(/\s+/).filter((word) => word !== '');
  const kept = words.slice(-wordsBefore);
  // Where nothing is cut off, “At noon p95 …” keeps its head.
  const leadsNowhere = kept.length < words.length ? cutHead : conjunction;
  while (kept.length > 0 && leadsNowhere.test(kept[0]!)) kept.shift();
  // “p99: 2.8 s → 340 ms” has its subject before the colon.
  const label =
    kept.length === 0
      ? (/(?:^|;\s*)((?:[\p{L}\d]+ ){0,3}[\p{L}\d]+:)\s*$/u.exec(text.slice(from, start))?.[1] ?? '')
      : '';
  // “sign-ups” is one word.
  const rest = /^[\p{L}-]*/u.exec(text.slice(end))?.[0] ?? '';
  return [label, ...kept, `${text.slice(start, end).trim()}${rest}`].filter((part) => part !== '').join(' ');
}
