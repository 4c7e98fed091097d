import type { Reading } from '../../prose/reading';
import { quoted } from '../rewriting/edits';
import { mechanismRewrites } from '../rewriting/mechanisms';
import { weakStretch } from '../rewriting/weakStretch';
import type { PhrasingMatch, PhrasingRule } from '../rule';

export const vaguePrevention: PhrasingRule = {
  kind: 'phrasing',
  id: 'vague-prevention',
  title: 'Prevention without a mechanism',
  summary: 'The sentence says that it cannot happen again, and names nothing that would stop it.',
  why: 'Everyone promises more care after an outage, and care wears off within weeks. An interviewer asks what would stop the next person at 3 a.m., and hears no answer here.',
  advice:
    'Name one lasting change and what it catches: an alert with its signal and threshold, a gate with what it blocks, a runbook step, a new default or limit in the design.',
  source: ['001', '003'],
  severity: 'warning',
  raisesFrom: 0.5,
  raises: (reading) =>
    (reading.section === 'reflection' || reading.section === 'result') && isEmptyPromise(reading.text),
  vetoes: ({ text }) => namesMechanism(text),
  locate,
  rewrite: (reading) => mechanismRewrites(reading, weakStretch(reading, weakness), weakness),
  examples: {
    weak: [
      {
        text: '«Going forward we pay closer attention to our migrations».',
        section: 'reflection',
        rewritten: 'Going forward an alert for our migrations on {{signal}} pages {{who}} at {{threshold}}.',
      },
      {
        text: '«We improved our review process so that it cannot happen again».',
        section: 'reflection',
        rewritten: 'We added {{test, check or gate}} that blocks {{what it stops}} before {{step}}.',
      },
      {
        text: '«I put more monitoring in place».',
        section: 'reflection',
        rewritten: 'I added an alert on {{signal}} that pages {{who}} at {{threshold}}.',
      },
      {
        text: '«We will be more careful with config changes».',
        section: 'reflection',
        rewritten:
          'We will add {{test, check or gate}} for config changes that blocks {{what it stops}} before {{step}}.',
      },
      {
        text: '«We wrote a post-mortem and shared it in the wiki, so we are safe from a repeat».',
        section: 'reflection',
        rewritten: 'We added a runbook step that tells {{who}} to {{step}} when {{signal}}.',
      },
    ],
    strong: [
      {
        text: 'An alert now pages the on-call engineer when queue depth stays above 5,000 for two minutes.',
        section: 'reflection',
      },
      {
        text: 'The deploy script now refuses a migration without a dry run against a copy of production.',
        section: 'reflection',
      },
      {
        text: 'I added a test that replays all invoices of last quarter before each release.',
        section: 'reflection',
      },
      { text: 'The runbook has a new step: drain the shard before the restart.', section: 'reflection' },
    ],
  },
};

/** More of a virtue: what people promise to have. */
const care =
  /\b(?:(?:more|extra|be|been|being|greater|better|stronger|bit more|further|utmost) (?:\w+ )?(?:careful|cautious|caution|care|attentive|attention|mindful|vigilan(?:t|ce)|diligen(?:t|ce)|disciplined?|rigou?r(?:ous)?|thorough(?:ly)?|conscious|alert|proactive|strict|prudent|thought)|careful(?:ly)?|vigilan\w+|mindful|double-?check\w*|look(?:s|ing)? (?:twice|closer|before)|think(?:s|ing)? twice|pay(?:s|ing)? (?:\w+ )?(?:more |closer )?attention|pays attention|closer? (?:eye|look|watch|attention)|sharper eyes?|keep(?:s|ing)? an eye|on (?:our|my|their) toes|kid gloves|serious(?:ly)?|stricter (?!\w+ on)|awareness|discipline\w*|(?:on|to|for|about) quality|rigou?r)\b/i;
/** A process or a safeguard that is made "better" in no particular way. */
const process =
  /\b(?:(?:tighten\w*|strengthen\w*|improv\w*|harden\w*|beef\w*|bolster\w*|sharpen\w*|stiffen\w*|overhaul\w*|upp?ed|rais\w+|step\w* up|refresh\w*|revis\w*|review\w*|extend\w*|adapt\w*|enhanc\w*) (?:\w+ ){0,4}(?:process\w*|practices?|procedures?|governance|pipeline|QA|reviews?|testing|tests?|suite|coverage|monitoring|observability|alerting|documentation|docs|communication|releases?|screws|things|side|bar|standards?|backups?|security|hygiene|coordination|alignment|safety|culture)|(?:better|stronger|stricter|tighter|more|proper|robust|solid|thorough|deeper|additional|extra|several|some|added|good) (?:\w+ )?(?:process\w*|practices?|procedures?|governance|QA|reviews?|testing|tests?|coverage|monitoring|observability|alert(?:s|ing)|alarms|dashboards?|checks|documentation|docs|communication|planning|backups|safeguards?|guardrails?|hygiene|coordination|alignment|safety|culture|controls?|handover|measures|eyes|net)|safeguards?|guardrails?|best practices?|(?:necessary|appropriate|required|all) (?:the )?(?:measures|steps|precautions)|(?:took|taken) (?:\w+ )?(?:measures|steps|precautions)|measures|added (?:monitoring|tests|alerts)|bulletproof|culture|communicat\w+ better|plan(?:s|ning)? better|screws)\b/i;
