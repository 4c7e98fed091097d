import type { PhrasingRule } from '../rule';

export const activityAsImpact: PhrasingRule = {
  kind: 'phrasing',
  id: 'activity-as-impact',
  title: 'activity-as-impact',
  summary: '',
  why: '',
  advice: '',
  source: [],
  severity: 'information',
  locate: ({ text }) => ({ span: { start: 0, end: text.length }, message: 'activity-as-impact.' }),
  rewrite: () => [],
  examples: { weak: [], strong: [] },
};
