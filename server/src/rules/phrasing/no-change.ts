import type { Reading } from '../../prose/reading';
import { lowerFirst } from '../../text/firstLetter';
import type { Rewrite } from '../../text/rewrite';
import { appendSentence, appendWords, quoted } from '../rewriting/edits';
import { recast, recastWhole } from '../rewriting/recast';
import { segmentAt, segmentsOf, wholeSentence, withoutOpener } from '../rewriting/segments';
import type { Statement } from '../rewriting/statements';
import { offered } from '../rewriting/titles';
import { topicIn } from '../rewriting/topic';
import type { PhrasingRule } from '../rule';

/** Nothing to regret, to correct or to do otherwise. */
const nothing =
  /\b(?:no (?:regrets?|room for|better (?:way|option|route)|reason to (?:rethink|deviate|change)|correction|need to change|follow-ups)|nothing(?: \w+){0,4}? (?:to (?:alter|change|improve|correct|revisit|take back)|I(?:'|’)?(?:d| would| could| regret)|comes? to (?:my )?mind|in need of|needed)|(?:not|n(?:'|’)t|can(?:'|’)t|couldn(?:'|’)t)(?: \w+){0,5} (?:a (?:single )?(?:thing|step|decision)|any(?:thing| part)|one thing)(?: \w+){0,3}? (?:I(?:'|’)?d|I would|to change|differently|swap|change|improve)|can(?:'|’)t (?:fault|say I(?:'|’)d alter)|not one (?:thing|meeting|step)|none (?:come to mind|whatsoever)|wouldn(?:'|’)t (?:touch|change)|would be no different|no changes|nothing to (?:put|take back)|on the improve list)\b/i;

/** The same again. */
const again =
  /\b(?:(?:do|did|handle|play|take|make|follow|decide|act|push|choose|sign|repeat|replay)\w* (?:\w+ ){0,4}(?:again|(?:the |that |this )?(?:exact |very )?same)|(?:exactly|just|all|everything) (?:the same|as (?:is|it was|before))|same (?:way|path|steps|again|approach|choice|playbook)|stand(?:ing)? by (?:\w+ )?(?:every|each|all|it|my)|stays? as it (?:is|was)|remain as it|leave (?:it|everything) (?:all )?as|identical (?:with|to|response)|indistinguishable|step (?:by|for) step|carbon copy|move for move|one to one|changed my mind|right all along|the correct one)\b/i;

/** A change is named after all; what "apart from that" points at stands in another sentence. */
const exception =
  /\b(?:except|apart from (?!(?:that|this|it)\b)|save for|bar the|other than (?!(?:that|this|it|what)\b)|but one|more than|with one change|only (?:earlier|sooner|faster))\b|\?\s*(?:yes|one|two|only)\b|\bso (?:what I changed|next time I(?:'|’)d|now)\b|\bnext time I(?:'|’)d (?!do it|do the same)/i;

/** A turn in the sentence, behind which a change may stand that no pattern knows. */
const turn =
  /\b(?:but|only|mistake|different|first|before|would not|ready|if I did|were I to|anyway|without|sooner|earlier|next time I|than|ask)\b|;/i;

/** Openings that deny or judge, and fit no change. */
const denial =
  /\b(?:no|not|nothing|never|same|change|different\w*|regrets?|about|as far as|apart|better|right|interview|record|once|as an?|way)\b|n['’]t\b/i;

function denies(words: string): boolean {
  return nothing.test(words) || again.test(words);
}

const change = '{{do what differently}}, because {{what that would have saved}}';

/** What was done, where the sentence looks back on how: "how I led the cutover", "in my handling of the breach". */
const worked =
  /\b(?:(?:how|the way(?: in which)?) (?:I|we) (?:ran|led|handled|managed|planned|approached|rolled out|executed)|(?:my|our) (?:handling|management|conduct|running|planning|execution) of) (?<work>(?:the|our|that|this) \p{L}[\p{L}-]+)(?=\W*$| (?:that|which|I|we|called|needs?|was|is)\b)/iu;

/** What nothing is to be changed about, as an opening: "for the rollout ", or else "today ". */
function aboutTopic(reading: Reading): string {
  const topic = topicIn(reading, wholeSentence(reading.text), noTopic, /^about$/);
  const [first] = reading.clauses;
  const subject =
    first?.subject?.actorClass === 'system' && !first.isSubordinate && first.verb?.tense === 'present'
      ? first.subject
      : undefined;
  const isThing = subject !== undefined && /^(?:the|our|my|this|that) \p{Ll}+(?: \p{Ll}+)?$/iu.test(subject.text) && !noTopic.test(subject.head); // prettier-ignore
  const led = worked.exec(reading.text)?.groups?.work;
  const about =
    topic ??
    (led !== undefined && !noTopic.test(led.split(' ').at(-1)!) ? led : undefined) ??
    (isThing ? lowerFirst(subject.text) : undefined);
  return about === undefined ? 'today ' : `for ${about} `;
}

/** What stands in such a sentence and is no piece of work. */
const noTopic =
  /^(?:regrets?|way|ways|time|times|night|day|morning|evening|week|month|year|end|moment|hindsight|mind|head|view|opinion|course|order|situation|book|books|point|chair|same|list|table|light|start|beginning|record|sense|fact|choices?|steps?|decisions?|mirror|spot|matter)$/;

export const noChange: PhrasingRule = {
  kind: 'phrasing',
  id: 'no-change',
  title: 'Nothing to do differently',
  summary: 'Denies that anything would be done differently.',
  why: 'Every incident leaves something to improve. An interviewer who hears “nothing” hears someone who has not looked back.',
  advice:
    'Name one change, even a small one: an earlier call, a missing check, a person to tell sooner, and what it would have saved.',
  source: ['001'],
  severity: 'warning',
  raises: ({ text, section }) => section === 'reflection' && (nothing.test(text) || again.test(text)) && !exception.test(text) && !turn.test(text) && !/\d/.test(text), // prettier-ignore
  vetoes: ({ text }) => exception.test(text),
  locate: ({ text }) => {
    const cue = nothing.exec(text)?.index ?? again.exec(text)?.index;
    const isSplit = cue !== undefined && segmentsOf(text).length > 1 && text.length > 60;
    const span = isSplit ? withoutOpener(text, segmentAt(text, cue)) : wholeSentence(text);
    return {
      span,
      message: `${quoted(text.slice(span.start, span.end), 60)} names nothing that you would change.`,
    };
  },
  rewrite: (reading, { span }): Rewrite[] => {
    const { text } = reading;
    const isQuestion = /\?["”’]?\s*$/.test(text);
    const alsoWeak = ({ body }: Statement): boolean => denies(text.slice(body.start, body.end));
    return offered(text, [
      recast(reading, span, {
        words: `I would ${change}`,
        weakOpening: denial,
        opening: /^(?:if|given|were|faced)\b/i,
        alsoWeak,
      }),
      recastWhole(reading, `${aboutTopic(reading)}I would ${change}`),
      recastWhole(
        reading,
        `I would keep {{which decision}}, but {{do what differently}}, because {{what that would have saved}}`,
      ),
      [
        isQuestion
          ? appendSentence(text, `I would ${change}.`)
          : appendWords(text, `, except that I would ${change}`),
      ],
    ]);
  },
  examples: {
    weak: [
      {
        text: '«I don’t think I would change anything about how I ran it».',
        section: 'reflection',
        rewritten: 'Today I would {{do what differently}}, because {{what that would have saved}}.',
      },
      {
        text: '«Looking back, I would do exactly the same».',
        section: 'reflection',
        rewritten: 'Looking back, I would {{do what differently}}, because {{what that would have saved}}.',
      },
      {
        text: '«I stand by every decision I made that night».',
        section: 'reflection',
        rewritten: 'Today I would {{do what differently}}, because {{what that would have saved}}.',
      },
      {
        text: '«I have no regrets about the rollout».',
        section: 'reflection',
        rewritten: 'For the rollout I would {{do what differently}}, because {{what that would have saved}}.',
      },
    ],
    strong: [
      {
        text: 'I would do the same again except for one step: I would page the DBA in the first minute.',
        section: 'reflection',
      },
      { text: 'Next time I would freeze the deploys before I look at the graphs.', section: 'reflection' },
      {
        text: 'I would now test the rollback before the launch, because it cost us nine minutes.',
        section: 'reflection',
      },
      { text: 'There is nothing I regret more than skipping the dry run.', section: 'reflection' },
    ],
  },
};
