import type { Reading } from '../../prose/reading';
import type { Clause, DeedClass } from '../../prose/clause';
import type { Edit } from '../../text/edit';
import type { Rewrite } from '../../text/rewrite';
import type { Span } from '../../text/span';
import { quoted, uncapitalized } from '../rewriting/edits';
import { wholeSentence } from '../rewriting/spans';
import { openerOf, statements, type Statement } from '../rewriting/statements';
import { linkBehind, opensOnly, recast, recastWhole } from '../rewriting/recast';
import { offered } from '../rewriting/titles';
import { holdsFacts, weakStretch, type WeakStretch } from '../rewriting/weakStretch';
import type { PhrasingMatch, PhrasingRule } from '../rule';

export const unverifiedFix: PhrasingRule = {
  kind: 'phrasing',
  id: 'unverified-fix',
  title: 'Fix taken on trust',
  summary: 'The sentence takes it for granted that the fix worked.',
  why: 'An interviewer asks “How did you know?” next. Silence, a green pipeline or a glance at a screen shows that nobody looked, and that the failure may still be there.',
  advice:
    'Say what you measured and for how long: the metric before and after, the test that failed and now passes, the canary, the watch period.',
  source: ['004'],
  severity: 'warning',
  raises: (reading) =>
    (reading.section === 'action' || reading.section === 'result') && takesForGranted(reading),
  vetoes: ({ text }) => (confirmed.test(text) && !relies.test(text)) || aboutCause.test(text),
  locate,
  rewrite,
  examples: {
    weak: [
      {
        text: 'I redeployed the job and «hoped for the best».',
        section: 'action',
        rewritten:
          'I redeployed the job, and {{which metric}} went from {{before}} to {{after}} within {{how long}}.',
      },
      {
        text: '«Nobody has complained since, so it must have worked».',
        section: 'result',
        rewritten:
          'I checked whether it worked: {{which metric}} went from {{before}} to {{after}} within {{how long}}.',
      },
      {
        text: 'I merged the patch and «called it a day».',
        section: 'action',
        rewritten:
          'I merged the patch, and {{which metric}} went from {{before}} to {{after}} within {{how long}}.',
      },
      {
        text: '«The dashboard looked fine, so I closed the ticket».',
        section: 'action',
        rewritten:
          'I checked whether it worked: {{which metric (keep: the dashboard looked fine)}} went from {{before}} to {{after}} within {{how long}}.',
      },
      {
        text: '«It should be fine now».',
        section: 'result',
        rewritten:
          'I checked whether it worked: {{which metric}} went from {{before}} to {{after}} within {{how long}}.',
      },
    ],
    strong: [
      { text: 'I watched p99 for an hour after the deploy; it stayed under 200 ms.', section: 'result' },
      { text: 'The test that had failed ten times in a row passed ten times in a row.', section: 'result' },
      {
        text: 'I sent 5% of the traffic to the canary and compared the error rates for a day.',
        section: 'action',
      },
      { text: 'The row counts of both tables matched to the last row.', section: 'result' },
    ],
  },
};

