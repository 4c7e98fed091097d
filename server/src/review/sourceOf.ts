import type { SentenceFacts } from '../rules/reviewDraft';
import { parseStory } from '../story/parseStory';
import type { Story } from '../story/story';

/**
 * A sentence as it stands in the file, with its emphasis and links, on one line; its plain words where its Markdown does not hold without
 * what stands around it, as when bold words begin in the sentence before.
 */
export function sourceOf({ sentence, span }: SentenceFacts, { text }: Story): string {
  const source = text.slice(span.start, span.end).replace(/\s*\r?\n\s*/g, ' ');
  const [block, ...others] = parseStory(source).blocks;
  return others.length === 0 && block?.kind === 'paragraph' && block.plain.text === sentence.text
    ? source
    : sentence.text;
}
