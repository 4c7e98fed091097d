import type { PrincipleSet } from './principle';

export const metaPrinciples: PrincipleSet = {
  company: 'meta',
  title: 'Behavioural signals',
  checked: '2026-11',
  source: 'https://newsletter.bigtechcareers.com',
  firstHand: false,
  principles: [
    {
      id: 'driving-results',
      name: 'Driving results',
      meaning: 'Pushing a thing through to an outcome that can be measured, by your own drive.',
      evidence: { metric: 3, 'business-value': 3, scope: 2, fix: 2 },
      incidentFit: 'often',
    },
    {
      id: 'embracing-ambiguity',
      name: 'Embracing ambiguity',
      meaning: 'Moving well while half of the facts are missing, and changing course when they arrive.',
      evidence: { mitigation: 3, diagnosis: 3, 'trade-off': 2 },
      incidentFit: 'often',
    },
    {
      id: 'resolving-conflicts',
      name: 'Resolving conflicts',
      aliases: ['resolving conflict', 'conflict resolution'],
      meaning:
        'Working through a disagreement so that the decision and the relationship are both better for it.',
      evidence: { collaborators: 3, 'trade-off': 3, 'cross-team': 2, communication: 1 },
      incidentFit: 'sometimes',
    },
    {
      id: 'growing-continuously',
      name: 'Growing continuously',
      meaning:
        'Seeing your own part in what went wrong, and being able to show what you do differently since.',
      evidence: { reflection: 3, prevention: 2, 'root-cause': 2 },
      incidentFit: 'often',
    },
    {
      id: 'communicating-effectively',
      name: 'Communicating effectively',
      aliases: ['communication'],
      meaning: 'The right people knowing the right thing in time, in words that are theirs.',
      evidence: { communication: 3, collaborators: 2, 'cross-team': 2, impact: 1 },
      incidentFit: 'often',
    },
    {
      id: 'scope-of-impact',
      name: 'Scope',
      aliases: ['scope of impact'],
      meaning:
        'How far your work reached. An unofficial sixth signal, which weighs more the higher the level.',
      evidence: { 'cross-team': 3, 'second-order': 3, 'business-value': 2, scope: 2 },
      incidentFit: 'sometimes',
    },
  ],
};
