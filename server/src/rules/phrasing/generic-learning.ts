import type { PhrasingRule } from '../rule';

export const genericLearning: PhrasingRule = {
  kind: 'phrasing',
  id: 'generic-learning',
  title: 'generic-learning',
  summary: '',
  why: '',
  advice: '',
  source: [],
  severity: 'information',
  locate: ({ text }) => ({ span: { start: 0, end: text.length }, message: 'generic-learning.' }),
  rewrite: () => [],
  examples: { weak: [], strong: [] },
};
