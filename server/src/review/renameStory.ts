import { parseStory } from '../story/parseStory';
import { editFrontMatter, type FrontMatterEdits } from './editFrontMatter';

/**
 * Gives a story another title: in the front matter where it has one, and in the heading that says the same, so that the two go on
 * agreeing. A story whose title is its heading alone keeps it there; one without any gets it in the front matter.
 */
export function renameStory(text: string, title: string): FrontMatterEdits {
  const story = parseStory(text);
  const heading = story.headings.find(({ opens, isAside }) => opens === undefined && !isAside);
  const inFront = story.frontMatter.values.title;
  const said = heading?.text.trim();
  const inHeading =
    heading && said === (inFront?.trim() ?? said) ? [{ span: heading.textSpan, insert: title }] : [];
  if (inFront === undefined && inHeading.length > 0) return { edits: inHeading };
  const made = editFrontMatter(text, { key: 'title', value: title, as: 'value' });
  return 'problem' in made ? made : { edits: [...made.edits, ...inHeading] };
}
