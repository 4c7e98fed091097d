import type { PhrasingRule } from '../rule';

export const minimizing: PhrasingRule = {
  kind: 'phrasing',
  id: 'minimizing',
  title: 'minimizing',
  summary: '',
  why: '',
  advice: '',
  source: [],
  severity: 'information',
  locate: ({ text }) => ({ span: { start: 0, end: text.length }, message: 'minimizing.' }),
  rewrite: () => [],
  examples: { weak: [], strong: [] },
};
