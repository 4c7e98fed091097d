import type { Company, EvidenceKind, PhrasingRuleId, StructureRuleId } from './ids';

/**
 * What the interviewer is likely to ask next (rubric 6, after seeds 001, 003 and 004).
 */
export interface Probe {
  readonly id: string;
  readonly question: string;
  /** Why it is asked. */
  readonly why: string;
  /** What a weak reply sounds like. */
  readonly weak: string;
  /** What a strong reply holds. */
  readonly strong: string;
  /** The evidence that a strong reply would supply. */
  readonly evidence: readonly EvidenceKind[];
  /** The gaps that choose the probe: absent evidence, or findings of these rules. Any one of them is enough. */
  readonly chosenBy: {
    readonly missing: readonly EvidenceKind[];
    readonly findings: readonly (PhrasingRuleId | StructureRuleId)[];
  };
  /** The evidence whose sentence invites the question, the likeliest first: “I rolled it back” makes one ask how that was known to work. */
  readonly invitedBy: readonly EvidenceKind[];
  /** The company that asks it first of all; undefined where all do. */
  readonly company?: Company;
  /** How hard the question presses: of two probes with a gap, the higher comes first. */
  readonly weight: 1 | 2 | 3;
}

export const probes: readonly Probe[] = [
  {
    id: 'how-did-you-know',
    question: 'How did you know that it worked?',
    why: 'A merged change proves nothing. The interviewer checks whether you closed the loop.',
    weak: '“The code was merged and nobody complained, so it must have worked.”',
    strong:
      'The metric you watched, for how long, against which threshold, and what would have made you roll back.',
    evidence: ['validation', 'metric'],
    invitedBy: ['fix', 'mitigation'],
    chosenBy: { missing: ['validation'], findings: ['unverified-fix'] },
    weight: 3,
  },
  {
    id: 'who-else',
    question: 'Who else was paged, and what did they do?',
    why: 'One person rarely ends an incident. A story with one actor raises doubt about the teller or the size of the thing.',
    weak: '“Nobody, really. I found it in five minutes and that was that.”',
    strong: 'Two or three roles by name, what each contributed, and the decision that was yours.',
    evidence: ['collaborators', 'cross-team'],
    invitedBy: ['mitigation', 'diagnosis'],
    chosenBy: { missing: ['collaborators'], findings: ['solo-hero'] },
    weight: 2,
  },
  {
    id: 'who-was-informed',
    question: 'Who did you keep informed, and when?',
    why: 'Debugging and communication are two jobs. The interviewer wants to know whether the second was done at all.',
    weak: '“I wrote an e-mail to everyone once the fix was out.”',
    strong:
      'The channel, the audience, the interval, who owned the messages, and what you told them while the cause was unknown.',
    evidence: ['communication'],
    invitedBy: ['mitigation', 'impact'],
    chosenBy: { missing: ['communication'], findings: ['late-communication'] },
    weight: 3,
  },
  {
    id: 'can-it-happen-again',
    question: 'How do you know that it can’t happen again?',
    why: 'This is where a story about a repair turns into one about ownership.',
    weak: '“We’re all a lot more careful now, and we added monitoring.”',
    strong:
      'The mechanism: the gate, alert or design that stops it, its threshold, which failure it catches, and whether it has fired since.',
    evidence: ['prevention'],
    invitedBy: ['fix', 'root-cause'],
    chosenBy: { missing: ['prevention'], findings: ['vague-prevention', 'stops-at-fix'] },
    weight: 3,
  },
  {
    id: 'what-differently',
    question: 'What would you do differently?',
    why: 'It tests whether the incident changed how you work. “Nothing” ends the conversation.',
    weak: '“I don’t think I’d change anything; it worked out in the end.”',
    strong:
      'One step you would move, drop or add, the reason that this incident gave you, and a later occasion on which you did so.',
    evidence: ['reflection'],
    invitedBy: ['prevention', 'metric'],
    chosenBy: { missing: ['reflection'], findings: ['no-change', 'generic-learning', 'stops-at-fix'] },
    weight: 3,
  },
  {
    id: 'your-part',
    question: 'What was your part in the fix?',
    why: 'When others do the verbs, the interviewer cannot write down anything about you.',
    weak: '“I escalated it to the right team and they took care of it.”',
    strong:
      'What you brought with the escalation (a reproduction, a patch, a test), how you followed it up, and what was theirs.',
    evidence: ['fix', 'diagnosis'],
    invitedBy: ['collaborators', 'diagnosis'],
    chosenBy: { missing: ['fix'], findings: ['handed-off', 'we-action', 'passive-action'] },
    weight: 3,
  },
  {
    id: 'how-bad',
    question: 'How many users were hit, and for how long?',
    why: 'Severity gives everything after it its weight; from staff level on, not knowing it counts as a gap in ownership.',
    weak: '“Quite a lot of people, it was pretty bad.”',
    strong: 'Users or share of requests, minutes, the SLO or money at stake, and how you measured it.',
    evidence: ['impact', 'business-value'],
    invitedBy: ['impact'],
    chosenBy: { missing: ['impact'], findings: ['minimizing', 'unquantified-claim'] },
    weight: 2,
  },
  {
    id: 'how-narrowed-down',
    question: 'How did you narrow it down?',
    why: 'The interviewer looks for method: a hypothesis, a test, a result that could have gone the other way.',
    weak: '“I looked around in the logs until I found something.”',
    strong:
      'The first signal, two suspects, the observation that ruled one out, and how you reproduced the failure.',
    evidence: ['diagnosis'],
    invitedBy: ['root-cause', 'fix'],
    chosenBy: { missing: ['diagnosis'], findings: ['vague-action'] },
    weight: 3,
  },
  {
    id: 'what-exactly-broke',
    question: 'What exactly was wrong, and why did it do harm?',
    why: 'Blameless does not mean causeless. Without a cause the fix might be a coincidence.',
    weak: '“For some reason the service just fell over. These things happen.”',
    strong:
      'The faulty mechanism in one sentence, the condition that woke it, and why no earlier check caught it.',
    evidence: ['root-cause'],
    invitedBy: ['diagnosis', 'fix', 'impact'],
    chosenBy: { missing: ['root-cause'], findings: ['causeless'] },
    weight: 3,
  },
  {
    id: 'how-did-it-reach-production',
    question: 'What let that change reach production?',
    why: 'A story that points at a person invites this question: what in the system allowed it?',
    weak: '“Well, they should have tested it before they pushed.”',
    strong:
      'The missing guard (validation, canary, review rule), why it was missing, and what stands there now.',
    evidence: ['root-cause', 'prevention'],
    invitedBy: ['root-cause'],
    chosenBy: { missing: [], findings: ['blame'] },
    weight: 3,
  },
  {
    id: 'first-ten-minutes',
    question: 'What did you do in the first ten minutes?',
    why: 'It shows whether users or the puzzle came first.',
    weak: '“I started reading the code to find out what was going on.”',
    strong: 'The reversible step that stopped the harm, what you knew when you took it, and what it cost.',
    evidence: ['mitigation', 'trade-off'],
    invitedBy: ['diagnosis', 'root-cause'],
    chosenBy: { missing: ['mitigation'], findings: ['late-mitigation', 'panic'] },
    weight: 2,
  },
  {
    id: 'what-did-you-give-up',
    question: 'What did you give up to do that?',
    why: 'A decision without a price sounds like an order or like luck.',
    weak: '“Nothing really, it was obviously the right thing to do.”',
    strong: 'What slipped and by how much, the cost of doing nothing, and who agreed to it.',
    evidence: ['trade-off'],
    invitedBy: ['mitigation', 'fix'],
    chosenBy: { missing: ['trade-off'], findings: [] },
    weight: 2,
  },
  {
    id: 'whose-job',
    question: 'Whose job was it, and why did you take it on?',
    why: 'Assigned work is execution. Ownership begins where you could have left it alone.',
    weak: '“My manager asked me to look at it”, or “someone had to do it”.',
    strong: 'Whose service it was, that nobody had asked, what you saw coming, and the decision you made.',
    evidence: ['scope'],
    invitedBy: ['scope', 'impact'],
    chosenBy: { missing: ['scope'], findings: ['weak-ownership', 'effort-not-initiative'] },
    weight: 2,
  },
  {
    id: 'in-figures',
    question: 'Can you put the result in figures?',
    why: 'Praise and relief can’t be compared between candidates. Figures can.',
    weak: '“Everyone was really happy with it, and things got much faster.”',
    strong: 'Before → after with a unit and a period, and how it was measured.',
    evidence: ['metric'],
    invitedBy: ['validation', 'fix'],
    chosenBy: { missing: ['metric'], findings: ['activity-as-impact', 'unquantified-claim'] },
    weight: 2,
  },
  {
    id: 'what-was-it-worth',
    question: 'What was that worth to the business?',
    why: 'It tests whether you know why anyone pays for the thing you repaired.',
    weak: '“I’m not sure, that’s more of a question for product.”',
    strong: 'Money, customers, contract terms or hours saved, with the assumption behind the figure.',
    evidence: ['business-value'],
    invitedBy: ['metric', 'impact'],
    chosenBy: { missing: ['business-value'], findings: [] },
    weight: 1,
  },
  {
    id: 'who-adopted-it',
    question: 'Did anyone else take up what you built?',
    why: 'Reach beyond your own team separates the higher levels.',
    weak: '“I think a few people have looked at it.”',
    strong: 'Which teams use it, for what, since when, and what you did to make it easy for them.',
    evidence: ['second-order', 'cross-team'],
    invitedBy: ['prevention', 'fix'],
    chosenBy: { missing: ['second-order', 'cross-team'], findings: [] },
    weight: 1,
  },
  {
    id: 'figures-agree',
    question: 'Help me with the arithmetic: how do those figures fit together?',
    why: 'A factor that its own before and after contradict puts every other figure in doubt.',
    weak: '“It was something like that. Around half, roughly.”',
    strong: 'One start, one end, one period, and the factor that follows from them.',
    evidence: ['metric'],
    invitedBy: ['metric'],
    chosenBy: { missing: [], findings: ['inconsistent-figures'] },
    weight: 3,
  },
  {
    id: 'cost-of-inaction',
    question: 'What would it have cost to leave it for a week?',
    why: 'Long-term owners can put a price on doing nothing.',
    weak: '“It would have been bad, so we had to act.”',
    strong: 'A weekly figure, set against what your choice delayed.',
    evidence: ['trade-off', 'business-value'],
    invitedBy: ['trade-off', 'mitigation', 'fix'],
    chosenBy: { missing: ['trade-off', 'business-value'], findings: [] },
    company: 'amazon',
    weight: 2,
  },
  {
    id: 'when-roll-back',
    question: 'At what point would you have rolled back?',
    why: 'Speed on incomplete information is worth something only with a way back.',
    weak: '“I was pretty confident, so I didn’t think about that.”',
    strong: 'The signal and threshold set beforehand, the command that undoes it, and how long that takes.',
    evidence: ['mitigation', 'validation'],
    invitedBy: ['fix', 'mitigation'],
    chosenBy: { missing: ['mitigation', 'validation'], findings: [] },
    company: 'google',
    weight: 2,
  },
  {
    id: 'faster-since',
    question: 'What do you ship faster or safer since then?',
    why: 'Learning shows in the next change, not in the write-up.',
    weak: '“We learned a lot from it as a team.”',
    strong:
      'A later change that went out sooner or with less risk because of what you built, with a date and a figure.',
    evidence: ['reflection', 'second-order'],
    invitedBy: ['prevention', 'fix'],
    chosenBy: { missing: ['reflection', 'second-order'], findings: ['generic-learning'] },
    company: 'meta',
    weight: 2,
  },
  {
    id: 'what-did-customers-hear',
    question: 'What did the affected customers hear from you?',
    why: 'Empathy shows in what was said to those who were hit, while they were being hit.',
    weak: '“Support dealt with the customers.”',
    strong:
      'The first message and its minute, what you admitted not to know, the promise you made, and that you kept it.',
    evidence: ['communication', 'impact'],
    invitedBy: ['communication', 'impact'],
    chosenBy: { missing: ['communication', 'impact'], findings: ['late-communication', 'minimizing'] },
    company: 'microsoft',
    weight: 2,
  },
];

/**
 * The probes that a story's gaps choose, the most pressing first (rubric 6). A company's own probes are asked only for that
 * company. A complete story chooses none.
 *
 * @param missing evidence kinds that no sentence supplies
 * @param findings ids of the rules that fire in the story; ids that choose nothing are ignored
 */
export function probesFor(
  missing: Iterable<EvidenceKind>,
  findings: Iterable<string>,
  company?: Company,
): Probe[] {
  const absent = new Set<string>(missing);
  const fired = new Set<string>(findings);
  const gaps = (probe: Probe): number =>
    probe.chosenBy.missing.filter((kind) => absent.has(kind)).length +
    probe.chosenBy.findings.filter((rule) => fired.has(rule)).length;
  return probes
    .filter((probe) => (probe.company === undefined || probe.company === company) && gaps(probe) > 0)
    .sort((one, other) => other.weight - one.weight || gaps(other) - gaps(one));
}
