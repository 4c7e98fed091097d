import type { PrincipleSet } from './principle';

export const microsoftPrinciples: PrincipleSet = {
  company: 'microsoft',
  title: 'Core competencies',
  checked: '2026-11',
  source: 'a sheet for candidates, reposted in public',
  firstHand: false,
  principles: [
    {
      id: 'customer-focus',
      name: 'Customer focus',
      meaning: 'Knowing what customers went through, and measuring your work by what it changed for them.',
      evidence: { impact: 3, communication: 2, mitigation: 2, 'business-value': 2 },
      incidentFit: 'often',
    },
    {
      id: 'collaboration',
      name: 'Collaboration',
      meaning: 'Getting further with others than alone, and saying who did what.',
      evidence: { collaborators: 3, 'cross-team': 3, communication: 2 },
      incidentFit: 'often',
    },
    {
      id: 'adaptability',
      name: 'Adaptability',
      meaning: 'Staying useful when the plan breaks, and learning in front of others.',
      evidence: { mitigation: 3, reflection: 3, 'trade-off': 2 },
      incidentFit: 'often',
    },
    {
      id: 'influencing-for-impact',
      name: 'Influencing for impact',
      aliases: ['influence for impact'],
      meaning: 'Bringing people who don’t report to you to a change that outlasts the incident.',
      evidence: { 'second-order': 3, 'cross-team': 3, prevention: 1 },
      incidentFit: 'sometimes',
    },
    {
      id: 'judgement',
      name: 'Judgement',
      aliases: ['judgment'],
      meaning: 'Weighing risk, time and cost with open eyes, and standing by the price you chose.',
      evidence: { 'trade-off': 3, mitigation: 2, diagnosis: 2, reflection: 1 },
      incidentFit: 'often',
    },
    {
      id: 'technical-excellence',
      name: 'Technical excellence',
      meaning: 'Understanding the failure to the bottom, and building what replaces it with care.',
      evidence: { 'root-cause': 3, diagnosis: 3, fix: 2, validation: 2, prevention: 2 },
      incidentFit: 'often',
    },
  ],
};
