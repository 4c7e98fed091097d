import type { PhrasingRule } from '../rule';

export const weakOwnership: PhrasingRule = {
  kind: 'phrasing',
  id: 'weak-ownership',
  title: 'weak-ownership',
  summary: '',
  why: '',
  advice: '',
  source: [],
  severity: 'information',
  locate: ({ text }) => ({ span: { start: 0, end: text.length }, message: 'weak-ownership.' }),
  rewrite: () => [],
  examples: { weak: [], strong: [] },
};
