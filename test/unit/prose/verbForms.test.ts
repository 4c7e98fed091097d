import nlp from 'compromise';
import { describe, expect, it } from 'vitest';
import { analyseVerb, gerund, participle, pastTense, thirdPerson } from '../../../server/src/prose/verbForms';

/** Infinitive, past tense, participle, gerund, third person. */
const forms = `
abort, aborted, aborted, aborting, aborts
acknowledge, acknowledged, acknowledged, acknowledging, acknowledges
add, added, added, adding, adds
alert, alerted, alerted, alerting, alerts
align, aligned, aligned, aligning, aligns
allocate, allocated, allocated, allocating, allocates
analyse, analysed, analysed, analysing, analyses
announce, announced, announced, announcing, announces
apply, applied, applied, applying, applies
approve, approved, approved, approving, approves
archive, archived, archived, archiving, archives
assign, assigned, assigned, assigning, assigns
attach, attached, attached, attaching, attaches
audit, audited, audited, auditing, audits
automate, automated, automated, automating, automates
backfill, backfilled, backfilled, backfilling, backfills
backport, backported, backported, backporting, backports
back up, backed up, backed up, backing up, backs up
balance, balanced, balanced, balancing, balances
ban, banned, banned, banning, bans
batch, batched, batched, batching, batches
benchmark, benchmarked, benchmarked, benchmarking, benchmarks
bind, bound, bound, binding, binds
bisect, bisected, bisected, bisecting, bisects
block, blocked, blocked, blocking, blocks
boot, booted, booted, booting, boots
bounce, bounced, bounced, bouncing, bounces
break, broke, broken, breaking, breaks
bring back, brought back, brought back, bringing back, brings back
build, built, built, building, builds
bump, bumped, bumped, bumping, bumps
bypass, bypassed, bypassed, bypassing, bypasses
cache, cached, cached, caching, caches
call, called, called, calling, calls
cancel, cancelled, cancelled, cancelling, cancels
cap, capped, capped, capping, caps
capture, captured, captured, capturing, captures
carry, carried, carried, carrying, carries
catch, caught, caught, catching, catches
check, checked, checked, checking, checks
cherry-pick, cherry-picked, cherry-picked, cherry-picking, cherry-picks
choose, chose, chosen, choosing, chooses
clean up, cleaned up, cleaned up, cleaning up, cleans up
clear, cleared, cleared, clearing, clears
clone, cloned, cloned, cloning, clones
close, closed, closed, closing, closes
commit, committed, committed, committing, commits
compare, compared, compared, comparing, compares
compile, compiled, compiled, compiling, compiles
compress, compressed, compressed, compressing, compresses
configure, configured, configured, configuring, configures
confirm, confirmed, confirmed, confirming, confirms
connect, connected, connected, connecting, connects
copy, copied, copied, copying, copies
correct, corrected, corrected, correcting, corrects
crash, crashed, crashed, crashing, crashes
cut, cut, cut, cutting, cuts
cut over, cut over, cut over, cutting over, cuts over
deadlock, deadlocked, deadlocked, deadlocking, deadlocks
debug, debugged, debugged, debugging, debugs
decide, decided, decided, deciding, decides
decline, declined, declined, declining, declines
degrade, degraded, degraded, degrading, degrades
delay, delayed, delayed, delaying, delays
delegate, delegated, delegated, delegating, delegates
delete, deleted, deleted, deleting, deletes
deploy, deployed, deployed, deploying, deploys
deprecate, deprecated, deprecated, deprecating, deprecates
design, designed, designed, designing, designs
destroy, destroyed, destroyed, destroying, destroys
detect, detected, detected, detecting, detects
diagnose, diagnosed, diagnosed, diagnosing, diagnoses
dial, dialled, dialled, dialling, dials
diff, diffed, diffed, diffing, diffs
dig, dug, dug, digging, digs
dip, dipped, dipped, dipping, dips
disable, disabled, disabled, disabling, disables
disconnect, disconnected, disconnected, disconnecting, disconnects
discover, discovered, discovered, discovering, discovers
ditch, ditched, ditched, ditching, ditches
do, did, done, doing, does
document, documented, documented, documenting, documents
double, doubled, doubled, doubling, doubles
drain, drained, drained, draining, drains
draw, drew, drawn, drawing, draws
drive, drove, driven, driving, drives
drop, dropped, dropped, dropping, drops
dump, dumped, dumped, dumping, dumps
edit, edited, edited, editing, edits
email, emailed, emailed, emailing, emails
emit, emitted, emitted, emitting, emits
enable, enabled, enabled, enabling, enables
encrypt, encrypted, encrypted, encrypting, encrypts
enforce, enforced, enforced, enforcing, enforces
escalate, escalated, escalated, escalating, escalates
evict, evicted, evicted, evicting, evicts
execute, executed, executed, executing, executes
exhaust, exhausted, exhausted, exhausting, exhausts
expire, expired, expired, expiring, expires
export, exported, exported, exporting, exports
extend, extended, extended, extending, extends
fail, failed, failed, failing, fails
fail over, failed over, failed over, failing over, fails over
fall, fell, fallen, falling, falls
fan out, fanned out, fanned out, fanning out, fans out
feed, fed, fed, feeding, feeds
fetch, fetched, fetched, fetching, fetches
figure out, figured out, figured out, figuring out, figures out
file, filed, filed, filing, files
filter, filtered, filtered, filtering, filters
find, found, found, finding, finds
fix, fixed, fixed, fixing, fixes
flag, flagged, flagged, flagging, flags
flap, flapped, flapped, flapping, flaps
flip, flipped, flipped, flipping, flips
flood, flooded, flooded, flooding, floods
flush, flushed, flushed, flushing, flushes
focus, focused, focused, focusing, focuses
forbid, forbade, forbidden, forbidding, forbids
force-push, force-pushed, force-pushed, force-pushing, force-pushes
forget, forgot, forgotten, forgetting, forgets
fork, forked, forked, forking, forks
format, formatted, formatted, formatting, formats
forward, forwarded, forwarded, forwarding, forwards
freeze, froze, frozen, freezing, freezes
get, got, got, getting, gets
give, gave, given, giving, gives
go, went, gone, going, goes
grant, granted, granted, granting, grants
grep, grepped, grepped, grepping, greps
grow, grew, grown, growing, grows
guard, guarded, guarded, guarding, guards
halt, halted, halted, halting, halts
halve, halved, halved, halving, halves
handle, handled, handled, handling, handles
hang, hung, hung, hanging, hangs
hard-code, hard-coded, hard-coded, hard-coding, hard-codes
hash, hashed, hashed, hashing, hashes
hide, hid, hidden, hiding, hides
hit, hit, hit, hitting, hits
hold, held, held, holding, holds
hotfix, hotfixed, hotfixed, hotfixing, hotfixes
identify, identified, identified, identifying, identifies
ignore, ignored, ignored, ignoring, ignores
import, imported, imported, importing, imports
index, indexed, indexed, indexing, indexes
inform, informed, informed, informing, informs
inject, injected, injected, injecting, injects
input, input, input, inputting, inputs
inspect, inspected, inspected, inspecting, inspects
install, installed, installed, installing, installs
investigate, investigated, investigated, investigating, investigates
isolate, isolated, isolated, isolating, isolates
jam, jammed, jammed, jamming, jams
join, joined, joined, joining, joins
keep, kept, kept, keeping, keeps
kill, killed, killed, killing, kills
know, knew, known, knowing, knows
lag, lagged, lagged, lagging, lags
lapse, lapsed, lapsed, lapsing, lapses
lay, laid, laid, laying, lays
lead, led, led, leading, leads
leak, leaked, leaked, leaking, leaks
learn, learned, learned, learning, learns
leave, left, left, leaving, leaves
let, let, let, letting, lets
lie, lay, lain, lying, lies
limit, limited, limited, limiting, limits
lint, linted, linted, linting, lints
load, loaded, loaded, loading, loads
lock, locked, locked, locking, locks
log, logged, logged, logging, logs
look into, looked into, looked into, looking into, looks into
lose, lost, lost, losing, loses
make, made, made, making, makes
map, mapped, mapped, mapping, maps
measure, measured, measured, measuring, measures
merge, merged, merged, merging, merges
migrate, migrated, migrated, migrating, migrates
misconfigure, misconfigured, misconfigured, misconfiguring, misconfigures
miss, missed, missed, missing, misses
mitigate, mitigated, mitigated, mitigating, mitigates
modify, modified, modified, modifying, modifies
monitor, monitored, monitored, monitoring, monitors
mount, mounted, mounted, mounting, mounts
move, moved, moved, moving, moves
name, named, named, naming, names
notify, notified, notified, notifying, notifies
occur, occurred, occurred, occurring, occurs
omit, omitted, omitted, omitting, omits
onboard, onboarded, onboarded, onboarding, onboards
open, opened, opened, opening, opens
optimise, optimised, optimised, optimising, optimises
overflow, overflowed, overflowed, overflowing, overflows
override, overrode, overridden, overriding, overrides
overrun, overran, overrun, overrunning, overruns
overwrite, overwrote, overwritten, overwriting, overwrites
own, owned, owned, owning, owns
page, paged, paged, paging, pages
panic, panicked, panicked, panicking, panics
parse, parsed, parsed, parsing, parses
partition, partitioned, partitioned, partitioning, partitions
patch, patched, patched, patching, patches
pause, paused, paused, pausing, pauses
pay, paid, paid, paying, pays
pin, pinned, pinned, pinning, pins
ping, pinged, pinged, pinging, pings
pipe, piped, piped, piping, pipes
plan, planned, planned, planning, plans
plug, plugged, plugged, plugging, plugs
poll, polled, polled, polling, polls
prefer, preferred, preferred, preferring, prefers
prevent, prevented, prevented, preventing, prevents
prioritise, prioritised, prioritised, prioritising, prioritises
probe, probed, probed, probing, probes
profile, profiled, profiled, profiling, profiles
propagate, propagated, propagated, propagating, propagates
prove, proved, proven, proving, proves
provision, provisioned, provisioned, provisioning, provisions
prune, pruned, pruned, pruning, prunes
publish, published, published, publishing, publishes
pull, pulled, pulled, pulling, pulls
purge, purged, purged, purging, purges
push, pushed, pushed, pushing, pushes
put, put, put, putting, puts
query, queried, queried, querying, queries
queue, queued, queued, queuing, queues
quit, quit, quit, quitting, quits
quiz, quizzed, quizzed, quizzing, quizzes
rate-limit, rate-limited, rate-limited, rate-limiting, rate-limits
reach, reached, reached, reaching, reaches
read, read, read, reading, reads
re-run, re-ran, re-run, re-running, re-runs
reboot, rebooted, rebooted, rebooting, reboots
rebuild, rebuilt, rebuilt, rebuilding, rebuilds
recover, recovered, recovered, recovering, recovers
redeploy, redeployed, redeployed, redeploying, redeploys
reduce, reduced, reduced, reducing, reduces
refactor, refactored, refactored, refactoring, refactors
refer, referred, referred, referring, refers
regress, regressed, regressed, regressing, regresses
reindex, reindexed, reindexed, reindexing, reindexes
release, released, released, releasing, releases
reload, reloaded, reloaded, reloading, reloads
remap, remapped, remapped, remapping, remaps
remove, removed, removed, removing, removes
rename, renamed, renamed, renaming, renames
repair, repaired, repaired, repairing, repairs
replay, replayed, replayed, replaying, replays
reply, replied, replied, replying, replies
reproduce, reproduced, reproduced, reproducing, reproduces
request, requested, requested, requesting, requests
reroute, rerouted, rerouted, rerouting, reroutes
reset, reset, reset, resetting, resets
resolve, resolved, resolved, resolving, resolves
restart, restarted, restarted, restarting, restarts
restore, restored, restored, restoring, restores
retry, retried, retried, retrying, retries
revert, reverted, reverted, reverting, reverts
review, reviewed, reviewed, reviewing, reviews
revoke, revoked, revoked, revoking, revokes
rewrite, rewrote, rewritten, rewriting, rewrites
ring, rang, rung, ringing, rings
rise, rose, risen, rising, rises
roll back, rolled back, rolled back, rolling back, rolls back
rotate, rotated, rotated, rotating, rotates
route, routed, routed, routing, routes
rubber-stamp, rubber-stamped, rubber-stamped, rubber-stamping, rubber-stamps
run, ran, run, running, runs
save, saved, saved, saving, saves
say, said, said, saying, says
scale, scaled, scaled, scaling, scales
schedule, scheduled, scheduled, scheduling, schedules
see, saw, seen, seeing, sees
seed, seeded, seeded, seeding, seeds
send, sent, sent, sending, sends
set, set, set, setting, sets
set up, set up, set up, setting up, sets up
sever, severed, severed, severing, severs
shard, sharded, sharded, sharding, shards
shed, shed, shed, shedding, sheds
ship, shipped, shipped, shipping, ships
shrink, shrank, shrunk, shrinking, shrinks
shut down, shut down, shut down, shutting down, shuts down
sign off, signed off, signed off, signing off, signs off
sit, sat, sat, sitting, sits
skip, skipped, skipped, skipping, skips
slip, slipped, slipped, slipping, slips
snapshot, snapshotted, snapshotted, snapshotting, snapshots
spend, spent, spent, spending, spends
spike, spiked, spiked, spiking, spikes
spin up, spun up, spun up, spinning up, spins up
split, split, split, splitting, splits
spread, spread, spread, spreading, spreads
stall, stalled, stalled, stalling, stalls
stand by, stood by, stood by, standing by, stands by
steal, stole, stolen, stealing, steals
stop, stopped, stopped, stopping, stops
strip, stripped, stripped, stripping, strips
submit, submitted, submitted, submitting, submits
swap, swapped, swapped, swapping, swaps
switch, switched, switched, switching, switches
sync, synced, synced, syncing, syncs
tag, tagged, tagged, tagging, tags
tail, tailed, tailed, tailing, tails
take down, took down, taken down, taking down, takes down
teach, taught, taught, teaching, teaches
tell, told, told, telling, tells
test, tested, tested, testing, tests
think, thought, thought, thinking, thinks
throttle, throttled, throttled, throttling, throttles
throw, threw, thrown, throwing, throws
tie, tied, tied, tying, ties
time out, timed out, timed out, timing out, times out
trace, traced, traced, tracing, traces
track, tracked, tracked, tracking, tracks
transfer, transferred, transferred, transferring, transfers
triage, triaged, triaged, triaging, triages
trigger, triggered, triggered, triggering, triggers
trim, trimmed, trimmed, trimming, trims
trip, tripped, tripped, tripping, trips
try, tried, tried, trying, tries
tune, tuned, tuned, tuning, tunes
turn off, turned off, turned off, turning off, turns off
undo, undid, undone, undoing, undoes
unplug, unplugged, unplugged, unplugging, unplugs
unpin, unpinned, unpinned, unpinning, unpins
update, updated, updated, updating, updates
upgrade, upgraded, upgraded, upgrading, upgrades
use, used, used, using, uses
validate, validated, validated, validating, validates
verify, verified, verified, verifying, verifies
wait, waited, waited, waiting, waits
wake, woke, woken, waking, wakes
warn, warned, warned, warning, warns
watch, watched, watched, watching, watches
wipe, wiped, wiped, wiping, wipes
work, worked, worked, working, works
write, wrote, written, writing, writes
yank, yanked, yanked, yanking, yanks
zip, zipped, zipped, zipping, zips
`
  .trim()
  .split('\n')
  .map((row) => row.split(', '));

