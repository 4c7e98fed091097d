import type { Story } from '../../story/story';
import { overlaps, shiftSpan, type Span } from '../../text/span';
import { findHostsAndNames, findKeys, type ConfidentialText } from './confidentialText';
import type { StructureMatch, StructureRule } from '../rule';

/** Silent unless a setting gives it a severity (`isOff`). */
export const confidential: StructureRule = {
  kind: 'structure',
  id: 'confidential',
  title: 'Confidential text',
  summary:
    'The text looks like an internal host name, an access key or a name of your list. Off unless switched on.',
  why: 'A story is told outside the company. An interviewer who hears a customer’s name wonders what you will tell about them.',
  advice: 'Say what it is instead of its name: “our largest customer”, “the payment database”.',
  source: ['use'],
  severity: 'warning',
  check: ({ story, confidentialWords }) => {
    const keys = findKeys(story.text);
    const others = spokenParts(story).flatMap(({ start, end }) =>
      findHostsAndNames(story.text.slice(start, end), confidentialWords).map((found) => ({
        ...found,
        span: shiftSpan(found.span, start),
      })),
    );
    const told = others.filter(({ span }) => !keys.some((key) => overlaps(key.span, span)));
    return [...keys, ...told].map((found) => matchOf(found, story.text));
  },
  examples: {
    weak: [
      'I restarted db-prod-03 and watched the queue.\n',
      'The dashboards on grafana.corp.example.net were green.\n',
      'I found token=q8Zp2LwX7vRt4KbN in the log.\n',
    ],
    strong: [
      'I restarted the standby of the order database.\n',
      'The region eu-west-1 was slow, and example.com answered.\n',
      'I replaced AKIAXXXXXXXXXXXXXXXX in the sample.\n',
    ],
  },
};

const texts: Record<
  ConfidentialText['kind'],
  { message: (shown: string) => string; title: string; hole: string }
> = {
  key: {
    // The message goes into logs and reports: the key does not.
    message: () => 'This looks like an access key. If it was ever real, have it revoked.',
    title: 'Replace the key by a hole',
    hole: '{{which key, without its value}}',
  },
  host: {
    message: (shown) => `“${shown}” looks like an internal host name.`,
    title: 'Replace the host name by a hole',
    hole: '{{what this machine does}}',
  },
  name: {
    message: (shown) => `“${shown}” is on your list of confidential names.`,
    title: 'Replace the name by a hole',
    hole: '{{who they are, without the name}}',
  },
};

function matchOf({ kind, span }: ConfidentialText, text: string): StructureMatch {
  const { message, title, hole } = texts[kind];
  return {
    span,
    message: message(text.slice(span.start, span.end)),
    rewrites: () => [{ title, edits: [{ span, insert: hole }], safe: false, preferred: true }],
  };
}

/**
 * What is analysed: prose, headings, and the title and question of the front matter. A key is looked for everywhere instead, for it does
 * harm in a code block or a link too.
 */
function spokenParts({ blocks, headings, frontMatter }: Story): Span[] {
  const named = frontMatter.entries.filter(({ key }) => key === 'title' || key === 'question');
  return [
    ...named.map(({ valueSpan }) => valueSpan),
    ...headings.map(({ span }) => span),
    ...blocks.map(({ span }) => span),
  ];
}
