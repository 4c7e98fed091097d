import type { PhrasingRule } from '../rule';

export const effortNotInitiative: PhrasingRule = {
  kind: 'phrasing',
  id: 'effort-not-initiative',
  title: 'effort-not-initiative',
  summary: '',
  why: '',
  advice: '',
  source: [],
  severity: 'information',
  locate: ({ text }) => ({ span: { start: 0, end: text.length }, message: 'effort-not-initiative.' }),
  rewrite: () => [],
  examples: { weak: [], strong: [] },
};
