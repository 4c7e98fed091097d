import { evidence } from './evidence';
import { evidenceKinds, type EvidenceKind, type PhrasingRuleId } from './ids';
import type { Principle } from './principles';

/**
 * What to bring forward, and what to leave out, when one story answers different questions (rubric 5, after seed 004).
 */
export interface Angle {
  readonly id: string;
  readonly title: string;
  /** The principle that the angle serves, by id; undefined for a type of question. */
  readonly principle?: string;
  /** Tags of questions that the angle serves. */
  readonly tags: readonly string[];
  /** What the first sentences should be about. */
  readonly lead: string;
  /** What should take most of the time. */
  readonly stress: string;
  /** What costs time and earns nothing here. */
  readonly leaveOut: string;
  /** The evidence that each of the three is drawn from. */
  readonly material: AngleMaterial;
}

/** Where in a story the words of an angle are to be found. */
export interface AngleMaterial {
  /** The kinds of evidence that open the story, the best first. */
  readonly lead: readonly EvidenceKind[];
  /** The kinds that take most of the time. */
  readonly stress: readonly EvidenceKind[];
  /** Sentences that show nothing but these, or that these rules fire on, can go. */
  readonly leaveOut: readonly (EvidenceKind | PhrasingRuleId)[];
}

export const angles: readonly Angle[] = [
  {
    id: 'bias-for-action',
    title: 'Bias for Action',
    principle: 'bias-for-action',
    tags: ['speed', 'initiative'],
    lead: 'The outcome: what the quick step saved, in figures.',
    stress:
      'That you started looking on your own, how little you knew when you acted, and how you could have undone it.',
    leaveOut: 'Who sat in which meeting. Detail of the collaboration waters down the speed.',
    material: {
      lead: ['metric', 'impact'],
      stress: ['scope', 'mitigation', 'trade-off', 'diagnosis'],
      leaveOut: ['collaborators', 'cross-team', 'communication'],
    },
  },
  {
    id: 'ownership',
    title: 'Ownership',
    principle: 'ownership',
    tags: ['ownership', 'initiative'],
    lead: 'The boundary: whose service it was, that no ticket existed, that nobody had asked.',
    stress: 'The whole way from noticing to prevention, carried by you.',
    leaveOut: 'Any hint that it was assigned to you, or your turn.',
    material: {
      lead: ['scope'],
      stress: ['mitigation', 'root-cause', 'fix', 'validation', 'prevention'],
      leaveOut: ['weak-ownership', 'handed-off', 'effort-not-initiative'],
    },
  },
  {
    id: 'dive-deep',
    title: 'Dive Deep',
    principle: 'dive-deep',
    tags: ['diagnosis', 'technical-depth'],
    lead: 'The incomplete data: the two or three signals that did not fit together.',
    stress:
      'Hypotheses, the test that told them apart, how you reproduced the failure, and the cause at the bottom.',
    leaveOut: 'Impact at the level of a slide, with no technical depth behind it.',
    material: {
      lead: ['diagnosis'],
      stress: ['diagnosis', 'root-cause', 'validation', 'fix'],
      leaveOut: ['impact', 'business-value', 'communication', 'vague-action'],
    },
  },
  {
    id: 'customer-obsession',
    title: 'Customer Obsession',
    principle: 'customer-obsession',
    tags: ['customer'],
    lead: 'What a customer saw on the screen, and how many of them saw it.',
    stress:
      'The order of your steps: harm stopped first, customers told, then the cause. What you gave up for them.',
    leaveOut: 'The elegance of the fix, and metrics that no customer would ever feel.',
    material: {
      lead: ['impact'],
      stress: ['mitigation', 'communication', 'trade-off', 'business-value'],
      leaveOut: ['fix', 'second-order', 'minimizing'],
    },
  },
  {
    id: 'earn-trust',
    title: 'Earn Trust',
    principle: 'earn-trust',
    tags: ['trust', 'communication'],
    lead: 'The uncomfortable part, said first and by you: your own share in the failure.',
    stress:
      'Who heard what and when, how you gave the others their due, and what you said you did not know yet.',
    leaveOut: 'Anything that shines at the cost of a colleague, and every reason why it was hard to foresee.',
    material: {
      lead: ['root-cause', 'reflection'],
      stress: ['communication', 'collaborators', 'reflection', 'prevention'],
      leaveOut: ['blame', 'minimizing', 'solo-hero'],
    },
  },
  {
    id: 'deliver-results',
    title: 'Deliver Results',
    principle: 'deliver-results',
    tags: ['results', 'pressure'],
    lead: 'The figure at the end, before → after, and the date by which it had to be reached.',
    stress:
      'The obstacle that nearly stopped it, what you cut to keep the date, and how you know that the figure holds.',
    leaveOut: 'The debugging diary: two steps of it are enough.',
    material: {
      lead: ['metric', 'business-value'],
      stress: ['trade-off', 'fix', 'validation', 'second-order'],
      leaveOut: ['diagnosis', 'effort-not-initiative', 'activity-as-impact'],
    },
  },
  {
    id: 'insist-on-the-highest-standards',
    title: 'Insist on the Highest Standards',
    principle: 'insist-on-the-highest-standards',
    tags: ['quality', 'prevention'],
    lead: 'The point at which everyone could have stopped, because the service was up again.',
    stress:
      'What you refused to leave as it was, the guard that stands there today, and how it has held since.',
    leaveOut: 'The drama of the outage. Here it is only the reason for what followed.',
    material: {
      lead: ['fix', 'mitigation'],
      stress: ['prevention', 'second-order', 'validation', 'metric'],
      leaveOut: ['impact', 'panic', 'vague-prevention'],
    },
  },
  {
    id: 'are-right-a-lot',
    title: 'Are Right, A Lot',
    principle: 'are-right-a-lot',
    tags: ['judgement', 'ambiguity'],
    lead: 'The decision, and the options that were on the table.',
    stress:
      'What you looked for that would have proved you wrong, whom you asked, and what the decision cost.',
    leaveOut: 'A triumph over those who saw it otherwise.',
    material: {
      lead: ['trade-off', 'diagnosis'],
      stress: ['diagnosis', 'collaborators', 'validation', 'reflection'],
      leaveOut: ['solo-hero', 'blame', 'communication'],
    },
  },
  {
    id: 'have-backbone-disagree-and-commit',
    title: 'Have Backbone; Disagree and Commit',
    principle: 'have-backbone-disagree-and-commit',
    tags: ['conflict'],
    lead: 'What was about to be decided, and the one fact that made you object.',
    stress:
      'How you argued with data, what you conceded, and what you did for the decision once it had been made.',
    leaveOut: 'Names and motives of the other side, and “in the end I was right”.',
    material: {
      lead: ['trade-off', 'scope'],
      stress: ['diagnosis', 'cross-team', 'metric', 'reflection'],
      leaveOut: ['blame', 'solo-hero', 'weak-ownership'],
    },
  },
  {
    id: 'invent-and-simplify',
    title: 'Invent and Simplify',
    principle: 'invent-and-simplify',
    tags: ['simplify', 'second-order'],
    lead: 'What everyone did by hand, or around, before.',
    stress: 'The simpler mechanism, what it replaced, who else uses it now.',
    leaveOut: 'The hours of the outage that made you think of it.',
    material: {
      lead: ['prevention', 'fix'],
      stress: ['fix', 'prevention', 'second-order', 'metric'],
      leaveOut: ['impact', 'mitigation', 'effort-not-initiative'],
    },
  },
  {
    id: 'leadership',
    title: 'Leadership without a title',
    principle: 'emergent-leadership',
    tags: ['leadership', 'cross-team'],
    lead: 'The moment at which nobody was steering, and what you took over.',
    stress: 'How you split the roles, who did what better than you could, and when you handed the lead back.',
    leaveOut: 'Your own keystrokes: the commander who also debugs is a warning sign.',
    material: {
      lead: ['scope'],
      stress: ['collaborators', 'cross-team', 'communication', 'second-order'],
      leaveOut: ['diagnosis', 'fix', 'solo-hero'],
    },
  },
  {
    id: 'ambiguity',
    title: 'Acting on incomplete information',
    principle: 'embracing-ambiguity',
    tags: ['ambiguity', 'pressure'],
    lead: 'What you did not know, and what waiting another ten minutes would have cost.',
    stress:
      'Why your step could be undone, the signal that would have made you turn back, and how the picture changed.',
    leaveOut: 'What you learned later, told as if you had known it then.',
    material: {
      lead: ['diagnosis', 'impact'],
      stress: ['mitigation', 'trade-off', 'validation', 'diagnosis'],
      leaveOut: ['second-order', 'business-value', 'panic'],
    },
  },
  {
    id: 'failure',
    title: 'A failure of your own',
    tags: ['failure', 'mistake'],
    lead: 'The decision you made, in one sentence and with “I”, and what it did to users.',
    stress:
      'How fast you said so, how you repaired it, and the change in the system that you can point to today.',
    leaveOut:
      'Mitigating circumstances, other people’s part in it, and a failure that is a success in disguise.',
    material: {
      lead: ['root-cause', 'impact'],
      stress: ['communication', 'fix', 'prevention', 'reflection'],
      leaveOut: ['minimizing', 'blame', 'collaborators'],
    },
  },
  {
    id: 'incident',
    title: 'An outage from end to end',
    tags: ['incident', 'outage'],
    lead: 'Users, share of traffic and minutes: the size of it.',
    stress: 'The order: contain, inform, diagnose, fix, confirm, prevent, with people in roles.',
    leaveOut: 'The architecture lecture; the interviewer asks if it matters.',
    material: {
      lead: ['impact'],
      stress: [
        'mitigation',
        'communication',
        'collaborators',
        'diagnosis',
        'fix',
        'validation',
        'prevention',
      ],
      leaveOut: ['second-order', 'vague-action'],
    },
  },
  {
    id: 'pressure',
    title: 'Working under pressure',
    tags: ['pressure', 'deadline'],
    lead: 'The clock: what would happen at what time if nothing changed.',
    stress:
      'How you decided what not to do, how you kept others calm and informed, and what the figure was at the end.',
    leaveOut: 'Hours slept, pizza and heroics. Effort is no initiative.',
    material: {
      lead: ['impact', 'scope'],
      stress: ['mitigation', 'trade-off', 'communication', 'metric'],
      leaveOut: ['effort-not-initiative', 'panic', 'solo-hero'],
    },
  },
  {
    id: 'conflict',
    title: 'Conflict and disagreement',
    principle: 'resolving-conflicts',
    tags: ['conflict', 'collaboration'],
    lead: 'Both positions, each in its strongest form.',
    stress: 'What you asked, the experiment or figure that settled it, and how you work together today.',
    leaveOut: 'Who was difficult. The interviewer pictures you saying it about them.',
    material: {
      lead: ['trade-off', 'cross-team'],
      stress: ['diagnosis', 'collaborators', 'cross-team', 'metric'],
      leaveOut: ['blame', 'solo-hero'],
    },
  },
  {
    id: 'customer-communication',
    title: 'Telling customers',
    principle: 'customer-focus',
    tags: ['customer', 'communication'],
    lead: 'What customers saw, and the first thing you told them.',
    stress:
      'The rhythm of updates, what you promised and kept, and what they said or did afterwards, in figures.',
    leaveOut: 'Internal routes of escalation.',
    material: {
      lead: ['impact', 'communication'],
      stress: ['communication', 'business-value', 'metric'],
      leaveOut: ['handed-off', 'cross-team', 'diagnosis'],
    },
  },
];

