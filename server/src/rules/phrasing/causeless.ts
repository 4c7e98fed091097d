import type { Reading } from '../../prose/reading';
import { causeRewrites } from '../rewriting/causes';
import { quoted } from '../rewriting/edits';
import { trimmed } from '../rewriting/spans';
import { weakStretch } from '../rewriting/weakStretch';
import type { PhrasingMatch, PhrasingRule } from '../rule';

export const causeless: PhrasingRule = {
  kind: 'phrasing',
  id: 'causeless',
  title: 'Failure without a cause',
  summary: 'The sentence leaves the cause out, or leaves it to fate.',
  why: 'An interviewer wants to see that you went on asking. Bad luck and gremlins sound as if nobody looked, so the same thing may happen tomorrow.',
  advice:
    'Name what failed and why that did harm. If it is still unknown, say what you ruled out and which log, trace or alert will show it next time.',
  source: ['003'],
  severity: 'warning',
  raises: ({ text, section }) =>
    section !== 'task' &&
    leavesToFate(text) &&
    (tautology.test(text) ||
      fate.test(text) ||
      neverFound.test(text) ||
      [shrug, fate, givenUp].filter((kind) => kind.test(text)).length >= 2),
  vetoes: ({ text }) =>
    /\b(?:murphy|gremlins|no bad luck)\b[^:]*:\s|turned out|\bas the \w+ feature\b/i.test(text),
  locate,
  rewrite: (reading, { span }) =>
    causeRewrites(reading, { shrug, empty, aside, whim, givenUp, weakness }, span),
  examples: {
    weak: [
      {
        text: '«For some reason» the scheduler stopped at noon.',
        section: 'situation',
        rewritten: 'The scheduler stopped at noon because {{what failed, and why}}.',
      },
      {
        text: '«The cluster just decided to stop».',
        section: 'situation',
        rewritten: 'The cluster stopped because {{what failed, and why}}.',
      },
      {
        text: '«Out of the blue» the importer stopped, as if by magic.',
        section: 'situation',
        rewritten: 'The importer stopped because {{what failed, and why}}.',
      },
      {
        text: '«It was just bad luck».',
        section: 'situation',
        rewritten: 'The cause was {{what failed, and why that did harm}}.',
      },
      {
        text: '«We never found out why the index was empty».',
        section: 'result',
        rewritten: 'The index was empty because {{what failed, and why}}.',
      },
      {
        text: '«Computers being computers», the portal went offline.',
        section: 'situation',
        rewritten: 'The portal went offline because {{what failed, and why}}.',
      },
    ],
    strong: [
      { text: 'The scheduler stopped at noon because its lease had expired.', section: 'situation' },
      {
        text: 'At that point we did not know why p99 had doubled, so I compared the traces.',
        section: 'action',
      },
      { text: 'It was no bad luck: both replicas shared one power feed.', section: 'situation' },
      { text: 'A certificate that nobody renewed took the login down for 40 minutes.', section: 'situation' },
    ],
  },
};

