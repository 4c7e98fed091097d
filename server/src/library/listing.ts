import { spokenWords } from '../figures/spoken';
import { readSentences, sentenceSpan, type Sentence } from '../prose/sentences';
import type { ReviewOptions } from '../review/options';
import { targetOf } from '../review/reviewStory';
import { isUnwritten } from '../review/sentenceReview';
import type { Block, Story } from '../story/story';
import type { StoryRecord } from './record';
import { summariseUnreviewed, type SpokenPiece } from './summary';

/**
 * What a list shows of a story that nobody has reviewed yet: a fifteenth of the work of a review. Its spoken time is exact, for a time that
 * changes by itself a moment later is a wrong one.
 */
export function listedRecord(uri: string, story: Story, options: ReviewOptions): StoryRecord {
  const told = story.isBinary ? [] : spokenPieces(story);
  const { wordsPerMinute } = options.budgets;
  return { summary: summariseUnreviewed(uri, story, targetOf(story, options), told, wordsPerMinute) };
}

/**
 * What may stand in a block of which not every sentence counts as told: a hole, a note to oneself, a label before a list, or a sentence
 * without words. Only such a block is cut into its sentences, which takes longer than all else.
 */
const mayBeUnwritten =
  /[{[]|TODO|TBD|FIXME|XXX|:["'”’)\]]*(?:\s|$)|(?:^|[.!?…])(?=[^.!?…]*\w)(?:(?!\p{L}\p{L})[^.!?…])*(?:[.!?…]|$)/u;

/** All that is told, in pieces as large as can be. */
function spokenPieces(story: Story): SpokenPiece[] {
  const pieces: SpokenPiece[] = [];
  const doubtful = new Set<Block>();
  for (const block of story.blocks) {
    if (block.isAside) continue;
    if (mayBeUnwritten.test(block.plain.text)) doubtful.add(block);
    else pieces.push({ span: block.span, spokenWords: spokenWords(block.plain.text) });
  }
  if (doubtful.size === 0) return pieces;
  const cut = readSentences({ ...story, blocks: [...doubtful] });
  return [...pieces, ...cut.filter(isWritten).map(pieceOf)];
}

function isWritten({ text }: Sentence): boolean {
  return !isUnwritten(text);
}

function pieceOf(sentence: Sentence): SpokenPiece {
  return { span: sentenceSpan(sentence), spokenWords: spokenWords(sentence.text) };
}
