/** Turns of speech in which people blame, shrug, boast, hope and hand on. The form of the entries is that of `people`. */
export const idioms: Readonly<Record<string, string>> = {
  'told-late':
    'only_then only_afterwards not_until after_the_fact once_it_was once_everything_was once_all_was the_morning_after the_day_after ' +
    'the_next_day the_day_before_yesterday when_it_was_over when_it_was_done when_all_was post_factum in_the_retro in_the_post-mortem in_the_report ' +
    'in_the_changelog in_the_release_notes learned_of_it learned_about_it heard_about_it heard_of_it first_heard found_out_from read_about_it ' +
    'kept_it_to_myself keep_it_to_myself kept_quiet keep_quiet stayed_quiet said_nothing say_nothing silence silent radio_silence no_updates no_word ' +
    'without_updates held_back hold_back sat_on waited_to_tell no_need_to_bother no_need_to_worry not_to_worry not_to_alarm not_to_disturb ' +
    "didn't_want_to_bother didn't_want_to_worry didn't_want_to_alarm until_i_had until_there_was until_we_had wrap-up close-out closing_note one_message " +
    'single_message single_email final_report all-clear out_of_the_loop in_the_dark none_the_wiser unaware had_no_idea_that already_fixed already_solved ' +
    'already_resolved already_over safely_over long_over had_passed had_ended had_been_fixed had_been_restored was_fixed was_solved was_resolved was_restored ' +
    'was_back were_back is_solved is_over everything_worked everything_was_back worked_again running_again came_back_up belatedly retroactively in_arrears eventually_told finally_told',
  'told-early':
    'at_once straight_away right_away immediately within_minutes from_the_start from_the_first before_i_touched before_touching first_thing still_down still_failing ' +
    'still_broken while_it_was_still while_the ongoing next_update promised_the_next cadence hourly half-hourly kept_posted kept_informed running_log live_log ' +
    'no_fix_yet before_i_knew before_we_knew as_it_happened every_fifteen every_thirty every_twenty every_ten every_hour every_half on_the_hour open_bridge ' +
    'status_page status_channel incident_channel before_the_fix ahead_of early_warning warned_them in_real_time throughout all_through during_the',
  'handed-on':
    'ticket case_number queue hotline helpline escalation_matrix second_level third_level second_line third_line tier_0 level_0 l0 support_request service_desk ' +
    'help_desk vendor_support support_case their_backlog raise_it raised_it reported_it flagged_it logged_it escalated_it passed_it forwarded_it sent_it handed_it ' +
    'gave_it left_it assigned_it delegated_it mentioned_it pinged_them called_them asked_them told_them emailed_them reminded_them chased_them nudged_them bumped ' +
    'over_to on_to up_to down_to off_to to_the_team to_the_vendor to_the_right_people to_the_experts to_those people_who_know whoever_owned whoever_knows ' +
    'put_them_on_it put_him_on_it put_her_on_it let_them_get_on messenger relay go-between middleman conduit liaison mouthpiece forwarder switchboard',
  'their-solution':
    'they_fixed they_solved they_sorted they_found they_resolved they_took_it they_did they_dealt they_handled they_came_back they_sent he_fixed she_fixed he_solved she_solved ' +
    'who_fixed who_solved who_then who_took who_sorted who_found who_replaced who_cleaned who_patched sent_a_fix sent_us_a_fix sent_a_patch had_it_fixed had_it_back had_it_running ' +
    'took_it_from_there did_the_rest eventually_fixed eventually_resolved eventually_solved eventually_they got_it_fixed got_fixed was_fixed_by was_solved_by fixed_by_them ' +
    'their_fix their_patch their_answer their_reply their_engineer their_team came_with_the_fix came_back_with shipped_a_patch released_a_fix and_then_it_worked in_the_end_they',
  'at-the-hands':
    'to_blame at_fault their_doing his_doing her_doing their_fault his_fault her_fault on_him on_her on_them responsibility_is responsibility_lies answer_for have_only_themselves look_no_further ' +
    'at_the_hands in_the_hands_of left_behind left_us_with holding_the_bag holding_the_baby clean_up_after cleaned_up_after cleaning_up_after tidy_up_after mop_up_after ' +
    'their_mess his_mess her_mess pick_up_the_pieces picked_up_the_pieces should_know ought_to_know know_better known_better would_have_known had_they had_he had_she had_someone if_they_had ' +
    'if_he_had if_she_had if_only any_competent a_competent a_decent no_competent shame disgrace amateur amateurish amateurs junk rubbish shoddy bodge slapdash half-hearted ' +
    'i_warned i_had_warned had_warned despite_my_warning told_you_so ignored_my ignored_our behind_my_back behind_our_backs on_a_whim unilaterally went_ahead went_and let_it_through ' +
    'infinite_wisdom thought_it_clever thought_it_wise in_such_a_hurry in_a_hurry never_their_job not_their_job did_not_care did_not_bother could_not_be_bothered nobody_over_there over_there ' +
    'that_lot their_side their_end their_people their_own by_mistake wrong_file wrong_table wrong_button wrong_flag wrong_environment wrong_version finger_trouble human_error asleep ' +
    'who_forgot who_never who_skipped who_pushed who_merged who_deployed who_deleted who_changed who_left who_decided who_thought who_signed who_approved who_set who_wrote',
  'closed-out':
    'closed_the_ticket close_the_ticket closed_the_incident closed_the_case closed_it marked_it marked_as_done marked_done marked_as_resolved logged_off log_off went_home went_to_bed went_to_lunch went_for_lunch went_for_dinner ' +
    'left_for_the_day left_it_there left_it_at_that end_of_story end_of_the_matter that_was_that that_was_it that_was_the_end and_that_was case_closed matter_closed job_done shut_the_laptop closed_my_laptop ' +
    'shut_my_laptop off_to_the next_ticket next_task next_item next_thing moved_on turned_to_the_next done_and_dusted off_the_list crossed_it_off ticked_it_off considered_it considered_the regarded_it took_it_for ' +
    'took_the_matter filed_it_under declared_it declared_victory called_it stood_down stand_down signed_it_off put_it_to_bed',
  unchecked:
    "didn't_check did_not_check never_checked without_checking without_opening without_testing without_looking didn't_wait did_not_wait no_need_to_test no_need_to_check skipped_the_test no_test not_tested untested " +
    "didn't_look never_looked haven't_looked not_looked didn't_verify never_verified no_one_checked nobody_checked couldn't_say couldn't_tell not_sure_whether whether_it stands_to_reason bound_to of_course_it naturally surely " +
    'undoubtedly no_reason_to_doubt must_have_been must_be should_be_fine should_be_good should_be_ok should_work ought_to_work would_be_fine will_be_fine be_fine nobody_called no_one_called no_calls no_more_calls no_more_alerts stayed_quiet ' +
    'quiet_since no_one_screamed nobody_screamed nobody_shouted phone_stopped stopped_ringing no_tickets nobody_has no_one_has not_heard haven_not_heard have_not_heard came_up lights_were_green looked_healthy looked_right looked_alive seems_fine ' +
    'seemed_fine seemed_ok seemed_okay seemed_good seems_to seemed_to appeared_to appears_to by_the_look by_the_looks from_what_i on_the_face as_far_as supposedly apparently allegedly in_principle told_me_it_was said_it_was said_it_worked said_so their_word his_word her_word one_look a_look quick_look brief_look a_peek refreshed_once once_and',
  'loose-amount':
    'boatload shedload bucketful eternity ages forever hardly_any hardly_a hardly_ever scarcely_a rarely seldom far_cry order_of_magnitude orders_of_magnitude balloon world_of_difference breath_of_fresh tidy_sum arm_and_a_leg ' +
    'bleed_money bleeding_money burn_money burning_money lose_money losing_money make_money packet bomb sky-high rocket rocketed crawl crawling snail sluggish lightning in_no_time breeze blazing trickle torrent sea_of stream_of ' +
    'thing_of_the_past beyond_recognition several_times many_times times_over all_the_time most_of_the some_of_the part_of_the a_number_of any_number_of no_small not_a_little quite_some quite_a a_good_many a_great_many ' +
    'every_other half_the_world everyone_and unbearably unbearable painfully endless endlessly never-ending constant constantly nonstop on_end lasting long-lasting sizeably visibly_faster feels_faster feels_snappier ' +
    'more_than_ever better_than_ever all-time_high all-time_low record_high record_low at_an_all-time best_ever worst_ever top-notch world-class state-of-the-art game-changer game_changing huge_win big_difference real_difference huge_impact big_impact major_impact great_impact',
  boast:
    "couldn't_have could_not_have no_one_else_could nobody_else_could would_still_be would_have_been_lost would_have_lost without_my had_it_not_been if_i_hadn't if_i_had_not only_i_knew only_i_could i_alone last_hope everyone_had_given_up had_given_up gave_up " +
    'stumped baffled at_a_loss all_the_experts the_experts the_seniors senior_engineers more_experienced in_five_minutes in_minutes in_seconds the_moment_i the_minute_i as_soon_as_i_arrived i_walked_in walked_in until_i_came until_i_arrived jaws_dropped carried_the_team carried_the ' +
    'credit_is_mine brilliance brilliant genius instinct intuition talent gift lone_wolf cape cavalry kept_the_lights_on kept_the_company alone_kept my_doing all_my_doing thanks_to_my it_was_my it_was_i it_was_me who_but_me who_else_but better_than_anyone than_anyone_else than_anybody faster_than_anyone ' +
    'first_and_only the_only_reason the_one_who the_brain the_brains one_pair_of_hands one_keyboard turned_the_tide pulled_it_out pulled_the_company saved_us saved_them saved_it saved_our saved_their saved_millions saved_the_launch saved_the_company saved_the_weekend bailed_out bailed_them_out hold_my_hand hero_of the_man_who the_woman_who',
  'shrug-off':
    'what_of_it so_what sky_did_not_fall life_went_on merely a_mere mere not_ideal keep_it_in_perspective in_perspective perspective proportion small_potatoes small_fry small_beer inconvenience inconvenient paper_cut ripple who_cares nobody_cares no_one_cared easily_fixed ' +
    'easily_fixable fixable recoverable recovered_anyway edge_case corner_case fringe a_few_customers a_few_users a_few_people one_or_two a_couple_of handful_of got_over_it shrugged made_a_fuss blown_up blew_it_up no_real_damage no_real_harm no_lasting nothing_was_lost nothing_lost ' +
    'no_money_was no_data_was no_customer_was nobody_was_hurt nobody_got_hurt nobody_lost at_worst at_most worst_case in_the_grand_scheme grand_scheme in_the_scheme hardly_a_disaster hardly_a_crisis not_a_disaster not_a_catastrophe not_exactly_a more_of_a as_outages_go as_incidents_go far_worse much_worse worse_things ' +
    'others_have everybody_makes everyone_makes we_all_make only_human to_be_expected comes_with_the part_and_parcel growing_pains teething not_my_area not_my_department not_my_job not_my_code not_my_change not_only_me others_too i_only i_merely all_i_did i_just played_no small_part minor_part little_to_do nothing_to_do_with',
  'no-account':
    "transient no_cause no_explanation unexplained can't_tell_you cannot_tell_you can't_explain cannot_explain couldn't_explain hard_to_say hard_to_tell difficult_to_say just_like_that as_if_by_magic vanished_by_itself went_away_by fixed_itself healed_itself solved_itself resolved_itself cleared_itself came_and_went " +
    'glitch_in do_that_sometimes does_that_sometimes do_that have_their_days have_days of_its_own_will will_of_god in_the_stars the_weather planets_aligned beats_me your_guess anyone_s_guess anyones_guess search_me ask_me heisenbug nature_of_the nature_of_things bad_karma full_moon machines_break ' +
    'software_breaks things_break systems_fail everything_breaks hardware_dies happens_to_the_best happens_to_all cannot_always not_everything some_days some_nights another_day_another luck_ran_out ran_out_of_luck out_of_luck wrong_place in_the_wrong knocked_on_wood lottery dice roll_of_the_dice toss_of_a_coin whim whims caprice capricious ' +
    'did_its_thing acted_up acting_up playing_up played_up went_haywire haywire went_mad went_crazy crazy gave_out died_on_us packed_it_in packed_up conked_out on_the_blink on_the_fritz lost_interest had_enough fancied felt_like_it woke_up without_warning without_any_reason without_reason without_rhyme no_rhyme',
  roped:
    'asked_me_to told_me_to wanted_me_to told_to asked_to was_told was_asked got_told got_asked got_assigned got_the_job got_the_ticket got_handed got_given given_the_task given_the_job given_to_me assigned_to_me handed_to_me passed_to_me dumped_on_me thrown_at_me ' +
    'pushed_to_me my_name_was my_name_came my_name_is my_name_on next_on_the_list next_in_line first_on_the_list next_free only_free nobody_else_was no_one_else_was nobody_else_wanted no_one_else_wanted everyone_else_was others_were_on on_vacation on_holiday on_leave was_sick was_ill ' +
    'away_that_week someone_needed_to somebody_needed_to somebody_has_to someone_has_to it_had_to_be needed_doing had_to_be_done because_i_had_to since_i_had_to by_default by_chance by_accident by_seniority by_rotation drew_the lost_the_coin lost_the_toss pulled_into pulled_in was_pulled was_dragged was_roped got_roped got_pulled ' +
    'was_on_the_rota calendar_said rota_said schedule_said ticket_said jira backlog sprint_plan on_the_board came_with_the_job comes_with_the_job in_my_contract in_my_role within_my_remit job_title it_was_up_to as_the_junior as_the_newest as_the_new being_the_only being_the_most',
};
