import { describe, expect, it } from 'vitest';
import { defaultOptions, type ReviewOptions } from '../../../server/src/review/options';
import { createReviewer } from '../../../server/src/review/reviewStory';
import { readSettings } from '../../../server/src/review/settings';
import { confidential } from '../../../server/src/rules/structure/confidential';
import { parseStory } from '../../../server/src/story/parseStory';
import { applyEdits } from '../../../server/src/text/edit';
import { shippedJudge } from '../judge';

const reviewer = createReviewer(shippedJudge());
const on: ReviewOptions = { ...defaultOptions, severities: { confidential: 'warning' } };

function found(text: string, options = on): { marked: string; message: string; fixed: string }[] {
  return reviewer
    .review(parseStory(text), options)
    .findings.filter(({ rule }) => rule === 'confidential')
    .map(({ span, message, rewrites }) => ({
      marked: text.slice(span.start, span.end),
      message,
      fixed: applyEdits(text, rewrites()[0]!.edits),
    }));
}

const marks = (text: string, options?: ReviewOptions): string[] =>
  found(text, options).map(({ marked }) => marked);

// Put together here, so that nobody's scanner takes this file for a leak.
const aws = ['AKIA', 'Q7ZP2LWXRVT4KBN3'].join('');
const github = ['ghp_', '9aZ2kQ7bX4mW1rT8vN3cJ6sD5fG0hL2yEpUo'].join('');

describe('confidential text', () => {
  it.each([
    ['an access key', `I found ${aws} in the log.`, [aws]],
    ['a token', `The script held \`${github}\`.`, [github]],
    [
      'a password in an address',
      'We called postgres://app:s3cr3tPw9@db/orders.',
      ['postgres://app:s3cr3tPw9@'],
    ],
    ['a made-up password', 'We called postgres://app:password@db/orders.', []],
    ['a private key', '-----BEGIN RSA PRIVATE KEY-----', ['-----BEGIN RSA PRIVATE KEY-----']],
    ['an assigned secret', 'It said api_key="a8F3kL09zQw7Xy".', ['api_key="a8F3kL09zQw7Xy']],
    ['a host by its domain', 'I logged into jenkins.build.internal at once.', ['jenkins.build.internal']],
    [
      'a host below a corporate domain',
      'The page on wiki.corp.example.com said so.',
      ['wiki.corp.example.com'],
    ],
    ['a machine', 'I restarted pay-prod-eu-03 and prod-web2.', ['pay-prod-eu-03', 'prod-web2']],
    ['a private address', 'Packets from 10.4.0.17 were lost.', ['10.4.0.17']],
    ['a placeholder for a key', 'Put AKIAXXXXXXXXXXXXXXXX or AKIAIOSFODNN7EXAMPLE there.', []],
    ['a region and a version', 'In eu-west-1 release 10.4.2 was slow, p99 at 2.5 s.', []],
    ['a public name', 'The docs at example.com and the com.sun.internal package helped.', []],
    ['words with dashes', 'A post-mortem of the pre-prod run, test-first, and a dev-1 sprint.', []],
    ['a link', 'See [the page](https://wiki.corp.example.com/page).', []],
    ['a block of code', '```\nssh db-prod-03\n```', []],
    ['a key in a block of code', `\`\`\`\nexport KEY=${aws}\n\`\`\``, [aws]],
  ])('%s', (_, text, expected) => {
    expect(marks(`## Action\n\n${text}\n`)).toEqual(expected);
  });

  it.each([
    ['Acme Corp asked for it.', ['Acme Corp']],
    ['ACME corp asked for it.', []],
    ['The globex team, and Globex again.', ['globex', 'Globex']],
    ['Acme Corporation asked for it.', []],
    ['The box at web.initech.example failed.', ['web.initech.example']],
  ])('of the user’s lists: %s', (text, expected) => {
    const { options } = readSettings({
      rules: { confidential: 'error' },
      confidential: { names: ['Acme Corp', 'globex', ' '], hosts: ['*.initech.example'] },
    });
    expect(marks(`## Action\n\n${text}\n`, options)).toEqual(expected);
  });

  it('is looked for in the title too', () => {
    expect(marks('---\ntitle: The day db-prod-03 died\n---\n\nI was on call.\n')).toEqual(['db-prod-03']);
  });

  it('is replaced by a hole, and a key is repeated nowhere', () => {
    const [key] = found(`I found ${aws} in the log.\n`);
    expect(key?.fixed).toBe('I found {{which key, without its value}} in the log.\n');
    expect(key?.message).not.toContain(aws);
  });

  it('says nothing unless switched on, and a comment about it is of use all the same', () => {
    const text = 'I restarted db-prod-03. <!-- star-ignore confidential -->\n';
    expect(marks(text.replace(/ <!.*/, ''), defaultOptions)).toEqual([]);
    const rules = reviewer.review(parseStory(text), defaultOptions).findings.map(({ rule }) => rule);
    expect(rules).not.toContain('unused-suppression');
  });

  it('is what its examples say', () => {
    for (const text of confidential.examples.weak) expect(marks(text)).toHaveLength(1);
    for (const text of confidential.examples.strong) expect(marks(text)).toEqual([]);
  });
});
