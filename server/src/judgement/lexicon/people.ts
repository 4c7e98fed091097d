/**
 * Who acts, and who is told: classes of words for people, roles, teams and firms. One class a key; the entries are
 * separated by blanks, words of one entry joined by "_". Every inflected form of an entry counts.
 */
export const people: Readonly<Record<string, string>> = {
  narrator: 'i me my mine myself',
  'own-team':
    'we us our ours ourselves the_team my_team our_team the_squad our_squad the_crew the_group together all_of_us both_of_us ' +
    'each_of_us everyone everybody jointly collectively side_by_side as_a_team as_a_group shoulder_to_shoulder hive_mind ' +
    'the_gang the_lot_of_us between_us the_two_of_us the_three_of_us the_four_of_us war_room swarm all_hands many_hands ' +
    'group_effort team_effort joint_effort',
  role:
    'engineer developer dev programmer coder architect administrator admin sysadmin dba tester analyst designer contractor ' +
    'consultant freelancer intern trainee apprentice junior senior graduate hire newcomer starter newbie rookie temp colleague ' +
    'coworker co-worker teammate peer technician operator electrician mechanic plumber fitter installer scientist postdoc ' +
    'researcher student professor lecturer nurse doctor pharmacist teacher clerk cashier driver pilot accountant auditor ' +
    'controller planner buyer trader broker lawyer editor reviewer maintainer committer author owner specialist expert ' +
    'agent representative rep volunteer assistant secretary foreman superintendent guard caretaker janitor marketer recruiter ' +
    'salesperson salesman lead staffer employee worker builder supervisor dispatcher on-call oncall responder ' +
    'researcher physicist chemist biologist surveyor inspector registrar librarian bloke chap guy lad lass fella gentleman ' +
    'lady woman man kid youngster wizard genius cowboy muppet clown whoever someone somebody person people folk folks crowd ' +
    'bunch boys girls lads crew staff personnel hands shift',
  department:
    'devops sre ops operations qa infrastructure infra platform security infosec networking network payments billing finance ' +
    'accounting accounts sales marketing legal compliance procurement purchasing logistics hr support helpdesk servicedesk ' +
    'frontend backend mobile ios android data analytics design ux product research growth identity search checkout risk fraud ' +
    'treasury warehouse facilities maintenance engineering production manufacturing hardware firmware electronics mechanical ' +
    'laboratory lab pharmacy ward radiology admissions communications comms editorial merchandising department division squad ' +
    'tribe chapter guild desk office branch unit headquarters hq site crew team group',
  outsider:
    'vendor supplier provider partner contractor subcontractor agency consultancy integrator reseller distributor manufacturer ' +
    'carrier isp telco host hoster registrar bank processor acquirer insurer ministry council government authority regulator ' +
    'outsourcer offshore third-party third_party outside_firm aws amazon azure microsoft google gcp oracle sap salesforce ' +
    'stripe paypal adyen cloudflare akamai fastly cisco juniper dell hp ibm vmware atlassian github gitlab datadog okta twilio ' +
    'apple samsung intel nvidia vodafone bt telekom',
  predecessor:
    'predecessor previous_team former_team previous_owner previous_developer previous_engineer old_team old_guard before_me ' +
    'before_my_time before_i_joined inherited legacy_team ex-colleague previous_manager previous_admin left_the_company ' +
    'long_gone who_came_before prior_team earlier_team original_author original_team first_team last_owner',
  boss:
    'manager boss lead leader supervisor director head chief cto ceo cio cfo coo vp svp evp president principal superior scrum_master ' +
    'product_owner product_manager project_manager coordinator team_lead tech_lead line_manager management leadership executive ' +
    'exec higher-up higher_up chairman board steering_committee skip-level sponsor upstairs founder co-founder commander captain ' +
    'professor pi adviser advisor headteacher matron registrar partner gaffer pm',
  audience:
    'stakeholder customer client user subscriber member merchant seller shopper guest patient passenger tenant reader viewer ' +
    'player rider driver student parent pupil citizen resident staff account_manager support_team leadership management ' +
    'business status_page channel bridge mailing_list newsletter announcement slack teams_channel email inbox distribution_list ' +
    'company organisation organization department shareholder investor press public community everyone_affected',
  nobody:
    'nobody no_one noone none_of not_one not_a_soul no_other no_body not_anyone anyone anybody no_single neither_of',
  alone:
    'alone single-handed single-handedly singlehandedly solo sole solely on_my_own by_myself all_by_myself all_me only_me just_me only_i ' +
    'one-man one-woman one-person unaided unassisted without_help without_any_help without_anyone entirely_my_own myself_alone ' +
    'hero saviour savior rescuer lone the_only_one the_only_person the_only_engineer no_help nobody_else no_one_else anyone_else ' +
    'anybody_else nobody_but_me only_one_who only_person_who thanks_to_me because_of_me if_not_for_me without_me but_for_me ' +
    'my_genius my_brain carried_on_my_shoulders my_shoulders rode_in ride_in saved_the_day save_the_day save_the_company rescue ' +
    'turned_to_me looked_to_me came_to_me had_to_be_me it_took_me needed_me single-handed personally saved_the salvage save ' +
    'rockstar star legend wizard guru go-to indispensable irreplaceable',
};
