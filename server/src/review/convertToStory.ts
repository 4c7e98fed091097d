import { lineEndOf } from '../rules/structure/anchors';
import { splitIntoSections } from '../rules/structure/splitIntoSections';
import { parseStory } from '../story/parseStory';
import { applyEdits } from '../text/edit';
import { quoted } from './frontMatterText';
import type { ReviewOptions } from './options';
import type { Reviewer } from './reviewStory';

/**
 * A Markdown or plain text as a story: all of its words, split into sections unless it has some, under a front matter with a title, which is
 * its own first heading, else `name`. What is a story already comes back as it is.
 */
export function convertToStory(
  text: string,
  name: string,
  reviewer: Reviewer,
  options: ReviewOptions,
): string {
  const source = text.replace(/^\uFEFF/, '');
  const story = parseStory(source);
  const split =
    story.sections.length > 0
      ? source
      : applyEdits(source, splitIntoSections(reviewer.review(story, options)));
  const { frontMatter } = story;
  if (
    frontMatter.entries.some(({ key }) => key === 'title') ||
    frontMatter.problems.some(({ key }) => key === undefined)
  )
    return split;
  const lineEnd = lineEndOf(source);
  const own = story.title?.trim() ?? '';
  const title = `title: ${quoted(own === '' ? name : own)}${lineEnd}`;
  if (frontMatter.span.end === frontMatter.span.start)
    return `---${lineEnd}${title}---${lineEnd}${lineEnd}${split.replace(/^(?:[ \t]*\r?\n)+/, '')}`;
  return split.slice(0, frontMatter.contentSpan.start) + title + split.slice(frontMatter.contentSpan.start);
}
