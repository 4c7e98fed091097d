import { wordSet } from './wordSet';

/** Infinitives that are hardly ever nouns. */
export const plainVerbs = wordSet(`
  abandon abduct abide abolish abort abound abscond absolve absorb accelerate accept acclimate accommodate accompany accomplish accost
  accrue accumulate accuse accustom achieve acknowledge acquiesce acquire activate adapt add adhere adjourn adjust administer admit
  adopt adorn advertise advise affect affix afford agree align allege allocate allot allow allude amalgamate amaze amend amount amuse
  analyse analyze animate anneal announce annoy annul anonymise anonymize anticipate apologise apologize appear appease apply appoint
  appraise appreciate apprise approve approximate architect argue arise arouse arrange arrive ascertain ask aspire assail assemble
  assert assess assign assume assure astonish attach attain attend attest attract attribute audition augment author authorise
  authorize automate avail avert avoid await awake babysit backfire baffle bathe be become befall befriend beg begin beguile behave
  behead behold believe belittle belong bequeath bestow betray bewilder bicker bide blast blow boil bolster bombard borrow botch
  bother bow brandish breastfeed breathe bring broaden build bungle bury buy calculate calibrate calm cancel careen carry carve
  categorise cater caulk cease celebrate cement centralise certify characterize cherish cherry-pick chew chide chirp choke choose chop
  circulate circumvent cite clap clarify cleanse clench climb cling clog coalesce coax codify coerce coexist cohabit coincide
  collaborate collect collide collude combust come commence commend commission communicate compare compel compensate compete compile
  complain complicate compliment comply compose compress comprise compute conceal concede conceive conclude concur condemn condense
  condone confess confide configure confine confirm conflate conform confront confuse congest congratulate conjure connect connote
  conquer conserve consider consist console consolidate conspire constitute constrain consult consume contain contaminate contend
  continue contradict contribute convene converge convey convince cope copy-paste correlate corroborate corrode corrupt counter crave
  crawl create cripple cross-check crosscheck crumble curtail customise dampen dangle darken daunt deafen deallocate debark debrief
  debunk deceive decide decimate decipher declare decode decommission decompose decouple decree decry decrypt dedicate deduct
  deduplicate deem deepen deface defer define deflate deflect deform defraud defuse defy degrade delete deliberate delimit deliver
  delve demean demolish demonstrate denormalise denote denounce deny depart depend depict deplore deport deprecate depress
  deprioritise deprovision derail derive descend describe deserialise deserialize deserve designate desist destabilise destroy detach
  detain detect deteriorate determine detest develop devise devolve diagnose dictate die differ differentiate dig dilute diminish dine
  direct disable disagree disallow disappear disappoint disarm disband disburse discard discern disclaim disclose disconnect
  discourage discover discuss dislodge dismantle dismiss dispel dispense disperse displace displease dispose disprove disrupt dissect
  dissolve dissuade distil distill distinguish distort distract distribute disturb diverge diversify divert divest divulge do dominate
  double-check downplay dramatize dread dredge drown dwell dwindle earmark earn ease eat edit educate elaborate elapse elbow elect
  elicit eliminate elucidate elude embalm embark embarrass embed embody embrace embroider embroil emerge emit empathise emphasise
  emphasize empower emulate enable enact encapsulate encircle enclose encode encompass encourage encroach encrypt encumber endanger
  endeavor endeavour endorse endow endure energise energize enforce engage engender engrave engulf enhance enjoy enlarge enlighten
  enlist enquire enrich enrol enroll ensue ensure entail enter entertain entice entrain entrench entrust enumerate envelop envisage
  envision equate equip erase erode err erupt escalate eschew escort espouse establish estrange etch evacuate evade evaluate evaporate
  evict evoke evolve exacerbate exaggerate exalt examine exasperate exceed exclaim exclude execute exempt exert exhale exhort exhume
  exist exit exonerate expand expect expedite expel expire explain explode explore expose express expunge extend externalise
  extinguish extol exude fabricate facilitate falsify falter fasten fat-finger fathom feel ferment fiddle finalise finalize find
  flatline flatten flatter flee fling fluctuate follow forbid force-push foreclose forego foresee foreshadow forewarn forfeit forge
  forget forgive formalise formulate forsake foster freak freshen frighten frolic frustrate fulfil fumble fundraise furnish garble
  gather generalise generate gesture get giggle give glean go gobble google govern grab grandfather grapple graze greet grow
  hallucinate halve hamper happen harangue harass hard-code harden harmonise haul have hear heed heighten herd hesitate hide hijack
  hinder hobble hog hoist hone humble hurry hydrate identify ignore illustrate imbue immerse impair impale impart imperil impinge
  implicate implode imply impose impoverish impress imprison improve improvise incite include inconvenience increment incriminate
  incur indicate induce indulge infer infest inflate inflict inform infuse ingest inhabit inherit inhibit initiate inject injure
  inquire insinuate insist inspect inspire instigate instil institute institutionalize instruct instrument insulate insure integrate
  intend interact intercept interfere interlock internalise interpolate interpret interrogate interrupt intersperse intervene
  intimidate intoxicate introduce intrude inundate invade invalidate invent invert invest investigate invoke involve irk irritate
  isolate itemize iterate jeopardise jeopardize join jostle jot juggle jumpstart justify juxtapose keep kidnap kindle kneel know
  lament languish launder lean learn lend lengthen lessen leverage liaise liberate limp linger liquefy liquidate listen liven
  load-test loathe lob localise locate lose lumber maim maintain make malfunction manage mangle marry masquerade materialise
  materialize mature maximise mean meddle meet melt memoize memorise mend migrate mimic mimick mince mingle minimise minimize misalign
  misbehave miscalculate misconfigure misinterpret misjudge mislabel mislay mislead misplace misread misroute misspell mistype
  misunderstand mitigate moan mobilise modify molest mourn mow muddle multiply munge muster mutate nag narrate navigate negotiate
  nominate nosedive notify nourish nudge nurture obey obfuscate oblige observe obsess obstruct obtain occupy occur offload ogle omit
  onboard operate opine oppose opt optimise optimize orchestrate organise organize ought outgrow outlive outnumber outpace outperform
  outsmart outsource overcome overcommit overestimate overflow overhear overheat overload overlook overpower overreach overreact
  overrule oversee oversell overshadow oversleep overspend overtake overturn overuse overwhelm overwrite owe own oxidize pacify
  paginate pamper pander parachute parallelise paralyse parse participate patrol pave penalise perceive perform perish permeate
  perpetuate perplex persevere persist persuade pertain pervade pinpoint please plough plummet ply poach pollute ponder populate
  portray possess postpone pounce pour prattle pray preach precede precipitate preclude precompute predate predetermine predict
  preempt prefer preoccupy prep prepare prepend prescribe presume presuppose pretend prevail prevent prioritise prioritize proclaim
  procrastinate procure prod profess prohibit prolong promote pronounce propagate propose prosper protect protrude prove provide
  provision provoke publish pummel punish purport pursue put quantify quash quench quit ransack rate-limit rationalise rattle ravish
  re-enable react realign realise realize reap reappear reassign reassure rebalance rebrand rebuff rebuke recede receive recharge
  recite reckon reclaim reclassify recline recognise recognize recommend recompile recompute reconcile reconfigure reconnect
  reconsider reconstruct reconvene recoup recover recreate rectify recur recycle redact redefine redeploy redirect redistribute reduce
  refer refill refinance refine reflash reflect refocus refract refrain refuel refurbish refute regain regenerate regroup rehash
  rehearse reheat reign reimburse reimplement reindex reinforce reinstall reinstate reissue reiterate rejoice rejoin relabel relate
  relent relieve relinquish relive relocate rely remain remediate remember remind reminisce remove render renegotiate renew renounce
  reopen reorganise repartition repay repel rephrase replace replenish replicate replug repoint represent reprioritise reprocess
  reproduce requeue require reroute resemble resend resent reshape reside resign resist resize respond restate restock restore
  restrain restrict restructure resurface resurrect resuscitate resync retain retaliate rethink retire retort retrace retract retrain
  retrieve retrofit retype reunite reup reuse revel revere revise revisit revive revoke revolve rewire reword ridicule ripen roam rot
  rotate rout rubber-stamp rupture sabotage sadden salvage sanitise satisfy saturate save savour say scavenge scoff scramble scrounge
  scrutinise sculpt scuttle see seek seem segregate seize sell send separate sequester serialise serialize settle sever sew sharpen
  shatter shelve shepherd shine shirk shoot shorten shove showcase shrink shrivel shun sift simmer simplify simulate sing
  single-thread siphon sit skim skimp slam slay slew slog smuggle snatch snub soak-test soar socialise socialize solder solicit
  solidify solve soothe sow spawn speak spearhead specify speculate spend spit splay spoil spoof squabble squander squelch squish stab
  stabilise stabilize stagger stagnate standardise standardize startle starve steal stiffen stifle sting stipulate stow straddle
  straighten strangle streamline strengthen strew strive stump stun stymie sublimate submerge submit subscribe subside subsist
  substitute subtract subvert succeed succumb sue suffer suffice suggest summarise summarize summon supersede supervise supplant
  suppose suppress surmount surpass surrender survive swallow sweeten swim swindle synchronise synchronize synthesise synthesize
  tabulate tailor take tamper tarnish taunt teach teeter teleport tempt tend terminate thank thicken think threaten thrive throw thud
  thump thwart tighten tinker tokenise tokenize tolerate topple tote toughen tout traffick traipse trample transact transcode
  transcribe transform translate transmit transpire transport transpose traverse tremble trivialise troubleshoot trudge truncate
  twiddle unbind unblock uncover undercut underestimate undergo underline undermine underrate underscore understand understate
  undertake undervalue underwhelm undo unearth unfold unfreeze unify uninstall unleash unload unlock unmount unpin unplug unravel
  unroll unsettle unsubscribe untangle untie unveil unwind unwrap unzip upend uphold uplevel uplift uproot upsert usher utilise
  utilize validate vanish vary vectorise vectorize verify vet vindicate virtualise visualise visualize volunteer wade wail waive
  wallow wander want warn waver weaken weave wed weep weigh whitelist widen wield wilt wince withdraw wither withhold worsen wrangle
  wreak wrench wring write yank zap
`);

