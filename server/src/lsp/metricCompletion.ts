import {
  CompletionItemKind,
  InsertTextFormat,
  type CompletionItem,
  type Position,
} from 'vscode-languageserver';
import { readSentenceFigures } from '../figures/changes';
import type { Figure } from '../figures/figure';
import type { SectionKind } from '../rubric/ids';
import { plainInsert, snippetInsert, withoutHoles } from '../text/holes';
import { overlaps } from '../text/span';
import type { OpenStory } from './session';

interface Phrase {
  readonly text: string;
  /** What it says of the outcome. */
  readonly note: string;
}

/** What may follow a figure, by what it counts. */
function phrasesAfter({ kind, unit, writtenUnit }: Figure): readonly Phrase[] {
  const to = (after: string): Phrase => ({ text: `to ${after}`, note: 'Where it ended: before → after.' });
  switch (kind) {
    case 'duration':
      return [
        to(`{{after}} ${writtenUnit}`),
        { text: 'at p99', note: 'Which requests: the slowest in a hundred.' },
        { text: 'on average over {{how long}}', note: 'Over what time it was measured.' },
        { text: 'instead of {{before}}', note: 'What it was before.' },
      ];
    case 'percent':
      return [
        to('{{after}}%'),
        { text: 'of {{whom or what}}', note: 'A share is a share of something.' },
        { text: 'for {{how long}}', note: 'How long it held.' },
      ];
    case 'money':
      return [
        to(`${unit}{{after}}`),
        { text: 'a {{month}}', note: 'In what time.' },
        { text: 'in {{what: refunds, credits, capacity}}', note: 'What the money stands for.' },
      ];
    case 'count':
      return [
        to('{{after}}'),
        { text: 'of {{total}}', note: 'Out of how many.' },
        { text: 'a {{day}}', note: 'In what time.' },
      ];
    case 'size':
      return [to(`{{after}} ${writtenUnit}`), { text: 'a {{day}}', note: 'In what time.' }];
    default:
      return [];
  }
}

/** How the outcome is put in figures, and how the damage. */
const phrasesIn: Partial<Record<SectionKind, readonly Phrase[]>> = {
  situation: [
    { text: '{{how many}} of {{total}} users', note: 'Who was hit, out of how many.' },
    { text: 'for {{how many}} minutes', note: 'How long it lasted.' },
    { text: '{{share}}% of our traffic', note: 'How much of everything it was.' },
  ],
  result: [
    { text: 'from {{before}} to {{after}}', note: 'The one pair that every result needs.' },
    {
      text: 'p99 latency fell from {{before}} ms to {{after}} ms',
      note: 'How slow the slowest in a hundred were.',
    },
    { text: 'the error rate fell from {{before}}% to {{after}}%', note: 'What share of requests failed.' },
    {
      text: 'throughput rose from {{before}} to {{after}} requests a second',
      note: 'How much goes through.',
    },
    { text: 'recovery takes {{after}} minutes instead of {{before}}', note: 'How fast it is repaired.' },
    { text: 'and stayed there for {{how long}}', note: 'How you know that it held.' },
  ],
};

/**
 * A few ways to put a figure into words: behind a figure those that suit its unit, elsewhere in Situation and Result those that the section
 * needs. Offered when asked for; within prose a list that comes by itself is in the way.
 */
export function metricCompletions(
  { document, review }: OpenStory,
  position: Position,
  takesSnippets: boolean,
): CompletionItem[] {
  const offset = document.offsetAt(position);
  const block = review.story.blocks.find(({ span }) => span.start <= offset && offset <= span.end);
  const section = review.story.sections.find(
    ({ bodySpan }) => bodySpan.start <= offset && offset <= bodySpan.end,
  );
  const line = document.getText({ start: { line: position.line, character: 0 }, end: position });
  if (isNoProse(line) || (!block && !section) || isWithinNode(review, offset)) return [];
  const { figure, typed } = figureBefore(line);
  const phrases = figure ? phrasesAfter(figure) : (phrasesIn[section?.kind ?? 'task'] ?? []);
  // A phrase is joined to the figure as a word is.
  const lead = figure && !/\s$/.test(line.slice(0, line.length - typed.length)) ? ' ' : '';
  const range = {
    start: { line: position.line, character: position.character - typed.length },
    end: position,
  };
  return phrases.map(({ text, note }, index) => {
    const snippet = takesSnippets ? snippetInsert(text) : undefined;
    return {
      label: text.replace(/\{\{([^{}:]*)[^{}]*\}\}/g, '…'),
      kind: CompletionItemKind.Snippet,
      documentation: note,
      sortText: String(index),
      filterText: typed + withoutHoles(text, ''),
      insertTextFormat: snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: { range, newText: lead + (snippet?.snippet ?? plainInsert(text)) },
    };
  });
}

/** Headings, quotes, tables and code are no sentences. */
function isNoProse(line: string): boolean {
  return /^\s*(?:#|>|\||```|~~~)/.test(line) || (line.split('`').length - 1) % 2 === 1;
}

function isWithinNode({ story }: OpenStory['review'], offset: number): boolean {
  return (
    story.placeholders.some(({ span }) => span.start < offset && offset < span.end) || isInCode(story, offset)
  );
}

function isInCode({ tree }: OpenStory['review']['story'], offset: number): boolean {
  for (
    let node: ReturnType<typeof tree.resolveInner> | null = tree.resolveInner(offset, -1);
    node;
    node = node.parent
  )
    if (
      /Code|Comment|HTML|URL|Table/.test(node.name) &&
      overlaps({ start: node.from, end: node.to }, { start: offset, end: offset })
    )
      return true;
  return false;
}

/** How much of a line is read for its last figure, in UTF-16 units. */
const readLength = 200;

/** The figure, with what it counts, that ends where the cursor is or before the word that is being typed; and that word. */
function figureBefore(line: string): { readonly figure: Figure | undefined; readonly typed: string } {
  const sentence = line.slice(-readLength);
  const whole = lastFigure(sentence);
  if (whole) return { figure: whole, typed: '' };
  const typed = /\p{L}*$/u.exec(sentence)![0];
  return { figure: lastFigure(sentence.slice(0, sentence.length - typed.length)), typed };
}

/** The figure with which a text ends. */
function lastFigure(text: string): Figure | undefined {
  const { figures, tokens } = readSentenceFigures(text);
  const figure = figures.at(-1);
  return figure && figure.next >= tokens.length ? figure : undefined;
}
