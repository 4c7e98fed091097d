import type { ServerProcess } from './serverProcess';
import { createStoryMaker, type StoryMaker } from './stories';
import { elapsed } from './statistics';

/** A story in which one sentence of the Action is replaced again and again. */
export interface EditedStory {
  readonly text: string;
  /** Replaces the sentence by another one that was never there; the new text, and the change for a language server. */
  edit(sentence: string): { text: string; change: { line: number; from: number; to: number; text: string } };
}

export function createEditedStory(maker: StoryMaker, words: number): EditedStory {
  const whole = maker.story(words);
  const at = whole.indexOf('\n', whole.indexOf('## Action') + 11);
  // A paragraph of three sentences, of which the second one is edited.
  const sentences = [maker.sentence(), maker.sentence(), maker.sentence()];
  const before = `${whole.slice(0, at)}\n\n${sentences[0]} `;
  const after = ` ${sentences[2]}\n${whole.slice(at)}`;
  const line = before.split('\n').length - 1;
  const from = sentences[0]!.length + 1;
  let current = sentences[1]!;
  return {
    get text() {
      return before + current + after;
    },
    edit: (sentence) => {
      const change = { line, from, to: from + current.length, text: sentence };
      current = sentence;
      return { text: before + current + after, change };
    },
  };
}

/** Milliseconds from each edit to its diagnostics, as an editor sees them. */
export async function measureTyping(
  server: ServerProcess,
  words: number,
  edits: number,
  warmUp: number,
): Promise<number[]> {
  const maker = createStoryMaker(words);
  const story = createEditedStory(maker, words);
  const uri = `file:///bench/typing-${words}.star.md`;
  await server.open(uri, story.text);
  const times: number[] = [];
  for (let count = 0; count < warmUp + edits; count++) {
    const { change } = story.edit(maker.sentence());
    const time = await elapsed(() => server.edit(uri, change));
    if (count >= warmUp) times.push(time);
  }
  return times;
}
