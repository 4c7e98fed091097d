import type { DeedClass } from '../clause';
import { phraseList, phraseSet } from './wordSet';

/**
 * Verbs by the kind of deed they tell of: an infinitive, with its particle ("take down"), and for verbs that say little alone with the head of
 * their object behind "+" ("drop +ball", "make +mistake"). A verb may stand in several classes.
 */
const verbsByDeed: Readonly<Record<DeedClass, string>> = {
  harm: `break, take down, bring down, knock out, knock over, delete, wipe, wipe out, drop, destroy, corrupt, ruin, wreck, damage, nuke, kill, crash, sink, hurt, harm, cost,
    clobber, overwrite, truncate, botch, bungle, fumble, mangle, garble, mess up, screw up, muck up, foul up, bork, blow up, blow away, blow, trash, cripple, derail, sabotage, brick,
    fry, flood, overload, overwhelm, swamp, leak, expose, lose, misconfigure, misroute, mistype, mislabel, misread, misplace, misjudge, miscalculate, misunderstand,
    fat-finger, force-push, hard-code, cowboy-deploy, cowboy, mishandle, mislead, yank, unplug, trip over, trip, poison, pollute, contaminate, compromise, jeopardise, jeopardize,
    degrade, disrupt, interrupt, block, delay, slow down, slow, stall, jam, clog, choke, starve, exhaust, burn through, bust, tank, torpedo, undermine, scupper,
    cause, trigger, spark, provoke, introduce, inject, lock out, lock up, slip in, sneak in, mix up, swap, confuse, deceive, break into, kick out, knock offline, double-charge, overcharge,
    double-book, mis-tag, mismatch, invert, flip, push +bug, push +config, ship +bug, ship +regression, merge +bug, make +mistake, make +error, make +mess, make +hash,
    do +damage, wreak +havoc, leave +mess, leave +landmine, leave +bomb, plant +bomb, start +fire, pull +plug, blow +budget, throw away, throw out, scrap, spoil, upset, strand, err, go wrong, go rogue`,
  neglect: `forget, skip, ignore, neglect, overlook, miss, omit, fail, rubber-stamp, wave through, sit on, let slide, let slip, let lapse, lapse, leave out, leave open, leave off, leave behind,
    disregard, dismiss, brush off, brush aside, shrug off, bypass, sidestep, evade, dodge, shirk, cut +corner, drop +ball, drag +foot, drag +feet, take +shortcut, turn +eye, fall asleep, oversleep, stall,
    procrastinate, put off, postpone, refuse, bother, gloss over, pass over, slack, slack off, underestimate, abandon, give up, look away, look the other way, cowboy, wing, rush, rush through,
    assume, never check, not check, work around, sleep through, tune out, mute, silence, lose +track, lose +interest, leave +default, leave +door, leave undone, cheap out, skimp, skimp on, fob off`,
  repair: `fix, repair, patch, restore, recover, resolve, mend, correct, remedy, remediate, cure, solve, roll back, roll forward, revert, undo, rebuild, rerun, replay, reprocess, restart, reboot,
    redeploy, reinstall, reindex, reseed, resync, resynchronise, reconcile, repopulate, backfill, rectify, salvage, rescue, save, heal, bring back, bring up, put back, put right, set right, sort, sort out,
    clean up, clear up, clear, tidy, tidy up, straighten out, iron out, untangle, unblock, unjam, free, free up, recreate, renew, reissue, rotate, replace, swap, swap out, rewrite, rework, hotfix, hot-patch,
    refund, reimburse, repair +damage, re-enable, reopen, reactivate, reconnect, reattach, remount, reset, recompute, recalculate, deduplicate, dedupe, defragment, vacuum, stop +leak, plug +leak, plug, close +hole,
    retune, tune, debug, troubleshoot, deal with, take care of, finish off, make good, apply +fix, apply +patch, deploy +fix, deploy +hotfix, ship +fix, push +fix, push +hotfix, release +fix, merge +fix, write +fix, land +fix, put in +fix, roll out +fix, make +fix, find +fix`,
  contain: `roll back, revert, disable, turn off, switch off, flip, flip off, throttle, rate-limit, reroute, divert, drain, shed, fail over, fall back, isolate, quarantine, freeze, pause, halt, stop, suspend, cut off, shut off,
    shut down, shut, take offline, block, cap, limit, pin, evict, cordon, fence, contain, mitigate, stem, stanch, staunch, degrade, stabilise, stabilize, scale up, scale out, scale down, shift +traffic, move +traffic,
    route +traffic, redirect, redirect +traffic, switch +traffic, switch, switch over, switch back, stop +bleeding, stop +rollout, pull, pull back, back out, kill, kill +job, kill switch, purge, flush, hold, hold back, buy +time, put up +page,
    lock, lock down, revoke, rate limit, load-shed, blackhole, detach, unplug, disconnect, bypass, restart, bounce, reboot, trip, set +flag, toggle, toggle off, restrict, cut over, promote, stave off, relieve, ease, damp, dampen, cool`,
  investigate: `trace, compare, profile, look into, look at, look through, look, look around, look up, dig, dig into, dig in, dig through, inspect, examine, analyse, analyze, investigate, debug, bisect, reproduce, replicate, diff, check, check out,
    query, read, read through, search, grep, comb through, comb, pore over, scan, scour, sift through, walk through, go through, go over, step through, poke, poke around, poke at, probe, explore, hunt, hunt down, chase, chase down, track down,
    track, pinpoint, narrow down, narrow, isolate, rule out, eliminate, find, find out, figure out, work out, spot, discover, locate, identify, detect, uncover, unearth, notice, diagnose, triage, troubleshoot, correlate, cross-check, test, hypothesise, hypothesize,
    suspect, instrument, tail, sample, plot, graph, chart, capture, dump, sniff, map, map out, study, research, review, audit, follow, see, sort through, get to the bottom, get to bottom, drill into, drill down, zoom in, experiment, try, try out, simulate, replay,
    ask, question, interview, eyeball, glance, glance at, stare at, have +look, take +look, run +query, run +trace, form +hypothesis, open +log, pull +log, pull up, take +dump, take +capture, do +investigation, single out, deduce, infer, lay out, line up, google, parse, decode`,
  build: `write, add, design, migrate, build, create, develop, implement, introduce, install, deploy, ship, release, launch, roll out, set up, put in, put in place, put together, put up, configure, refactor, rewrite, redesign, rearchitect, re-architect, rework, replace,
    automate, script, code, program, prototype, draft, compose, draw up, draw, author, extend, expand, extract, split, split up, split out, carve out, merge, integrate, wire, wire up, hook up, plug in, plumb, bake in, embed, encode, codify, construct, make, model, produce,
    provision, port, move, upgrade, update, change, adapt, modify, convert, swap out, switch, optimise, optimize, speed up, cache, shard, partition, batch, index, parallelise, parallelize, vectorise, vectorize, containerise, containerize, instrument, document, define, specify, spec, spin up, stand up,
    generate, scaffold, template, standardise, standardize, consolidate, unify, simplify, streamline, trim, strip out, remove, retire, decommission, deprecate, drop, cut over, land, publish, package, bundle, compile, push, commit, open +request, raise +request, finish, complete, deliver,
    reorganise, reorganize, restructure, schedule, plan, organise, organize, arrange, establish, form, found, train, onboard, teach, mentor, lead, drive, coordinate, run, set, turn on, enable, raise, lower, tighten, increase, reduce, cut, change +config, tweak, adjust, tune, run +migration, do +migration, do +work, do, perform, execute, carry out, handle, prepare, set +threshold`,
  communicate: `tell, post, mail, email, e-mail, update, inform, notify, announce, report, message, ping, phone, call, ring, text, write to, write up, share, explain, brief, debrief, warn, alert, page, let know, keep posted, keep informed, keep in the loop, loop in, bring in, talk, talk to, talk through, speak,
    speak to, say, mention, state, present, demo, show, walk through, send, send out, send round, publish, communicate, tweet, broadcast, circulate, relay, pass on, reply, respond, answer, ask, apologise, apologize, admit, confess, disclose, flag, flag up, raise, point out, point to, discuss,
    document, meet, meet with, chat, consult, contact, reach out, get in touch, touch base, sync, huddle, report back, follow up, remind, reassure, promise, clarify, outline, summarise, summarize, remark, comment, note, argue, complain, suggest, propose, recommend, advise, pitch, persuade, convince,
    negotiate, agree, request, confirm, keep +page, give +update, give +heads-up, send +update, post +update, open +bridge, open +channel, start +call, join +call, set up +call, hold +meeting, run +meeting, run +review, hold +review, host, liaise, copy in, cc, sign off, shout, whisper`,
  delegate: `escalate, assign, reassign, delegate, hand over, hand off, hand, pass, pass on, pass along, forward, transfer, refer, defer, leave to, leave with, punt, kick over, throw over, tag, page, summon, outsource, offload, farm out, entrust, task, raise +ticket, open +ticket, file +ticket, file +bug, file +issue, file, open +case,
    log +ticket, create +ticket, submit +ticket, raise +issue, put in +ticket, put in +request, drop +ticket, raise +case, open +issue, get, ask, tell, have, let, move +ticket, route +ticket, redirect, bounce, request, instruct, order, direct, call in, bring in, loop in, pull in, get hold of, turn over, toss, kick upstairs, flag up, notify, inform, report, ping`,
  wait: `wait, wait for, await, wait out, stand by, sit, sit back, sit tight, hang on, hang around, hold on, hold off, hold out, watch, idle, linger, stay, stay put, twiddle +thumb, bide +time, sleep on, pause, be patient, hope, keep refreshing, refresh, leave it`,
  prevent: `prevent, guard, gate, alert, block, forbid, ban, disallow, reject, refuse, require, enforce, validate, verify, lint, check, catch, stop, protect, harden, fence, limit, cap, restrict, lock down, make impossible, rule out, avoid, avert, ensure, make sure, guarantee, secure, safeguard, strengthen, tighten, automate,
    test, cover, add +test, add +alert, add +check, add +gate, add +guard, add +alarm, add +step, add +lint, add +limit, add +threshold, write +test, write +runbook, set up +alert, set +alarm, page, warn, fail +build, mandate, insist, codify, standardise, standardize, document, rehearse, drill, monitor, review, back up, improve +process`,
  measure: `measure, confirm, verify, watch, monitor, observe, count, benchmark, load-test, test, soak, soak-test, track, record, log, time, quantify, calculate, compute, estimate, validate, check, double-check, cross-check, prove, compare, sample, re-measure, remeasure, rerun, replay, gauge, audit, reconcile, rate, survey, poll, evaluate, assess, keep +eye, run +test, run +benchmark, run +canary, canary, see`,
  decide: `decide, choose, agree, pick, opt, settle, settle on, select, elect, determine, resolve, rule, approve, sign off, green-light, greenlight, authorise, authorize, commit, commit to, make +decision, make +call, take +decision, call +shot, vote, prioritise, prioritize, deprioritise, prefer, plan, reject, veto, refuse, decline, accept, trade, trade off, weigh, weigh up,
    go for, go with, set +priority, volunteer, step up, step in, take on, take over, take ownership, take +ownership, take +lead, take charge, own, insist, conclude, drop, give up, postpone, defer, rescope, cut +scope, mandate`,
  feel: `feel, thank, praise, applaud, congratulate, appreciate, love, like, enjoy, impress, delight, please, thrill, relieve, celebrate, cheer, clap, commend, compliment, complain, grumble, worry, panic, freak out, freak, fear, dread, hate, cry, stress, stress out, scare, frighten, frustrate, annoy, anger, upset, embarrass, shame, regret, surprise, shock, amaze, astonish, calm down, calm,
    freeze, sweat, tremble, despair, overwhelm, excite, satisfy, disappoint, admire, honour, honor, reward, single out, recognise, recognize, credit, shout out, trust, respect, be happy, be proud`,
  learn: `learn, realise, realize, understand, discover, see, find out, appreciate, recognise, recognize, grasp, come to understand, come away, take away, remember, teach, reinforce, remind, internalise, conclude, reflect, notice, gather, pick up, internalize, absorb, drive home, hammer home, open +eye, know`,
  assume: `assume, hope, guess, suppose, presume, trust, believe, expect, imagine, reckon, figure, suspect, think, bet, gamble, count on, rely on, take for granted, wager, speculate, anticipate, feel, pray, seem, appear, take +word, cross +finger`,
  change: `improve, rise, fall, drop, increase, decrease, grow, shrink, climb, decline, double, triple, halve, quadruple, jump, spike, plunge, plummet, dip, soar, surge, sink, slip, slow, slow down, speed up, accelerate, reduce, cut, lower, raise, boost, lift, bring down, drive down, go up, go down, come down, go from, shorten, lengthen, tighten, widen, narrow, taper, taper off, fade,
    subside, ease, settle, stabilise, stabilize, level off, flatten, recover, normalise, normalize, return, save, gain, lose, win, eliminate, vanish, disappear, change, become, turn, turn into, get better, get worse, worsen, deteriorate, degrade, enhance, strengthen, trim, slash, shave, balloon, explode, swell, expand, reach, hit, peak, bottom out, average, hover, drift, fluctuate, vary, exceed, outperform, fly`,
  fail: `crash, break, break down, fail, die, hang, freeze, stall, go down, go dark, go offline, go wrong, go bad, fall over, collapse, blow up, explode, time out, lapse, expire, leak, overflow, run out, run dry, deadlock, lock up, choke, buckle, misbehave, malfunction, error, panic, stop, stop working, lag, back up, pile up, drop out, drop off, disappear, vanish, corrupt, saturate, exhaust, topple, give out,
    peter out, grind to a halt, come to a halt, fall apart, fall behind, spike, loop, bounce, flap, black out, melt, melt down, oom, oom-kill, throw, return, reject, refuse, degrade, flatline, starve, miss, skip, restart, reboot, drift, come apart, happen, occur`,
  be: `be, have, seem, appear, look, remain, stay, become, get, feel, sound, exist, contain, include, consist, belong, sit, lie, stand, own, hold, keep, mean, matter, depend, need, want, lack, cost, last, weigh, run, live, work`,
};

