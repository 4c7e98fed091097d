import { sectionOfHeading } from '../rubric/sections';
import { parseStory } from '../story/parseStory';

/** What word processors and chats write for bullets, which Markdown would run together into one paragraph. */
const bullet = /^([ \t]*)[•●▪◦‣∙⁃][ \t]+/gmu;

/** The most words of a line that stands for a title. */
const longestTitle = 12;

/**
 * A plain text as Markdown with all of its words: its bullets as list items, and a short first line that is no sentence as its heading. A
 * text with headings or front matter is Markdown already, but for such bullets.
 */
export function asMarkdown(text: string): string {
  const listed = text.replace(bullet, '$1- ');
  const { headings, frontMatter, blocks } = parseStory(listed);
  const [first, second] = blocks;
  if (headings.length > 0 || frontMatter.span.end > frontMatter.span.start || !first || !second)
    return listed;
  const line = listed.slice(first.span.start, first.span.end);
  const isTitle =
    first.kind === 'paragraph' &&
    listed.slice(0, first.span.start).trim() === '' &&
    /^[\p{L}\p{N}“"']/u.test(line) &&
    !/[\n]|[.!?;:,…]["”']?\s*$/.test(line) &&
    line.split(/\s+/).length <= longestTitle &&
    /^[ \t]*\r?\n[ \t]*\r?\n/.test(listed.slice(first.span.end)) &&
    // "Situation" on a line of its own is a label, and no title.
    sectionOfHeading(line) === undefined;
  return isTitle ? `# ${listed.slice(first.span.start)}` : listed;
}
