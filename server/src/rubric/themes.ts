import type { EvidenceKind } from './ids';

/**
 * What an interview question is about, however it is worded: "tell me about a time you screwed up" and "describe a failure" ask for one
 * thing. Ids that the questions of the bank have as tags mean the same here.
 */
export interface Theme {
  readonly id: string;
  /** Goes on after "is about". */
  readonly name: string;
  /** The tags of questions and stories that stand for it, besides its id. */
  readonly tags: readonly string[];
  /** How questions ask for it, in lower case. */
  readonly asked: RegExp;
  /** How a story tells it; undefined where only evidence and tags show it. */
  readonly told?: RegExp;
  /** The evidence that a story of this theme shows, the first foremost. */
  readonly evidence: readonly EvidenceKind[];
}

export const themes: readonly Theme[] = [
  {
    id: 'failure',
    name: 'a failure of your own',
    tags: ['mistake'],
    asked:
      /(?<!(?:explanation|cause|reason) (?:of|for) an? |down an? |reproduce an? )\b(?:fail(?:ed|ures?|ing)?|mistakes?|screw(?:ed)?[ -]?(?:\w+ )?up|mess(?:ed)?[ -]?(?:\w+ )?up|blunder|blew it|regret|flop|setbacks?|(?:went|gone?|going) (?:wrong|sideways|south)|broke (?:prod|something)|you (?:\w+ )?(?:caused?|broke)|caused (?:by )?(?:you|an|a)\b|your (?:own )?(?:fault|error)|say sorry|apologi[sz]e|not go to plan|too fast)/,
    told: /\b(?:my (?:own )?(?:mistake|error|fault|bug|oversight|change|retry|migration)|i (?:had )?(?:caused|broke|introduced|overlooked|forgot|misjudged|underestimated)|i (?:had|'d) written it|(?:logic|code|change|script|job|migration|query|ticket) was (?:basically )?mine|(?:was|were) (?:basically )?my (?:ticket|change|code|fault)|(?:incident|outage) was mine)\b/,
    evidence: ['root-cause', 'reflection', 'fix'],
  },
  {
    id: 'incident',
    name: 'an incident in production',
    tags: ['outage'],
    asked:
      /\b(?:incidents?|outages?|production (?:incident|outage|issue|problem|bug|failure)|(?:issue|problem|broke\w*|fail\w*|down) (?:\w+ ){0,3}in production|sev(?:erity)?[ -]?\d|p[01]\b|went down|downtime|crash(?:ed|es)?|fire ?fight|on[ -]call|paged|post-?mortem|bug|major issue)/,
    told: /\b(?:incident|outage|timed out|errors? (?:rate|climbed|rose)|paged|went down|on call)\b/,
    evidence: ['impact', 'mitigation'],
  },
  {
    id: 'diagnosis',
    name: 'getting to the bottom of a cause',
    tags: ['technical-depth'],
    asked:
      /\b(?:bugs?|debug\w*|root[ -]cause|diagnos\w+|investigat\w+|d[iu]g(?:ging)?\b|track(?:ed)? down|chas(?:e|ed|ing)|hunt|d(?:ive|ove|iving) deep|in depth|complex issue|hypothes[ei]s|symptoms?|reproduce|troubleshoot\w*)/,
    evidence: ['diagnosis', 'root-cause', 'validation'],
  },
  {
    id: 'second-look',
    name: 'a first guess that had to go',
    tags: [],
    asked:
      /\b(?:(?:first|initial|original) (?:guess|explanation|assumption|hypothesis|thought)|changed? your mind|(?:were|was|been|be) wrong\b|hypothes[ei]s|assumption|surpris\w+)/,
    told: /\b(?:(?:my )?first (?:guess|thought|suspicion)|at first (?:i|we) (?:thought|suspected|assumed)|i (?:had )?(?:suspected|assumed)|dropped (?:it|that idea)|(?:crossed|ruled) (?:it|that|them|things) (?:off|out)|nothing to do with|turned out|surprised me)\b/,
    evidence: ['diagnosis'],
  },
  {
    id: 'blind-spot',
    name: 'what the monitoring did not see',
    tags: ['observability'],
    asked:
      /\b(?:monitoring|dashboards?|metrics (?:looked|said)|looked fine|missed|notic(?:e|ed)|blind spot|before any(?:one|body)|silent)/,
    told: /\b(?:dashboards?|green graph|graphs? (?:were|was|is|stayed) (?:green|flat)|stayed (?:green|flat)|nobody (?:had )?noticed|no(?:ne| alert) (?:had )?fired|before (?:anyone|anybody) (?:had|was|noticed)|(?:without|no|nobody) readers?|without anyone noticing)\b/,
    evidence: ['diagnosis', 'impact'],
  },
  {
    id: 'prevention',
    name: 'keeping it from happening again',
    tags: ['quality'],
    asked:
      /\b(?:prevent\w*|never (?:again|happens?|comes?|came)|(?:come|comes|coming|came) back|keep it from|recur\w*|happened before|quality|raise[ds]? the bar|standards?|post-?mortem|safeguard|near miss|alert(?:s|ing)?)\b/,
    told: /\b(?:post-?mortem|(?:pre-merge|regression|contract) test|gate|alert that|now (?:fails?|refuses|blocks|runs|pages))\b/,
    evidence: ['prevention', 'second-order', 'validation'],
  },
  {
    id: 'customer',
    name: 'customers',
    tags: ['payments'],
    asked: /\b(?:customers?|clients?|(?:end )?users?|shoppers?|consumers?|guests?|angry|upset|unhappy)\b/,
    told: /\b(?:customers?|clients?|shoppers?|refunds?|guests?|subscribers?|complain(?:ts?|ed))\b/,
    evidence: ['impact', 'communication', 'business-value'],
  },
  {
    id: 'communication',
    name: 'keeping others informed',
    tags: [],
    asked:
      /\b(?:communicat\w+|inform(?:ed|ing)?|updates?|stakeholders?|bad news|status|(?:tell|told) (?:the|your) (?:team|boss|customers?)|transparen\w+)\b/,
    told: /\b(?:every (?:\w+ )?(?:minutes|hour|evening)|incident channel|(?:every|each) (?:ten|\d+) minutes)\b/,
    evidence: ['communication', 'collaborators'],
  },
  {
    id: 'leadership',
    name: 'taking the lead',
    tags: [],
    asked:
      /\b(?:lead(?:er|ers|ership|ing)?|led|commanded?|in charge|coordinat\w+|step(?:ped)? up|(?:ran|run|running) an? (?:incident|sev\S*|outage)|you ran|took charge)\b/,
    told: /\b(?:incident commander|declared the incident|run the incident|took (?:the lead|charge)|split the roles|opened the incident)\b/,
    evidence: ['communication', 'collaborators', 'scope'],
  },
  {
    id: 'ownership',
    name: 'work that was not yours on paper',
    tags: ['initiative'],
    asked:
      /\b(?:own(?:ed|ership)? a problem|outside (?:of )?your|nobody (?:had )?asked|without (?:anyone|being|anybody) ask\w*|above and beyond|n.t yours|not yours|(?:someone|somebody) else.?s|beyond your (?:job|role)|job description|proactiv\w+|initiative|on your own)/,
    told: /\b(?:nobody had asked|no ticket|isn.t ours|is not ours|i work on|i look after|belong(?:s|ed) to (?:the )?(?:\w+ )?(?:team|group|reporting|orders|another)|belonged to|before anyone had been paged)\b/,
    evidence: ['scope', 'cross-team'],
  },
  {
    id: 'cross-team',
    name: 'work with another team',
    tags: ['collaboration'],
    asked:
      /\b(?:(?:an)?other teams?|other departments?|another department|cross[- ](?:team|functional)|several teams|collaborat\w+|work(?:ed)? (?:together )?with (?:people|other|another|someone)|blocked)\b/,
    evidence: ['cross-team', 'collaborators'],
  },
  {
    id: 'influence',
    name: 'a change that others took up',
    tags: ['second-order'],
    asked:
      /\b(?:persuad\w+|convinc\w+|influenc\w+|adopt(?:ed)?|buy[- ]in|(?:get|got) (?:people|others|another|other)|don.t report to you|how other teams work|largest change)\b/,
    told: /\b(?:adopted|taken (?:\w+ )?over|(?:switched|turned) it on too|(?:is|are) now part of|copied (?:it|our|the)|rolled it out to|standard for)\b/,
    evidence: ['second-order', 'cross-team'],
  },
  {
    id: 'speed',
    name: 'a quick step that could be undone',
    tags: ['rollback'],
    asked:
      /\b(?:quick(?:ly)?|fail(?:ed)? fast|hurry|speedy?|immediate\w*|revers\w+|und(?:o|one)|contain(?:ed|ing)?|stopp?(?:ed|ing)? the bleeding|mitigat\w+|roll(?:ed|ing)? ?back|bias for action|rapid\w*)\b/,
    told: /\b(?:roll(?:ed|ing)? (?:\w+ ){0,3}back|(?:flags?|switch) (?:\w+ ){0,2}off|(?:behind|with) a flag|one flag|flipped|(?:switched|turned) (?:\w+ ){1,4}off|paused?|reverted|failed over|fell back|diverted|within (?:\w+ )?minutes)\b/,
    evidence: ['mitigation', 'trade-off'],
  },
  {
    id: 'ambiguity',
    name: 'acting before everything was known',
    tags: [],
    asked:
      /\b(?:ambigu\w+|without (?:full|complete|all|enough)|incomplete|uncertain\w*|unclear|before you (?:knew|had|understood)|(?:all|enough) (?:the )?(?:data|information|facts)|unknowns?)\b/,
    told: /\b(?:before (?:i|we|anyone|anybody) (?:knew|understood|had proof)|without (?:waiting|proof|knowing)|instead of waiting|cause unknown|(?:was|were) guessing|been guessing|on a hunch)\b/,
    evidence: ['mitigation', 'trade-off', 'diagnosis'],
  },
  {
    id: 'judgement',
    name: 'a price that was weighed',
    tags: ['trade-off'],
    asked:
      /\b(?:trade[- ]?offs?|choose between|decisions?|decide[ds]?|calculated risk|risks?|prioriti\w+|judg\w+|(?:balance|weigh)\w*|give up|gave up|what did you drop|urgent)\b/,
    told: /\b(?:i judged|i accepted|(?:the|a|its) price|cheaper than|worth (?:less|more) than|i preferred|i chose to|i gave up|at the (?:cost|price) of|in exchange for|the lesser)\b/,
    evidence: ['trade-off'],
  },
  {
    id: 'results',
    name: 'a result in figures',
    tags: [],
    asked:
      /\b(?:proud(?:est)?|accomplish\w*|achiev\w*|results?|measured?|impact you|biggest (?:win|success)|success\w*)\b/,
    evidence: ['metric', 'business-value', 'validation'],
  },
  {
    id: 'performance',
    name: 'speed and latency',
    tags: ['latency'],
    asked:
      /\b(?:slow(?:ness)?|faster|latency|performan(?:ce|t)|throughput|scal(?:e|ing|ability)|optimi[sz]\w*|speed up)\b/,
    told: /\b(?:p9[059]9?|latency|slow(?:er|ed)?|flame graph)\b/,
    evidence: ['diagnosis', 'metric'],
  },
  {
    id: 'deadline',
    name: 'a date that was at risk',
    tags: ['launch'],
    asked:
      /\b(?:deadlines?|on time|tight (?:schedule|timeline|deadline)|commitments?|time pressure|behind schedule|late delivery)\b/,
    told: /\b(?:deadline|launch|on time|days away|month-end)\b/,
    evidence: ['trade-off', 'metric'],
  },
  {
    id: 'pressure',
    name: 'work under pressure',
    tags: [],
    asked: /\b(?:pressure|stress(?:ful|ed)?|critical|crisis|high[- ]stakes|calm|urgent|worst day)\b/,
    told: /\b(?:release day|sale|peak|lost my head|shouting|under pressure|panic\w*|stayed calm|every minute)\b/,
    evidence: ['mitigation', 'communication'],
  },
  {
    id: 'trust',
    name: 'trust',
    tags: [],
    asked: /\b(?:trust|honest\w*|admit(?:ted)?|own(?:ed)? up|apologi[sz]e|say sorry)\b/,
    told: /\b(?:trust|admitted|owned up|apolog\w+|came clean)\b/,
    evidence: ['communication', 'reflection'],
  },
  {
    id: 'conflict',
    name: 'a disagreement',
    tags: [],
    asked:
      /\b(?:disagree\w*|conflicts?|argu(?:ed?|ment)\w*|push(?:ed)? back|refus\w+|difficult (?:person|colleague|coworker))\b/,
    told: /\b(?:disagreed|argued (?:for|against)|objected|pushed back|refused|we differed)\b/,
    evidence: ['trade-off', 'collaborators'],
  },
  {
    id: 'hindsight',
    name: 'what you would do differently',
    tags: [],
    asked:
      /\b(?:differently|redo|do over|(?:could|would) go back|hindsight|looking back|taught you|lessons?|what (?:did )?you learn\w*)\b/,
    told: /\b(?:next time|another time|today i.d|if i (?:could|did) (?:do )?it again|what i.d change)\b/,
    evidence: ['reflection'],
  },
  {
    id: 'growth',
    name: 'learning, and helping others to learn',
    tags: [],
    asked:
      /\b(?:feedback|learn something|grow(?:th|n)?|mentor\w*|coach(?:ed|ing)?|better at (?:the|their) job|support a colleague)\b/,
    told: /\b(?:mentored|coached|taught|feedback|walked \w+ through)\b/,
    evidence: ['reflection', 'collaborators'],
  },
  {
    id: 'frugality',
    name: 'money',
    tags: ['cost'],
    asked: /\b(?:money|costs?|sav(?:e|ed|ing|ings)|budget|revenue|cheap\w*|fewer people)\b/,
    told: /\b(?:sav|worth|recover|brought back|retain|renew)[^.]{0,60}[$€£]\s?\d|[$€£]\s?\d[^.]{0,40}\b(?:saved|(?:a|per) (?:year|month))/,
    evidence: ['business-value', 'metric'],
  },
  {
    id: 'simplify',
    name: 'making something simpler',
    tags: [],
    asked: /\b(?:simpl\w+|automat\w+|manual(?:ly)?|complicated|toil|tedious)\b/,
    told: /\b(?:automated|simplified|by hand|manual step|one command)\b/,
    evidence: ['prevention', 'metric'],
  },
  {
    id: 'dependency',
    name: 'a vendor or a dependency',
    tags: [],
    asked:
      /\b(?:vendors?|third[- ]part(?:y|ies)|(?:external|service|cloud) provider|dependenc(?:y|ies)|partners?|suppliers?|external)\b/,
    told: /\b(?:provider|vendor|partners?|third[- ]party|supplier|upstream)\b/,
    evidence: ['mitigation', 'communication'],
  },
];

/** The themes that a question asks for. */
export function themesAsked(question: string): Theme[] {
  const text = question.toLowerCase().replaceAll('’', "'");
  return themes.filter(({ asked }) => asked.test(text));
}

/** The themes that tags stand for. */
export function themesOfTags(tags: readonly string[]): Theme[] {
  const given = new Set(tags.map((tag) => tag.toLowerCase()));
  return themes.filter(({ id, tags: own }) => given.has(id) || own.some((tag) => given.has(tag)));
}

/** The themes that a story tells by its words, or, where these are all sorts, by the foremost evidence of the theme; tags say more. */
export function themesTold(story: string, shown: readonly string[]): Theme[] {
  const text = story.toLowerCase().replaceAll('’', "'");
  return themes.filter(({ told, evidence }) =>
    told ? told.test(text) : evidence.slice(0, 2).every((kind) => shown.includes(kind)),
  );
}
