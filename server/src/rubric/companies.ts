import type { Company } from './ids';
import { companies } from './ids';

/** What the rubric knows about a target company (rubric 4, after seed 001). */
export interface CompanyProfile {
  readonly id: Company;
  readonly name: string;
  /** Other spellings in front matter, in lower case. */
  readonly aliases: readonly string[];
  /** What its interviewers listen for in an incident story: for hovers. */
  readonly listensFor: string;
  /** What to say for it: for follow-ups and the advice under a missing piece of evidence. */
  readonly advice: string;
}

export const companyProfiles: Readonly<Record<Company, CompanyProfile>> = {
  amazon: {
    id: 'amazon',
    name: 'Amazon',
    aliases: ['aws', 'amazon web services', 'amzn'],
    listensFor:
      'Long-term thinking by an owner: the root cause removed rather than the symptom soothed, end to end, prevention included.',
    advice:
      'Name the trade-off in plain figures: what slipped and by how much, against what it would have cost to leave things alone. Say whose job it was on paper.',
  },
  google: {
    id: 'google',
    name: 'Google',
    aliases: ['alphabet', 'google cloud', 'gcp', 'youtube'],
    listensFor:
      'Fast detection and mitigation on incomplete information, with speed and risk weighed against each other, then improved step by step.',
    advice:
      'Tell the rollback strategy, what you knew when you pulled it, how you kept the affected users small in number, and how you confirmed that it held.',
  },
  meta: {
    id: 'meta',
    name: 'Meta',
    aliases: ['facebook', 'fb', 'instagram'],
    listensFor:
      'Speed in owning a failure, shipping a correction, and learning from it so that the next change goes out faster and safer.',
    advice:
      'Give the minutes between signal, ownership and shipped fix, and say what you changed so that the team moves faster today than before the incident.',
  },
  microsoft: {
    id: 'microsoft',
    name: 'Microsoft',
    aliases: ['msft', 'ms', 'azure'],
    listensFor:
      'Little harm to customers, and communication during the failure that was open, early and considerate of those who were hit.',
    advice:
      'Put the customer beside the technical fix: who was hit, what you told them and when, and how you made sure that it would not happen to them again.',
  },
};

/**
 * The company that a text names, with no regard to case, spaces or a known alias; undefined when none is known.
 * "AWS" is `amazon`.
 */
export function companyOf(text: string): Company | undefined {
  const wanted = text.trim().toLowerCase().replace(/\s+/gu, ' ');
  return companies.find(
    (id) =>
      id === wanted ||
      companyProfiles[id].name.toLowerCase() === wanted ||
      companyProfiles[id].aliases.includes(wanted),
  );
}
