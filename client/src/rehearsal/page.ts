import type { Rehearsal, StoryFollowUp } from '../../../server/src/protocol';
import { clockTime } from '../outline/labels';
import { connect } from '../panels/page/connect';
import { element } from '../panels/page/elements';
import type { RehearsalStory, RehearsalToPage } from './messages';
import { button, probeCard, resultCard, sectionCard, type Card, type Mode } from './page/cards';
import { paceText, sectionList, setText, type SectionList } from './page/sections';
import { takesView } from './page/takes';
import {
  answered,
  back,
  drawProbe,
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
} from './session';

/** What outlives the page. */
interface Kept {
  readonly uri: string;
  readonly mode: Mode;
  readonly session: RehearsalSession;
}

/** How often the clock is looked at, in milliseconds; what is seen changes with the second. */
const tickTime = 200;

let story: (RehearsalStory & { readonly rehearsal: Rehearsal }) | undefined;
/** A story that was asked for while a take of another one was going on, or a change that would lose the take. */
let waiting: RehearsalStory | undefined;
let session = newSession(1);
let mode: Mode = 'cues';
let list: SectionList | undefined;
let card: Card | undefined;
let timer: ReturnType<typeof setInterval> | undefined;
/** Sections that were said to be over their budget: once each. */
let saidOver = new Set<number>();

const root = document.getElementById('page')!;
const clock = element('span', { class: 'clock', role: 'timer', 'aria-label': 'Time of this take' });
const pace = element('span', { class: 'pace' });
const live = element('div', { class: 'for-readers', 'aria-live': 'polite' });
document.body.append(live);

const host = connect<'rehearsal', Kept>(receive);
/** A take that was going on when the page was hidden or the window reloaded. */
let kept = host.state;
if (kept?.mode === 'text') mode = 'text';
document.addEventListener('keydown', onKey);
draw();

function receive(message: RehearsalToPage): void {
  if (message.type === 'takes') {
    if (story?.uri !== message.uri) return;
    story = { ...story, takes: message.takes };
    draw();
    return;
  }
  const isSame = story?.uri === message.uri;
  if (story && isGoingOn() && !(isSame && hasSameSections(story.rehearsal, message.rehearsal))) {
    // A change of the story comes in with the next take; another story waits until it is let in.
    waiting = message;
    if (!isSame) draw();
    return;
  }
  accept(message);
}

function accept(message: RehearsalStory): void {
  const { rehearsal } = message;
  const isSame = story?.uri === message.uri;
  waiting = undefined;
  if (!rehearsal || rehearsal.sections.length === 0) {
    story = undefined;
    drawNothing(message);
    return;
  }
  const count = rehearsal.sections.length;
  const before = kept;
  kept = undefined;
  if (before?.uri === message.uri) session = restored(before.session, count) ?? newSession(count);
  else if (!isSame || session.spent.length !== count) session = newSession(count);
  story = { ...message, rehearsal };
  draw();
}

function isGoingOn(): boolean {
  return session.phase !== 'ready' && session.phase !== 'done';
}

function hasSameSections(one: Rehearsal, other: Rehearsal | null): boolean {
  const names = ({ sections }: Rehearsal): string => sections.map(({ name }) => name).join('\n');
  return other !== null && names(one) === names(other);
}

/** Takes the next state, keeps it, and shows it. `said` is for those who hear the page. */
function become(after: RehearsalSession, said = ''): void {
  if (after === session) return;
  const isOtherCard = after.phase !== session.phase || after.section !== session.section;
  session = after;
  keep();
  draw();
  // What was pressed may be gone: whoever goes by the keyboard is taken to what is new.
  if (isOtherCard && document.activeElement === document.body) focusCard();
  if (said !== '') setText(live, said);
}

function keep(): void {
  if (story) host.keep({ uri: story.uri, mode, session: settled(session, performance.now()) });
}

function focusCard(): void {
  if (session.phase === 'probe' || session.phase === 'rating' || session.phase === 'done')
    document.getElementById('card-heading')?.focus();
}

function toggle(): void {
  const after = startOrPause(session, performance.now());
  const time = clockTime(total(after, performance.now()) / 1000);
  become(after, after.phase === 'running' ? `Running. ${sectionText(after)}` : `Paused at ${time}.`);
}

function goOn(): void {
  if (isLast(session)) finish();
  else goTo(next(session, performance.now()));
}

function goBack(): void {
  goTo(back(session, performance.now()));
}

function goTo(after: RehearsalSession): void {
  become(after, sectionText(after));
}

