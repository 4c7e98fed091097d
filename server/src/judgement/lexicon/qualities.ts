/** How much, how certain, how it felt, why: classes of the remaining words. The form of the entries is that of `people`. */
export const qualities: Readonly<Record<string, string>> = {
  degree:
    'significant significantly dramatic dramatically massive massively huge hugely considerable considerably substantial substantially ' +
    'greatly vast vastly tremendous tremendously enormous enormously big large major noticeable noticeably marked markedly drastic ' +
    'drastically lots loads tons heaps plenty countless numerous serious severe severely tidy handsome handsomely impressive sharply sharp ' +
    'steeply steep deeply deep exponentially exponential radically radical immense immensely incredible incredibly remarkable ' +
    'remarkably astronomical sizeable sizable appreciably measurably visibly vital crucial far_more far_less far_fewer far_better ' +
    'much_more much_less much_better much_faster a_lot a_great_deal a_good_deal a_fair_bit a_fair_few quite_a_few a_fortune a_pile a_ton an_awful_lot ' +
    'through_the_roof off_a_cliff night_and_day leaps_and_bounds no_end by_miles by_far a_mountain a_flood a_wave an_avalanche hordes ' +
    'droves masses bucketloads swathes untold fraction chunk portion slice majority minority handful many several multiple most mostly ' +
    'heavily strongly widely widespread extensive extensively overwhelming overwhelmingly rapidly wildly way_down way_up way_more way_less ' +
    'pretty_good decent healthy solid fair well_below well_above nicely hefty eye-watering frightening staggering whopping mighty',
  change:
    'improve improvement increase decrease reduce reduction drop fall fell rise rose risen grow grew grown growth shrink shrank shrunk cut speed_up ' +
    'sped_up slow_down slowed boost lower climb decline tumble shorten lengthen gain save saving plummet soar slash surge spike ' +
    'dip skyrocket nosedive balloon dwindle trim optimise optimize enhance uplift upturn downturn drop-off swing worsen deteriorate ' +
    'accelerate quicken lighten ease relieve multiply expand widen narrow get_better got_better get_worse went_up went_down gone_up gone_down ' +
    'go_up go_down came_down came_up recover rebound pick_up picked_up drop_off dried_up disappear vanish diminish evaporate',
  comparative:
    'faster quicker slower better worse higher lower fewer less more cheaper smoother happier healthier shorter longer smaller larger bigger ' +
    'greater easier harder stronger weaker leaner lighter heavier snappier safer cleaner tighter steadier calmer quieter busier nicer richer ' +
    'sooner earlier later best worst fastest biggest most least like_new transformed unrecognisable unrecognizable flying screaming',
  quantity:
    'latency throughput error errors rate time cost revenue money traffic load response performance availability uptime conversion churn ' +
    'tickets complaints sales productivity efficiency quality delay bill spend budget profit margin turnover income loss losses savings ' +
    'memory cpu bandwidth storage footprint volume backlog queue yield throughput scrap rework returns refunds chargebacks signups ' +
    'downtime outage incident incidents pages alerts false_alarms build_time lead_time cycle_time page_load speed capacity accuracy ' +
    'engagement retention adoption satisfaction nps rating score footfall attendance transactions orders requests calls visits crashes',
  amount:
    'half halved halve double doubled triple tripled quadruple zero none quarter third fifth tenth dozen dozens hundred hundreds thousand ' +
    'thousands million millions billion twice thrice nil every_single all_of one two three four five six seven eight nine ten eleven twelve fifteen ' +
    'twenty thirty forty fifty sixty seventy eighty ninety percent per_cent single once fold twofold tenfold each every not_a_single couple',
  money:
    'dollar euro pound quid k usd eur gbp rupee lakh crore cent penny pence revenue sales refund fine penalty invoice contract deal fee ' +
    'cost price budget profit sla slo credit compensation churn renewal customer_lifetime insurance payroll salary wages grant funding',
  'time-unit':
    'second minute hour day week month quarter year night weekend morning afternoon evening millisecond ms sprint fortnight decade shift ' +
    'season lunchtime midnight noon',
  after:
    'after once when now_that as_soon_as having afterwards afterward finally eventually at_the_end in_the_end by_then already ' +
    'the_next_day the_next_morning next_day next_morning following_day following_week following_morning at_last only_then only_when only_after ' +
    'not_until until_it_was until_everything until_the_fix in_hindsight after_the_fact retrospectively post-fix belated belatedly ' +
    'all_over was_over behind_us last_step final_step last_thing closing with_the_fix with_everything before_i_left later ' +
    'later_on subsequently in_the_wake upon following thereafter so_now since everything_was by_the_time long_after',
  during:
    'while during throughout meanwhile in_the_meantime all_along as_we_went every_fifteen every_ten every_twenty every_thirty every_half ' +
    'every_quarter every_hour hourly half-hourly every_0 each_hour on_the_hour straight_away right_away immediately from_the_start at_the_start ' +
    'first_thing before_touching before_i in_parallel at_once within_minutes live real-time in_real_time running_commentary rolling ' +
    'regular regularly continuously constantly still ongoing',
  assume:
    'assume assumption presumably presume hope hopefully trust_that trusted believe believed guess figured reckon supposed seem seemed appear appeared ' +
    'looked_fine looked_good looked_ok looked_okay looks_fine must_have must_be should_be should_do should_hold should_have_done probably likely fingers_crossed ' +
    'crossed_my_fingers crossed_fingers no_complaints nobody_complained no_one_complained complained no_news quiet silence so_far ' +
    'touch_wood knock_on_wood knock_wood called_it_done call_it_done called_it_a_day call_it_a_day moved_on move_on left_it_at_that good_enough ' +
    'took_it_for_granted for_granted taking_it_as took_it_as took_that_as took_that_to glance glanced at_a_glance eyeballed no_reason_to_doubt in_theory ' +
    'by_rights as_far_as i_could_tell as_far_as_i_know to_my_knowledge i_never_heard heard_nothing never_heard nothing_back never_came_back ' +
    'stopped_ringing stopped_complaining confident sure_that certain_that convinced no_doubt ought_to_be good_to_go ' +
    'merged green_tick turned_green went_green pipeline_was_green tests_passed build_passed compiled so_it_worked took_their_word ' +
    'took_his_word word_for_it gut_feeling felt_right optimistic faith pray prayed prayer',
  verify:
    'verify verified confirm confirmed validate validated measured measure watch watched monitored canary soak soak-test load-test load_test ' +
    'load-tested prove proved proof held_for stayed_at stayed_below stayed_under remained stable_for replay replayed checksum reconcile ' +
    'reconciled compare compared benchmark synthetic_probe synthetic smoke_test regression_test rehearse rehearsed simulate ' +
    'simulated drill game_day acceptance re-ran reran re-run rerun tested baseline before_and_after control_group a/b sign-off spot-check sampled audit',
  vague:
    'things thing stuff something somehow some_things a_few_things a_few a_couple this_and_that bits_and_pieces here_and_there around various ' +
    'different_things some_changes some_tweaks some_work some_steps some_digging some_debugging some_research some_investigation some_time tinker fiddle poke ' +
    'play_with played_with play_around played_around mess_around messed_around messing tweak jiggle trial_and_error one_thing_led whatever ' +
    'whatever_was_needed whatever_it_took necessary required needful needed appropriate what_was_needed what_had_to_be the_needful did_my_thing ' +
    'magic worked_my the_issue the_problem the_matter the_situation the_bug the_thing at_random random randomly by_luck stumbled stumble ' +
    'eventually_found looked_around look_around clicked_around dug_around digging_around poked_around asked_around went_through ' +
    'took_action took_steps dealt_with handled took_care_of sorted_it sort_it sorted_things worked_on_it looked_at_it all_sorts ' +
    'all_kinds got_it_working got_it_to_work made_it_work gave_it_a_go rolled_up_my_sleeves rolled_my_sleeves got_stuck_in got_my_hands ' +
    'did_the_work necessary_steps usual_steps standard_steps usual_checks troubleshoot troubleshooting investigated thoroughly from_all_sides all_angles',
  effort:
    'overtime weekend weekends all-nighter sleepless slept sleep tired exhausted exhausting worn_out burnt_out burned_out hours_and_hours long_hours long_nights ' +
    'late_nights late_night stayed_late stay_late stayed_up stay_up up_all_night all_night round_the_clock around_the_clock day_and_night ' +
    'night_after_night day_after_day after_hours out_of_hours hundred_percent 0% 0_percent gave_everything give_everything my_all ' +
    'gave_my_all sacrifice sacrificed vacation holiday leave worked_hard hard_work tirelessly tireless coffee caffeine red_bull midnight_oil ' +
    'blood_sweat sweat_and_tears dinner birthday anniversary wedding family kids children wife husband lunch_break skipped_lunch missed_dinner ' +
    'without_a_break no_break without_breaks double_shift back-to-back marathon extra_mile above_and_beyond beyond_the_call ' +
    'dedication devotion commitment grind slog graft toil hustle pushed_myself weeks_on_end straight_hours hours_straight nights_straight ' +
    'last_to_leave first_in last_out office_until at_my_desk personal_time spare_time own_time free_time unpaid burning',
  fate:
    'luck bad_luck unlucky fate murphy gremlin gremlins karma gods stars universe mystery mysterious mysteriously for_some_reason for_no_reason no_reason ' +
    'out_of_the_blue out_of_nowhere just_broke just_happened just_happen just_stopped just_died just_went these_things things_happen stuff_happens it_happens ' +
    'one_of_those inexplicable inexplicably unexplained act_of_god who_knows god_knows lord_knows heaven_knows goodness_knows never_found_out never_did_find ' +
    "couldn't_say can't_say jinx jinxed curse cursed ghost spook haunted a_mood mind_of_its_own cosmic friday_the computers_being computers_are " +
    "that's_life such_is_life c'est_la_vie part_of_life go_wrong went_wrong go_sideways went_sideways gave_up_the_ghost decided_to " +
    'wrong_side_of_bed planets moon mercury fluke freak coincidence random_failure blip_in had_its_day time_was_up time_had_come sooner_or_later ' +
    'bound_to_happen inevitable nature_of way_of_the_world one_fine_day off_day bad_day cranky temperamental moody sulk tantrum ' +
    'nobody_knows no_one_knows to_this_day never_know never_knew reason_unknown unknown_reason reasons_unknown whatever_reason whatever_the_reason ' +
    'reasons_best_known some_reason somehow magically by_itself of_its_own_accord go_figure shrug',
  hedge:
    'kind_of sort_of kinda sorta i_guess basically to_be_honest to_be_fair honestly maybe perhaps somewhat pretty_much more_or_less actually literally ' +
    'you_know i_mean i_suppose i_think i_feel i_believe i_would_say i_like_to_think tried_to try_to trying_to a_bit a_little or_something ' +
    'or_whatever or_so frankly essentially in_a_way so_to_speak if_you_will as_it_were quote_unquote in_a_sense arguably ish like_say ' +
    'well_you_know at_the_end_of_the_day as_a_matter_of_fact in_fact truth_be_told if_i_m_honest if_you_like to_some_extent to_a_degree ' +
    "in_some_ways at_least_i might_have may_have could_be um uh er hmm anyway let's_say i'd_say or_thereabouts something_like sort_of_thing " +
    'to_tell_you_the_truth in_all_honesty not_gonna_lie loosely vaguely semi quasi practically virtually fairly rather quite ' +
    'attempted_to attempt_to sought_to managed_to maybe_even i_dunno as_such if_that_makes_sense what_have_you and_so_on',
  minimal:
    'only just small smallish minor tiny little slight slightly brief briefly barely hardly scarcely luckily fortunately thankfully mercifully ' +
    'not_a_big_deal no_big_deal harmless trivial hiccup blip glitch wobble nothing_serious nothing_major nothing_dramatic no_harm no_damage ' +
    'nobody_noticed no_one_noticed hardly_anyone storm_in_a_teacup not_my_fault my_fault not_that_bad not_so_bad could_have_been_worse ' +
    'been_worse cosmetic negligible insignificant inconsequential benign mild modest isolated limited short short-lived momentary ' +
    'nothing_to_write tempest teapot mountain_out_of molehill fuss overblown exaggerated exaggerate overreacted dramatic end_of_the_world nobody_died ' +
    'no_one_died happens_to_everyone happen_to_anyone anyone_could happens_everywhere in_fairness in_my_defence in_my_defense bystander ' +
    "wasn't_really not_really technically strictly_speaking survived survivable routine everyday bump scratch dent footnote drop_in_the_ocean peanuts pocket_change " +
    'internal_only test_users beta nothing_critical nothing_important hardly_worth barely_worth low_stakes tolerable forgivable by_no_means so_what',
  panic:
    'panic panicked panicking chaos chaotic overwhelmed terrified scared afraid fear fearful frozen froze helpless lost no_idea no_clue not_a_clue ' +
    'clueless frantic frantically mayhem bedlam madness mad freak freaked lost_my_head lost_it out_of_my_depth headless_chicken headless_chickens ' +
    'all_over_the_place cry cried crying shaking shook trembling sweating sweat stress stressed nerves nervous headlights nightmare ' +
    'hell pandemonium running_around meltdown hysteria hysterical alarmed horror horrified dread dreaded blind_panic pulse heart_was heart_sank stomach ' +
    'mind_went_blank went_blank blank paralysed paralyzed petrified rabbit_in_the numb drowning in_over_my_head at_sea at_a_loss wits_end ' +
    "wit's_end pulling_my_hair circus zoo madhouse shambles pell-mell screaming shouting yelling everyone_shouting flapping in_a_flap tizzy spin " +
    'sick dizzy hyperventilating despair desperate hopeless confused confusion bewildered free-for-all fell_apart anarchy disarray',
  deny:
    "wouldn't_change would_not_change not_change change_nothing changed_nothing nothing_differently any_differently any_different the_same_way same_way exactly_the_same " +
    'no_regrets regret regrets do_it_again all_over_again over_again same_again nothing_to_change stand_by every_decision every_call every_step ' +
    'by_the_book played_it_right got_it_right flawless perfect textbook couldn_have no_room_for not_a_thing wouldn_touch nothing_wrong ' +
    "differently same identical identically repeat replay keep_everything nothing_to_improve can't_think can't_name cannot_think couldn't_be_improved no_notes right_call right_thing",
  generic:
    'communication communicate teamwork team_work team_player collaboration collaborate planning plan preparation prepare testing patience patient perseverance ' +
    'persistence calm stay_calm documentation transparency honesty honest trust ownership attention listening listen flexibility time_management ' +
    'leadership quality knowledge mistakes failure failures importance value power important key crucial essential vital matters ' +
    'always never people practice basics fundamentals simplicity kiss experience hard_work attitude mindset respect empathy humility humble ' +
    'details curiosity feedback asking_for_help ask_for_help asking_questions asking growth adaptability resilience discipline focus ' +
    'prioritisation prioritization prioritise prioritize pressure under_pressure cooperation unity together alone measure_twice better_safe safe_than_sorry haste ' +
    'rome perfection perfect nobody_is_perfect learning never_stop trust_but double-check plan_ahead backups best_practices good_practice early everything anything',
  'more-care':
    'more_careful careful carefully care caution cautious more_attention attention attentive vigilant vigilance diligent diligence rigour rigor rigorous ' +
    'discipline disciplined thorough thoroughly thoroughness proper properly properly_tested closer_look closely double-check double_check ' +
    'triple-check extra_eyes more_eyes strengthen beef_up beefed_up tighten step_up improve_our better_process better_processes process processes ' +
    'procedure measures steps_were precautions safeguards guardrails best_practices best_practice more_testing more_tests more_monitoring better_monitoring ' +
    'monitoring testing documentation training awareness post-mortem postmortem retrospective retro root_cause_analysis rca lessons_learned action_items ' +
    'never_happen happen_again happens_again happening_again recur recurrence repeat_of again in_future from_now_on going_forward moving_forward ' +
    'prevent avoid ensure make_sure made_sure so_that_it stricter strict tighter extra additional improved enhanced robust robustness more_robust hardened ' +
    'solid bulletproof watertight keep_an_eye stay_on_top on_our_toes alert_to mindful conscious mandatory everyone_knows reminded_everyone ' +
    'governance oversight quality_control controls culture reviewed_our looked_at_our lesson_was shared overhaul revisit plan_better communicate_better',
  guard:
    'test unit_test integration_test regression_test contract_test alert alarm gate check ci lint linter pipeline runbook checklist threshold canary ' +
    'validation validator guard limit timeout circuit_breaker quota dashboard policy schema constraint foreign_key type hook pre-commit cron ' +
    'heartbeat probe watchdog interlock fuse sensor label barcode two-person sign-off approval reviewer feature_flag staged rollout dry-run ' +
    'dry_run backup restore_test replica autoscaling rate_limiter retry backoff dead-letter idempotency index lock lease ttl rotation expiry ' +
    'template drill rehearsal playbook step rule monitor synthetic budget blocks rejects refuses fails fires pages warns stops',
  cost:
    'trade-off tradeoff trade_off gave_up give_up sacrifice at_the_cost at_the_expense in_exchange price_we_paid price accepted accept instead_of rather_than ' +
    'slipped slip postponed postpone delayed delay pushed_back meant_losing meant_that worth_it worth cheaper_than outweigh outweighed ' +
    'cost_us downside drawback penalty stale slower knowing_that even_though although lose_out deferred dropped_from scope_cut cut_scope risk',
  spread:
    'adopted adopt adoption standard default template company-wide organisation-wide organization-wide other_teams every_team all_teams ' +
    'across_the_company across_teams rolled_out_to now_use now_uses now_used became became_the copied reused reuse shared_library guild ' +
    'onboarding handbook wiki talk presented workshop policy norm blueprint upstream upstreamed open-sourced picked_up_by',
  system:
    'server service database cluster node api endpoint queue cache broker pod container deployment release build job cron script pipeline ' +
    'config configuration flag certificate cert dns router switch firewall load_balancer proxy gateway replica primary shard table column ' +
    'index query transaction lock thread connection pool memory heap disk volume bucket file log key token session cookie page app website ' +
    'site portal system machine robot sensor board chip battery motor valve pump printer scanner phone laptop device firmware driver kernel ' +
    'library dependency package module function method class branch commit merge code data feed import export batch backup report schema migration',
  failure:
    'outage incident downtime down crash failure failing failed error exception timeout hang leak deadlock race_condition bug defect fault regression ' +
    'broken stuck full exhausted saturated corrupt missing duplicate stale wrong mismatch overflow spike 0s expired rejected refused dropped ' +
    'degraded slow unresponsive unavailable unreachable offline dark hot starved blocked',
};
