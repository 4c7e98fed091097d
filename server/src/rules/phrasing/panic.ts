import type { Reading } from '../../prose/reading';
import { quoted } from '../rewriting/edits';
import { calmRewrites } from '../rewriting/composure';
import { weakStretch } from '../rewriting/weakStretch';
import type { PhrasingMatch, PhrasingRule } from '../rule';

export const panic: PhrasingRule = {
  kind: 'phrasing',
  id: 'panic',
  title: 'Panic without a grip on it',
  summary: 'The sentence shows panic, chaos or helplessness, and not how it was brought under control.',
  why: 'An interviewer pictures you in the next outage. Stress is human and may be told; what counts is the first thing you did in spite of it.',
  advice:
    'Say what you did first, how you slowed down, or how you brought order: a checklist, one speaker a team, a second pair of eyes on every command.',
  source: ['000'],
  severity: 'warning',
  raises: ({ text, section }) =>
    section !== 'task' &&
    losesControl(text) &&
    (admission.test(text) || cluelessness.test(text) || chaos.test(text)),
  vetoes: ({ text }) =>
    technical.test(text) || brought.test(text) || (/\bpaged\b/i.test(text) && !weakness.test(text)),
  locate,
  rewrite: (reading) => calmRewrites(reading, weakStretch(reading, weakness)),
  examples: {
    weak: [
      {
        text: '«When the dashboard turned red I froze completely».',
        section: 'action',
        rewritten: 'When the dashboard turned red I {{what you did first}}.',
      },
      {
        text: '«It was total chaos in the war room».',
        section: 'situation',
        rewritten: 'It was total chaos in the war room until I {{how you brought order}}.',
      },
      {
        text: '«The bridge call was a madhouse and nobody was in charge».',
        section: 'situation',
        rewritten:
          'The bridge call was a madhouse and nobody was in charge until I {{how you brought order}}.',
      },
      {
        text: '«My hands were shaking so hard that I mistyped the command twice».',
        section: 'action',
        rewritten:
          'My hands were shaking so hard that I mistyped the command twice; then I {{how you steadied yourself}} and {{what you did first}}.',
      },
      {
        text: '«I was so overwhelmed that I could not think straight».',
        section: 'action',
        rewritten:
          'I was so overwhelmed that I could not think straight; then I {{how you steadied yourself}} and {{what you did first}}.',
      },
    ],
    strong: [
      {
        text: 'My hands shook, so I had a colleague read each command aloud before I ran it.',
        section: 'action',
      },
      { text: 'The kernel panic came back on every boot of node 3.', section: 'action' },
      { text: 'I froze all deploys for an hour.', section: 'action' },
      { text: 'Everyone talked at once, so I named one speaker per team.', section: 'action' },
      { text: 'It was total chaos in the war room until I named one speaker per team.', section: 'action' },
    ],
  },
};

