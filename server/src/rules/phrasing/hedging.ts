import type { PhrasingRule } from '../rule';

export const hedging: PhrasingRule = {
  kind: 'phrasing',
  id: 'hedging',
  title: 'hedging',
  summary: '',
  why: '',
  advice: '',
  source: [],
  severity: 'hint',
  locate: ({ text }) => ({ span: { start: 0, end: text.length }, message: 'hedging.' }),
  rewrite: () => [],
  examples: { weak: [], strong: [] },
};