/** Words that can go without loss: they only say that there is no reason. */
const shrug =
  /\b(?:for (?:some|whatever|no(?: particular| apparent| obvious| good)?|unknown|reasons? that never \w+(?: \w+){0,3}|unexplained) ?reasons?(?: or (?:other|another))?(?: (?:that )?(?:nobody|no one|none of us|I|we) (?:can|could) (?:explain|name|tell|see|find|understand))?|for reasons? (?:unknown|that never (?:came to light|became clear)|nobody (?:knows|knew))|for whatever reason|out of (?:the blue|nowhere|thin air)|from a clear sky|without (?:rhyme or|any) reason|all of a sudden,? as they do|who knows why|(?:and )?don['’]t ask me(?: why| how)?|God knows (?:why|how)|idk why|no (?:particular|obvious) reason|somehow|randomly|as luck would have it|by (?:some|a) stroke of (?:bad )?luck|just like that|as if (?:by magic|it had a will of its own|someone had thrown a switch)|as (?:such )?(?:things|they|\w+s|these things|machines|routers|computers|servers|disks|networks|databases|software|hardware|technology|it) (?:do|does|will|tend to)(?: in \w+)?|the way (?:that )?(?:databases|\w+s) do(?: when [^,.]*)?|due to unforeseen circumstances|in its infinite wisdom|as mysteriously as (?:it|they) (?:had )?(?:come|came|gone wrong|begun|appeared)|\w+ being \w+(?=,)|(?:sod|murphy)['’]s law(?=,)|no idea what got into it|that['’]s (?:life|live \w+)(?: for you| in \w+)?)(?!\w)/i;
/** Powers to which people leave what they can't explain. */
const fate =
  /\b(?:murphy(?:['’]s law)?|sod['’]s law|gremlins?|(?<!up the )ghosts?|poltergeist|gods? (?:of|were)|\w+ gods|(?:bad|rotten|plain|tough|sheer) (?:\w+ )?luck|fates?|fluke|curse[d]?|jinx(?:ed)?|evil eye|black cat|full moon|cosmic rays|mercury|stars (?:were|did|are)|written in the stars|it was written|the universe|(?:has|have|had|having|one of) (?:their|its|his) moods|mysterio\w+|myster(?:y|ies) of|freak|perfect storm|force majeure|shikata|that['’]s (?:life|live \w+|wireless|\w+ for you)|(?:shit|stuff|things|outages?|these things|such things?) (?:just )?(?:happens?|befall|comes? to the best|breaks? sometimes)|one of (?:those|these) (?:things|days|nights|inexplicable|freak|mysteries)|(?:the )?nature of (?:a|the|deadlines|\w+ systems?)|having (?:one of its|a bad)|bad day|\w+s do that|what do you expect|it was a monday|am I right|^computers, man$|rhyme nor reason|^I suppose$|coincidence|transient anomaly)\b/i;
/** "Computers being computers", "software is software". */
const tautology = /\b(\w+) (?:being|is|are|will be) \1\b/i;
/** What has no will decides: "the cluster just decided to stop". */
const whim =
  /\b(?:(?:just|simply|suddenly) )?(?:decided?|chose|felt like|wanted) (?:to|that|not to|thursday|monday|tuesday|wednesday|friday|saturday|sunday|that (?:week|day|night|afternoon))\b/i;
/** The cause is given up on. */
const givenUp =
  /\b(?:never (?:did )?(?:(?:find|found|figured?|worked) (?:it |that )?out|(?:got|get) to the (?:bottom|why)|(?:learn|learned|learnt|knew|know|understood) (?:what|why|how)|c[ao]me to light)|(?:no ?body|no one|none of us|we['’]?(?:ll| will)? never|which nobody) (?:can |could |will |ever )*(?:say|knows?|tell|explain|reconstruct)(?: (?:what|why|how (?:it|this|that)|today)|$|[.,])|(?:what|why|where|how) .{3,60} (?:we|I) (?:never|couldn['’]t|can['’]t|don['’]t) .{0,12}(?:know|knew|tell|say)|any(?:body|one)['’]s guess|your guess is|I can['’]t tell you more|only the gods|god knows what|the devil (?:alone )?knows|has no why|no deeper why|no more to tell|(?:stopped|quit) (?:asking|looking|wondering|guessing|searching)|(?:didn['’]t|not) (?:seem worth|pursue)|filed it under|put (?:it|that) down to|lifted (?:my )?shoulders|was a shrug|insert shrug|transient,? no cause|"not reproducible"|in the fog|made my peace with|idk|don['’]t ask me|no idea what got|as good as any other)/i;
/** Nobody found the cause, said in so many words. */
const neverFound =
  /\b(?:I|we|they|nobody|no one) (?:never |ever )+(?:did )?(?:(?:find|found|figured?|worked?) (?:it )?out (?:why|what|how)|(?:get|got) to the bottom|(?:learn\w*|knew) (?:why|what))\b/i;
const empty = new RegExp(
  [fate, givenUp, tautology]
    .map(({ source }) => source)
    .join('|')
    .replace('\\1', '\\w+'),
  'i',
);
/** What is said beside a shrug and tells no failure: "and life went on", "that was one of them". */
const aside =
  /^(?:so )?(?:life|nobody|no one|none|that|this one|ours|there|it came|so did)\b|\bone of them$|\b(?:good enough|eh)\b|^it went$/i;
const weakness = new RegExp(
  [shrug, fate, tautology, whim, givenUp]
    .map(({ source }) => source)
    .join('|')
    .replace('\\1', '\\w+'),
  'i',
);

/** The reason stands in the sentence after all, or the search goes on. */
const givesCause =
  /\b(?:because|caused by|due to (?!unforeseen)|owing to|root cause (?:was|is)|turned out|traced|it was the|the reason (?:was|is)|since the \w+ had|so (?:I|we) (?:\w+ )?(?:added|logged|captured|attached|ran|traced|compared|bisected|opened|pulled|wrote|started|checked|turned|instrumented|searched|looked|set up|enabled|asked|diffed|dumped|took|kept)|until (?:I|we))\b|:\s+\w+ \w+(?: \w+)*,/i;
const mechanismTold =
  /\b(?:unconfigured|expired|timeout|overflow|lock|leak|race|memory|null|certificate|cable|schema|version mismatch|as the \w+ feature)\b|\d+ ?(?:ms|GB|MB|%)/i;

/** The shrug is denied, quoted or answered in the same sentence. */
const answered =
  /\b(?:no|not|n['’]t|nothing|never) (?:\w+ )?(?:a )?(?:coincidence|luck|fate|fluke|gremlins?|mystery|to do with)\b|\b(?:theory|called (?:it|them)|name of|solved|had both|no: |though not|nothing to do|until|till it|so (?:I|we|today)\b|listed|helped|my (?:week|desk)|reason codes|the switch existed|when a \d|came back to us|ever reached|luck for me|thus|was the only)|\?\s*no\b|no one that|"murphy"|murphy, /i;

function leavesToFate(text: string): boolean {
  if (!weakness.test(text) || givesCause.test(text) || mechanismTold.test(text) || answered.test(text))
    return false;
  return tautology.test(text) || givenUp.test(text) || fate.test(text) || shrug.test(text);
}

function locate(reading: Reading): PhrasingMatch {
  const { text } = reading;
  const found =
    shrug.exec(text) ??
    (fate.test(text) || givenUp.test(text) || tautology.test(text) || whim.test(text) ? undefined : null);
  const span = found
    ? trimmed(text, { start: found.index, end: found.index + found[0].length })
    : weakStretch(reading, weakness).span;
  return { span, message: messageFor(text.slice(span.start, span.end), text) };
}

function messageFor(words: string, text: string): string {
  const quote = quoted(words, 60);
  if (givenUp.test(words)) return `${quote} gives the cause up.`;
  if (fate.test(words) || tautology.test(text)) return `${quote} leaves the cause to fate.`;
  return `${quote} stands where the cause should be.`;
}
