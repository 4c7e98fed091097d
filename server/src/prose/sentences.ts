import type { SectionKind } from '../rubric/ids';
import type { PlainText } from '../story/plainText';
import type { Block, Story } from '../story/story';
import type { Span } from '../text/span';

/** One sentence of a story, with the way back from its words to the document. */
export interface Sentence {
  /** The plain text: no Markdown marks, one line. Findings of phrasing rules are spans in it. */
  readonly text: string;
  readonly section: SectionKind | undefined;
  readonly block: Block;
  /** Where the sentence stands in its block's plain text. */
  readonly spanInBlock: Span;
  /**
   * A label that names what follows and tells nothing: in bold or italics where it opens a paragraph or a list item, as in "**Inform.** I
   * wrote to support", or alone above them, as in "**Trade-offs**" and "Key learnings:".
   */
  readonly isLabel: boolean;
}

type SentenceOfBlock = Pick<Sentence, 'text' | 'spanInBlock' | 'isLabel'>;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * Sentences by plain text object: a block that did not change keeps its plain text object, and so its sentences. Their texts are kept too,
 * and not cut again, for a string that was once looked up in a map is found there without being read.
 */
const sentencesOf = new WeakMap<PlainText, readonly SentenceOfBlock[]>();

/** All sentences of a story in the order of the text. */
export function readSentences(story: Story): Sentence[] {
  const sentences: Sentence[] = [];
  for (const block of story.blocks) {
    let split = sentencesOf.get(block.plain);
    if (!split) {
      split = sentencesOfBlock(block, story.text);
      sentencesOf.set(block.plain, split);
    }
    const { section } = block;
    for (const { text, spanInBlock, isLabel } of split)
      sentences.push({ text, section, block, spanInBlock, isLabel });
  }
  return sentences;
}

function sentencesOfBlock(block: Block, source: string): SentenceOfBlock[] {
  const { text } = block.plain;
  const spans = splitSentences(text);
  return spans.map((span, index) => {
    const words = text.slice(span.start, span.end);
    return { text: words, spanInBlock: span, isLabel: index === 0 && isLabelOf(words, span, block, source) };
  });
}

/** At most four words, all of them emphasised, with a stop inside or outside of the marks where more follows; or any that stand alone with a colon. */
function isLabelOf(words: string, span: Span, block: Block, source: string): boolean {
  if (words.split(/\s+/).length > 4) return false;
  const isAlone = endsBlock(span, block);
  if (isAlone && words.endsWith(':')) return true;
  const { offsets } = block.plain;
  const before = source.slice(block.span.start, block.span.start + offsets[span.start]!);
  const end = isAlone ? block.span.end : block.span.start + offsets[span.end]!;
  const label = source.slice(block.span.start + before.length, end);
  if (!/[*_]$/.test(before)) return false;
  if (!isAlone) return /^[^*_]+(?:[.:!?][*_]+|[*_]+[.:!?])\s*$/.test(label);
  // An item of a list all in bold is a line like the others.
  return block.kind === 'paragraph' && /^[^*_]*[^*_.!?][*_]+\s*$/.test(label);
}

/** Whether a sentence at this place of its block's plain text is the last there: a label that opens its block and ends it stands alone. */
export function endsBlock(spanInBlock: Span, { plain }: Block): boolean {
  return spanInBlock.end === plain.text.trimEnd().length;
}

/** The place in the document of a span in the sentence's text. An empty span stays empty. */
export function toDocument(sentence: Sentence, span: Span): Span {
  const { offsets } = sentence.block.plain;
  const at = (index: number): number => sentence.block.span.start + (offsets[index] ?? 0);
  const first = sentence.spanInBlock.start + span.start;
  const last = sentence.spanInBlock.start + span.end;
  if (last <= first) return { start: at(first), end: at(first) };
  return { start: at(first), end: at(last - 1) + 1 };
}

/** The whole sentence's place in the document. */
export function sentenceSpan(sentence: Sentence): Span {
  return toDocument(sentence, { start: 0, end: sentence.text.length });
}

/**
 * Splits a block's plain text into sentences by Unicode's rules, mended where these break inside a sentence: after abbreviations and
 * initials, and where a question or exclamation within the sentence goes on in lower case. Spans carry no white space at their ends.
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const end of boundaries(text)) {
    if (end < text.length && continues(text.slice(start, end).trimEnd(), text.slice(end, end + 4))) continue;
    const raw = text.slice(start, end);
    const from = start + (raw.length - raw.trimStart().length);
    const to = start + raw.trimEnd().length;
    if (to > from) spans.push({ start: from, end: to });
    start = end;
  }
  return spans;
}

/** Length of the windows in which a text is segmented, in UTF-16 units: each step of the segmenter costs as much as its whole text is long. */
const windowLength = 2000;
/** Where a sentence ends whatever stands around it, so that a window may end there too. */
const plainEnd = /[.!?]["'”’)\]]*\s+(?=\p{Lu})/gu;

/** Unicode sees no end before a figure or a name in lower case ("50 cases. 47 were clean. p99 fell."); in these stories there is one. */
const figureAfterStop = /(?<=[\p{L}\d%)]{2})[.!?]["'”’)\]]*\s+(?=[$€£~]?\d|p\d\d|\p{Ll}+[\p{Lu}_\d])/gu;

/** The ends of sentences by Unicode's rules and before figures, in order. */
function* boundaries(text: string): Generator<number> {
  let from = 0;
  while (from < text.length) {
    plainEnd.lastIndex = from + windowLength;
    const match = plainEnd.lastIndex < text.length ? plainEnd.exec(text) : null;
    const to = match ? match.index + match[0].length : text.length;
    for (const { index, segment } of segmenter.segment(text.slice(from, to))) {
      for (const { index: at, 0: end } of segment.matchAll(figureAfterStop))
        yield from + index + at + end.length;
      yield from + index + segment.length;
    }
    from = to;
  }
}

/** Abbreviations after which a sentence does not end, whatever comes next. */
const neverLast =
  /(?:^|[\s("'“‘[])(?:e\.?g|i\.?e|vs|cf|approx|ca|resp|viz|Dr|Mr|Mrs|Ms|Prof|St|No|Nos|Fig|Figs|Sec|Ch|Eq|Vol|pp|Rev|Gen|Sgt|Capt|Lt|Col|[A-Z])\.$/u;
/** Abbreviations that end a sentence only when a new one visibly begins. */
const seldomLast =
  /(?:^|\s)(?:etc|Inc|Ltd|Corp|Co|GmbH|dept|est|min|max|avg|al|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/u;

function continues(before: string, after: string): boolean {
  if (/(?:^|\s)I\.$/.test(before)) return false;
  if (neverLast.test(before)) return true;
  if (/^\d/.test(after)) return seldomLast.test(before) || /\b(?:nos?|pp?|approx|v)\.$/i.test(before);
  if (/^[\p{Ll},;:–—)]/u.test(after))
    return /[?!…]["'”’)\]]*$/u.test(before) || /\.["'”’)\]]+$/u.test(before) || seldomLast.test(before);
  return seldomLast.test(before) && /^\p{Ll}/u.test(after);
}
