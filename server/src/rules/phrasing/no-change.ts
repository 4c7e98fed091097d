import type { PhrasingRule } from '../rule';

export const noChange: PhrasingRule = {
  kind: 'phrasing',
  id: 'no-change',
  title: 'no-change',
  summary: '',
  why: '',
  advice: '',
  source: [],
  severity: 'information',
  locate: ({ text }) => ({ span: { start: 0, end: text.length }, message: 'no-change.' }),
  rewrite: () => [],
  examples: { weak: [], strong: [] },
};
