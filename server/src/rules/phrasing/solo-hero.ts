import type { PhrasingRule } from '../rule';

export const soloHero: PhrasingRule = {
  kind: 'phrasing',
  id: 'solo-hero',
  title: 'solo-hero',
  summary: '',
  why: '',
  advice: '',
  source: [],
  severity: 'information',
  locate: ({ text }) => ({ span: { start: 0, end: text.length }, message: 'solo-hero.' }),
  rewrite: () => [],
  examples: { weak: [], strong: [] },
};
