import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import type { OpenStory } from '../../../server/src/lsp/session';
import { createReviewer } from '../../../server/src/review/reviewStory';
import { parseStory } from '../../../server/src/story/parseStory';
import { shippedJudge } from '../judge';

const reviewer = createReviewer(shippedJudge());

export function openStory(text: string): OpenStory {
  return {
    document: TextDocument.create('file:///stories/a.star.md', 'markdown', 1, text),
    review: reviewer.review(parseStory(text)),
  };
}

/** A story with the cursor where “¦” stands. */
export function atCursor(marked: string): OpenStory & { readonly position: Position } {
  const opened = openStory(marked.replace('¦', ''));
  return { ...opened, position: opened.document.positionAt(marked.indexOf('¦')) };
}
