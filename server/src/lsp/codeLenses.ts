import type { CodeLens } from 'vscode-languageserver';
import { probesFor, type Probe } from '../rubric/probes';
import { evidenceAskedFor } from '../rubric/profiles';
import { showStoryCommand } from '../protocol';
import type { Review } from '../review/review';
import { spokenDuration } from '../rules/structure/anchors';
import { toRange } from './convert';
import type { OpenStory } from './session';

/** Above the story's first heading or line: how long it takes, how ready it is, and how many questions it leaves open. */
export function codeLenses({ document, review }: OpenStory, canReveal: boolean): CodeLens[] {
  const { story } = review;
  if (review.sentences.length === 0) return [];
  const start = story.headings[0]?.span.start ?? review.sentences[0]!.span.start;
  const probes = likelyProbes(review).length;
  const title = [
    spokenDuration(review.timing.total),
    `readiness ${review.readiness.score}`,
    ...(probes === 0 ? [] : [probes === 1 ? '1 likely follow-up' : `${probes} likely follow-ups`]),
  ].join(' · ');
  // A client that lacks our command shows the text all the same; an empty command is one that does nothing.
  const command = canReveal
    ? { title, command: showStoryCommand, arguments: [document.uri] }
    : { title, command: '' };
  return [{ range: toRange({ start, end: start }, document), command }];
}

/** What an interviewer would ask next, by the story's gaps (rubric 6). */
export function likelyProbes({ target, evidence, findings }: Review): readonly Probe[] {
  const missing = evidenceAskedFor(target.level, target.company).filter(({ kind }) => !evidence.has(kind));
  return probesFor(
    missing.map(({ kind }) => kind),
    findings.map(({ rule }) => rule),
    target.company,
  );
}