/** Infinitives that are as often nouns, so that the words around them decide. */
export const nounVerbs = wordSet(`
  abuse accent access accord account ace ache act address advance advocate age aid aim air alarm alert alias alter anchor anger answer
  appeal approach arch archive arm armour assist associate attack attempt auction audit average award back backfill backport backup
  badge bail bake balance balk balloon ban band bang bank bar bargain barge bark base baseline bash batch battle bear beat beef belt
  benchmark bend benefit bet bias bid bill bin bind bisect bit bite blame bleed blend blink blip blitz block blueprint blur board
  boast bog bolt bond bone book boost boot border bork bottle bottleneck bounce box boycott brake branch brand breach break breed
  bribe brick bridge brief broadcast bruise brush bubble buckle budget buffer bug build bulldoze bump bundle burden burn burst bust
  buzz bypass cache call campaign canary cap capture card care cascade cash cast catalog catch cause caution cave chain chair
  challenge champion change channel charge charm chart chase chat cheat check checkpoint cheer chip chunk circle claim class claw
  clean clear click clip clock clone close cloud coat cobble code coin collapse color colour comb combat combine comfort command
  comment commit commute complement complete compound compromise concentrate concern conduct conflict consent construct contact
  contest contract contrast control convert cool coordinate copy corner correct cost cough counsel count court cover crack craft crash
  credit creep crop cross crowd crunch crush cry cue curb cure curl curse curve cut dab damage dance dare dart date dawn deadline
  deadlock deal debate debug debut decline decrease default defeat defect delay delegate delight demand dent deploy deposit desert
  design desire detail detour dial diff digest dip dirty discharge discipline discount disguise dish dislike dispatch display dispute
  ditch dive divide divorce dock document dodge dose double doubt downgrade download draft drag drain draw dream dress drift drill
  drink drip drive drone drop drum dry dub duel dump duplicate dust dye echo eclipse email empty encounter end engineer escape
  estimate excel exchange excuse exercise exhaust exhibit experience experiment exploit export extract eyeball face fail fall fan farm
  fault favor favour fear feature feed fence ferry fetch field fight figure file fill film filter finance finish fire fit fix flag
  flail flake flame flap flare flash flip float flock flood flow fluke flush fly focus foil fold force forecast fork form format
  forward foul fox fracture fragment frame franchise free freeze fret frost frown fry fuel function fund funnel fuss fuzz gag gain
  gamble game gate gaze gear glance glare glitch gloss glow glue gossip grade graft grant grasp grep grill grind grip ground group
  grumble guarantee guard guess gulp hack halt hammer hand handle hang harbour harm harness harvest hash hatch hate haunt head heat
  hedge help hiccup highlight hike hint hire hit hold hole home honor honour hook hop hope hose host hotfix hound huddle hug hum hunt
  hurdle hurt hustle hype image impact implement import inch incline increase index influence inhale input insert install intent
  interface interview invite invoice issue jack jam joke journal judge jump key kick kill kiss knock label labor labour lack lag land
  lap lapse last latch laugh launch lay leach lead leak leap lease leave lecture leech level levy license lick lie lift like limit
  line link lint list live load loan lobby lock log look loop loot love lower lump lurk lust mail mandate manifest manner manoeuvre
  map mark market mash mask massage match matter measure mention mentor merge merit mess message mind mine mint mirror misfire miss
  mistake mix mock model mold monitor mop mount move murder mute nail name narrow need neglect nest net nod nose note notice nuke
  offer offset ooze open orbit order orient outline output overhaul overlap overpass override pace pack package pad page paint pair
  pan panic park parrot partition partner party pass paste patch patent pause pay peak peel peer peg pencil perfect permit pester
  phase phone photograph pick piece pile pilot pin pinch ping pipe pit pivot place plague plan plant play plead pledge plot plug plump
  plunge point poison poke polish poll pool pop pore port pose position post pound power practice practise praise present preserve
  press preview prey price pride print probe proceed process produce profile program programme progress project promise proof
  proofread prop protest prototype proxy prune pry pull pump punch punt purchase purge push quarantine quarrel query question queue
  quiet quiver quiz quote race rack rail rain raise rake rally ramp range rank rant rap rat rate reach read reason rebase reboot
  rebound rebuild recall record redesign redo reel refactor reference reform refresh refund refuse regard register regress regret rein
  reject relapse relay release relish reload remake remap remark remedy remount rendezvous rent reorder repair repeal repeat replay
  reply report request rerun rescan rescue research reserve reset resolve resort respect rest restart result resume retest retry
  return revamp reveal reverse revert review reward rewind rework rewrite rhyme ride rig ring riot rip rise risk roast rock roll root
  rope round route rub rubber ruin rule run rush rust sack sacrifice safeguard sag sail sample sandwich scaffold scale scan scar scare
  schedule scheme scold scope score scour scrap scrape scratch scream screech screen screw scribble script scroll seal search seat
  secure seed sense sentence serve service set shack shade shadow shake shape shard share shave shed shelter shield shift shim ship
  shiver shock shoehorn shop shore shortcut shortlist shoulder shout show shred shrug shuffle shut side sideline sigh sign signal
  silence sink sip size sketch ski skip slack slap slash slate sleep slice slide slip slit slot slouch slow slump smash smell smile
  smirk smoke smooth snag snap snapshot sneak sneeze sniff snooze snow soak sob sort sound sour spam span spare spark speed spell
  spike spill spin spiral spite splash splice split sponsor spook spot spotlight spray spread spring sprinkle sprint spruce spur spy
  square squash squeeze stack staff stage stain stake stalk stall stamp stand stare start stash state stay steam steer stem step stick
  stink stir stitch stockpile stoop stop store storm strain strand stream stress stretch strike string strip stroke struggle stub
  study stuff stumble stutter style subject suit sulk sum supplement supply support surface surge surprise survey suspect swamp swap
  swarm sway swear sweat sweep swell swing swipe switch sync table tackle tag tail talk tally tangle tank tap taper target task taste
  tax tear tease tell temper template test text thaw thin thrash thread thrill throttle thrust tick ticket tidy tie tier tile time tip
  tire title toast toggle toil toll tone tool top torch torpedo torture toss total touch tour trace track trade trail train transfer
  transition trap travel trawl treat trend triage trick trickle trigger trim trip triple trot trouble trumpet trust try tug tumble
  tune tunnel turn tweak tweet twist type update upgrade upload upset urge use vacuum value vault vent venture veto view visit voice
  void volley vomit vote vow wait wake walk wall wane war warm warrant wash waste watch wave wear weather wedge weight welcome wheel
  whine whip whisk whisper whistle whiteboard wick win wind wing wipe wire wish witness wobble wonder work worry worship worth wound
  wrap wreck wrestle wrinkle yawn yell yield zero zip zoom
`);
