import type { PhrasingRule } from '../rule';

export const vaguePrevention: PhrasingRule = {
  kind: 'phrasing',
  id: 'vague-prevention',
  title: 'vague-prevention',
  summary: '',
  why: '',
  advice: '',
  source: [],
  severity: 'warning',
  locate: ({ text }) => ({ span: { start: 0, end: text.length }, message: 'vague-prevention.' }),
  rewrite: () => [],
  examples: { weak: [], strong: [] },
};
