import type { PhrasingRule } from '../rule';

export const vagueAction: PhrasingRule = {
  kind: 'phrasing',
  id: 'vague-action',
  title: 'vague-action',
  summary: '',
  why: '',
  advice: '',
  source: [],
  severity: 'information',
  locate: ({ text }) => ({ span: { start: 0, end: text.length }, message: 'vague-action.' }),
  rewrite: () => [],
  examples: { weak: [], strong: [] },
};