/** Nobody spoke up, and that is all there is to show for it. */
const silence =
  /\b(?:no ?body|no one|none|neither of them|never|no|not|n['’]t|haven['’]t|hasn['’]t|hadn['’]t|didn['’]t|stopped|stayed|kept) (?:\w+ ){0,4}(?:complain\w*|complaints?|heard?|hear|rang|ring(?:ing)?|phon(?:e|ed|ing)|call(?:ed|ing|s)?|wrote|mails?|raised|shouted|shout|grumbled?|alarms?|alerts?|quiet|came back|come back|brought it up|opened a ticket|said anything|news)\b|\b(?:silence|no news|the quiet)\b/i;
/** The narrator supposes or believes: a guess about the fix, or a hypothesis that is tested. */
const belief =
  /\b(?:I|we|and|then) (?:\w+ )?(?:assumed?|trust(?:ed)?|hoped?|figured?|supposed?|guess(?:ed)?|reckon(?:ed)?|presumed?|believed? (?:it|them|him|her|that)|take it|took it (?:that|for|as)|count it|bet|concluded)\b|\b(?:as far as I (?:know|can tell|could see|could tell|remember|['’]m aware)|from what I (?:could see|gathered)|so I (?:suppose|gathered)|hopefully|I see no reason)\b/i;
/** Faith, luck and hope: no way of knowing. */
const faith =
  /\b(?:presumably|supposedly|apparently|surely|by rights|in all likelihood|by all appearances|touch wood|knock on wood|inshallah|fingers crossed|with any luck|to the naked eye|one would (?:think|imagine|hope)|no doubt|on faith|every confidence|no reason to (?:doubt|think)|why would it not|cross(?:ed|ing) (?:my|the|our) fingers|hop(?:ed|ing) for the best|in the hope|at (?:his|her|their) word|took (?:\w+ ){1,3}word for it|took the vendor|(?:take|took|taking) (?:it|that|this|them) as|I take it that|as a sign that|which (?:I|we) took as|chose to read|or so I (?:trust|gathered|think|hope)|prove me right|as far as I remember|trusted (?:that|to)|in theory)\b|\bon the strength of a\b/i;
/** What must be so, by reasoning alone. */
const inference =
  /\b(?:must|should|ought to|had to|will|would|cannot|can['’]t|could) (?:have (?:\w+ ){0,2}(?:worked|been|cured|done|fixed|solved|taken care|come right|sorted|helped|gone)|be (?:\w+ )?(?:fine|good|ok|okay|gone|fixed|right|healthy|solved|working|done|enough)|do (?:it|the trick|the rest))\b|\bit must be\b/i;
/** A glance instead of a measurement. */
const glance =
  /\b(?:(?:seem|look|appear|feel)(?:s|ed|ing)?|felt|seem(?:s|ed) to be|(?:was|were) (?:looking|seeming))\b(?: (?:to be|like|to me|all|kinda|back to|quite|pretty|again|in))* (?:fine|okay|ok|alright|all right|good(?! going| about)|right(?! after| before| where)|normal|stable|gone|clean|smooth|healthy|well|order)\b|\b(?:eyeballed|glanced|clicked (?:around|twice|on)|once-over|quick (?:look|peek|glance|check|health check)|a (?:peek|glance) at|refreshed the page (?:once|twice|two times|a few times))\b/i;
/** The matter is closed without a look. */
const closure =
  /\b(?:call(?:ed)? it a (?:day|night)|that was that|so that was|case (?:was )?closed|(?:marked|considered|declared|set|counted|regarded|treated|reported|ticked|wrote) (?:it|the \w+(?: \w+){0,2}|that|this) (?:\w+ ){0,3}(?:off|done|fixed|solved|resolved|closed|settled|verified|repaired)|closed the (?:ticket|call|case|laptop|incident)|good enough for (?:me|us)|(?:was|is|had) (?:\w+ ){0,3}(?:enough|closed) for (?:me|us)|enough for (?:me|us)|for (?:me|us) (?:that|the \w+) (?:was|ended)|left it (?:at that|there)|moved? on(?:to)?|went (?:home|back to sleep|to bed|on to)|out of the woods|never went back|next (?:ticket|item|story|bug)|logged off|job done|end of (?:it|story)|saw no (?:need|reason|point)|no need to (?:check|measure|look|test)|(?:didn['’]t|did not|never|haven['’]t|nobody) (?:\w+ )?(?:check(?:ed)?|look(?:ed)?|verif(?:y|ied)|test(?:ed)?|measured?|went to look|ask(?:ed)?)(?: (?:it|any further|again|back|at it|the \w+))?)\b/i;

const weakness = new RegExp(
  [silence, belief, faith, inference, glance, closure].map(({ source }) => source).join('|'),
  'i',
);
/** A repair has been told, in this sentence or the one before: what the trust is about. */
const repairTold =
  /\b(?:fix(?:ed|es)?|patch\w*|deploy\w*|merg\w+|rebuil\w+|restart\w*|reboot\w*|redeploy\w*|rolled|reverted|hot-?fix|push(?:ed)?|shipped|installed|swapped|replaced|raised|cleared|flashed|change[d]?|corrected|restored|reset|index|upgrade\w*|update[d]?|bounced|pipeline|reviewer|build|compiled|CI|ticket|error|alarm|bug|leak|queue|problem|issue|it|firmware|driver|vendor|migration|backfill|config\w*|flag)\b/i;
/** Success was looked at: with a figure, a test, a comparison, or for a time. */
const confirmed =
  /\b(?:confirm(?:ed|s|ing)|verif(?:y|ied|ies)|reconcil\w+|canary|soak\w*|load[- ]test(?:ed)?|(?:re)?measured (?!it)|before and after|checksum|smoke test|row counts?|replay(?:ed|ing)|compared|p9\d|SLO|matched|agreed to the cent|wasn['’]t enough|was not enough|ten times|to be sure|until the|stayed (?:under|below|above|at|within))\b|\b(?:for|over|during) (?:a (?:full )?(?:week|day|month)|\d+ (?:hours|days|weeks))\b|\b\d+(?:[.,]\d+)? ?(?:%|ms|percent|per cent)|\bto (?:zero|0)\b/i;
/** Somebody's word, or one sign of several, was enough: "The row counts matched, and I took the values on trust". */
const relies =
  /\b(?:no (?:cause|reason|need|occasion)|(?:didn|did|felt|saw)(?:['’]t| not| no| any)? (?:look|check|see|feel|need|question)|on trust|presum\w+|I['’]d imagine|eyeballed|suffic\w+|good enough for me)\b/i;
/** What is left open is the cause, which is another rule's. */
const aboutCause = /\b(?:(?:no|what the|the) (?:root )?(?:cause|trigger)|transient)\b/i;
const deniesCheck = /\b(?:never|not|n['’]t|no (?:need|reason|point)|nobody|without)\b/i;

/** The look that came first went on to a real one, or to something else. */
const looksOn =
  /\b(?:but|yet|only|trap|until|till|however|nothing;|proved|showed|shows|counted|attached|diffed|rang|hedge|somewhat|gremlins?|probably|plan|led|leading|management|customer says|relieved|worked out)\b/i;
const conclusion =
  /\b(?:therefore|ergo|consent|considered|conclude\w*|so that was|which (?:we|I) (?:took|read)|as a sign|take (?:it|that) as|must have|it must|at least|ended there|in my book)\b/i;
const closedForMe =
  /\bcall(?:ed)? it a (?:day|night)\b|\bfor (?:me|us) the \w+ (?:was closed|ended)\b|\bsaw no (?:need|reason|point)\b|\b(?:never|n['’]t|not) check(?:ed)?\b|\bnobody went to look\b|\bso that was that\b|\bgood enough\b/i;

function takesForGranted({ text, section }: Reading): boolean {
  if (!weakness.test(text) || confirmed.test(text) || looksOn.test(text)) return false;
  if (faith.test(text) && !hedged.test(text)) return true;
  if (glance.test(text) || closedForMe.test(text)) return true;
  if (silence.test(text) && (conclusion.test(text) || closure.test(text))) return true;
  if (supposedSuccess.test(text)) return true;
  return (
    repairTold.test(text) &&
    (inference.test(text) || (belief.test(text) && (section === 'result' || closure.test(text))))
  );
}

/** "assumed it worked", "hopefully that solved it", "everything seemed fine". */
const supposedSuccess =
  /\b(?:assumed?|hoped?|figured|supposed?|guess(?:ed)?|presumed?|trust(?:ed)?|hopefully) (?:that )?(?:it|that|this|everything|the (?:fix|patch|change|deploy\w*)) (?:had |has |would |was |is )?(?:worked|work|works|fixed|solved|fine|ok|okay|done|hold|held|gone|did)\b|^(?:it|things|everything|all) (?:all )?(?:seemed|looked|appeared) (?:to be )?(?:fine|ok|okay|good|alright|all right|stable|normal)\b/i;

/** A modest word about the narrator's own part is another rule's. */
const hedged =
  /\b(?:I (?:was|led|am) |kind of|sort of|my part|late|told them|expertise|let (?:them|him|her) know)\b/i;

function locate(reading: Reading): PhrasingMatch {
  const { span } = weakStretch(reading, weakness);
  const words = reading.text.slice(span.start, span.end);
  return { span, message: messageFor(words, quoted(words, 60)) };
}

function messageFor(words: string, quote: string): string {
  if (silence.test(words)) return `${quote} takes silence for proof that it worked.`;
  if (glance.test(words)) return `${quote} is a glance, not a measurement.`;
  if (closure.test(words) && deniesCheck.test(words)) return `${quote} says that nobody checked.`;
  if (inference.test(words) || belief.test(words) || faith.test(words))
    return `${quote} supposes that it worked, and does not say what showed it.`;
  return `${quote} closes the matter, and does not say what showed that it worked.`;
}

/** What shows success, as clauses with holes. */
const proofs = [
  '{{which metric}} went from {{before}} to {{after}} within {{how long}}',
  '{{which test or check}} ran for {{how long}} and showed {{result}}',
];

function rewrite(reading: Reading): readonly Rewrite[] {
  const { text } = reading;
  const stretch = trailingRun(reading);
  const [first, second] = proofs.map((proof) => proven(reading, stretch, proof));
  const ways = first!.flatMap((edits, index) => [edits, second![index]]);
  const rewrites = offered(text, ways);
  const { joint } = stretch.statements[0]!;
  const deed = stretch.before.findLast(({ clause }) =>
    ['repair', 'contain', 'build'].some((kind) => clause?.verb?.deeds.has(kind as DeedClass)),
  );
  if (
    deed &&
    text.slice(0, joint.start).split(/\s+/).length >= 5 &&
    !weakness.test(text.slice(0, joint.start)) &&
    !holdsFacts(text, stretch.span)
  ) {
    rewrites.push({
      title: `Say only ${quoted(text.slice(0, joint.start))}`,
      edits: [{ span: { start: joint.start, end: stretch.span.end }, insert: '' }],
      safe: false,
    });
  }
  return rewrites;
}

/** Something that the narrator changed to cure it. */
function isRepair({ subject, verb, object, isSubordinate }: Clause): boolean {
  const isOwn = subject === undefined || /^(?:narrator|own-team)$/.test(subject.actorClass);
  const kinds = ['repair', 'contain', 'build', 'change'] as const;
  const isKnown =
    verb !== undefined &&
    (kinds.some((kind) => verb.deeds.has(kind)) ||
      /^(?:put|swap|replace|clear|reset|move|set|plug|pull|edit|adjust|tweak|apply|install|update|bump|raise|lower|increase|switch|turn|flip|restart|reboot|merge|push|ship|deploy|rename|delete|remove|add)\b/.test(
        verb.lemma,
      ));
  const isTold = verb?.tense === 'past' && !verb.isNegated && verb.voice === 'active';
  return isOwn && isKnown && isTold && object !== undefined && !isSubordinate;
}

/** The weak statements at the end of the sentence: what stands before them stays, even where it is weak itself. */
function trailingRun(reading: Reading): WeakStretch {
  const all = statements(reading);
  const isWeak = ({ body }: Statement): boolean => weakness.test(reading.text.slice(body.start, body.end));
  const lastStrong = all.findLastIndex((statement) => !isWeak(statement));
  const deed = all.findLastIndex(({ clause }) => clause !== undefined && isRepair(clause));
  const isHidden = !all.some(isWeak) && deed < all.length - 1;
  const first = isHidden
    ? all.length - 1
    : lastStrong === all.length - 1
      ? all.findIndex(isWeak)
      : lastStrong + 1;
  const from = Math.max(first, 0);
  return {
    statements: all.slice(from),
    span: { start: all[from]!.body.start, end: all.at(-1)!.body.end },
    before: all.slice(0, from),
    after: [],
  };
}

/** The proof in the place of the trust, figures and names kept in its first hole; weak words in front go along. */
function proven(reading: Reading, stretch: WeakStretch, proof: string): (Edit[] | undefined)[] {
  const { text } = reading;
  const { span, before, statements: weak } = stretch;
  const checked = `I checked ${topicOf(reading, span)}: ${proof}`;
  const isWeak = ({ body }: Statement): boolean => weakness.test(text.slice(body.start, body.end));
  const opening = openerOf(weak[0]!);
  const opens = /^(?:after|from|by|on|once|following|since)\b/i.test(text.slice(opening.start, opening.end)) && opening.end - opening.start < 40 && weak[0]!.clause?.hasOwnSubject === true; // prettier-ignore
  const alone = opens || before.length > 0 ? proof : checked;
  return [
    deedAnd(reading, proof),
    recast(reading, span, { words: alone, weakOpening, alsoWeak: isWeak }),
    before.length > 0 && !opensOnly.test(text.slice(0, before.at(-1)!.body.end))
      ? [replacingTail(text, stretch, proof)]
      : undefined,
    recastWhole(reading, checked),
  ];
}

/** Openings that judge by the look of it. */
const weakOpening = new RegExp(`${weakness.source}|\\b(?:looks?|appearances?|rights|far as|memory)\\b`, 'i');

/** "I increased the queue, since that normally helps" → "I increased the queue, and {{…}}": the deed stays, the reason for the trust goes. */
function deedAnd({ text, clauses }: Reading, proof: string): Edit[] | undefined {
  const [first, next] = clauses;
  const { verb, subject } = first ?? {};
  const isDeed = ['repair', 'contain', 'build', 'change'].some((kind) => verb?.deeds.has(kind as DeedClass));
  const isDone = verb?.voice === 'passive' && subject?.actorClass === 'system';
  if (!next || !(isDeed || isDone) || verb?.tense !== 'past' || verb.isNegated) return undefined;
  if (!isDone && (verb.voice !== 'active' || (subject !== undefined && subject.actorClass !== 'narrator')))
    return undefined;
  if (!/^(?:since|because|as|so|hoping|which)$/.test(next.connective ?? '') || !next.isSubordinate)
    return undefined;
  // "As it should be" tells how, and not why it was trusted.
  if (next.connective === 'as' && !weakness.test(text.slice(next.span.start, next.span.end)))
    return undefined;
  const start = text.slice(0, next.span.start).replace(/[\s,;:–—]+$/, '').length;
  const end = wholeSentence(text).end;
  if (start < (first?.object?.end ?? verb.span.end) || weakness.test(text.slice(0, start))) return undefined;
  return [{ span: { start, end }, insert: `, and ${proof}` }];
}

/** The weak end of the sentence gives way, what stands before it stays. */
function replacingTail(text: string, { statements: weak, span }: WeakStretch, proof: string): Edit {
  const { joint } = weak[0]!;
  const toEnd = { ...span, end: /[?!]\W*$/.test(text) ? text.trimEnd().length : span.end };
  const stop = toEnd.end > span.end ? '.' : '';
  const start = text.slice(0, joint.start).replace(/[\s,]*\bat least$/i, '').replace(/,? (?:reckoning|hoping|trusting|assuming|figuring|thinking|believing|confident|sure|certain)(?: that)?(?: (?:it|that|this|they|all))?$/i, '').length; // prettier-ignore
  return {
    span: { start, end: toEnd.end },
    insert: `${linkBehind(text.slice(0, start), ', and ')}${proof}${stop}`,
  };
}

/** What was trusted, in the writer's words: "the index" of "so the index must be healthy". */
function topicOf(reading: Reading, span: Span): string {
  const heads =
    /^(?:sign|silence|case|phone|client|customer|topic|matter|thing|things|news|pipeline|trick|rest|message|dashboard|screen|end|need|reason|word|day|night|pager|change log|alarm|logic|eye|fingers?|ticket|job|topic|luck|laptop|all-clear|hotline|page|faith|best|hope|doubt|line|shift|label|size|look|time|reviewer|engineer|technician|script|office|note|printer|word|test|check|assumption|conclusion|theory|work|logic|card|board|manual|vendor|subject|gut|question|feeling|drivers?|jingle|smell|lid|book|case|bug|fault|company|firm|team|last|first|remains?|people|folks?|guys?|lads?|crew|staff|chap|bloke)$/;
  const candidates = reading.clauses
    .flatMap(({ subject, object }) => [subject?.actorClass === 'system' ? subject.span : undefined, object])
    .filter(
      (place): place is Span => place !== undefined && place.start >= span.start && place.end <= span.end,
    )
    .map(({ start, end }) => reading.text.slice(start, end))
    .filter(
      (words) =>
        /^(?:the|our) /i.test(words) &&
        words.length <= 40 &&
        !/\b(?:first|second|third|fourth|fifth|last|next|one)$/i.test(words) &&
        !heads.test(
          words
            .replace(/ (?:of|in|on|for|from) .*$/, '')
            .split(' ')
            .at(-1)!,
        ),
    );
  const [first] = candidates;
  return first === undefined ? 'whether it worked' : uncapitalized(first);
}