function sectionText({ section }: RehearsalSession): string {
  const told = story?.rehearsal.sections[section];
  return told ? `${told.name}, ${clockTime(told.budgetSeconds)}.` : '';
}

function finish(): void {
  if (!story) return;
  const probes = story.rehearsal.probes.map(({ id, answer }) => ({ id, isAnswered: answer?.isComplete === true })); // prettier-ignore
  const asked = story.takes.map(({ probe }) => probe);
  const after = stop(session, performance.now(), drawProbe(probes, asked, Math.random()));
  become(after, `Stopped at ${clockTime(total(after, 0) / 1000)}. ${probeOf(after)?.question ?? ''}`);
}

function probeOf({ probe }: RehearsalSession): StoryFollowUp | undefined {
  return story?.rehearsal.probes.find(({ id }) => id === probe);
}

function haveAnswered(): void {
  become(answered(session), probeOf(session)?.strong ?? 'How did the take go? 1 to 5.');
}

function rateTake(rating: number | null): void {
  const after = rate(session, rating);
  if (after === session || !story) return;
  const seconds = after.spent.map((time) => Math.round(time / 100) / 10);
  host.post({
    type: 'save',
    uri: story.uri,
    take: {
      sections: story.rehearsal.sections.map(({ name }, index) => ({ name, seconds: seconds[index] ?? 0 })),
      total: Math.round(total(after, 0) / 100) / 10,
      rating,
      mode,
      probe: after.probe,
    },
  });
  become(after, rating === null ? 'The take ended.' : `Rated ${rating} of 5.`);
}

function again(): void {
  const fresh = waiting?.uri === story?.uri ? waiting : undefined;
  session = newSession(story?.rehearsal.sections.length ?? 1);
  saidOver = new Set();
  if (fresh) accept(fresh);
  keep();
  draw();
}

function switchMode(to: Mode): void {
  mode = to;
  keep();
  draw();
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || !story) return;
  const target = event.target instanceof HTMLElement ? event.target : undefined;
  // Whoever has walked to a button presses it as buttons are pressed; a click leaves the space bar to the clock.
  if (event.key === ' ' && target?.matches('button:focus-visible, summary')) return;
  const action = actionOf(event.key);
  if (!action) return;
  event.preventDefault();
  action();
}

function actionOf(key: string): (() => void) | undefined {
  switch (session.phase) {
    case 'ready':
    case 'running':
    case 'paused':
      return { ' ': toggle, ArrowRight: goOn, ArrowLeft: goBack, s: finish, S: finish, t: other, T: other }[
        key
      ];
    case 'probe':
      return { ' ': haveAnswered }[key];
    case 'rating':
      return /^[0-5]$/.test(key) ? () => rateTake(key === '0' ? null : Number(key)) : undefined;
    case 'done':
      return { ' ': again }[key];
  }
}

function other(): void {
  switchMode(mode === 'cues' ? 'text' : 'cues');
}

/** Draws all of it; the tick only brings times up to date. What had the focus gets it back, if it is still there. */
function draw(): void {
  const focused = document.activeElement?.id ?? '';
  if (!story) {
    if (root.childElementCount === 0) root.append(element('p', { class: 'muted' }, 'Reading the story …'));
    return;
  }
  const { rehearsal, takes } = story;
  const isTelling = session.phase === 'ready' || session.phase === 'running' || session.phase === 'paused';
  list = sectionList(rehearsal);
  root.replaceChildren(
    header(rehearsal, isTelling),
    ...(waiting && waiting.uri !== story.uri ? [waitingNote(waiting)] : []),
    ...(isTelling ? [controls(rehearsal)] : []),
    element('div', { class: 'columns' }, list.root, currentCard(rehearsal)),
    ...(takes.length > 0 ? [takesView(takes, rehearsal.budgetSeconds, openLog)] : []),
  );
  tick();
  if (focused !== '') document.getElementById(focused)?.focus();
  clearInterval(timer);
  if (session.phase === 'running') timer = setInterval(tick, tickTime);
}

function header(
  { title, seconds, wordsPerMinute, budgetSeconds }: Rehearsal,
  isTelling: boolean,
): HTMLElement {
  const modeButton = (to: Mode, label: string): HTMLButtonElement =>
    button(label, '', () => switchMode(to), {
      id: `mode-${to}`,
      class: mode === to ? undefined : 'secondary',
      'aria-pressed': String(mode === to),
    });
  return element(
    'header',
    {},
    element('h1', {}, title),
    element(
      'p',
      { class: 'muted' },
      `${clockTime(seconds)} to say at ${wordsPerMinute} words a minute; the budget is ${clockTime(budgetSeconds)}.`,
    ),
    ...(isTelling
      ? [
          element(
            'div',
            { class: 'modes', role: 'group', 'aria-label': 'What is shown' },
            modeButton('cues', 'Cue cards'),
            modeButton('text', 'Full text'),
            element('kbd', { 'aria-hidden': 'true' }, 'T'),
          ),
        ]
      : []),
  );
}

