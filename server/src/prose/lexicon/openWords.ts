import { wordSet } from './wordSet';

/** Adjectives that their ending does not show, or that look like a verb or a noun. */
export const adjectives = wordSet(`
able absent acceptable accurate actual afraid alive angry anxious asleep available average awake aware awful bad basic big bitter certain blameless blank blind
boring brave brief bright broad broke brutal busy calm careful careless central cheap chief civil clean clear clever close cold common complete complex
concrete confident consistent constant cool correct corrupt costly crazy crucial current dark dead deadly deaf dear decent deep difficult dirty distant
double dry dual due dull dumb dusty eager early easy elder elegant empty enough entire equal exact excellent expensive extra faint fair faithful false
familiar famous fancy fast fat faulty final fine firm fit flaky flat fond foreign frail frank free frequent fresh full fun funny furious further future
gentle genuine glad global good grand grateful grave great green grey gross guilty half handy happy hard harsh healthy heavy high honest horrible hot huge
humble hungry ideal idle ill immediate important inner innocent junior keen kind large last late latent lazy lean legacy legal legitimate lengthy less
level light likely live lively local lone lonely long loose loud low lucky mad main major manual mature mean medium mere mild minor missing modern moral
narrow nasty native natural neat necessary negative nervous new nice noisy normal obsolete obvious odd okay old online offline open opposite orange original
outer overall overdue own pale partial past patient perfect plain pleasant polite poor popular possible present pretty previous primary prime prior private
profound prompt proper proud public pure quick quiet random rapid rare raw ready real recent red regular remote responsible rich right rigid ripe robust
rough round rude sad safe same sane scarce secondary secret secure senior separate serious severe shallow sharp short shy sick significant silent silly
similar simple single slack slim sloppy slow small smart smooth sober soft sole solid sore sorry sour spare special specific stable stale steady steep stiff
still straight strange strict strong stupid subtle sudden sufficient super sure swift tall tame tense thick thin thorough tidy tight tiny tired total tough
toxic trivial true typical ugly unable uncommon unhappy unique unsafe unsure upper urgent useful useless usual vague vast vital vulnerable warm weak wealthy
weird well wet white whole wide wild wise worse worst worth wrong yellow young zero unlucky unaware unclear unread unlikely untrue upset worthwhile
whopping stubborn slick shiny scared messy lousy crappy buggy greedy hasty reckless sleepy sticky tricky rusty wary willing grim bare harmless mute charming interesting boring embarrassing surprising exciting annoying frustrating amazing astonishing stunning misleading promising willing outgoing incoming ongoing upcoming existing demanding confusing reassuring alarming tempting thrilling striking telling
`);

/** Nouns in -ing that name a thing or a field more often than an act under way. */
export const gerundNouns = wordSet(`
accounting advertising alerting banking beginning billing blessing briefing building caching ceiling clearing clustering coding computing debriefing
dressing drawing earning engineering evening everything anything nothing something failing feeling filing finding finding finishing firing funding
gaming gathering handling heading hearing hiring housing king landing learning lettering lightning linting living logging mailing manufacturing marketing
meaning meeting messaging monitoring morning naming networking onboarding opening outing packaging painting partitioning paging parsing planning posting
pricing printing processing programming provisioning proceeding queueing reading recording reporting ring routing saving scheduling scaffolding scripting
setting sharding shipping sibling sling spelling spring staffing staging standing string stocking strapping teaching testing thing thinking ticketing timing
tooling tracing tracking trading training tuning typing understanding warning wedding wing wiring wording working writing undertaking tracking fencing
`);

/** Words in -ed, and forms like irregular verbs, that are no verb forms. */
export const notVerbs = wordSet(`
hundred sacred naked wicked rugged jagged ragged crooked biped red bed shed-load infrared wretched beloved unused unmatched untested unchecked undetected
unexpected unplanned unread unnoticed unresolved unrelated unlimited uninterrupted unattended untouched unsupported unsigned unaffected unannounced
unguarded unprotected unmonitored unpatched unassigned undocumented unfinished unfounded unprecedented unreviewed unverified unwanted so-called
half-baked half-finished hard-pressed old-fashioned long-lived short-lived aforementioned united indeed deed greed agreed-upon tired sorry talented gifted skilled experienced seasoned well-structured moneyed bored interested excited worried scared
ashamed delighted concerned thrilled stressed morning evening lightning ceiling single-handed open-ended one-sided old-school wide-spread short-handed
`);

/** Nouns of time, which open a sentence as an adverbial ("Last week DevOps …") and are no actors. */
export const timeNouns = wordSet(`
second seconds minute minutes hour hours day days night nights week weeks weekend weekends month months quarter quarters year years morning afternoon
evening noon midnight midday today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays
fridays saturdays sundays january february march april may june july august september october november december time times moment sprint spring summer autumn
winter christmas easter fortnight decade noon dawn dusk instant lunch once twice
`);

/** Nouns that look like verbs after a noun and seldom are one there. */
export const seldomVerbs = wordSet(`
access account address age aim air area article audience back band bar base bit board book boot border bound bottle bottom box branch bridge bug bus button
card cause center chain channel chart class client club code color comment concern contact content control core corner couple court cover crew cross cup
data date deal desk detail disk dock document door dust edge engine entry error even event experience exception eye face factor feature field figure file fire floor
form format frame front fuel function fund gear grade graph ground group guard guide gun hand head home host house hunch issue interest item job key kind
label land layer lead level light limit line link list load lock log logic loop lot machine mail manner map mark market master match material matter measure
media member memory message metric mind minute mirror mode model module name network nature node note notice number nurse object office order outage owner
pack package page pair panel paper parent part partner party patch path pattern people phase phone photo picture piece pin pipe pipeline place plan plane plant
plot point policy pool port position post power practice present press price print process product profile program project proxy purpose quality
question queue race rack range rank rate reason record region report request resource rest result review ring risk road rock role roll room root rota route row
rule sample scale scene schedule school scope score screen script sea season seat second section sector self sense sentence series server service session set
shade shape share sheet shift shop side sign signal site size skill sleep slice slot snapshot sort sound source space span spot staff stage stake stand star
state station status step stock stone store storm story stream stress string structure style subject suit sum supply support surface system table tag tail tape
target task team term test text thread ticket tie tier time tip title token tool top topic total touch tour town track trade traffic trail train trap treat
trend trick truck trust type unit user value version view voice volume vote wall water wave weight wheel wind window wire wood word work worker world zone
water exhaust pilot master second mine counsel counter experience exhibit
`);
