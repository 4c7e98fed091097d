import { lowerFirst } from '../../text/firstLetter';
import type { Rewrite } from '../../text/rewrite';
import { appendSentence, appendWords, capitalized, quoted } from '../rewriting/edits';
import { lessonFromMoment, lessonOfStory } from '../rewriting/lessons';
import { recastWhole } from '../rewriting/recast';
import { offered } from '../rewriting/titles';
import { wholeSentence } from '../rewriting/segments';
import type { PhrasingRule } from '../rule';

/** What a lesson is about when it would fit any story: virtues, habits and the trade in general. */
const virtue =
  '(?:communication|teamwork|team|collaboration|planning|plan|preparation|patience|humility|ownership|transparency|trust|empathy|documentation|testing|monitoring|automation|backups?|prevention|quality|details?|mistakes?|failure|people|feedback|flexibility|resilience|head|help|honesty|leadership|haste|listening|questions)';

const praiseOfVirtue = new RegExp(
  `\\b${virtue}\\b(?:,? \\w+){0,3} (?:is|are|was) (?:\\w+ )?(?:key|everything|crucial|essential|important|vital|half|optional|worth|king)|\\b${virtue} (?:really )?(?:matters?|pays?(?: off)?|wins?|beats?|counts?)\\b|\\b(?:importance|value|power|worth|appreciation) of (?:\\w+ )?${virtue}\\b|\\bhow (?:important|crucial|essential|much) (?:\\w+ )?(?:\\w+ )?${virtue}\\b`,
  'i',
);

/** Growth without what grew. */
const growth =
  /\b(?:I (?:have )?gr[eo]wn? (?:a lot|very|from|as)|made (?:me )?an? (?:more|better|stronger)|character-building|a (?:better|stronger) (?:engineer|leader|person|developer))\b/i;

/** Something of this story: a figure, a step that is done now, a technical name, an occasion. */
const particular =
  /\d|\bnow (?:the|our|every|any|each)\b|\b(?:(?:I|we) now|now (?:I|we)) (?!know|understand|see|get|believe|reali[sz]e|appreciate|value)|\bnow (?:fail|run|block|page|alert)s?\b|\b(?:before|after) (?:every|each|any)\b|\b(?!(?:IT|OK|I|UX|QA|HR|AI|ML|PM|TPM|SRE|CEO|CTO|VP)s?\b)[A-Z]{2,}s?\b|[a-z]+_[a-z]+/;

const frame =
  /^(.{0,80}?\b(?:I(?:(?:'|’)ve| have)? (?:learn(?:ed|t)|reali[sz]ed|understood|discovered|found out)|(?:taught|showed|reminded) me|(?:takeaway|lesson|learning|moral)(?: for me| from \w+| here| in it)? (?:is|was)|drove home(?: to me)?|brought home to me))\b(?:,? that\b)?/i;

const lesson = (taught: string): string => `{{what was true here${taught}}}, so now I {{what you do}}`;
const here = 'here {{what happened}}, so now I {{what you do}}';

/** What was preached, for the hole: it says which lesson is meant. Nothing where it is long or holds what no hole can. */
function keep(words: string): string {
  const told = words.replace(/^[\s,:]+|^\s*(?:is|was)\b/i, '').trim();
  const bare = /^\p{Lu}\p{Ll}/u.test(told) ? lowerFirst(told) : told;
  const isPlain = !/[{}|()?]/.test(bare) && bare.split(/\s+/).length <= 16;
  return isPlain ? ` (keep: ${bare})` : '';
}

export const genericLearning: PhrasingRule = {
  kind: 'phrasing',
  id: 'generic-learning',
  title: 'Lesson that fits any story',
  summary: 'States a lesson that would fit any story.',
  why: 'A lesson that anyone could have written without the incident shows no learning. The interviewer waits for what this failure taught.',
  advice:
    'Name the mechanism, the condition or the rule: what happened here, and what you do since, at which sign.',
  source: ['004'],
  severity: 'warning',
  raises: ({ text, section }) =>
    section === 'reflection' &&
    text.length < 130 &&
    (praiseOfVirtue.test(text) || growth.test(text)) &&
    !particular.test(text),
  vetoes: ({ text }) => text.length < 130 && particular.test(text),
  locate: ({ text }) => {
    const whole = wholeSentence(text);
    return { span: whole, message: `${quoted(text.slice(whole.start, whole.end), 60)} would fit any story.` };
  },
  rewrite: (reading): Rewrite[] => {
    const { text } = reading;
    const takesColon = !/[:]["”’]?|["”’]\s*$/.test(text);
    const addition = takesColon ? `: ${here}` : ', because here {{what happened}}, so now I {{what you do}}';
    const isQuestion = /\?\s*$/.test(text);
    const head = /^\W*(?:so )?what did\b/i.test(text) ? undefined : frame.exec(text)?.[1];
    const rest = { start: head?.length ?? 0, end: wholeSentence(text).end };
    const taught = keep(text.slice(0, rest.end));
    const kept = [...lessonOfStory(reading), lessonFromMoment(reading)].filter(
      (edits) => edits !== undefined,
    );
    const ends = isQuestion ? appendSentence(text, `${capitalized(here)}.`) : appendWords(text, addition);
    if (kept.length > 0) return offered(text, [...kept, [ends]]);
    return offered(text, [
      taught === '' || head === undefined || /["“:]|\bif I\b/.test(head)
        ? undefined
        : [
            {
              span: rest,
              insert: `${/^\W*what\b|\b(?:thing|lesson|all|most)s? (?:that )?I\b/i.test(head) ? ' is' : ''} that ${lesson(keep(text.slice(rest.start, rest.end)))}`,
            },
          ],
      taught === '' ? undefined : recastWhole(reading, `I learned that ${lesson(taught)}`),
      [ends],
    ]);
  },
  examples: {
    weak: [
      {
        text: '«I learned that communication is very important».',
        section: 'reflection',
        rewritten: 'Communication would have {{prevented or shown what}} here, so now I {{what you do}}.',
      },
      {
        text: '«It taught me the value of teamwork».',
        section: 'reflection',
        rewritten: 'Teamwork would have {{prevented or shown what}} here, so now I {{what you do}}.',
      },
      {
        text: '«My main takeaway is to always test your code».',
        section: 'reflection',
        rewritten: 'Here {{what happened}}, so now I test my code {{when: at which sign or step}}.',
      },
      {
        text: '«Key lesson: stay calm under pressure».',
        section: 'reflection',
        rewritten:
          'Here {{what happened}}, so now I stay calm under pressure {{when: at which sign or step}}.',
      },
    ],
    strong: [
      {
        text: 'I learned that a retry without a cap turns a slow dependency into an outage.',
        section: 'reflection',
      },
      {
        text: 'Since then I ask for the rollback command before I approve a migration.',
        section: 'reflection',
      },
      {
        text: 'The lesson was that our health check tested the process and not the queue behind it.',
        section: 'reflection',
      },
      { text: 'I now page the owner of a shared table before I add an index to it.', section: 'reflection' },
    ],
  },
};
