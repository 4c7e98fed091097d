import type { RuleText } from './rule';

/** Rules about the file and its library that other rooms check: review/ the suppressions, library/ what two stories share. */
export const upkeepTexts: readonly RuleText[] = [
  {
    id: 'unused-suppression',
    title: 'Useless suppression',
    summary: 'A comment or a front matter entry suppresses a finding that is not there.',
    why: 'It hides the next finding of its kind, which you would want to see.',
    advice: 'Remove it.',
    source: ['use'],
    severity: 'information',
  },
  {
    id: 'duplicate-story',
    title: 'Story told twice',
    summary: 'Another story of the library has the same title, or nearly the same text.',
    why: 'Two versions drift apart, and the older one is the one you will open.',
    advice: 'Keep the better one, or retell it from another angle under another title.',
    source: ['use'],
    severity: 'warning',
  },
];
