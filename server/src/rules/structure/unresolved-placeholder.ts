import type { StructureRule } from '../rule';

export const unresolvedPlaceholder: StructureRule = {
  kind: 'structure',
  id: 'unresolved-placeholder',
  title: 'Unresolved placeholder',
  summary: 'A hole that a snippet, a fix or you left is still to be filled.',
  why: 'A hole is found at the worst moment: when you read the story an hour before the interview.',
  advice: 'Fill it with what only you know, or take the sentence out.',
  source: ['use'],
  severity: 'information',
  check: ({ story }) =>
    story.placeholders.map(({ span, prompt }) => ({
      span,
      message:
        /^[A-Z]{3,}$/.test(prompt) || prompt === ''
          ? 'This is still to be written.'
          : `Still to be filled in: ${prompt}.`,
    })),
  examples: {
    weak: ['Errors fell from {{before}} to 2%.\n', 'TODO: the figure.\n', 'We lost [number] orders.\n'],
    strong: [
      'Errors fell [as planned](https://example.org) to 2%.\n',
      '- [x] done\n',
      'The `[number]` key was read twice.\n',
    ],
  },
};