function controls({ budgetSeconds }: Rehearsal): HTMLElement {
  const { phase, section } = session;
  const start = phase === 'running' ? 'Pause' : phase === 'paused' ? 'Go on' : 'Start';
  const disabled = (is: boolean): string | undefined => (is ? 'true' : undefined);
  const isBegun = phase !== 'ready';
  const step = (label: string, key: string, run: () => void, id: string, is: boolean): HTMLButtonElement => {
    const made = button(label, key, run, { id, class: 'secondary' });
    made.disabled = disabled(is) !== undefined;
    return made;
  };
  return element(
    'div',
    { class: 'controls' },
    element('p', { class: 'time' }, clock, element('span', { class: 'muted' }, ` of ${clockTime(budgetSeconds)} `), pace),
    element(
      'div',
      { class: 'buttons' },
      button(start, 'Space', toggle, { id: 'start' }),
      step('Back', '←', goBack, 'back', section === 0),
      step(isLast(session) ? 'Finish' : 'Next', '→', goOn, 'next', isLast(session) && !isBegun),
      step('Stop', 'S', finish, 'stop', !isBegun),
    ),
  ); // prettier-ignore
}

function currentCard(rehearsal: Rehearsal): HTMLElement {
  card = undefined;
  if (session.phase === 'probe' || session.phase === 'rating')
    return probeCard(probeOf(session), session, {
      answered: haveAnswered,
      rate: rateTake,
      writeAnswer: ({ id }) => {
        if (story) host.post({ type: 'writeAnswer', uri: story.uri, id });
      },
    });
  if (session.phase === 'done')
    return resultCard(rehearsal.sections, session, {
      budget: rehearsal.budgetSeconds,
      note: story?.obstacle ?? 'The take is kept in the folder of your stories.',
      again,
    });
  card = sectionCard(rehearsal.sections[session.section]!, mode);
  return card.root;
}

function openLog(): void {
  if (story) host.post({ type: 'openLog', uri: story.uri });
}

function waitingNote(message: RehearsalStory): HTMLElement {
  const title = message.rehearsal?.title ?? 'another story';
  return element(
    'div',
    { class: 'note', role: 'status' },
    element('p', {}, `You asked for “${title}”. This take is not finished.`),
    button('Drop it and switch', '', () => {
      session = newSession(1);
      accept(message);
      keep();
    }),
    ' ',
    button('Stay here', '', () => {
      waiting = undefined;
      if (story) host.post({ type: 'stay', uri: story.uri });
      draw();
    }, { class: 'secondary' }),
  ); // prettier-ignore
}

function drawNothing({ uri, rehearsal }: RehearsalStory): void {
  clearInterval(timer);
  root.replaceChildren(
    element('h1', {}, rehearsal?.title ?? 'Rehearsal'),
    element(
      'p',
      {},
      rehearsal
        ? 'There is nothing to say in this story yet. Write a sentence or two, and it can be rehearsed.'
        : 'This story cannot be read: it is gone, or STAR Stories is switched off here.',
    ),
    ...(rehearsal ? [button('Open the story', '', () => host.post({ type: 'openStory', uri }))] : []),
  );
}

/** Brings times and pace up to date. */
function tick(): void {
  if (!story) return;
  const now = performance.now();
  const { sections } = story.rehearsal;
  const time = clockTime(total(session, now) / 1000);
  if (clock.textContent !== time && session.phase === 'running') keep();
  setText(clock, time);
  list?.update(session, now);
  const isBegun = session.phase === 'running' || session.phase === 'paused';
  const here = paceOf(
    sections.map(({ seconds }) => seconds),
    session,
    now,
  );
  setText(pace, isBegun ? paceText(here.behind) : '');
  card?.markPace(isBegun && here.section === session.section ? here.within : undefined);
  sayOver(now);
}

/** Says once that a section is over its budget. */
function sayOver(now: number): void {
  const told = story?.rehearsal.sections[session.section];
  if (!told || session.phase !== 'running' || saidOver.has(session.section)) return;
  const spent = settled(session, now).spent[session.section] ?? 0;
  if (spent <= told.budgetSeconds * 1000) return;
  saidOver.add(session.section);
  setText(live, `${told.name} is over its ${clockTime(told.budgetSeconds)}.`);
}
