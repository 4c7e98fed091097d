/** A department, a trade or a house whose people are not the narrator's own team. */
const department = `(?:${[
  'payments|billing|checkout|platform|infra(?:structure)?|dev-?ops|ops|sres?|qa|dbas?|net-?ops|security|network(?:ing)?|data|storage',
  'database|observability|capacity|backend|frontend|mobile|firmware|hardware|identity|search|core|edge|fleet|hosting|integration|architecture',
  'legal|finance|accounting|treasury|risk|fraud|audit|compliance|regulatory|marketing|sales|support|procurement|purchasing|hr|press',
  'communications?|comms|editorial|commercial|analytics|growth|logistics|operations|planning|delivery|ads|catalog|(?:customer[- ])?success',
  'inventory|warehouse|facilities|help-?desk|service desk|dispatch|control room|clinical|nursing|pharmacy|lab|plant|ward',
  'store|branch|depot|factory|hotel|school|council|ministry|union|bank|vendor|supplier|customer|client|partner|contractor|maker',
  'manufacturer|carrier|provider',
].join('|')})`;
const member =
  '(?:team|squad|group|people|folks?|staff|side|desk|engineers?|leads?|managers?|on-call|developers?|devs?|crew|department|office|technicians?|analysts?|specialists?|operators?)';
const openingWords =
  'I|The|A|An|My|Our|We|It|In|On|At|By|For|And|But|So|Then|When|After|Before|While|This|That|They|He|She|Their|There|Every|Each|All|No|As|If|To|With|From';
const dates =
  'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December';
/** What may be the name of a person or a team. */
const name = `(?!(?:${openingWords}|${dates})\\b)[A-Z][a-zà-ÿ]{2,}`;
const description = "[\\w'-]+(?: [\\w'-]+){0,3}";

export const ownDeterminer = /^(?:our|my)\b/i;
export const otherDeterminer =
  /^(?:their|another|the other|two|three|an?|both|some|each|every|all)\b|\bother\b/i;

/** "the Payments on-call", "from legal", "two other teams", "their engineers". */
export const otherGroup = new RegExp(
  [
    `\\b${department}(?:'s)? ${member}\\b`,
    `\\bfrom (?:the |our )?${department}\\b`,
    '\\b(?:another|other|neighbou?ring|sister|second|third|both|two|three|four|five|six|seven|eight|nine|ten|\\d+) (?:\\w+ )?(?:teams?|squads?|departments?|groups?|crews?|units?|branch(?:es)?|sites?|offices?|companies)\\b',
    '\\b(?:their|the) (?:\\w+ )?(?:engineers?|on-call|leads?|managers?|team|developers?|technicians?|people|support|side)\\b',
  ].join('|'),
  'i',
);

/** "our tech lead", "my buddy". */
export const ownGroup =
  /\b(?:our|my) (?:\w+ ){0,2}(?:team|squad|lead|manager|boss|mentor|buddy|colleagues?|teammates?|on-call|engineers?|developers?|product owner|scrum master|crew|group|pair|interns?|junior|senior)\b/i;

/** A text without a match holds no name, and need not be searched for how one is introduced. */
export const anyName = new RegExp(name);

/** "Luis from backend", "Noor, a product analyst", "an Edge engineer, Tom". */
export const introducesOther = new RegExp(
  [
    `\\b${name}(?:,? (?:from|in|at|of|over in|over at) (?:the )?(?:${department}|[A-Z])|, (?:the|an?|their|another|who)\\b)`,
    `\\b(?:the|an?|their|another) ${description}, ${name}\\b`,
    `\\b${name} ${name},`,
  ].join('|'),
);

/** "Hana, my buddy", "our release engineer Tove". */
export const introducesOwn = new RegExp(
  `\\b${name}, (?:our|my)\\b|\\b(?:[Oo]ur|[Mm]y) ${description},? ${name}\\b`,
);

/** A name that does not owe its capital to the place it stands in. */
export const innerName = new RegExp(`(?<![.!?]\\s|^)\\b${name}\\b`);

/** The preposition, the determiner, and the name where it is one: "with Tomasz", "from the platform team". */
export const afterPreposition = new RegExp(
  `\\b(with|from|to|for|by|of|and) (?:(the|their|our|my|an?|two|three|both|another)\\s+)?(?:[\\w'-]+\\s+){0,2}?(?:(${name})\\b|(?:${department}|teams?|squads?|engineers?|on-call|lead|manager|colleagues?|people|developers?|analysts?|staff)\\b)`,
  'g',
);
