import { lineEndOf } from '../rules/structure/anchors';
import type { Story } from '../story/story';
import type { Rewrite } from '../text/rewrite';
import type { Span } from '../text/span';
import { overlaps } from '../text/span';

/** A comment at the end of the finding's line, or before a heading; undefined where no comment can stand, as in front matter. */
export function ignoreHere(
  story: Story,
  finding: { readonly rule: string; readonly span: Span },
): Rewrite | undefined {
  const { text, frontMatter } = story;
  if (finding.span.start < frontMatter.span.end) return undefined;
  const comment = `<!-- star-ignore ${finding.rule} -->`;
  const title = `Ignore “${finding.rule}” here`;
  const heading = story.headings.find(({ span }) => overlaps(span, finding.span));
  if (heading) {
    const at = heading.span.start;
    return {
      title,
      edits: [{ span: { start: at, end: at }, insert: `${comment}${lineEndOf(text)}` }],
      safe: false,
    };
  }
  const isInProse = story.blocks.some((block) => overlaps(block.span, finding.span));
  if (!isInProse) return undefined;
  // The comment speaks for its line, so it goes to the line on which the finding begins.
  const rest = text.slice(finding.span.start).search(/[ \t]*(?:\r?\n|$)/);
  const at = finding.span.start + rest;
  return { title, edits: [{ span: { start: at, end: at }, insert: ` ${comment}` }], safe: false };
}

/** Adds the rule to the front matter's `ignore` list, which it makes if need be; undefined where the front matter does not parse. */
export function ignoreInFile({ text, frontMatter }: Story, rule: string): Rewrite | undefined {
  const title = `Ignore “${rule}” in this file`;
  const lineEnd = lineEndOf(text);
  const insertAt = (at: number, insert: string): Rewrite => ({
    title,
    edits: [{ span: { start: at, end: at }, insert }],
    safe: false,
  });
  if (frontMatter.span.start === frontMatter.span.end) {
    return insertAt(
      frontMatter.span.start,
      `---${lineEnd}ignore: [${rule}]${lineEnd}---${lineEnd}${lineEnd}`,
    );
  }
  if (frontMatter.problems.some(({ key }) => key === undefined || key === 'ignore')) return undefined;
  const entry = frontMatter.entries.find(({ key }) => key === 'ignore');
  if (!entry) return insertAt(frontMatter.contentSpan.end, `ignore: [${rule}]${lineEnd}`);
  const value = text.slice(entry.valueSpan.start, entry.valueSpan.end);
  const last = entry.items.at(-1);
  if (value.startsWith('[')) {
    const close = entry.valueSpan.start + value.lastIndexOf(']');
    return insertAt(last ? last.span.end : close, last ? `, ${rule}` : rule);
  }
  if (last) {
    const lineStart = text.lastIndexOf('\n', last.span.start) + 1;
    const indentation = text.slice(lineStart, last.span.start);
    return insertAt(last.span.end, `${lineEnd}${indentation}${rule}`);
  }
  return insertAt(entry.keySpan.end + 1, ` [${rule}]`);
}
