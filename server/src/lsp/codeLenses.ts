import type { CodeLens } from 'vscode-languageserver';
import { followUpsOf } from '../library/followUps';
import {
  rehearseCommand,
  showFollowUpsCommand,
  showStoryCommand,
  type InitializationOptions,
} from '../protocol';
import { spokenDuration } from '../rules/structure/anchors';
import { toRange } from './convert';
import type { OpenStory } from './session';

/**
 * Above the story's first heading or line: how long it takes and how ready it is, the questions that it leaves open, and its rehearsal.
 * For clients without our commands it is one line of text.
 */
export function codeLenses(
  { document, review }: OpenStory,
  { canUpdateSettings, canRehearse }: InitializationOptions,
): CodeLens[] {
  const { story } = review;
  const first = review.sentences[0];
  if (!first) return [];
  const start = Math.min(story.headings[0]?.span.start ?? first.span.start, first.span.start);
  const range = toRange({ start, end: start }, document);
  const lens = (title: string, command: string): CodeLens => ({
    range,
    command: { title, command, ...(command === '' ? {} : { arguments: [document.uri] }) },
  });
  const state = `${spokenDuration(review.timing.total)} · readiness ${review.readiness.score}`;
  const followUps = followUpsText(followUpsOf(review));
  if (canRehearse !== true) {
    // A client that lacks our command shows the text all the same; an empty command is one that does nothing.
    const title = followUps === '' ? state : `${state} · ${followUps}`;
    return [lens(title, canUpdateSettings === true ? showStoryCommand : '')];
  }
  return [
    lens(state, showStoryCommand),
    ...(followUps === '' ? [] : [lens(followUps, showFollowUpsCommand)]),
    lens('Rehearse', rehearseCommand),
  ];
}

/** “4 likely follow-ups”, “4 likely follow-ups, 1 answered”; empty where there is none. */
function followUpsText(followUps: ReturnType<typeof followUpsOf>): string {
  if (followUps.length === 0) return '';
  const answered = followUps.filter(({ answer }) => answer?.isComplete).length;
  const count = followUps.length === 1 ? '1 likely follow-up' : `${followUps.length} likely follow-ups`;
  return answered === 0 ? count : `${count}, ${answered} answered`;
}
