import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answered,
  back,
  drawProbe,
  elapsed,
  isLast,
  newSession,
  next,
  paceOf,
  rate,
  restored,
  settled,
  startOrPause,
  stop,
  total,
  type RehearsalSession,
} from '../../../client/src/rehearsal/session';

type Step = (session: RehearsalSession, now: number) => RehearsalSession;

const steps: readonly Step[] = [
  startOrPause,
  next,
  back,
  (session, now) => stop(session, now, 'how-bad'),
  (session) => answered(session),
  (session) => rate(session, 3),
  settled,
];

/** A take as it may go: any presses with any time between them. */
const presses = fc.array(fc.record({ step: fc.nat(steps.length - 1), wait: fc.nat(90_000) }), {
  maxLength: 40,
});

/** The session after the presses, the clock at the end, and how long the clock ran. */
function play(
  sections: number,
  pressed: readonly { step: number; wait: number }[],
): { session: RehearsalSession; now: number; ran: number } {
  let session = newSession(sections);
  let now = 1_000;
  let ran = 0;
  for (const { step, wait } of pressed) {
    now += wait;
    if (session.phase === 'running') ran += wait;
    session = steps[step]!(session, now);
  }
  return { session, now, ran };
}

describe('a take', () => {
  it('goes from section to section, and its time is that of the section that was told', () => {
    let session = startOrPause(newSession(3), 0);
    session = next(session, 10_000);
    session = startOrPause(session, 14_000);
    session = next(session, 60_000);
    session = startOrPause(session, 60_000);
    session = back(session, 61_000);
    expect(elapsed(session, 63_000)).toEqual([10_000, 6_000, 1_000]);
    session = stop(session, 63_000, 'how-bad');
    expect(session).toMatchObject({ phase: 'probe', probe: 'how-bad', spent: [10_000, 6_000, 1_000] });
    expect(rate(session, 4)).toBe(session);
    expect(rate(answered(session), 4)).toMatchObject({ phase: 'done', rating: 4 });
  });

  it.each([
    ['nothing is stopped that has not begun', stop(newSession(2), 5, null), 'ready'],
    [
      'without a question the rating follows at once',
      stop(startOrPause(newSession(2), 0), 5, null),
      'rating',
    ],
    [
      'a paused take can be stopped',
      stop(startOrPause(startOrPause(newSession(1), 0), 5), 9, null),
      'rating',
    ],
    ['a rating beyond 5 is none', rate(stop(startOrPause(newSession(1), 0), 5, null), 6), 'rating'],
    ['a take may go without a rating', rate(stop(startOrPause(newSession(1), 0), 5, null), null), 'done'],
    ['the clock does not start again after the end', startOrPause(stop(startOrPause(newSession(1), 0), 5, null), 9), 'rating'], // prettier-ignore
  ])('%s', (_, { phase }, expected) => {
    expect(phase).toBe(expected);
  });

  it('counts each millisecond that the clock ran exactly once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), presses, (sections, pressed) => {
        const { session, now, ran } = play(sections, pressed);
        expect(total(session, now)).toBe(ran);
        expect(elapsed(session, now).every((time) => time >= 0)).toBe(true);
        expect(session.section).toBeGreaterThanOrEqual(0);
        expect(session.section).toBeLessThan(sections);
        expect(session.since === null).toBe(session.phase !== 'running');
        if (isLast(session)) expect(next(session, now)).toBe(session);
      }),
    );
  });

  it('is not disturbed by being settled, and never loses time to a clock that jumps back', () => {
    fc.assert(
      fc.property(presses, fc.nat(50_000), (pressed, later) => {
        const { session, now } = play(4, pressed);
        expect(total(settled(session, now), now + later)).toBe(total(session, now + later));
        expect(total(session, now - later)).toBeLessThanOrEqual(total(session, now));
        expect(total(session, 0)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('a take that was kept', () => {
  it('comes back as it was, and paused where it ran', () => {
    fc.assert(
      fc.property(presses, (pressed) => {
        const { session, now } = play(3, pressed);
        const kept = settled(session, now);
        const back = restored(JSON.parse(JSON.stringify(kept)), 3)!;
        expect(back).toEqual({
          ...kept,
          since: null,
          phase: kept.phase === 'running' ? 'paused' : kept.phase,
        });
        expect(total(back, now + 99_000)).toBe(total(session, now));
      }),
    );
  });

  it('is none if it is anything else, or of other sections', () => {
    expect(restored(newSession(3), 4)).toBeUndefined();
    for (const kept of [
      null,
      7,
      'running',
      {},
      { ...newSession(2), spent: [1, -1] },
      { ...newSession(2), section: 2 },
      { ...newSession(2), phase: 'over' },
      { ...newSession(2), spent: [1, 'x'] },
    ])
      // prettier-ignore
      expect(restored(kept, 2)).toBeUndefined();
    fc.assert(
      fc.property(fc.anything(), (kept) => {
        expect(() => restored(kept, 2)).not.toThrow();
      }),
    );
  });
});

describe('the pace', () => {
  const plan = [20, 10, 60];
  const at = (section: number, seconds: number): RehearsalSession => ({
    ...newSession(3),
    section,
    spent: [seconds * 1000, 0, 0],
    phase: 'paused',
  });
  it.each([
    ['within the section of the plan', at(0, 15), { section: 0, within: 15, behind: 0 }],
    ['behind: still in the first when the plan is in the third', at(0, 33), { section: 2, within: 3, behind: 13 }], // prettier-ignore
    ['ahead: in the third when the plan is in the first', at(2, 12), { section: 0, within: 12, behind: -18 }],
    ['after the end of the plan', at(2, 100), { section: 2, within: 60, behind: 10 }],
    ['at the start', at(0, 0), { section: 0, within: 0, behind: 0 }],
  ])('%s', (_, session, expected) => {
    expect(paceOf(plan, session, 0)).toEqual(expected);
  });
});

describe('the question at the end', () => {
  const probes = [
    { id: 'a', isAnswered: true },
    { id: 'b', isAnswered: false },
    { id: 'c', isAnswered: false },
  ];
  it.each([
    ['one without an answer', probes, [], 0, 'b'],
    ['by chance among these', probes, [], 0.99, 'c'],
    ['not the one that was asked before', probes, ['b', null], 0, 'c'],
    ['an answered one where there is no other', probes.slice(0, 1), ['a'], 0.5, 'a'],
    ['none where there are none', [], [], 0.5, null],
    ['one even if chance says 1', probes, [], 1, 'c'],
  ])('is %s', (_, among, asked, chance, expected) => {
    expect(drawProbe(among, asked, chance)).toBe(expected);
  });
});
