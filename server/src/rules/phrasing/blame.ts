import type { PhrasingRule } from '../rule';

export const blame: PhrasingRule = {
  kind: 'phrasing',
  id: 'blame',
  title: 'blame',
  summary: '',
  why: '',
  advice: '',
  source: [],
  severity: 'warning',
  locate: ({ text }) => ({ span: { start: 0, end: text.length }, message: 'blame.' }),
  rewrite: () => [],
  examples: { weak: [], strong: [] },
};
