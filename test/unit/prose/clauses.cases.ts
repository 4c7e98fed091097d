/**
 * Sentences with what each of their verbs tells: who acts (class of the subject, "-" for none), the infinitive, the voice and the tense.
 * The clauses stand in the order of their verbs.
 */
export const clauseCases: readonly (readonly [sentence: string, ...clauses: string[]])[] = [
  // The narrator's own deeds, alone and in a row.
  [
    'I rolled back the deploy, paged Payments and wrote the post-mortem.',
    'narrator roll back active past',
    'narrator page active past',
    'narrator write active past',
  ],
  [
    'I took the replica down and rebuilt it overnight.',
    'narrator take down active past',
    'narrator rebuild active past',
  ],
  [
    'I didn’t check the lag before I flipped the switch.',
    'narrator check active past',
    'narrator flip active past',
  ],
  [
    'Within four minutes I had turned the flag off and posted an update.',
    'narrator turn off active past',
    'narrator post active past',
  ],
  [
    'I could have tested the restore, but I never did it.',
    'narrator test active past',
    'narrator do active past',
  ],
  ['I will page the on-call first next time.', 'narrator page active future'],
  [
    "I'm rewriting the consumer so that it can't lose a message.",
    'narrator rewrite active present',
    'impersonal lose active present',
  ],
  [
    'I also compared p99 on both clusters and traced the gap to a cold cache.',
    'narrator compare active past',
    'narrator trace active past',
  ],
  [
    'I ran the migration by hand, watched the error rate and waited.',
    'narrator run active past',
    'narrator watch active past',
    'narrator wait active past',
  ],
  [
    'My pair and I bisected the release until the test went green.',
    'narrator bisect active past',
    'system go active past',
  ],
  [
    'I set the limit to 40 and put a gate in front of the job.',
    'narrator set active past',
    'narrator put active past',
  ],
  [
    'I read the thread dump, cut the pool in half and hit deploy.',
    'narrator read active past',
    'narrator cut active past',
    'narrator hit active past',
  ],
  ['I had to restart the broker twice.', 'narrator restart active past'],
  ['I used to review every config by eye.', 'narrator review active past'],
  ['I got the vendor to raise our quota.', 'narrator get active past', 'party raise active infinitive'],
  [
    'I was paged at 02:10 and opened the dashboard.',
    'narrator page passive past',
    'narrator open active past',
  ],
  ['I forgot to renew the certificate.', 'narrator forget active past', 'narrator renew active infinitive'],
  ['I let the certificate lapse.', 'narrator let active past', 'system lapse active present'],
  ['I asked the DBA whether the index was used.', 'narrator ask active past', 'system use passive past'],
  ['I sent the owners a failing test.', 'narrator send active past'],

  // The own team.
  ['We figured out the root cause together.', 'own-team figure out active past'],
  [
    'Our team decided to freeze releases.',
    'own-team decide active past',
    'own-team freeze active infinitive',
  ],
  [
    'The team shipped the fix on Monday and monitored it.',
    'own-team ship active past',
    'own-team monitor active past',
  ],
  [
    'Half of us were asleep when the queue filled up.',
    'own-team be active past',
    'system fill up active past',
  ],
  ['By noon we had narrowed it down to one shard.', 'own-team narrow down active past'],
  [
    'We were told that nobody had tested the restore.',
    'own-team tell passive past',
    'party test active past',
  ],

  // Other parties.
  ['DevOps pushed a bad config and took us down.', 'party push active past', 'party take down active past'],
  ['QA should have caught it.', 'party catch active past'],
  ["The new engineer's bad commit took us down.", 'system take down active past'],
  ['Ops, as usual, had changed the setting behind our backs.', 'party change active past'],
  ['The vendor quietly swapped the field order.', 'party swap active past'],
  [
    'Someone in Finance approved the request without reading it.',
    'party approve active past',
    'party read active gerund',
  ],
  ['My predecessor left us no runbook.', 'party leave active past'],
  [
    'The intern who wrote the script had never seen production.',
    'party write active past',
    'party see active past',
  ],
  [
    'The contractor, who had already left, broke the nightly cron.',
    'party leave active past',
    'party break active past',
  ],
  [
    'They never told me that the key had been rotated.',
    'party tell active past',
    'system rotate passive past',
  ],
  ['A contractor dropped the orders table on a Friday afternoon.', 'party drop active past'],
  ['The platform squad ignored my ticket for three weeks.', 'party ignore active past'],
  ["The client's own IT people blocked the port.", 'party block active past'],
  ['Priya and Tom missed the alert.', 'party miss active past'],
  ['One of the DBAs confirmed the lock.', 'party confirm active past'],
  [
    'My manager asked me to look at the graphs.',
    'party ask active past',
    'narrator look at active infinitive',
  ],
  ['Legal sat on the contract for a month.', 'party sit on active past'],
  ['Nobody else could work it out.', 'party work out active past'],
  ['Last week DevOps rotated the secret.', 'party rotate active past'],
  ['Whoever merged the change skipped the review.', 'party merge active past', 'party skip active past'],
  ['The guys in networking pulled the wrong cable.', 'party pull active past'],
  ['Our vendor fixed their API after two days.', 'party fix active past'],
  ['The security team rotated the signing key without a word.', 'party rotate active past'],
  ['The reviewer rubber-stamped my change.', 'party rubber-stamp active past'],
  ['Customers were complaining on the forum.', 'party complain active past'],
  [
    'Marek went home and left it running.',
    'party go active past',
    'party leave active past',
    'impersonal run active gerund',
  ],

  // Systems.
  ['The build broke and the error rate rose.', 'system break active past', 'system rise active past'],
  ['The pool was exhausted after ten minutes.', 'system exhaust passive past'],
  ['Requests were being dropped at the gateway.', 'system drop passive past'],
  ['The job writes 4 GB of logs every night.', 'system write active present'],
  ['The deploys failed because the disk was full.', 'system fail active past', 'system be active past'],
  ['A config without validation reached production.', 'system reach active past'],
  ['Kafka stopped accepting writes.', 'system stop active past', 'system accept active gerund'],
  ['Latency went from 2.5 s to 300 ms.', 'system go active past'],
  [
    'The alert on queue depth, which I had added in May, fired at once.',
    'narrator add active past',
    'system fire active past',
  ],
  ['The listing page flies now.', 'system fly active present'],
  [
    'Rows vanish whenever the lock times out.',
    'system vanish active present',
    'system time out active present',
  ],
  ['All database changes now need a second pair of eyes.', 'system need active present'],
  ['Our importer read every comma as a column end.', 'system read active past'],
  [
    'The script that the vendor had sent deleted 212 images.',
    'party send active past',
    'system delete active past',
  ],
  [
    'The patch I merged on Friday doubled the memory use.',
    'narrator merge active past',
    'system double active past',
  ],
  [
    'CI now blocks any migration that takes a lock.',
    'system block active present',
    'system take active present',
  ],

  // Passives.
  ['A rollback was performed.', 'system perform passive past'],
  [
    'The index was added and the query was rewritten.',
    'system add passive past',
    'system rewrite passive past',
  ],
  [
    'The lead was traced, tagged and binned.',
    'party trace passive past',
    'party tag passive past',
    'party bin passive past',
  ],
  ['It got picked up by the DBA.', 'impersonal pick up passive past'],
  [
    'It was decided that the launch should be postponed.',
    'impersonal decide passive past',
    'system postpone passive present',
  ],
  [
    'After the index had been rebuilt, I reran the report.',
    'system rebuild passive past',
    'narrator rerun active past',
  ],
  [
    'The outage caused by the vendor lasted nine hours.',
    'system cause passive participle',
    'system last active past',
  ],
  ['The config pushed by DevOps broke login.', 'system push passive participle', 'system break active past'],
  ['The fix has since been deployed to every region.', 'system deploy passive past'],
  [
    'The checks were reviewed and merged by my lead.',
    'system review passive past',
    'system merge passive past',
  ],
  ['Mistakes were made.', 'system make passive past'],
  ['The key could not be found.', 'system find passive past'],
  [
    'Every payload gets validated before it is stored.',
    'system validate passive present',
    'impersonal store passive present',
  ],
  ['The report was written in a hurry.', 'system write passive past'],

  // Subjectless notes.
  ['Rolled back the deploy and paged Payments.', '- roll back active past', '- page active past'],
  ['Traced the double charges to a retry loop.', '- trace active past'],
  ['Told my lead a week later.', '- tell active past'],
  [
    'Wrote a runbook, added an alert, shipped both.',
    '- write active past',
    '- add active past',
    '- ship active past',
  ],
  [
    'Found it: reviewer had waved through a broken migration.',
    '- find active past',
    'party wave through active past',
  ],
  ['Always test your code.', '- test active present'],
  ['Pin your versions.', '- pin active present'],
  ['Never trust a green dashboard.', '- trust active present'],
  ['Took down the cluster by mistake.', '- take down active past'],
  [
    'Confused by the graphs, I restarted everything.',
    'narrator confuse passive participle',
    'narrator restart active past',
  ],

  // Subordinate clauses, conditions, questions.
  [
    'If the analysts had documented it, my model would never have shipped.',
    'party document active past',
    'system ship active past',
  ],
  [
    'Had the platform squad read my plan, we would not have launched late.',
    'party read active past',
    'own-team launch active past',
  ],
  ['Had anyone asked, I would have shown the chart.', 'party ask active past', 'narrator show active past'],
  ['Who ships a breaking change on a Friday?', 'party ship active present'],
  ['Did anyone check the backups?', 'party check active past'],
  ['My pair partner is the one who broke main.', 'party be active present', 'party break active past'],
  ['It was the vendor who broke the build.', 'impersonal be active past', 'party break active past'],
  ['There was a bug in the parser.', 'impersonal be active past'],
  [
    'What I had overlooked was the second cache.',
    'narrator overlook active past',
    'impersonal be active past',
  ],
  ['The reason is that Sales had promised a date.', 'system be active present', 'party promise active past'],
  [
    'I saw that Design had slipped a huge bitmap into the theme.',
    'narrator see active past',
    'party slip active past',
  ],
  [
    'While reading the crash reports I noticed a pattern.',
    'narrator read active gerund',
    'narrator notice active past',
  ],
  [
    'I rolled back because the canary failed and paged Payments.',
    'narrator roll back active past',
    'system fail active past',
    'narrator page active past',
  ],
  [
    'Once the rows had been purged, I re-enabled the feed.',
    'system purge passive past',
    'narrator re-enable active past',
  ],
  [
    'As soon as the alarm fired, I froze the queue.',
    'system fire active past',
    'narrator freeze active past',
  ],
  [
    'Before touching anything, I took a snapshot.',
    'narrator touch active gerund',
    'narrator take active past',
  ],
  [
    'Instead of guessing, I profiled the service.',
    'narrator guess active gerund',
    'narrator profile active past',
  ],
  [
    'Checkout was down, so I sent traffic to the old region.',
    'system be active past',
    'narrator send active past',
  ],
  ['The bug was mine: I had inverted the check.', 'system be active past', 'narrator invert active past'],
  [
    'I learned to ask who owns a queue before I drain it.',
    'narrator learn active past',
    'narrator ask active infinitive',
    'party own active present',
    'narrator drain active present',
  ],
  ['I told support what to say to customers.', 'narrator tell active past', 'narrator say active infinitive'],
  [
    'We lost orders since the consumer, which nobody owned, had died.',
    'own-team lose active past',
    'party own active past',
    'system die active past',
  ],
  [
    'I escalated it to Payments and they eventually fixed it.',
    'narrator escalate active past',
    'party fix active past',
  ],
  [
    'I opened a ticket, but the team that owns the API was on holiday.',
    'narrator open active past',
    'own-team own active present',
    'own-team be active past',
  ],
  [
    "That's when I knew the cache was stale.",
    'impersonal be active present',
    'narrator know active past',
    'system be active past',
  ],
  [
    "It wasn't my service, and nobody had asked me to touch it.",
    'impersonal be active past',
    'party ask active past',
    'narrator touch active infinitive',
  ],
  [
    'The database on-call joined, read the plan and killed the query.',
    'party join active past',
    'party read active past',
    'party kill active past',
  ],
  ['With monitoring in place we caught the next spike in a minute.', 'own-team catch active past'],
  ['In the review meeting the CTO blamed the tooling.', 'party blame active past'],
  ['Splitting the roles saved us ten minutes.', '- split active gerund', 'impersonal save active past'],
];

/** Notes without a verb: the class of what they name. */
export const fragmentCases: readonly (readonly [sentence: string, subject: string])[] = [
  ['DBAs asleep at the wheel again.', 'party'],
  ['Zero-downtime move from MySQL 5.7 to 8.', 'system'],
  ['No excuses.', 'system'],
  ['With the best of intentions.', '-'],
];
