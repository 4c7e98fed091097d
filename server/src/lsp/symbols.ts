import {
  FoldingRangeKind,
  SymbolKind,
  type DocumentSymbol,
  type FoldingRange,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import { evidence } from '../rubric/evidence';
import { evidenceKinds } from '../rubric/ids';
import type { StorySummary } from '../protocol';
import type { Review } from '../review/review';
import { spokenDuration } from '../rules/structure/anchors';
import type { Heading } from '../story/story';
import { toRange } from './convert';
import type { OpenStory } from './session';

/** Title → sections → sub-headings, each with its spoken time and the evidence that it shows. */
export function documentSymbols({ document, review }: OpenStory): DocumentSymbol[] {
  const { story } = review;
  const symbolOf = (heading: Heading): DocumentSymbol => ({
    name: heading.text === '' ? '(untitled)' : heading.text,
    detail: detailOf(heading, review),
    kind: heading.opens ? SymbolKind.Namespace : SymbolKind.String,
    range: toRange({ start: heading.span.start, end: trimmedEnd(story.text, heading) }, document),
    selectionRange: toRange(heading.textSpan, document),
    children: [],
  });
  const roots: DocumentSymbol[] = [];
  const open: { heading: Heading; symbol: DocumentSymbol }[] = [];
  for (const heading of story.headings) {
    const symbol = symbolOf(heading);
    while (open.length > 0 && open.at(-1)!.heading.contentEnd <= heading.span.start) open.pop();
    (open.at(-1)?.symbol.children ?? roots).push(symbol);
    open.push({ heading, symbol });
  }
  const title = story.frontMatter.entries.find(({ key }) => key === 'title');
  if (!title || story.title === undefined || story.title.trim() === '') return roots;
  return [
    {
      name: story.title,
      detail: `${spokenDuration(review.timing.total)} · ${review.readiness.score}/100`,
      kind: SymbolKind.Module,
      range: toRange({ start: story.frontMatter.span.start, end: story.text.length }, document),
      selectionRange: toRange(title.valueSpan, document),
      children: roots,
    },
  ];
}

function trimmedEnd(text: string, heading: Heading): number {
  return Math.max(heading.span.end, text.slice(0, heading.contentEnd).trimEnd().length);
}

function detailOf(heading: Heading, review: Review): string {
  const below = review.sentences.filter(
    ({ span }) => span.start >= heading.span.end && span.start < heading.contentEnd,
  );
  const words = below.reduce((sum, { spokenWords }) => sum + spokenWords, 0);
  const rate =
    review.timing.total === 0
      ? 0
      : review.timing.total / review.sentences.reduce((sum, { spokenWords }) => sum + spokenWords, 0);
  const shown = evidenceKinds
    .filter((kind) => below.some((facts) => facts.evidence.has(kind)))
    .map((kind) => evidence[kind].short);
  return [spokenDuration(words * rate), ...(shown.length > 0 ? [shown.join(', ')] : [])].join(' · ');
}

/** The front matter and what stands below each heading. */
export function foldingRanges({ document, review: { story } }: OpenStory): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const add = (start: number, end: number, kind?: FoldingRangeKind): void => {
    const range = toRange({ start, end }, document);
    if (range.end.line > range.start.line)
      ranges.push({ startLine: range.start.line, endLine: range.end.line, ...(kind ? { kind } : {}) });
  };
  const { span } = story.frontMatter;
  if (span.end > span.start)
    add(span.start, story.text.slice(0, span.end).trimEnd().length, FoldingRangeKind.Region);
  for (const heading of story.headings)
    add(heading.span.start, trimmedEnd(story.text, heading), FoldingRangeKind.Region);
  return ranges;
}

/** The stories whose title, tags or principles hold the query, as symbols of the workspace. */
export function workspaceSymbols(stories: readonly StorySummary[], query: string): WorkspaceSymbol[] {
  const wanted = query.trim().toLowerCase();
  return stories
    .filter(({ title, tags, principles }) =>
      [title, ...tags, ...principles].some((text) => text.toLowerCase().includes(wanted)),
    )
    .map(({ title, uri, principles }) => ({
      name: title,
      kind: SymbolKind.Module,
      location: { uri },
      ...(principles.length > 0 ? { containerName: principles.join(', ') } : {}),
    }));
}
