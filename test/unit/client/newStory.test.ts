import { describe, expect, it } from 'vitest';
import { templateSnippet } from '../../../client/src/commands/storyTemplate';
import { suggestedTitle } from '../../../client/src/newStory/title';

describe('suggestedTitle', () => {
  it.each([
    ['---\ntitle: Lost rows\n---\n\nText.', { own: 'Lost rows', guess: 'Lost rows' }],
    ['---\nlevel: senior\ntitle: "Lost: rows"\n---\n', { own: 'Lost: rows', guess: 'Lost: rows' }],
    ['# Lost rows #\n\nText.', { own: 'Lost rows', guess: 'Lost rows' }],
    [
      'The export lost rows for three weeks and nobody saw it. Then I looked.',
      { guess: 'The export lost rows for three weeks' },
    ],
    ['- **Exports** lost rows', { guess: 'Exports lost rows' }],
    ['## Situation\n\nText.', { guess: 'Situation' }],
    ['', { guess: '' }],
  ])('of %j is %j', (text, expected) => {
    expect(suggestedTitle(text)).toEqual(expected);
  });
});

describe('templateSnippet', () => {
  it.each([
    [
      'puts the title in',
      '---\ntitle: {{title}}\nlevel: sde1\n---\n\nText.',
      '---\ntitle: "A \\$1 \\"b\\""\nlevel: sde1\n---\n\nText.',
    ],
    ['adds a title', '---\nlevel: sde1\n---\nText.', '---\ntitle: "A \\$1 \\"b\\""\nlevel: sde1\n---\nText.'],
    ['adds a front matter', 'Text {{x}} $y', '---\ntitle: "A \\$1 \\"b\\""\n---\n\nText ${1:{{x\\}\\}} \\$y'],
    [
      'makes tab stops of holes',
      '---\r\ntitle: t\r\n---\r\n{{a}} {{b}}',
      '---\ntitle: "A \\$1 \\"b\\""\n---\n${1:{{a\\}\\}} ${2:{{b\\}\\}}',
    ],
  ])('%s', (_what, template, expected) => {
    // JSON quotes the title, and the snippet's own signs are escaped behind that.
    expect(templateSnippet(template, 'A $1 "b"')).toBe(expected.replaceAll('\\"', '\\\\"'));
  });
});