/** A ritual whose contents are not told. */
const ritual =
  /\b(?:post-?mortem|retro(?:spective)?|lessons?[- ]learned|wiki|confluence|sharepoint|incident report|action (?:items?|plan)|documentation|write-?up|wrote it (?:all )?up|refresher|training|workshop|task ?force|talk)\b/i;
/** The promise itself. */
const promise =
  /\b(?:(?:never|not|won['’]t|can['’]?t|cannot|no longer|couldn['’]t|doesn['’]t|don['’]t|nobody|no player|stays?|keeps?|kept) (?:\w+ ){0,5}(?:again|happen\w*|repeat\w*|recur\w*|come back|coming back|second time|twice|another time|anymore|any more|away|out|trap|bite|pass)|no repeat|(?:prevent|avoid|stop|rule out|against|from) (?:\w+ ){0,3}(?:repeat|recurrence|second occurrence|happening|this)|safe (?:from|now)|(?:we|I)(?:['’]re|['’]m| are| am) (?:covered|safe)|(?:closes?|closed|closing) (?:\w+ ){1,2}(?:door|gap)|door closed|ticked? the box|case closed|for good)\b/i;

const weakness = new RegExp([care, process, ritual, promise].map(({ source }) => source).join('|'), 'i');

/** What stops a failure, as people name it: with a condition, a figure or the thing that is checked. */
const mechanism =
  /\d|[<>=`]|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|half an?|hourly|nightly|weekly|quarterly|percent) |\b(?:that|which|who) (?:now |then |also )?(?:blocks?|fails?|rejects?|pages?|alerts?|checks?|compares?|refuses?|stops?|catch(?:es)?|verif\w+|validat\w+|enforc\w+|warns?|runs?|diffs?|asserts?|covers?|counts?|lists?|replays?)\b|(?<!\b(?:more|be|become|are|stay|I|we|to|also|always) )\b(?:alert|alarm|test|check|gate|rule|limit|threshold|step|query|job|hook|lint\w*|canary|constraint|quota|timeout|cap|dry[- ]run|checklist|template|sign-?off|approvals?|rehearsal|drill|script|probe|assertion|simulation|index) (?:on|for|of|at|that|which|before|in|per|when|with|against)\b|\b(?:canary|lint(?:er)? rule|pre-?commit|feature flag|circuit breaker|schema|constraint|dry[- ]run|idempoten\w+|rate limit|synthetic|staging|rollback|error budget|type check|NOT NULL|kill switch|fails? the build|required? (?:field|reviewer|approval)|no \w+ (?:can|may) (?:\w+ )?(?:without|unless|until)|unless|only if|must (?!(?:all |now |also |always )?(?:be|become|communicate|pay|have|stay|keep|take|learn|think|work|test|improve)\b)\w+)\b/i;

function namesMechanism(text: string): boolean {
  return mechanism.test(text) && !ritualOnly.test(text);
}

/** A figure on the ritual is none on a mechanism: "22 people, 90 minutes, one very long board". */
const ritualOnly = /\b\d+ (?:people|participants|pages|minutes|hours|post-?its|slides)\b/i;

/** A lesson is told, not a prevention; that is another rule's. */
const lesson =
  /\b(?:learn\w*|lesson|taught|realis\w+|realiz\w+|understand\w*|came to value|opened my eyes|underestimate|substitute|took from|everything|pays off)\b/i;
/** The telling goes on to what was done about it. */
const explained =
  /:|\b(?:so|because) (?:the|now|each|every|our)\b|\b(?:asks?|demands?|enforced|no longer|instead)\b/i;

function isEmptyPromise(text: string): boolean {
  if (mechanism.test(text)) return false;
  const kinds = [care, process, ritual, promise].filter((pattern) => pattern.test(text)).length;
  return (
    !lesson.test(text) &&
    (kinds >= 2 ||
      /\b(?:made|make|making) sure\b/i.test(text) ||
      ((care.test(text) || process.test(text)) && !explained.test(text)))
  );
}

function locate(reading: Reading): PhrasingMatch {
  const { span } = weakStretch(reading, weakness);
  const words = reading.text.slice(span.start, span.end);
  return { span, message: messageFor(words, quoted(words, 60)) };
}

function messageFor(words: string, quote: string): string {
  if (care.test(words)) return `${quote} promises care, and names nothing that would stop the next one.`;
  if (ritual.test(words))
    return `${quote} tells of a document or a meeting, not of what changed because of it.`;
  if (process.test(words)) return `${quote} does not say which check is new and what it catches.`;
  return `${quote} promises that it stays away, and does not say what stops it.`;
}
