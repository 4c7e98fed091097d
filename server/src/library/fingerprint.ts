import type { ProtocolRange } from '../protocol';
import { normalisedName } from '../rubric/principles';
import { suppressedAt } from '../review/suppress';
import type { Story } from '../story/story';
import type { Span } from '../text/span';
import { readStatements, type PlacedStatement, type ReadSentence, type Statement } from './statements';
import { canonicalUri, linkedStory, readLinks } from './storyLinks';
import { createRangeOf } from './textPlaces';
import { hashOf, sketchText } from './textLikeness';

/**
 * What is kept of a story beside its summary, to tell whether another one is its twin. Plain data of one or two kilobytes: it is made where
 * the story is read, and no client sees it.
 */
export interface Fingerprint {
  /** As written; empty where the story has no title of its own, or one that is still a hole. */
  readonly title: string;
  /** Its words in lower case: titles are the same when these are. */
  readonly titleKey: string;
  /** Where a finding about the whole story stands. */
  readonly place: ProtocolRange;
  /** See `textLikeness.ts`. */
  readonly sketch: string;
  readonly words: number;
  readonly date: string | null;
  /** Hashes of the names that it drops: systems, tools, people. */
  readonly names: readonly number[];
  /** The stories that it links to, as canonical URIs. */
  readonly links: readonly string[];
  /** As JSON, which is read when two stories are compared: as values, thousands of stories would hold a hundred thousand of them. */
  readonly statements: string;
  /** Whether the writer has said that a twin is all right. */
  readonly isSilent: boolean;
}

/** As a row of plain values, which takes a third of the room that an object would. */
export type KeptStatement = readonly [
  key: number,
  form: Statement['form'],
  /** The units and the words of the figures, in turn. */
  words: string,
  /** For each figure the least and the greatest value, its line, and its first and last character. */
  numbers: readonly number[],
];

export function statementsOf({ statements }: Fingerprint): readonly KeptStatement[] {
  return JSON.parse(statements) as KeptStatement[];
}

/** A statement as it was read, with the places of its figures. */
export function unpacked([key, form, words, numbers]: KeptStatement): Statement & {
  readonly places: readonly ProtocolRange[];
} {
  const parts = words.split(separator);
  const count = numbers.length / 5;
  const at = (figure: number, value: number): number => numbers[5 * figure + value] ?? 0;
  const rows = Array.from({ length: count }, (_, figure) => ({
    figure: {
      unit: parts[2 * figure] ?? '',
      text: parts[2 * figure + 1] ?? '',
      low: at(figure, 0),
      high: at(figure, 1),
      start: 0,
      end: 0,
    },
    place: {
      start: { line: at(figure, 2), character: at(figure, 3) },
      end: { line: at(figure, 2), character: at(figure, 4) },
    },
  }));
  return { key, form, figures: rows.map(({ figure }) => figure), places: rows.map(({ place }) => place) };
}

/** Stands in no figure. */
const separator = '\n';

function packed(
  { key, form, figures, spans }: PlacedStatement,
  rangeOf: (span: Span) => ProtocolRange,
): KeptStatement {
  const words = figures.flatMap(({ unit, text }) => [unit, text.replace(/\s+/g, ' ')]).join(separator);
  const numbers = figures.flatMap(({ low, high }, index) => {
    const { start, end } = rangeOf(spans[index]!);
    return [
      low,
      high,
      start.line,
      start.character,
      end.line === start.line ? end.character : start.character,
    ];
  });
  return [key, form, words, numbers];
}

/** `sentences` are those of its review, where there is one. */
export function fingerprintOf(uri: string, story: Story, sentences?: readonly ReadSentence[]): Fingerprint {
  return { ...fingerprintHead(uri, story), statements: statementsText(story, sentences) };
}

/** What twins are looked up by; the statements are asked for only where two stories may tell of one incident. */
export type FingerprintHead = Omit<Fingerprint, 'statements'>;

export function fingerprintHead(uri: string, story: Story): FingerprintHead {
  const anchor = titleSpan(story);
  const links = readLinks(story)
    .map(({ href }) => linkedStory(href, uri))
    .filter((target) => target !== undefined && target !== canonicalUri(uri)) as string[];
  const title = ownTitle(story);
  const date = story.frontMatter.values.date?.trim() ?? null;
  return {
    title,
    titleKey: normalisedName(title),
    place: createRangeOf(story.text)(anchor),
    ...sketchText(story),
    date,
    names: namesOf(story),
    links: [...new Set(links)],
    isSilent: suppressedAt(story, 'duplicate-story', anchor),
  };
}

/** The `statements` of a story's fingerprint. */
export function statementsText(story: Story, sentences?: readonly ReadSentence[]): string {
  const rangeOf = createRangeOf(story.text);
  return JSON.stringify(readStatements(story, sentences).map((one) => packed(one, rangeOf)));
}

/** The title that the writer gave; a hole, or a heading further down, is none. */
function ownTitle(story: Story): string {
  const first = story.headings[0];
  const heading = first && first.opens === undefined && !first.isAside ? first.text : undefined;
  const title = (story.frontMatter.values.title ?? heading ?? '').trim();
  return /\{\{|\b(?:TODO|TBD|FIXME|XXX)\b|^\[/.test(title) ? '' : title;
}

/** Where a finding about the whole story stands: at its title's heading, else at its title, its first section, its first line. */
export function titleSpan({ text, headings, frontMatter }: Story): Span {
  const [first] = headings;
  const title = frontMatter.entries.find(({ key }) => key === 'title');
  if (first && (first.opens === undefined || !title)) return first.span;
  if (title) return title.valueSpan;
  const start = frontMatter.span.end;
  return { start, end: start + text.slice(start).search(/[\r\n]|$/) };
}

/** How many names are kept. */
const mostNames = 40;

/** Words with a capital or a digit within a sentence, which are the names of that incident rather than words of everybody. */
function namesOf({ blocks }: Story): number[] {
  const names = new Set<string>();
  for (const { plain, isAside } of blocks) {
    if (isAside) continue;
    const written = plain.text.matchAll(
      /(?<![.!?:“"(]\s|^)(?<=\s)(?:\p{Lu}[\p{L}\p{N}-]{2,}|\p{L}+[-_./]\p{L}*\p{N}[\p{L}\p{N}-]*)/gu,
    );
    for (const [name] of written) if (!calendar.test(name)) names.add(name.toLowerCase());
  }
  return [...names].slice(0, mostNames).map(hashOf);
}

/** Every story has a Friday in it. */
const calendar =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|April|June|July|August|September|October|November|December|Christmas|Easter|UTC|API|SLA|SLO)$/;
