/** What is done: classes of verbs and of the nouns made from them. The form of the entries is that of `people`. */
export const deeds: Readonly<Record<string, string>> = {
  harm:
    'break broke broken crash wreck ruin mess_up messed_up screw_up screwed_up botch bungle fumble foul_up cock_up muck_up ' +
    'cause trigger provoke take_down took_down taken_down taking_down bring_down brought_down knock_out knock_over knocked_out ' +
    'corrupt wipe delete erase overwrite overwrote overwritten destroy kill blow_up blew_up damage leak misconfigure mistype fat-finger ' +
    'sabotage tank cripple choke flood swamp overload trip unplug unplugged sever cut_off pull_the_plug nuke torch bork brick hose ' +
    'trash mangle scramble garble poison clobber stomp trample lose lost misplace mislay hurt bring_to_its_knees brick jam ' +
    'drown sink sank sunk set_off landed_us dumped_us dropped_us cost_us burned us_in let_us_down undo undid undone derail',
  neglect:
    'forget forgot forgotten skip ignore miss neglect overlook omit fail_to failed_to bother bothered never_thought never_checked ' +
    'never_tested never_read never_told never_asked never_bothered without_telling without_asking without_testing without_checking ' +
    'without_a_word careless carelessly sloppy sloppily negligent reckless recklessly lazy lazily asleep hasty hastily rush rushed blindly ' +
    'inattentive incompetent unqualified clueless ignorant shortcut cut_corners cutting_corners corner-cutting half-baked half-finished ' +
    'half-done unreviewed untested unannounced unapproved unchecked should_have should_never ought_to_have was_supposed_to were_supposed_to ' +
    "supposed_to_have could_have_told might_have_told had_promised promised were_meant_to was_meant_to not_bother didn't_bother " +
    'dropped_the_ball drop_the_ball asleep_at_the_wheel took_his_eye off_the_ball slip_up slipped_up slack slacked lapse wave_through ' +
    'waved_through rubber-stamp rubber-stamped sign_off_blindly let_slip let_through turned_a_blind_eye blind_eye sat_on cowboy wing_it ' +
    'fail_in refuse refused insist insisted deny denied overrule overruled',
  fault:
    'fault blame culprit guilty guilt responsible offender negligence incompetence carelessness oversight sloppiness laziness blunder ' +
    'mistake error slip cock-up screw-up mess doing handiwork fingerprints at_the_door_of laid_at finger_points fingers_point ' +
    'point_the_finger down_to thanks_to courtesy_of because_of owing_to due_to on_them on_him on_her lies_with lay_with lie_with rest_with ' +
    'falls_on traced_back trace_back came_from goes_back_to go_back_to led_back_to owe_it_to root_of_all brainchild genius_of ' +
    'wisdom bright_idea clever_idea in_their_wisdom bless_them bless_him bless_her typical classic as_ever as_usual of_course no_prizes surprise_surprise',
  repair:
    'fix fixed resolve resolution restore repair patch recover recovery solve correct rectify remedy cure sort_out sorted heal mend ' +
    'address cleared clear_up put_right set_right back_up back_online up_and_running back_to_normal working_again back_in_service ' +
    'back_on_its_feet came_back come_back rebuilt rebuild replaced replace rewrote rewrite refactor hotfix bugfix reinstall ' +
    'repoint restored back_on_line healthy_again was_over all_clear green stable stabilise stabilize dust_settled fire_out ' +
    'fire_was_out put_out extinguished all_done under_control',
  contain:
    'rollback roll_back rolled_back revert disable turn_off turned_off switch_off switched_off switch_over feature_flag flag ' +
    'kill_switch failover fail_over failed_over drain reroute re-route divert shift_traffic shifted_traffic throttle rate-limit rate_limit ' +
    'shed isolate quarantine block paused pause freeze froze hold scale_up scaled_up restart reboot bounce recycle degrade ' +
    'degraded fallback fall_back workaround bypass manual_process suspend toggle stopgap tourniquet contain containment stop_the_bleeding ' +
    'mitigate cap cordon detach unhook disconnect fence banner read-only maintenance_mode maintenance_page static_page spare standby ' +
    'backup_generator hand-written by_hand paper_forms',
  investigate:
    'check inspect trace profile query grep search compare correlate bisect diff reproduce replay capture dump instrument ' +
    'examine dig investigate debug discover spot notice suspect hypothesis hypothesise narrow rule_out ruled_out isolate sift ' +
    'diagnose analyse analyze analysis walk_through look_into looked_into find found pin_down pinpoint track_down tracked_down read_through ' +
    'followed strace probe sample swap experiment test_the_theory theory figure_out figured_out work_out worked_out get_to_the_bottom ' +
    'identify determine understand line_up lined_up overlay plot count measure',
  signal:
    'log logs dashboard metric trace graph chart grafana datadog prometheus kibana splunk wireshark tcpdump flame_graph heap_dump core_dump ' +
    'thread_dump query_plan explain slow_log slow_query profiler strace perf sentry cloudwatch new_relic oscilloscope multimeter logic_analyser ' +
    'logic_analyzer stack_trace stacktrace backtrace packet_capture request_id trace_id timestamp histogram p0 p99 percentile counter ' +
    'heatmap git_blame git_log git_bisect diff commit sql script console terminal journalctl syslog event_log audit_log telemetry ' +
    'spectrum thermal_camera calorimeter voltmeter scope probe reading spreadsheet pivot_table ledger screenshot recording',
  communicate:
    'tell told inform notify update post message email e-mail mail ping announce write wrote written call ring rang phone brief let_know ' +
    'let_everyone_know share publish report alert_people keep_posted keep_informed keep_in_the_loop in_the_loop keep_updated posted informed say said ' +
    'mention communicate heads-up heads_up broadcast memo note_to circular bulletin status_update summary word_to drop_a_line dropped_a_line ' +
    'fill_in filled_in loop_in looped_in spread_the_word speak_to spoke_to talk_to inform_about bring_up_to_date break_the_news ' +
    'write-up hear heard learn_of find_out found_out know knew aware made_aware tweet statement disclose advise advised apprise ' +
    'reach_out reached_out come_clean came_clean own_up sms text_message call_round newsletter',
  delegate:
    'escalate assign delegate pass_on passed_on pass_to passed_to pass_along hand_over handed_over hand_off handed_off hand_it_to forward ' +
    'ticket raise_a_ticket raised_a_ticket open_a_ticket opened_a_ticket open_a_case log_a_ticket logged_a_ticket file_a_ticket filed_a_ticket ' +
    'filed raised logged refer redirect involve bring_in brought_in get_hold_of got_hold_of tag dispatch call_in called_in reach_out request ' +
    'ask asked allocate chase chased nag poke follow_up followed_up kick_upstairs leave_it_to left_it_to left_it_with left_them ' +
    'leave_it_with let_them turn_it_over_to turned_over entrust delegated escalation flagged flag_to put_in_a_call ' +
    'put_it_with report_it report_to reported_to gave_it_to give_it_to dropped_it sent_it_to send_it_to routed_it punted toss tossed lob lobbed threw_it ' +
    'over_the_wall in_the_hands_of their_queue their_court in_their_hands took_it_from_there take_it_from_there did_the_rest do_the_rest ' +
    'took_over take_over picked_it_up pick_it_up dealt_with handled took_care_of',
  wait:
    'wait waited stand_by stood_by sit_tight sat_tight hang_on hung_on step_back stepped_back step_aside stepped_aside watch_them ' +
    'sat_back sit_back kept_an_eye on_hold await awaited patient patiently until_they until_he until_she until_someone ' +
    'until_somebody till_they till_someone bide my_part_was_done my_part_ended my_job_was_done out_of_my_hands off_my_plate ' +
    'off_my_desk off_my_hands got_on_with went_back_to carried_on_with meanwhile_i lunch coffee in_due_course in_their_own_time ' +
    'came_back_to_me got_back_to_me came_back_with came_back_saying',
  assigned:
    'assigned asked_me told_me ordered_me instructed_me wanted_me put_me picked_me chose_me named_me sent_me gave_me handed_me tasked ' +
    'was_given was_told was_asked was_assigned was_handed was_picked was_chosen was_put was_made was_sent was_drafted nominated appointed voluntold ' +
    'landed_on_my on_my_desk on_my_plate on_my_lap in_my_lap in_my_queue in_my_column on_my_table fell_to_me fall_to_me fell_on_me ' +
    'came_to_me came_down_to_me came_my_way my_turn my_shift my_rota my_rotation my_week my_watch short_straw roped_in roped_into ' +
    'dragged_in dragged_into had_to someone_had_to somebody_had_to had_no_choice no_choice not_my_choice no_one_else_available ' +
    'only_one_free only_one_available only_one_around only_one_awake only_one_left nearest closest_to passed_to_me delegated_to_me ' +
    'was_mine became_mine ended_up_with got_stuck stuck_with lumbered saddled inherited rota roster round_robin alphabet ' +
    'job_description my_job my_duty part_of_my_job it_was_my_job was_supposed_to expected_of_me required_of_me obliged forced made_me ' +
    'according_to_plan as_per on_instructions on_orders by_order orders_from at_the_request at_his_request at_her_request because_i_was ' +
    'happened_to_be i_was_the_one bug_duty on_duty spare_capacity free_capacity bandwidth available',
  initiative:
    'volunteer volunteered decide decided chose choose step_up stepped_up offer offered took_it_on take_it_on took_on took_ownership ' +
    'took_charge take_charge put_my_hand_up raised_my_hand own_initiative nobody_had_asked no_one_had_asked nobody_asked no_one_asked ' +
    "not_my_service wasn't_ours wasn't_mine outside_my not_on_my belonged_to belong_to owned_by owned own responsible_for stepped_in " +
    'step_in picked_up pick_up instead_of_waiting rather_than_wait took_the_lead took_command incident_commander unasked unprompted made_it_my',
  praise:
    'happy pleased delighted thrilled impressed grateful thankful thanked thank thanks praise applaud applause congratulate congratulations ' +
    'kudos compliment shout-out shoutout proud pride satisfied satisfaction glad relieved relief loved love appreciate appreciation smile ' +
    'smiling cheer clap ovation recognition award prize bonus promotion celebrate celebration cake beer drinks pizza champagne party ' +
    'thumbs-up thumbs_up nice well_done great_job good_job great_feedback positive_feedback warmly pat_on_the_back high_fives hugs credit ' +
    'morale excited ecstatic enthusiastic chuffed over_the_moon made_up buzzing admired raving rave glowing kind_words nice_words compliments ' +
    'emoji emojis hearts reaction tears_of_joy content enjoyed welcomed well-received well_received good_impression good_light raised_eyebrows ' +
    'reputation respect trust my_name mentioned_in all-hands singled_out good_books handshake shook_my_hand card flowers chocolate',
  complete:
    'success successful successfully went_well gone_well go_well went_smoothly smoothly smooth complete completed completion finish finished ' +
    'deliver delivered delivery done shipped ship in_production went_live gone_live live launched launch closed signed_off sign_off wrapped_up ' +
    'on_time on_schedule within_budget without_a_hitch happy_ending came_off pulled_off worked_out paid_off as_planned to_plan achieved ' +
    'accomplished goal_met met_the_goal met_our_goals milestone concluded conclusion in_place up_and_running rolled_out merged accepted ' +
    'approved passed ticked ticked_off box_ticked tick_in_the_box job_done mission_accomplished all_good all_well all_fine worked a_win big_win triumph',
  learn:
    'learn learned learnt lesson taught teach realise realize understood discover takeaway take-away take_away came_away come_away moral ' +
    'reminded remind reminder showed_me shown_me opened_my_eyes brought_home drove_home hit_home insight wisdom conclude appreciate_how ' +
    'from_now_on next_time in_future in_the_future going_forward in_hindsight hindsight looking_back retrospect in_retrospect if_i_could ' +
    'would_do would_have knew_now with_hindsight these_days nowadays since_then ever_since now_i i_now rule_of_thumb principle habit conviction belief',
  develop:
    'write wrote build built implement develop code add change modify alter configure set_up deploy ship merge push migrate move ' +
    'convert split extract introduce create design draft refactor rename index shard partition cache batch queue retry wrap ' +
    'raise lower tune adjust bump upgrade downgrade install wire solder drill flash calibrate order buy hire train run ran',
};
