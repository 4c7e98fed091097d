import { describe, expect, it } from 'vitest';
import { createProgressBar } from '../../../server/src/hosts/cli/progressBar';

function written(
  total: number,
  isTTY: boolean,
  use: (bar: ReturnType<typeof createProgressBar>) => void,
): string {
  let text = '';
  use(createProgressBar(total, { isTTY, write: (more: string) => (text += more) }));
  return text;
}

describe('the progress bar', () => {
  it.each([
    ['no terminal', 1000, false],
    ['so little work that it is over at once', 10, true],
  ])('is not drawn for %s', (_, total, isTTY) => {
    expect(
      written(total, isTTY, (bar) => {
        bar.update(5);
        bar.clear();
      }),
    ).toBe('');
  });

  it('says how far the work is, and goes away without a trace', () => {
    const text = written(1000, true, (bar) => {
      bar.update(500);
      bar.clear();
      bar.clear();
    });
    expect(text).toContain(`${'█'.repeat(15)}${'░'.repeat(15)} 500 of 1,000 stories`);
    expect(text.endsWith('\r\u001b[K')).toBe(true);
    expect(text.split('\r')).toHaveLength(3);
  });
});
