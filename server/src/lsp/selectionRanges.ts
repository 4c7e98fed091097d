import type { Position, SelectionRange } from 'vscode-languageserver';
import type { Span } from '../text/span';
import { toRange } from './convert';
import type { OpenStory } from './session';

/** Grows with each step: sentence, block, section, text. */
export function selectionRange({ document, review }: OpenStory, position: Position): SelectionRange {
  const offset = document.offsetAt(position);
  const holds = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  const { story, sentences } = review;
  const spans: Span[] = [
    { start: 0, end: story.text.length },
    ...story.sections.map(({ heading, bodySpan }) => ({ start: heading.span.start, end: bodySpan.end })).filter(holds).slice(0, 1), // prettier-ignore
    ...story.blocks.map(({ span }) => span).filter(holds).slice(0, 1), // prettier-ignore
    ...sentences.map(({ span }) => span).filter(holds).slice(0, 1), // prettier-ignore
  ];
  let result: SelectionRange | undefined;
  for (const span of spans) {
    const range = toRange(span, document);
    result = result ? { range, parent: result } : { range };
  }
  return result!;
}
