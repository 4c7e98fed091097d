import { kindsNamedBy } from '../rubric/captions';
import type { EvidenceKind } from '../rubric/ids';
import type { Block, Story } from '../story/story';
import { endsBlock, type Sentence } from './sentences';

/**
 * For each sentence the kinds of evidence named by what stands over it: the sub-headings within its section, and the label of its
 * paragraph or its list. "DNS or a regional incident." says what it is only below "Hypotheses". Takes all sentences of the story in the
 * order of the text.
 */
export function captionsOf(story: Story, sentences: readonly Sentence[]): (readonly EvidenceKind[])[] {
  const headings = subHeadings(story);
  let labels: Label[] = [];
  return sentences.map((sentence, index) => {
    labels = labels.filter((label) => reaches(label, sentence, story));
    const at = sentence.block.span.start;
    const above = headings.filter(({ start, end }) => start <= at && at < end);
    const kinds = [...above, ...labels].flatMap((caption) => caption.kinds);
    if (sentence.isLabel) labels.push(readLabel(sentence, sentences[index + 1], story));
    return [...new Set(kinds)];
  });
}

/** A heading over the text from `start` to `end`, in UTF-16 offsets. */
interface SubHeading {
  readonly kinds: readonly EvidenceKind[];
  readonly start: number;
  readonly end: number;
}

/** All headings but those of the sections, which whoever reads a sentence knows anyway, and the title, which speaks of the whole. */
function subHeadings({ headings, title }: Story): SubHeading[] {
  return headings
    .filter(({ opens, isAside, text }) => opens === undefined && !isAside && text !== title)
    .map(({ text, span, contentEnd }) => ({ kinds: kindsNamedBy(text), start: span.end, end: contentEnd }));
}

interface Label {
  readonly kinds: readonly EvidenceKind[];
  readonly block: Block;
  /** What it stands over: the rest of its block, or the blocks that follow. */
  readonly isWholeBlock: boolean;
  /** Of an item of a list the column from which on other items hang on it: its own where nothing is nested below it. */
  readonly column: number;
}

function readLabel({ text, block, spanInBlock }: Sentence, next: Sentence | undefined, story: Story): Label {
  const isWholeBlock = endsBlock(spanInBlock, block);
  const own = columnOf(block, story);
  const column = next && columnOf(next.block, story) > own ? own + 1 : own;
  return { kinds: kindsNamedBy(text), block, isWholeBlock, column };
}

/** Whether a label still stands over a later sentence. */
function reaches(label: Label, { block, isLabel }: Sentence, story: Story): boolean {
  if (block === label.block) return true;
  if (!label.isWholeBlock || isHeadingBetween(story, label.block, block)) return false;
  const isBelow = label.block.kind === 'paragraph' || columnOf(block, story) >= label.column;
  const isNextLabel = isLabel && block.kind === label.block.kind && columnOf(block, story) <= label.column;
  return isBelow && !isNextLabel && (label.block.kind === 'paragraph' || block.kind === 'list-item');
}

function isHeadingBetween({ headings }: Story, before: Block, after: Block): boolean {
  return headings.some(({ span }) => before.span.start < span.start && span.start < after.span.start);
}

/** How far from the start of its line a block stands, in UTF-16 units: an item of a nested list farther than what it hangs on. */
function columnOf({ span }: Block, { text }: Story): number {
  return span.start - (text.lastIndexOf('\n', span.start - 1) + 1);
}
