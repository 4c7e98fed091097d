import { InlayHintKind, type InlayHint, type Range } from 'vscode-languageserver';
import { spokenDuration } from '../rules/structure/anchors';
import { overlaps } from '../text/span';
import { toSpan } from './convert';
import type { OpenStory } from './session';

/** Behind each section's heading its spoken time and its share of the whole. */
export function inlayHints({ document, review }: OpenStory, range: Range): InlayHint[] {
  const { timing, story } = review;
  const visible = toSpan(range, document);
  return story.sections
    .filter(({ heading }) => overlaps(heading.span, visible))
    .map(({ heading, kind }) => ({
      position: document.positionAt(heading.span.end),
      label: `${spokenDuration(timing.sections[kind])}, ${timing.total === 0 ? 0 : Math.round((100 * timing.sections[kind]) / timing.total)}%`,
      kind: InlayHintKind.Type,
      paddingLeft: true,
    }));
}
