import { rememberWords } from '../prose/rememberWords';
import { canOpen, openingsOf } from './openings';

/**
 * Turns of phrase that tell the kinds of evidence apart where deeds and figures do not. Each is weighed by the model with everything else,
 * so that none of them decides alone.
 */
export const turns: Readonly<Record<string, RegExp>> = {
  every:
    /\bevery\s+(?:\w+\s+)?(?:minute|hour|quarter|half|ten|fifteen|twenty|thirty|\d+)|\bhourly\b|\b(?:half-)?hourly\b|\bat each step\b|\bthroughout\b|\bas (?:we|it|things) went\b/i,
  channel:
    /#[\w-]+|\b(?:slack|channel|bridge|war room|status page|e-?mail|call|thread|standup|statuspage|update[sd]?)\b/i,
  'on-call': /\bon[- ]call\b|\bpag(?:ed|er)\b|\bon duty\b/i,
  'not-mine':
    /\b(?:wasn'?t|weren'?t|was not|were not|not|isn'?t|nor)\s+(?:\w+\s+){0,2}(?:mine|my|our|ours|us|me|assigned|asked|owned)\b|\b(?:nobody|no one|no-one|none of us)\s+(?:had\s+|was\s+|else\s+|actually\s+)*(?:asked|own\w*|assigned|looking|claimed|told)|\boutside (?:my|our)\b|\bown(?:ed|s|er)\b|\bownership\b/i,
  chose:
    /\bI (?:\w+ )?(?:decided|chose|volunteered|offered|took (?:it|this|that|on|over|charge|the)|stepped|put my hand|raised my hand|said I(?:'d| would)|picked|made it my|claimed|asked (?:for|to))\b/i,
  price:
    /\b(?:instead of|rather than|cheaper than|at the (?:price|cost|expense)|in exchange|trade-?off|gave up|giving up|give up|worth|the price|the cost|accept(?:ed|ing)?|slipp?(?:ed)?|postponed?|delayed|meant (?:that )?(?:losing|dropping|we)|knowing|even though|lose|lost|against|over)\b/i,
  adopted:
    /\b(?:adopt\w*|now us(?:e|es|ed|ing)|other (?:teams|squads|groups|services|sites|departments|units)|(?:two|three|four|five|six|seven|eight|several|many|all|every) (?:other |more )?(?:teams?|squads?|groups?|departments?|services|branches|sites)|company-?wide|organi[sz]ation-?wide|across the (?:company|organi[sz]ation|department)|standard|default|template|copied|picked (?:it )?up)\b/i,
  'next-time':
    /\b(?:next time|looking back|in hindsight|if I (?:did|had|were|could)|I(?:'d| would)(?: have)?\b|I should have|I(?:'ve)? learn\w*|taught me|lesson|since then I|these days I|now I|nowadays I|I now|today I)/i,
  cause:
    /\b(?:because|turned out|root cause|the cause|caused by|the reason|the culprit|due to|which meant|so (?:every|each|the|all|when|it)|had been (?:set|left|written|changed)|without (?:a|an|any)|never (?:been|had)|only (?:when|if)|assum\w+)\b/i,
  'so-that':
    /\bso that\b|\bso (?:it|we|they|that|no|nobody|nothing|a|any|the next)\b|\b(?:fails?|blocks?|refuses?|rejects?|pages?|alerts?|warns?|stops?|catch(?:es)?|requires?)\b/i,
  watch:
    /\b(?:for|over|after|in|within) (?:the (?:next|following|past|last|first) )?(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+|several|another)?\s*(?:full |whole |more )?(?:second|minute|hour|day|night|week|weekend|month|quarter|year|sprint|release)s?\b/i,
  since:
    /\bsince\b|\bhasn'?t\b|\bhaven'?t\b|\bnot (?:a single|one|once)\b|\bzero\b|\bnone\b|\bno (?:more|further|repeat|recurrence|new)\b|\bever since\b|\bnever again\b/i,
  confirmed:
    /\b(?:confirm\w*|verif\w*|canary|staging|load test|replay(?:ed|ing)?|re-?ran|soak|watched|stayed|held|flat|clean|green|matched|reconciled|before (?:we|I) (?:rolled|shipped|merged|opened|switched|let))\b/i,
  contained:
    /\b(?:rolled? ?back|revert\w*|flag|switched|turned (?:it |the \w+ )?off|disabled|fail(?:ed)? ?over|drain\w*|rerout\w*|redirect\w*|throttl\w*|paus\w+|froze|stopped the|by hand|manual\w*|fall ?back|read-only|restart\w*|scaled|capacity|banner|workaround|temporar\w*|stopgap|meanwhile|for now|to stop|bleeding)\b/i,
  signal:
    /\b(?:logs?|trac(?:e|es|ed|ing)|dashboard|graph|metrics?|grafana|quer(?:y|ied)|diff\w*|compar\w+|bisect\w*|reproduc\w*|profil\w*|dump|grep\w*|timestamps?|correlat\w*|hypothes\w*|suspect\w*|theory|ruled out|lined up|matched|showed|noticed|saw|found|spotted|only happened|pattern)\b/i,
  together:
    /\b(?:with (?:the|our|their|a|an|two|three|[A-Z]\w+)\b|together|joined|paired|helped|alongside|while (?:I|he|she|they|the|our|[A-Z]\w+)\b|and I\b|took (?:care|the|over))/,
  team: /\b[A-Z]\w+(?:'s)? (?:team|squad|group|people|engineers?|folks|ops|department|crew)\b|\b(?:their|other|another|neighbou?ring|platform|payments?|network\w*|security|infra\w*|data|support|finance|legal|sales|marketing|mobile|database|storage|search|billing|identity|operations|SRE|DBA|vendor|supplier|customer success|logistics|warehouse|product)\b(?:'s)? ?(?:team|squad|people|folks|engineers?|lead|manager|on-call|side)?/i,
  name: /(?<=[a-z,;:] )(?!I\b)[A-Z][a-z]+\b/,
  money:
    /[$€£¥]\s?\d|\b(?:dollars?|euros?|pounds?|revenue|refunds?|credits?|contracts?|renew\w*|churn\w*|SLAs?|penalt\w*|invoices?|sales|budget|savings?|saves?|saved|bills?|costs?|a year|bookings?|fees?|fines?|deal)\b/i,
  customers:
    /\b(?:customers?|users?|clients?|merchants?|sellers?|shoppers?|guests?|patients?|passengers?|tenants?|readers?|viewers?|players?|riders?|drivers?|students?|orders?|payments?|checkouts?|requests?|complaints?|tickets?|calls?)\b/i,
  whole: /\b(?:every|all|each|none of|no one|nobody|whole|entire|any|nothing)\b/i,
  harmed:
    /\b(?:down|fail(?:ed|ing|s|ures?)|errors?|timed? ?out|lost|stuck|couldn'?t|could not|unable|wrong|late|missing|duplicate[sd]?|double|charged twice|broken|blank|stopped|dark|offline|outage|slow)\b/i,
  rule: /\b(?:rule|policy|required?|mandatory|must|checklist|runbook|template|review|gate|lint|alert|alarm|threshold|test|CI|pipeline|monitor|guard|limit|timeout|quota|canary|schema|constraint|validat\w*)\b/i,
  added:
    /\b(?:add(?:ed|ing|s)?|wrote|writ(?:e|ing|ten)|built|set up|introduc\w*|made|put|created?|changed?|moved|replaced|switched|now)\b/i,
  opening: /^(?:Because|After|Once|While|When|If|Since|Before|To|By|Instead|Within|In|On|At)\b/,
  mechanism:
    /\b(?:each|every|any) time\b|\bwhenever\b|\bas soon as\b|\bwhich (?:meant|made|left|let|kept|set|put|turned|sent|is why|the)\b|\bno longer\b|\bstill (?:pointed|used|held|had|thought|ran|read|sent)\b|\bnot \w+-safe\b|\bone by one\b|\bper (?:request|row|call|item)\b|\bso (?:that )?(?:the|a|an|each|every|two|it|they|any)\b/i,
  flaw: /\b(?:default|hard-?coded|expired|stale|null|overflow\w*|race|deadlock\w*|locks?|leak\w*|rounding|time ?zones?|index|cached?|retr(?:y|ies)|pool|certificate|mismatch\w*|encoding|off by one|typo|duplicates?|wrong|missing|unlimited|unbounded|blocked|full|exhausted|swapped|corrupt\w*|loose|worn|faulty|older?)\b/i,
  colon: /:\s+\w+ \w+/,
  hypothesis:
    /\b(?:if|whether|either|theory|suspect\w*|hypothes\w*|guess\w*|could be|might be|ruled|instead|neither|nor|only on|except|but not)\b/i,
  examined:
    /\b(?:tried|tested|checked|asked|looked|went through|compar\w+|counted|measured|plotted|ran|sampled|interviewed|read|opened|pulled|sorted|listed|drew|replayed|repeated|put .{3,40} beside)\b/i,
  repaired:
    /\b(?:replac\w+|rewrote|correct(?:ed|ing)|patch\w*|migrat\w+|rebuil\w+|re-?import\w*|restor\w+|reinstall\w*|swapp\w+|refactor\w*|deleted|removed|raised|lowered|shortened|set .{3,50} to\b|enabled|upgraded|shipped|merged|deployed|released|hotfix\w*|repaired|mended|fix(?:ed)?)\b/i,
  'time-saved':
    /\b(?:hours?|days?|minutes?) (?:a|per|each|every) (?:day|week|month|quarter|shift|person)\b|\b(?:freed|saved?|saves|spared?)\b|\bfull-time\b|\bworking days\b/i,
  kept: /\b(?:renew\w*|stayed with|signed|kept the|cancel\w*|churn\w*|avoided|fines?|penalt\w+|regulator|licen[cs]e|contract|account|bonus|salar\w+|income|profit|margin|turnover|sold)\b/i,
  paid: /\b(?:cost us|costs us|meant that|lived? with|in return|the price|gave up|I accepted|we accepted|went without|slower|later than|had to wait|for a (?:day|week|month)|put off|pushed back|less|fewer|worse)\b/i,
  spread:
    /\b(?:became|has become|is now|are now|now part|copied|took over|asked (?:me )?for|picked up|rolled out to|applies to|applied to|everywhere|handbook|guideline|training|onboarding|template|library|base image|other (?:teams|sites|units|departments|branches|services|offices))\b/i,
  'to-people':
    /\b(?:told|mailed|e-?mailed|rang|called|wrote|posted|sent|briefed|phoned|texted|informed|updated|announced|kept|asked) (?:the|our|their|all|every|[A-Z]\w+)/,
  interim:
    /\b(?:in the meantime|meanwhile|for the time being|for now|for the moment|until (?:then|the|we|I|it|they|each|a|an|that|everything|further)|(?:as a|a) (?:first|stopgap|temporary|quick)|first relief|stop ?gaps?|temporar\w+|interim|provisional\w*|workarounds?|to stop the|at least|first (?:thing|of all)|before (?:I|we) (?:knew|understood|looked|went|searched))\b|\bwhile (?:we|they|I|he|she|it|the \w+|[A-Z]\w+) (?:was|were|is|kept|went|searched|looked|dug|decided|worked|waited|read)\b/i,
};

const patterns = Object.values(turns);
const openings = patterns.map((pattern) => openingsOf(pattern));
/** The patterns that are tried on every sentence, because anything may begin a match. */
const always = patterns.flatMap((_, turn) => (openings[turn] ? [] : [turn]));

/** The numbers of the patterns that a word can begin a match of. */
const turnsOpenedBy = rememberWords((word): readonly number[] => {
  const lower = word.toLowerCase();
  return openings.flatMap((known, turn) => (known && canOpen(lower, known) ? [turn] : []));
});

/** Which patterns are to be tried, and which have been; made once and refilled. */
const isTried = new Uint8Array(patterns.length);

/**
 * Calls `found` with the number of each turn in a text, in no order. A pattern is tried only where one of the words can begin a match of it,
 * which most patterns need not be.
 */
export function findTurns(text: string, found: (turn: number) => void): void {
  isTried.fill(0);
  const attempt = (turn: number): void => {
    if (isTried[turn] === 1) return;
    isTried[turn] = 1;
    if (patterns[turn]!.test(text)) found(turn);
  };
  always.forEach(attempt);
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    if (isWordLetter(text.charCodeAt(at))) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      turnsOpenedBy(text.slice(start, at)).forEach(attempt);
      start = -1;
    }
  }
}

/** What regular expressions take for the letter of a word: A to Z, digits and the underscore. */
function isWordLetter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95
  );
}
