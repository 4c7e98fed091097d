import type { PhrasingRule } from '../rule';

export const passiveAction: PhrasingRule = {
  kind: 'phrasing',
  id: 'passive-action',
  title: 'passive-action',
  summary: '',
  why: '',
  advice: '',
  source: [],
  severity: 'information',
  sections: ['action', 'result', 'reflection'],
  locate: ({ text }) => ({ span: { start: 0, end: text.length }, message: 'passive-action.' }),
  rewrite: () => [],
  examples: { weak: [], strong: [] },
};
