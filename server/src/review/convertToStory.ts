import { lineEndOf } from '../rules/structure/anchors';
import { splitIntoSections } from '../rules/structure/splitIntoSections';
import { parseStory } from '../story/parseStory';
import type { Story } from '../story/story';
import { applyEdits } from '../text/edit';
import { contains } from '../text/span';
import { asMarkdown } from './asMarkdown';
import { quoted } from './frontMatterText';
import type { ReviewOptions } from './options';
import type { Reviewer } from './reviewStory';

/**
 * A Markdown or plain text as a story: all of its words, split into sections unless it has some, under a front matter with a title, which is
 * its own first heading or a plain text's first line, else `name`. What is a story already comes back as it is.
 */
export function convertToStory(
  text: string,
  name: string,
  reviewer: Reviewer,
  options: ReviewOptions,
): string {
  const source = asMarkdown(text.replace(/^\uFEFF/, ''));
  const story = parseStory(source);
  const split = isStory(story) ? source : splitText(story, reviewer, options);
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

/**
 * A text with "Impact" and "Lessons" among other headings is a post-mortem; a story tells what happened or what was done under a heading of
 * its own, or has no headings but those of sections.
 */
function isStory({ sections, headings }: Story): boolean {
  const others = headings.filter(({ opens, isAside, level }) => opens === undefined && !isAside && level > 1);
  return (
    sections.some(({ kind }) => kind === 'situation' || kind === 'action') ||
    (sections.length > 0 && others.length === 0)
  );
}

/** The text with its sections; as it is where they would not make a story of it, so that a second conversion finds nothing to do. */
function splitText(story: Story, reviewer: Reviewer, options: ReviewOptions): string {
  const { sentences, story: masked } = reviewer.review(withoutSections(story), options);
  // What stands under "Lessons" is a lesson, however it reads among its neighbours; "Impact" may tell the setting as well as the result.
  const lessons = story.sections.filter(({ kind }) => kind === 'reflection');
  const sorted = sentences.map((facts) =>
    lessons.some(({ bodySpan }) => contains(bodySpan, facts.span))
      ? { ...facts, section: 'reflection' as const }
      : facts,
  );
  const split = applyEdits(story.text, splitIntoSections({ sentences: sorted, story: masked }));
  return story.sections.length === 0 || isStory(parseStory(split)) ? split : story.text;
}

/** The story as if none of its headings named a section, every other word where it stands. */
function withoutSections(story: Story): Story {
  if (story.sections.length === 0) return story;
  const masks = story.headings
    .filter(({ opens }) => opens !== undefined)
    .map(({ textSpan }) => ({ span: textSpan, insert: 'x'.repeat(textSpan.end - textSpan.start) }));
  return parseStory(applyEdits(story.text, masks));
}
