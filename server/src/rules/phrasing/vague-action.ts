import type { Reading } from '../../prose/reading';
import { quoted } from '../rewriting/edits';
import { isPlain } from '../rewriting/plainWords';
import { recast, recastWhole } from '../rewriting/recast';
import type { Statement } from '../rewriting/statements';
import { offered } from '../rewriting/titles';
import { weakStretch } from '../rewriting/weakStretch';
import { stepRewrites } from '../rewriting/steps';
import type { PhrasingMatch, PhrasingRule } from '../rule';

export const vagueAction: PhrasingRule = {
  kind: 'phrasing',
  id: 'vague-action',
  title: 'Work without a step to picture',
  summary: 'The sentence tells of diagnosis or repair, and nothing in it could be pictured.',
  why: 'An interviewer scores what you did. “I looked into it and fixed it” could stand in any story, so it earns nothing and invites “What exactly did you look at?”.',
  advice:
    'Name the tool, the signal, the hypothesis or the change: which log you opened, what it showed, which line or limit you changed from what to what.',
  source: ['000', '004'],
  severity: 'warning',
  raises: (reading) => reading.section === 'action' && showsNoStep(reading.text),
  vetoes: ({ text }) => nextStepNamed.test(text) || effort.test(text),
  locate,
  rewrite: (reading, { span }) => {
    const alsoWeak = ({ body }: Statement): boolean =>
      weakness.test(reading.text.slice(body.start, body.end));
    // What others wanted or did is no step of the narrator's that could be told better.
    const isTheirs = weakStretch(reading, weakness).statements[0]?.clause?.subject?.actorClass === 'party';
    const isOurs = reading.clauses.some(({ subject }) => subject?.actorClass === 'own-team') && !/\bI\b/.test(reading.text); // prettier-ignore
    const told = isOurs ? steps.replace(/^I /, 'we ') : steps;
    const ways = [
      isTheirs ? undefined : recast(reading, span, { words: told, weakOpening: weakness, alsoWeak }),
      recastWhole(reading, told),
    ];
    return stepRewrites(reading, weakStretch(reading, weakness), weakness, offered(reading.text, ways));
  },
  examples: {
    weak: [
      {
        text: '«I looked into it and fixed the issue».',
        section: 'action',
        rewritten:
          'I checked {{which part, log or metric}}, found {{the cause}} and changed {{what, from → to}}.',
      },
      {
        text: '«I played with the settings until search behaved».',
        section: 'action',
        rewritten:
          'I checked {{which part, log or metric}} of the settings, found {{the cause}} and changed {{what, from → to}}, and search behaved.',
      },
      {
        text: '«After a lot of trial and error I got the link to come up».',
        section: 'action',
        rewritten:
          'I checked {{which part, log or metric}}, found {{the cause}} and got the link to come up by {{the change}}.',
      },
      {
        text: '«I did some analysis, found the problem and corrected it».',
        section: 'action',
        rewritten:
          'I checked {{which part, log or metric}}, found {{the cause}} and changed {{what, from → to}}.',
      },
      {
        text: '«Took the necessary measures».',
        section: 'action',
        rewritten:
          'Checked {{which part, log or metric}}, found {{the cause}} and changed {{what, from → to}}.',
      },
    ],
    strong: [
      { text: 'I compared the two query plans and saw a sequential scan on orders.', section: 'action' },
      {
        text: 'I bisected 40 commits and landed on the one that changed the retry delay.',
        section: 'action',
      },
      {
        text: 'A heap dump showed 2 million session objects, so I capped the cache at 50,000.',
        section: 'action',
      },
      {
        text: 'I raised the pool from 20 to 60 connections, because the wait time matched the errors.',
        section: 'action',
      },
    ],
  },
};

const steps = 'I checked {{which part, log or metric}}, found {{the cause}} and changed {{what, from → to}}';

