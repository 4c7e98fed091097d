import type { StructureRule } from '../rule';
import { spokenDuration, storyAnchor } from './anchors';

/** The three rules about how long the parts take to say; their limits are settings. */

export const longSetup: StructureRule = {
  kind: 'structure',
  id: 'long-setup',
  title: 'Long setup',
  summary: 'Situation and Task together take longer to say than the budget allows (50 s unless set).',
  why: 'After a minute of architecture the interviewer still does not know what you did.',
  advice:
    'Say what broke, for whom and how badly, then whose job it was; leave the architecture for the follow-up question.',
  source: ['001', '004'],
  severity: 'information',
  check: ({ story, timing, budgets }) => {
    const seconds = timing.sections.situation + timing.sections.task;
    const section = story.sections.find(({ kind }) => kind === 'situation' || kind === 'task');
    if (!section || seconds <= budgets.setupSeconds) return [];
    const over = spokenDuration(seconds - budgets.setupSeconds);
    return [
      {
        span: section.heading.span,
        message: `Situation and Task take ${spokenDuration(seconds)} to say, ${over} over the ${spokenDuration(budgets.setupSeconds)} they should take.`,
      },
    ];
  },
  examples: {
    weak: [
      `## Situation\n\n${'Our service reads from one queue and writes to another one. '.repeat(14)}\n\n## Task\n\nI was on call.\n`,
    ],
    strong: ['## Situation\n\nOrders failed for 20 minutes.\n\n## Task\n\nI was on call.\n'],
  },
};

/** Below this a share says nothing: a story of four sentences is a draft. */
const shortestStory = 30;

export const thinAction: StructureRule = {
  kind: 'structure',
  id: 'thin-action',
  title: 'Thin Action',
  summary: 'Action takes less than 55% of the spoken time (the aim is 70%).',
  why: 'The Action is what is scored: it is the only part that nobody but you could have told.',
  advice:
    'Cut the setup, and tell the Action step by step: contain, tell people, find the cause, fix it, check it.',
  source: ['001'],
  severity: 'information',
  check: ({ story, timing, budgets }) => {
    const action = story.sections.find(({ kind }) => kind === 'action');
    const seconds = timing.sections.action;
    if (
      !action ||
      seconds === 0 ||
      timing.total < shortestStory ||
      seconds >= budgets.actionShareMinimum * timing.total
    )
      return [];
    const share = Math.floor((100 * seconds) / timing.total);
    return [
      {
        span: action.heading.span,
        message: `Action takes ${share}% of the spoken time (${spokenDuration(seconds)} of ${spokenDuration(timing.total)}); aim at ${Math.round(100 * budgets.actionShareAim)}%.`,
      },
    ];
  },
  examples: {
    weak: [
      `## Situation\n\n${'Our service reads from one queue and writes to another one. '.repeat(8)}\n\n## Action\n\nI rolled the release back.\n`,
    ],
    strong: [
      `## Situation\n\nOrders failed.\n\n## Action\n\n${'I compared the two releases and then rolled the second one back. '.repeat(8)}\n`,
    ],
  },
};

export const longStory: StructureRule = {
  kind: 'structure',
  id: 'long-story',
  title: 'Long story',
  summary: 'The whole story takes longer to say than the limit (4 minutes unless set).',
  why: 'An interview has time for four or five stories. One that goes on for six minutes costs you the next question.',
  advice: 'Leave out what no follow-up would ask for. Two to three minutes is a good length.',
  source: ['004'],
  severity: 'information',
  check: (draft) => {
    const { timing, budgets } = draft;
    if (timing.total <= budgets.storySeconds) return [];
    return [
      {
        span: storyAnchor(draft),
        message: `The story takes ${spokenDuration(timing.total)} to say; keep it under ${spokenDuration(budgets.storySeconds)}.`,
      },
    ];
  },
  examples: {
    weak: [`${'I compared the two releases and then rolled the second one back again. '.repeat(52)}\n`],
    strong: ['I compared the two releases and rolled the second one back.\n'],
  },
};