describe('verb forms', () => {
  it.each(forms)('%s: %s, %s, %s, %s', (verb, past, pastParticiple, ing, third) => {
    expect([pastTense(verb), participle(verb), gerund(verb), thirdPerson(verb)]).toEqual([
      past,
      pastParticiple,
      ing,
      third,
    ]);
  });

  // Of forms that two verbs share the commoner verb is found.
  const shared = new Set(['lay', 'lie', 'find']);
  it.each(forms.filter(([verb]) => !verb!.includes(' ') && !shared.has(verb!)))(
    '%s is found behind its forms',
    (verb, ...inflected) => {
      for (const form of inflected) expect(analyseVerb(form)?.lemma, form).toBe(verb);
    },
  );
});

describe('verbs that double their last consonant though another syllable has the stress', () => {
  it.each([
    ['retrofit', 'retrofitted', 'retrofitting'],
    ['overfit', 'overfitted', 'overfitting'],
    ['bootstrap', 'bootstrapped', 'bootstrapping'],
    ['screenshot', 'screenshotted', 'screenshotting'],
    ['sidestep', 'sidestepped', 'sidestepping'],
    ['overcommit', 'overcommitted', 'overcommitting'],
    ['defrag', 'defragged', 'defragging'],
    ['untar', 'untarred', 'untarring'],
    ['preset', 'preset', 'presetting'],
    ['output', 'output', 'outputting'],
    ['profit', 'profited', 'profiting'],
    ['benefit', 'benefited', 'benefiting'],
  ])('%s, %s, %s', (verb, past, gerundForm) => {
    expect([pastTense(verb), gerund(verb)]).toEqual([past, gerundForm]);
  });
});

/**
 * A second opinion on the table: compromise's conjugator, a library of its own making. These are the verbs on which it errs (a doubled
 * consonant, a particle, a noun it does not take for a verb), which is why the product does not conjugate with it.
 */
const otherwiseInCompromise = new Set(
  `alert, boot, cherry-pick, compress, cut over, dial, fail over, fan out, flip, force-push, grep, hard-code, lie, onboard, page, partition,
ping, query, quiz, rate-limit, re-run, regress, roll back, rubber-stamp, shard, sign off, skip, snapshot, stand by, sync, unpin, wake, zip`.split(
    /,\s+/,
  ),
);

describe('verb forms by a second opinion', () => {
  it.each(forms.filter(([verb]) => !otherwiseInCompromise.has(verb!)))(
    '%s',
    (verb, past, _participle, _gerund, third) => {
      const [conjugation] = nlp(`they ${verb}`).verbs().conjugate() as {
        PastTense: string;
        PresentTense: string;
      }[];
      expect([conjugation?.PastTense, conjugation?.PresentTense]).toEqual([past, third]);
    },
  );
});