/** A search without a place or a method. */
const search =
  /\b(?:(?:dug|dig|digging|poked?|poking|play(?:ed|ing)|fiddl\w+|tinker\w*|mess(?:ed|ing)|rummag\w+|googl\w+|search(?:ed|ing)|tweak\w*) (?:\w+ )?(?:around|about|into it|in it|at it|with|here and there|things|stuff|until|till)|look(?:ed|ing)? (?:\w+ )?(?:into (?:it|the matter|things|this)|around|at (?:it|the (?:thing|matter|problem|situation)|everything))|(?:went|go|going|came) (?:deep|over|through everything|down the rabbit hole)|trial and error|this and that|here and there|from (?:all|different|several|various|a couple of) (?:sides|angles|levels)|(?:deep dive|detective|digging|poking|fiddling|tweaking|googling|debugging|troubleshooting|research|homework|analysis|tweaks|jiggery)|got (?:stuck in|to the bottom)|rolled up my sleeves|analysed|analyzed|analysing|investigat\w+|examined everything|improvis\w+|attacked it|all the possible places|everything I could think of|several checks|kitchen sink)\b/i;
/** A repair without what was changed. */
const repair =
  /\b(?:(?:sort|fix|solv|resolv|handl|remed|cur|correct|repair|eliminat|rectif|patch|untangl|straighten|address|tidi)\w* (?:\w+ ){0,2}(?:it|that|this|them|out|up|problem|issue|issues|matter|fault|error|bug|everything|what|whatever)|(?:did|do|doing) what (?:was|is|had)|dealt with it|took care of|made it (?:work|run)|got it (?:back|going|working|running|up)|had it (?:licked|sussed|fixed)|put (?:it|that|this) right|worked (?:my|some|a bit of) (?:\w+ )?magic|(?:necessary|needed|required|appropriate|suitable|corrective|corresponding|usual|proper|various|several|certain|different|some|requisite) (?:\w+ )?(?:steps|measures|actions?|changes|adjustments|modifications|corrections|solutions?|techniques|remedies|motions|improvements|optimi[sz]ations|manner|troubleshooting|approaches|things|stuff)|a (?:few|couple of|number of|bunch of) (?:\w+ )?(?:things|changes|adjustments|tweaks|fixes|approaches|improvements)|one thing led to another|until it (?:worked|ran|gave|behaved|moved)|the (?:thing|problem) (?:was|went)|found (?:a|the) (?:solution|problem|fault|issue)|put out the fire|in order)\b/i;
const weakness = new RegExp(`${search.source}|${repair.source}`, 'i');
/** A step that one can picture: a tool, a reading, a cause. */
const nextStepNamed =
  /\b(?:with|via|using|through) (?:[a-z]*[\d_./][\w./]*|strace|bisect|tcpdump|perf|gdb|grep|git|explain|wireshark|jstack|curl|dtrace|valgrind|ping|traceroute|scope|multimeter)\b|:\s.*\b\d|\bthere the \w+ was\b|\bwith bisect\b/i;
/** Hours and heroics are another rule's, and containment is a step. */
const otherTelling =
  /\b(?:nights?|first in|last out|rolled back|hat|alone|hours?|direction|others|thought|think was|promot\w+|thanked)\b/i;

const effort = /\bgave it everything\b|\bsolved it\b(?<=\b(?:she|he|they|who) solved it)/i;

function showsNoStep(text: string): boolean {
  if (nextStepNamed.test(text) || !weakness.test(text)) return false;
  if (isPlain(text)) return !otherTelling.test(text);
  return search.test(text) && repair.test(text) && !named.test(text);
}

/** Figures, code and names of tools show that something is told. */
const named =
  /\d|: |[`_]|\b(?:log|logs|dashboard|metric|trace|query|index|commit|diff|profiler|graph|dump|breakpoint|heap|thread|stack trace|grafana|kibana|sql|console|flame graph|because|caused? by|due to)\b/i;

function locate(reading: Reading): PhrasingMatch {
  const { span } = weakStretch(reading, weakness);
  const words = reading.text.slice(span.start, span.end);
  return { span, message: messageFor(words, quoted(words, 60)) };
}

function messageFor(words: string, quote: string): string {
  if (search.test(words) && repair.test(words))
    return `${quote} names neither what you looked at nor what you changed.`;
  return search.test(words)
    ? `${quote} does not say what you looked at and what it showed.`
    : `${quote} does not say what you changed, and why that.`;
}
