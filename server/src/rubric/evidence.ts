import type { EvidenceKind, SectionKind } from './ids';

/** What the rubric knows about one kind of evidence (rubric 2). */
export interface Evidence {
  readonly kind: EvidenceKind;
  /** For messages and headings of hovers. */
  readonly title: string;
  /** For one line of a checklist: two or three words. */
  readonly short: string;
  /** Goes on after "The story says …" and "No sentence says …". */
  readonly says: string;
  /** Why an interviewer listens for it. */
  readonly why: string;
  /** A sentence to put into the story; what only the writer knows is a hole. It is grammatical whatever fills the holes. */
  readonly scaffold: string;
  /** The section into which the scaffold goes. */
  readonly section: SectionKind;
}

export const evidence: Readonly<Record<EvidenceKind, Evidence>> = {
  impact: {
    kind: 'impact',
    title: 'Impact on users',
    short: 'impact',
    says: 'what broke, for whom and how badly: users, share of traffic, money, duration or SLO',
    why: 'Without a size the interviewer cannot tell an outage from an annoyance, and may conclude that you never measured it.',
    scaffold:
      '{{what broke}} for {{how long}}, which hit {{how many users, orders or requests}}, {{what share}} of our traffic.',
    section: 'situation',
  },
  scope: {
    kind: 'scope',
    title: 'Scope and choice to act',
    short: 'scope',
    says: 'whose service or task it was, and that you chose to act',
    why: 'Ownership is proved at its boundary: whose job it was on paper, and that you stepped in all the same.',
    scaffold:
      '{{the service or task}} belonged to {{whose it was}}; I decided to {{what you took on}}, because {{what waiting would have cost}}.',
    section: 'task',
  },
  mitigation: {
    kind: 'mitigation',
    title: 'Containment',
    short: 'mitigation',
    says: 'how the damage was contained before the full diagnosis: rollback, flag off, traffic shift, fallback or degraded mode',
    why: 'Users wait while you investigate. Stopping the harm first shows that you put them before your curiosity.',
    scaffold:
      'Before I looked for the cause, I {{rolled back, switched off or rerouted what}}, which brought {{the error rate or backlog}} down to {{figure}} within {{minutes}}.',
    section: 'action',
  },
  communication: {
    kind: 'communication',
    title: 'Communication during the incident',
    short: 'communication',
    says: 'who was kept informed during the incident, and how or how often',
    why: 'A response that nobody outside can follow makes every stakeholder ask on their own. Interviewers listen for who knew what, and when.',
    scaffold:
      'While we worked, I posted an update in {{channel}} every {{how often}} for {{who needed to know}}.',
    section: 'action',
  },
  collaborators: {
    kind: 'collaborators',
    title: 'Who else responded',
    short: 'collaborators',
    says: 'who else responded, and in what role',
    why: 'Real incidents have more than one pair of hands. Naming the others, and what they did, makes your own part believable.',
    scaffold: '{{name or role}} joined and {{what they did}}, so that I could {{what you did meanwhile}}.',
    section: 'action',
  },
  diagnosis: {
    kind: 'diagnosis',
    title: 'Diagnosis',
    short: 'diagnosis',
    says: 'which signals, tools, hypotheses or experiments led to the cause',
    why: 'This is where depth shows: what you saw, what you suspected, and which test told the suspects apart.',
    scaffold:
      'In {{tool or log}} I saw {{signal}}, so I suspected {{hypothesis}}; to test that, I {{experiment}}, and {{what it showed}}.',
    section: 'action',
  },
  'root-cause': {
    kind: 'root-cause',
    title: 'Root cause',
    short: 'root cause',
    says: 'what specifically was wrong, and why it did harm',
    why: 'A blameless story still has a cause. Say which part of the system let it happen, or the fix sounds like luck.',
    scaffold: 'The cause was {{what was wrong in the system}}, which {{how that did the harm}}.',
    section: 'action',
  },
  fix: {
    kind: 'fix',
    title: 'Fix',
    short: 'fix',
    says: 'which change removed the cause',
    why: 'Containing the harm is half of it. The interviewer wants to hear what made the cause go away.',
    scaffold: 'I fixed it by {{change}}, and rolled it out {{how, and in what steps}}.',
    section: 'action',
  },
  validation: {
    kind: 'validation',
    title: 'Proof that it worked',
    short: 'validation',
    says: 'how you knew that it worked',
    why: '“It was merged” is not a result. A metric, a canary or a watch period shows that you closed the loop.',
    scaffold: 'I watched {{metric}} for {{how long}}, and it stayed {{at or below what}}.',
    section: 'result',
  },
  prevention: {
    kind: 'prevention',
    title: 'Prevention',
    short: 'prevention',
    says: 'what lasting, concrete change was made to the system or process: test, gate, alert, threshold, runbook step or design',
    why: 'What the system does differently today is the part of an incident story that tells seniority.',
    scaffold:
      'I added {{an alert, gate, test or runbook step}} that {{blocks, fires or catches what}} when {{condition and threshold}}.',
    section: 'reflection',
  },
  'trade-off': {
    kind: 'trade-off',
    title: 'Trade-off',
    short: 'trade-off',
    says: 'what was given up, and why that was the right price',
    why: 'Every decision under pressure costs something. Naming the price shows that it was a decision.',
    scaffold: 'I accepted {{what was given up}}, because {{what the alternative would have cost}}.',
    section: 'action',
  },
  metric: {
    kind: 'metric',
    title: 'Quantified outcome',
    short: 'metric',
    says: 'what the result was in figures, best as before → after',
    why: 'A figure is remembered and written down; “much better” is neither.',
    scaffold: '{{metric}} went from {{before}} to {{after}} within {{how long}}.',
    section: 'result',
  },
  'business-value': {
    kind: 'business-value',
    title: 'Value to the business',
    short: 'business value',
    says: 'what the outcome was worth in money, customers, revenue, SLA or time saved',
    why: 'It translates milliseconds into what they were worth, which is how a hiring committee reads them.',
    scaffold: 'That was worth {{money, customers, contract or hours}} a {{week, month or year}}.',
    section: 'result',
  },
  'second-order': {
    kind: 'second-order',
    title: 'Effect beyond the fix',
    short: 'second-order',
    says: 'what changed beyond the fix: others adopted it, or a process or a standard changed',
    why: 'At higher levels the question is not whether you fixed it but what is different elsewhere because you did.',
    scaffold: '{{who else}} has since adopted {{the check, pattern or template}} for {{what}}.',
    section: 'result',
  },
  reflection: {
    kind: 'reflection',
    title: 'Lesson of this story',
    short: 'reflection',
    says: 'what this very story taught you, or what you would do differently',
    why: 'A lesson that fits any story was not learned in this one. Name the assumption that broke, or the step you would move.',
    scaffold: 'Next time I would {{what you would do differently}}, because {{what this incident showed}}.',
    section: 'reflection',
  },
  'cross-team': {
    kind: 'cross-team',
    title: 'Work across teams',
    short: 'cross-team',
    says: 'what you did with, or changed for, other teams than your own',
    why: 'From senior on, a story that ends at the border of one team reads as a level below.',
    scaffold:
      'Together with {{other team}} I {{what you did with them}}, which {{what that changed for them}}.',
    section: 'action',
  },
};
