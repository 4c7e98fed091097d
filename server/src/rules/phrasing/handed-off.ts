import type { PhrasingRule } from '../rule';

export const handedOff: PhrasingRule = {
  kind: 'phrasing',
  id: 'handed-off',
  title: 'handed-off',
  summary: '',
  why: '',
  advice: '',
  source: [],
  severity: 'warning',
  locate: ({ text }) => ({ span: { start: 0, end: text.length }, message: 'handed-off.' }),
  rewrite: () => [],
  examples: { weak: [], strong: [] },
};
