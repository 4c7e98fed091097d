import { TextDocument } from 'vscode-languageserver-textdocument';
import { editFrontMatterRequest, type EditFrontMatterAnswer, type EditFrontMatterParams } from '../protocol';
import { editFrontMatter } from '../review/editFrontMatter';
import { renameStory } from '../review/renameStory';
import { toRange } from './convert';
import type { Session } from './session';

/** Answers what a view needs to write into a story's front matter; the client applies it, so that it can be undone there. */
export function provideFrontMatterEdits({ connection }: Session): void {
  connection.onRequest(editFrontMatterRequest, frontMatterEdits);
}

function frontMatterEdits({ text, key, value, as }: EditFrontMatterParams): EditFrontMatterAnswer {
  const made = key === 'title' ? renameStory(text, value) : editFrontMatter(text, { key, value, as });
  if ('problem' in made) return { edits: [], problem: made.problem };
  const document = TextDocument.create('text:', 'markdown', 0, text);
  const edits = made.edits.map(({ span, insert }) => ({ range: toRange(span, document), newText: insert }));
  return { edits, problem: null };
}