const deedsByVerb = new Map<string, Set<DeedClass>>();
for (const [deed, verbs] of Object.entries(verbsByDeed) as [DeedClass, string][]) {
  for (const verb of phraseList(verbs)) {
    const deeds = deedsByVerb.get(verb);
    if (deeds) deeds.add(deed);
    else deedsByVerb.set(verb, new Set([deed]));
  }
}

const none: ReadonlySet<DeedClass> = new Set();

/** Verbs that say little without their object: "perform a rollback" is a deed of "roll back". */
const lightVerbs = phraseSet(
  'do, make, perform, carry out, execute, run, conduct, have, take, give, initiate, start, undertake, complete, finish, implement, apply',
);

/** Nouns of deeds and the verb whose deed they are. */
const deedNouns: ReadonlyMap<string, string> = new Map(
  phraseList(`rollback=roll back, revert=revert, fix=fix, hotfix=fix, patch=fix, repair=fix, restore=restore, restart=restart, reboot=reboot, failover=fail over, investigation=investigate, analysis=analyse, review=review, check=check,
    test=test, measurement=measure, migration=migrate, deployment=deploy, deploy=deploy, release=release, rollout=roll out, change=change, update=update, decision=decide, choice=choose, call=call, escalation=escalate, announcement=announce,
    notification=notify, error=err, mistake=err, mess=mess up, look=look at, dig=dig into, bisect=bisect, dump=dump, cleanup=clean up, backfill=backfill, replay=replay, recovery=recover, assumption=assume, assessment=assess, improvement=improve,
    refactor=refactor, redesign=redesign, upgrade=upgrade, reset=reset, switch=switch, cutover=cut over, audit=audit, drill=drill, rehearsal=rehearse, comparison=compare, diagnosis=diagnose, suggestion=suggest, proposal=propose, explanation=explain`).map(
    (pair) => pair.split('=') as [string, string],
  ),
);