/** The angle that serves a principle; undefined when none is written for it. */
export function angleOfPrinciple(principleId: string): Angle | undefined {
  return angles.find((angle) => angle.principle === principleId || angle.id === principleId);
}

/**
 * The angle that serves a principle: the one that is written for it, else one drawn from the evidence that proves it.
 */
export function angleFor(principle: Principle): Angle {
  const written = angleOfPrinciple(principle.id);
  if (written) return written;
  const proofs = evidenceKinds.filter((kind) => principle.evidence[kind] !== undefined);
  const lead = proofs.filter((kind) => principle.evidence[kind] === 3);
  const names = (kinds: readonly EvidenceKind[]): string =>
    kinds.map((kind) => evidence[kind].short).join(', ');
  return {
    id: principle.id,
    title: principle.name,
    principle: principle.id,
    tags: [],
    lead: `What proves it best: ${names(lead.length > 0 ? lead : proofs)}.`,
    stress: `What supports it: ${names(proofs)}.`,
    leaveOut: 'What shows neither.',
    material: { lead: lead.length > 0 ? lead : proofs, stress: proofs, leaveOut: [] },
  };
}

/**
 * The angles that serve a question, best first: those of its principles, then those that share most of its tags.
 */
export function anglesOfQuestion(question: {
  readonly principles: readonly string[];
  readonly tags: readonly string[];
}): Angle[] {
  const merit = (angle: Angle): number =>
    (angle.principle !== undefined && question.principles.includes(angle.principle) ? 10 : 0) +
    angle.tags.filter((tag) => question.tags.includes(tag)).length;
  return angles.filter((angle) => merit(angle) > 0).sort((one, other) => merit(other) - merit(one));
}
