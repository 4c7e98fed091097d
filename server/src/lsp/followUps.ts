import {
  answerFollowUpRequest,
  followUpsRequest,
  rehearsalRequest,
  type AnswerFollowUpParams,
  type FollowUpPlace,
  type Rehearsal,
  type StoryFollowUp,
  type StoryParams,
} from '../protocol';
import { answerScaffold, followUpsOf, generalFollowUps, toStoryFollowUp } from '../library/followUps';
import { scriptOf } from '../library/rehearsal';
import { titleFromUri } from '../library/summary';
import { plainInsert } from '../text/holes';
import { toRange } from './convert';
import type { LibraryService } from './library';
import type { OpenStory, Session } from './session';

/** The requests behind follow-ups and rehearsal: see protocol.ts. */
export function provideFollowUps(session: Session, library: LibraryService): void {
  const { connection } = session;
  connection.onRequest(followUpsRequest, async ({ uri }: StoryParams) => {
    const opened = await library.open(uri);
    return opened ? storyFollowUps(opened) : null;
  });
  connection.onRequest(answerFollowUpRequest, async ({ uri, id }: AnswerFollowUpParams) => {
    const opened = await session.openStory(uri);
    return opened ? placeOf(id, opened) : null;
  });
  connection.onRequest(rehearsalRequest, async ({ uri }: StoryParams) => {
    const opened = await library.open(uri);
    if (!opened) return null;
    const { options } = await session.settingsOf(uri);
    return rehearsal(opened, options.budgets);
  });
}

function storyFollowUps({ document, review }: OpenStory): StoryFollowUp[] {
  return followUpsOf(review).map((followUp) => toStoryFollowUp(followUp, (span) => toRange(span, document)));
}

function placeOf(id: string, { document, review }: OpenStory): FollowUpPlace | null {
  const { version } = document;
  const existing = followUpsOf(review).find((followUp) => followUp.id === id)?.answer?.heading;
  if (existing) return { version, existing: toRange(existing, document), insert: null };
  const scaffold = answerScaffold(id, review);
  if (!scaffold) return null;
  const { at, insert } = scaffold;
  return {
    version,
    existing: null,
    insert: { position: document.positionAt(at), text: plainInsert(insert) },
  };
}

function rehearsal({ document, review }: OpenStory, budgets: Parameters<typeof scriptOf>[1]): Rehearsal {
  const followUps = followUpsOf(review);
  const asked = followUps.length > 0 ? followUps : generalFollowUps(review);
  return {
    title: review.story.title ?? titleFromUri(document.uri),
    wordsPerMinute: budgets.wordsPerMinute,
    seconds: review.timing.total,
    budgetSeconds: budgets.storySeconds,
    sections: scriptOf(review, budgets),
    probes: asked.map((followUp) => toStoryFollowUp(followUp, (span) => toRange(span, document))),
  };
}