/** What fear does to the narrator. */
const narrator =
  /\b(?:I|we|me) (?:\w+ ){0,3}(?:panicked|froze(?! \w)|blanked|freaked|fell apart|came apart|lost (?:my|our) (?:head|nerve|mind|heads|cool)|lost it|broke down|melted down|choked|cried|was crying|were crying|was shaking|was trembling|was sweating|was drowning|were drowning|was lost|was overwhelmed|went to pieces|go to pieces|got cold feet|was bricking it|was in full alarm)\b|\b(?:my|our) (?:\w+ )?(?:hands?|heart|stomach|mind|brain|knees|head) (?:\w+ ){0,3}(?:shaking|shook|trembl\w+|blank|dropped|racing|raced|pounding|stopped|sank|fell|was in|went|left the building|in my (?:boots|mouth))\b|\b(?:heart pounding|hands shaking|brain went|mind went)\b|\b(?:I|just|we) froze\b(?! \w+ly? (?:deploys|all))|\bfrozen(?=[.,!]|$| completely| in front| on the spot| solid)|\blike frozen\b|\b(?:close to|in) tears\b|\b(?:freaked out|freakout|meltdown|panic attack|wits['’] end|out of my depth|(?:completely|all|utterly) at sea|(?:I|having) had (?:a |something of a )(?:\w+ )?(?:wobble|meltdown)|(?:went|go) to pieces|cold feet|headlights|headless ch\w+|like a maniac|sheer terror|pure terror|blind rush|beside myself|paralysed|paralyzed|helpless(?:ly)?|terrified|petrified|utterly lost|completely lost|totally lost|overwhelmed|crawl under|floor opened|ground (?:went|opened)|closing the laptop and disappearing|fire me|wanted to cry|felt like drowning)\b/i;
/** Not knowing what to do. */
const cluelessness =
  /\b(?:no|not (?:a|the)|n['’]t (?:a|the|have the) ?|hadn['’]t the|didn['’]t have (?:the|a)) (?:\w+ ){0,3}(?:clue|idea|faintest)(?: (?:what (?:to|I)|where|which|who|whom|how to (?:begin|start))\b|(?=[.,!]|$))|\b(?:zero|no) plan(?=[.,!]|$)|\b(?:didn['’]t|did not|not) know (?:what to do|where to (?:begin|start|even)|left from right|how to (?:begin|start)|what I was doing)|\bknew left from right\b|\b(?:could(?:n['’]t| not)|unable to|not able to|couldn['’]t even) (?:\w+ )?(?:think|form (?:a|one)|string|remember|move|breathe|get a word|even think)|\bwithout (?:a|any) plan\b|\bat a loss\b|\bdid nothing at all\b|\bwaited for a miracle\b|\bstared? (?:\w+ ){0,4}(?:screen|log|terminals?|chart)\b|\bevaporated on the spot\b/i;
/** A scene that nobody steers. */
const chaos =
  /\b(?:chaos|chaotic|mayhem|pandemonium|bedlam|madhouse|zoo|circus|anthill|bordello|fish market|pure madness|utter confusion|all hell|running (?:around|about|in circles)|meltdown|at war with itself|in war with itself|free-for-all)\b|\b(?:every(?:body|one)|people|all|half|one) (?:\w+ ){0,3}(?:shout\w*|yell\w*|scream\w*|crying|talking over)\b|\b(?:no ?body|no one|none of us) (?:\w+ ){0,2}(?:steering|in charge|who (?:does|was doing) what|coming or going|listening|listens|left from right)|\border had broken down\b|\bfrom desk to desk\b/i;
const weakness = new RegExp([narrator, cluelessness, chaos].map(({ source }) => source).join('|'), 'i');

/** The stress was managed in the same sentence. */
const managed =
  /\b(?:so (?:I|we|the)|then (?:I|we)|but (?:I|we)|until (?:I|we)|before (?:I|we)|and then|instead|breaths?|which is why|I wrote|wrote down|checklist|named|muted|asked \w+ to|took over|handed|stepped|assigned|split|opened the runbook|one (?:speaker|thing|person)|counted|read (?:the|each|every)|out loud|second pair)\b|\bI had (?!no|a|an|the|never|not|something|to)\w+ (?:type|read|check|double-check|call|watch|hold)\b/i;
/** The narrator brought order into it, in a deed that one could picture: "until I named one speaker per team", "so Ana drove while I read". */
const brought =
  /\b(?:so|until|till|then|but|before|and) I (?:\w+ )?(?:named|muted|asked|opened|wrote|assigned|split|counted|read|handed|gave|appointed|set|put|sent|drew|divided)\b|\bI had (?:my |a |the )?(?!an?\b|the\b|no\b|never\b|not\b)\p{L}+ (?:type|read|check|double-check|watch|repeat)\b|\bso \p{Lu}\p{Ll}+ \w+ while I\b/u;
/** The word is a machine's, not a person's. */
const technical =
  /\b(?:kernel|go|runtime|goroutine|node|thread|process|pod|server|service) panic|panic(?:s|ked)? (?:on|at|in|with) (?:a |the )?(?:nil|null|boot|index|slice|start)|I froze (?:all|the|every|deploys?|merges|releases?|writes|payouts?)|chaos (?:run|monkey|engineering|test\w*|tool|day|experiment)/i;

/** Said in so many words. */
const admission =
  /\b(?:I|we) (?:just |simply |really |totally |completely |almost )?(?:panicked|freaked out)\b|\b(?:I|we) (?:just |simply |really )?(?:had (?:absolutely )?no (?:idea|clue)|(?:didn['’]t|did not) (?:even )?know) (?:what to do|where to (?:begin|start))\b|\btotal (?:chaos|panic)\b/i;

function losesControl(text: string): boolean {
  return weakness.test(text) && !technical.test(text) && !managed.test(text);
}

function locate(reading: Reading): PhrasingMatch {
  const { span } = weakStretch(reading, weakness);
  const words = reading.text.slice(span.start, span.end);
  return { span, message: messageFor(words, quoted(words, 60)) };
}

function messageFor(words: string, quote: string): string {
  if (chaos.test(words)) return `${quote} shows the chaos, and not how it was brought to order.`;
  if (cluelessness.test(words)) return `${quote} shows that you were stuck, and not what you did first.`;
  return `${quote} shows the fear, and not how you got a grip on it.`;
}
