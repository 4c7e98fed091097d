import type { PrincipleSet } from './principle';

export const googlePrinciples: PrincipleSet = {
  company: 'google',
  title: 'Hiring attributes',
  checked: '2026-11',
  source:
    'https://rework.withgoogle.com/guides/hiring-use-structured-interviewing/steps/define-hiring-attributes/',
  firstHand: true,
  principles: [
    {
      id: 'general-cognitive-ability',
      name: 'General cognitive ability',
      aliases: ['gca', 'cognitive ability'],
      meaning: 'How you take a hard, unfamiliar problem apart, and how you learn while you do it.',
      evidence: { diagnosis: 3, 'root-cause': 3, 'trade-off': 2, reflection: 1 },
      incidentFit: 'often',
    },
    {
      id: 'emergent-leadership',
      name: 'Leadership',
      aliases: ['emergent leadership'],
      meaning:
        'Stepping up when your skill is the one that is needed, whatever your title, and stepping back after.',
      evidence: { scope: 3, collaborators: 3, communication: 2, 'cross-team': 2, 'second-order': 1 },
      incidentFit: 'often',
    },
    {
      id: 'googleyness',
      name: 'Googleyness',
      aliases: ['googliness', 'googlyness'],
      meaning: 'At ease with ambiguity, inclined to act, and good to work with.',
      evidence: { mitigation: 3, collaborators: 3, 'trade-off': 2, reflection: 2 },
      incidentFit: 'often',
    },
    {
      id: 'role-related-knowledge',
      name: 'Role-related knowledge',
      aliases: ['rrk'],
      meaning: 'The experience and the craft that this very job asks for.',
      evidence: { diagnosis: 3, fix: 3, validation: 2, prevention: 2 },
      incidentFit: 'often',
    },
  ],
};
