import type { FrontMatterKey } from '../story/frontMatter';

/** What each key of the front matter is for. */
export const keyPurpose: Record<FrontMatterKey, string> = {
  title: 'What you call the story.',
  question: 'The interview question that it answers, or a list of them.',
  company: 'The company that it is meant for.',
  level: 'The level that you apply for.',
  principles: 'The principles that it proves.',
  tags: 'Words of your own to find it by.',
  status: 'Whether it is ready to be told.',
  date: 'When it happened.',
  ignore: 'Rules that stay silent in this file.',
};

/** Keys whose values are lists. */
export const listKeys: readonly FrontMatterKey[] = ['principles', 'tags', 'ignore'];
