import type { Tree } from '@lezer/common';
import type { SectionKind } from '../rubric/ids';
import type { Span } from '../text/span';
import type { FrontMatter } from './frontMatter';
import type { PlainText } from './plainText';
import type { Placeholder } from './placeholders';
import type { Suppression } from './suppressions';

/** A `.star.md` file as read: what stands where. Parsing never fails; whatever is odd about the text is data here. */
export interface Story {
  readonly text: string;
  readonly frontMatter: FrontMatter;
  /** From the front matter, else the first heading that names no section and no aside. */
  readonly title: string | undefined;
  readonly headings: readonly Heading[];
  /** The STAR sections in the order of the text; a section that stands twice is here twice. */
  readonly sections: readonly Section[];
  /** Where there is matter that is not told, such as follow-ups, each from its heading to the next heading of rank. */
  readonly asides: readonly Span[];
  /** All prose in the order of the text. */
  readonly blocks: readonly Block[];
  readonly placeholders: readonly Placeholder[];
  readonly suppressions: readonly Suppression[];
  /** The Markdown tree over `text`, for the next version to start from and for folding and selection ranges. */
  readonly tree: Tree;
  /** Whether the text has characters that no text file has: it is then left alone. */
  readonly isBinary: boolean;
}

export interface Heading {
  readonly text: string;
  /** 1 to 6. */
  readonly level: number;
  /** The whole heading line without its line end. */
  readonly span: Span;
  /** The words of the heading, without marks. */
  readonly textSpan: Span;
  /** From the heading to the next heading of the same or a higher level, or the end of the text. */
  readonly contentEnd: number;
  /** The section that this heading opens; undefined for titles, sub-headings and headings of other matter. */
  readonly opens: SectionKind | undefined;
  /** Whether it stands over matter that is not told, or within it. */
  readonly isAside: boolean;
}

export interface Section {
  readonly kind: SectionKind;
  readonly heading: Heading;
  /** What stands below the heading, up to the next section or other heading of its rank. */
  readonly bodySpan: Span;
}

/** A paragraph or the text of a list item: the largest unit within which a sentence can stand. */
export interface Block {
  readonly kind: 'paragraph' | 'list-item';
  readonly span: Span;
  readonly plain: PlainText;
  /** The section whose heading stands above; undefined before the first one, below other headings and in stories without headings. */
  readonly section: SectionKind | undefined;
  /** Whether it stands below a heading for matter that is not told, such as “Follow-ups”: no evidence, no spoken time. */
  readonly isAside: boolean;
}
