import type { PhrasingRule } from '../rule';

export const weAction: PhrasingRule = {
  kind: 'phrasing',
  id: 'we-action',
  title: 'we-action',
  summary: '',
  why: '',
  advice: '',
  source: [],
  severity: 'warning',
  sections: ['action'],
  locate: ({ text }) => ({ span: { start: 0, end: text.length }, message: 'we-action.' }),
  rewrite: () => [],
  examples: { weak: [], strong: [] },
};