/**
 * What kinds of deed a verb tells of.
 *
 * @param lemma infinitive with its particle, as in `VerbGroup.lemma`
 * @param objectHead what the deed is done to, a singular noun in lower case: "ball" of "dropped the ball"
 */
export function deedsOf(lemma: string, objectHead?: string): ReadonlySet<DeedClass> {
  const withObject = objectHead === undefined ? undefined : deedsByVerb.get(`${lemma} +${objectHead}`);
  if (withObject) return withObject;
  const noun = objectHead === undefined || !lightVerbs.has(lemma) ? undefined : deedNouns.get(objectHead);
  if (noun !== undefined) return deedsByVerb.get(noun) ?? none;
  const whole = deedsByVerb.get(lemma);
  if (whole) return whole;
  const prefix = /^(?:re-?)(?=[a-z]{3,})/.exec(lemma)?.[0];
  if (prefix !== undefined) {
    const inner = deedsByVerb.get(lemma.slice(prefix.length));
    if (inner) return inner;
  }
  const space = lemma.indexOf(' ');
  return space < 0 ? none : (deedsByVerb.get(lemma.slice(0, space)) ?? none);
}

/** Whether a verb with this particle is a verb of its own: "roll back", "take down". */
export function isPhrasalVerb(lemma: string): boolean {
  return deedsByVerb.has(lemma) || otherPhrasals.has(lemma);
}

