import type { PhrasingRule } from '../rule';

export const panic: PhrasingRule = {
  kind: 'phrasing',
  id: 'panic',
  title: 'panic',
  summary: '',
  why: '',
  advice: '',
  source: [],
  severity: 'information',
  locate: ({ text }) => ({ span: { start: 0, end: text.length }, message: 'panic.' }),
  rewrite: () => [],
  examples: { weak: [], strong: [] },
};