/** Whether the lexicon of deeds itself holds the verb with this particle, so that a noun phrase after it is its object: "look into the logs". */
export function isTransitivePhrasal(lemma: string): boolean {
  return deedsByVerb.has(lemma);
}

const otherPhrasals =
  phraseSet(`act up, add up, back down, back off, back up, beef up, blow over, boot up, bottle up, bring about, bring along, bring forward, bring over, bring round, build up, burn down, burn out, call back, call off, call out, catch on, catch out, catch up,
  check in, close down, close off, close out, come about, come across, come back, come down, come in, come off, come on, come out, come over, come through, come up, cool down, count down, crop up, cut back, cut down, cut in, cut out, cut over, die down, die off, dial back, dial in, drag on, dream up, drop by,
  drop in, dry up, end up, even out, fade out, fall off, fall out, fan out, fend off, fill in, fill out, fill up, firm up, fizzle out, flare up, follow through, gear up, get around, get away, get back, get by, get in, get off, get on, get out, get over, get through, get up, give away, give back, give in, go away,
  go back, go by, go in, go off, go on, go out, go over, go round, go live, go ahead, grow up, hand back, hand down, hand in, hand out, hang up, head off, heat up, help out, hold up, hook up, jot down, jump in, keep on, keep up, kick in, kick off, kick up, knock down, knock off, lay off, lay down, lead up, leave off, let down,
  let go, let in, let off, let out, light up, lift off, line up, live on, log in, log off, log out, look after, look back, look forward, look out, look over, make out, make up, mark down, move on, move over, move in, move out, nail down, own up, pack up, pair up, pan out, pare down, pass out, pass up, patch up, pay back, pay off, phase out, phase in,
  phone up, pick off, pick out, pile on, play down, play out, plug away, point out, power down, power off, power up, pull down, pull off, pull out, pull over, pull through, pull together, push back, push on, push out, push through, put across, put aside, put away, put by, put down, put forward, put on, put out, put through, ramp up, ramp down, reach out,
  read out, ring up, rip out, rip off, rope in, round up, round off, rule out, run across, run away, run down, run in, run into, run off, run over, run through, run up, scrape through, see off, see through, sell out, send back, send off, set about, set aside, set back, set down, set off, set out, settle down, settle in, shoot down, shore up, show off, show up, shrug off, shut out,
  sign in, sign on, sign out, sign up, sink in, sit down, sit in, sit out, size up, slip through, slip up, smooth out, snap up, sneak through, speak out, speak up, spell out, spill over, spin down, spin off, split off, spring up, stand down, stand in, stand out, start off, start out, start over, start up, stay up, stay on, step aside, step back, step down, stick around, stick out, stir up, stop by, strip down, strip off,
  sum up, switch on, take apart, take aside, take away, take back, take in, take off, take out, take up, talk over, team up, tear down, tear out, tear up, think over, think through, throw in, throw up, thrash out, tidy up, tie down, tie up, tighten up, time out, tip off, tip over, tone down, touch on, trickle in, trail off, try on, turn around, turn away, turn back, turn down, turn in, turn out, turn up, type in, use up,
  wake up, walk away, walk back, walk off, walk out, warm up, wash up, watch out, wear off, wear out, whip up, wind down, wind up, win over, wipe off, wire in, wire up, work off, work up, wrap up, write down, write off, write out, zip up, zoom out, open up, hold together, hang together, lean on, sweep up, mop up, cover up, cover for, pipe up, buckle down, hunker down, knuckle down, double down, shoot off, fire off, fire up, dish out, churn out, spit out, spread out, space out,
  strip away, chip away, whittle down, boil down, water down, hammer out, hash out, flesh out, chalk up, rack up, clock up, notch up, ratchet up, crank up, jack up, bump up, bump down, tick up, tick over, trim down, slim down, weed out, filter out, single out, farm off, palm off, fob off, kick back, hit up, hit back, bail out, bring on, ease off, back away, bed in, bring in, box in, break off, break out, break through, break up, brush up, buy in, buy out, close in, cut across, cut off`);

/** Verbs that take a clause as object without "that": "I saw Design had slipped …". */
export const complementVerbs =
  phraseSet(`know, think, say, see, find, learn, realise, realize, notice, tell, show, discover, mean, prove, confirm, assume, hope, guess, believe, suspect, feel, ensure, explain, report, figure, hear, claim, admit, argue, agree, decide, remember, suppose, reckon, swear, wish,
  doubt, bet, conclude, suggest, warn, promise, spot, understand, mention, announce, imagine, expect, insist, propose, worry, check, verify, pray, trust, calculate, estimate, presume, recall, forget, find out, figure out, work out, point out, turn out, make sure, let know, text, complain, state, note, reply, stress`);

/** Verbs that take two objects, the person first: "sent me the log". */
export const ditransitiveVerbs = phraseSet(
  `give, send, tell, show, leave, cost, teach, buy, hand, pass, offer, ask, grant, save, owe, pay, promise, bring, read, write, lend, get, make, earn, forward, mail, email, assign, spare, win, find, allow, charge, deny, refuse, feed, sell, throw, call, take, lose, slip, ship, text, set`,
);
