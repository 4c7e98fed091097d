import { wordSet } from './wordSet';

/** Infinitives that are hardly ever nouns. */
export const plainVerbs = wordSet(`
  abandon abduct abide abolish abort abound abscond absolve accelerate accept acclimate accommodate accompany accomplish accost accrue
  accuse accustom achieve acknowledge acquiesce acquire activate adapt adhere adjourn adjust administer admit adopt adorn advise affix
  afford agree align allege allocate allot allow allude amalgamate amaze amend amuse analyse analyze animate anneal announce annoy
  annul anonymise anonymize anticipate apologise apologize appear appease apply appoint appraise appreciate approve approximate argue
  arise arouse arrange arrive ask aspire assail assemble assert assess assign assume assure astonish attach attain attend attest
  attract attribute augment authorise authorize automate avert avoid await awake babysit backfire baffle bathe be become befall
  befriend beg begin beguile behave behead behold believe belittle belong bequeath bestow betray bewilder bide blast blow boil bolster
  bombard borrow botch bother bow breastfeed breathe bring broaden build bungle bury buy calculate calibrate cancel careen carve
  categorise cater caulk cease celebrate centralise cherish cherry-pick chew chide chirp choke choose chop circulate circumvent cite
  clarify cleanse cling coalesce coax codify coerce coexist cohabit coincide collaborate collect collide collude combust come commence
  communicate compel compensate compete compile complain complicate comply compress compute conceal conceive conclude concur condemn
  condense condone confess confide configure confirm conform confront confuse congest congratulate conjure connect connote conquer
  conserve consider consist consolidate conspire constitute constrain consult consume contain contaminate contend continue contradict
  contribute convene converge convey convince cope corroborate corrode corrupt crave crawl create cripple crosscheck crumble curtail
  customise dampen dangle darken daunt deafen deallocate debark debrief debunk deceive decide decimate decipher declare decode
  decommission decompose decouple decree decry decrypt deduct deduplicate deem deepen deface defer define deflect deform defraud
  defuse defy degrade delete deliberate delimit deliver delve demean demolish demonstrate denormalise denote denounce deny depart
  depend depict deplore deport deprecate deprioritise deprovision derail derive deserialise deserialize deserve desist destabilise
  destroy detach detect deteriorate determine develop devise devolve diagnose die differ differentiate dig dilute diminish dine
  disable disagree disallow disappear disappoint disarm disband disburse discard discern disclaim disclose disconnect discourage
  discover discuss dislodge dismantle dismiss dispense disperse displace displease dispose disprove disrupt dissect dissolve dissuade
  distil distill distinguish distort distract distribute disturb diverge diversify divert divest divulge do dominate downplay dread
  dredge drown dwell dwindle earmark earn eat edit educate elaborate elapse elbow elect elicit eliminate elucidate elude embalm embark
  embed embody embrace embroider embroil emerge emit emphasise emphasize empower emulate enable enact encapsulate encircle enclose
  encode encourage encroach encrypt encumber endanger endeavour endorse endow endure enforce engage engender engrave engulf enhance
  enjoy enlarge enlighten enlist enquire enrich enrol enroll ensue ensure entail enter entice entrain entrench entrust enumerate
  envelop envisage envision equip erase erode err erupt escalate eschew espouse establish etch evacuate evade evaluate evaporate evict
  evoke evolve exacerbate exaggerate exalt examine exasperate exceed exclaim exclude execute exempt exert exhale exhort exhume exist
  exit exonerate expand expect expedite expel expire explain explode explore expose expunge extend externalise extinguish extol exude
  fabricate facilitate falsify falter fasten fat-finger feel ferment fetch fiddle finalise finalize find flatline flatten flatter flee
  fling fluctuate follow forbid force-push foreclose forego foresee foreshadow forewarn forfeit forge forget forgive formalise
  formulate forsake foster freak freshen frighten frolic frustrate fulfil fumble fundraise furnish garble gather generalise generate
  get giggle give glean go gobble google govern grab grandfather grapple graze greet grow hallucinate halve hamper happen harangue
  harass harden harmonise haul have hear heed heighten herd hesitate hide hijack hinder hobble hog hoist hone humble hurry hydrate
  identify ignore illustrate imbue immerse impale impart imperil impinge implicate imply impose impoverish impress imprison improve
  improvise incite include inconvenience increment incur indicate induce indulge infer infest inflate inflict inform infuse ingest
  inhabit inherit inhibit initiate injure inquire insist inspect inspire instil institute instruct insure integrate intend interact
  intercept interfere internalise interpolate interpret interrogate interrupt intervene intimidate intoxicate introduce intrude
  inundate invade invalidate invent invert invest investigate invoke involve irk isolate iterate jeopardise jeopardize join jot juggle
  jumpstart justify juxtapose keep kidnap kneel know lament languish launder lean learn lend lengthen lessen leverage liaise linger
  liquefy liquidate liven localise locate lose maim maintain make malfunction manage mangle marry masquerade materialise materialize
  mature maximise mean meddle meet memoize memorise mend migrate mimic mimick mince mingle minimise minimize misalign misbehave
  miscalculate misconfigure misinterpret misjudge mislabel mislead misplace misread misroute misspell mistype misunderstand mitigate
  moan modify molest mourn mow muddle multiply munge mutate nag navigate negotiate nosedive notify nourish nudge obey obfuscate
  observe obsess obstruct obtain occupy occur offload omit onboard operate opine oppose opt optimise optimize orchestrate organise
  organize ought outgrow outlive outnumber outpace outperform outsource overcome overcommit overestimate overflow overhear overheat
  overload overlook overreact overrule oversee oversell overshadow oversleep overspend overtake overturn overuse overwhelm overwrite
  owe own paginate pamper pander parallelise parse participate patrol pave penalise perceive perform perish permeate perplex persevere
  persist persuade pervade pinpoint plough plummet poach pollute ponder populate portray possess postpone pounce pour preach precede
  preclude precompute predetermine predict preempt prefer preoccupy prepare prepend prescribe presume presuppose pretend prevail
  prevent prioritise prioritize proclaim procrastinate procure prod profess prohibit promote pronounce propose prosper protrude prove
  provide provision provoke publish punish purport pursue put quantify quash quench quit rattle ravish re-enable react realign realise
  realize reap reassign reassure rebalance rebrand rebuff receive recharge recite reckon reclaim recognize recommend recompile
  recompute reconcile reconfigure reconnect reconsider reconstruct reconvene recoup recover recreate rectify recur recycle redact
  redefine redeploy redirect redistribute reduce refer refill refinance refine reflash reflect refocus refract refrain refuel
  refurbish regenerate regroup rehearse reheat reimburse reimplement reindex reinforce reinstall reinstate reissue reiterate rejoice
  rejoin relabel relate relent relieve relinquish relive relocate rely remain remediate remember remind remove render renegotiate
  renew renounce reopen reorganise repartition repel rephrase replace replenish replicate replug repoint represent reprioritise
  reprocess reproduce requeue require reroute resemble resend resent reshape reside resign resist resize respond restate restock
  restore restrain restrict restructure resurface resync retain retaliate rethink retire retort retract retrain retrieve retrofit
  retype reunite reup reuse revel revere revise revisit revive revoke revolve rewire reword ridicule ripen roam rot rotate rout
  sabotage sadden sanitise satisfy saturate save say scavenge scramble scrutinise sculpt scuttle see seek seem segregate seize sell
  send sequester serialise serialize sever sew sharpen shatter shelve shepherd shine shoot shorten showcase shrink shrivel shun sift
  simmer simplify simulate sing single-thread sit skim slam slay slew smuggle snatch soar socialise solicit solve soothe sow spawn
  speak spearhead specify speculate spend spit splay spoil spoof squander squish stab stabilise stabilize stagger stagnate standardise
  standardize startle starve steal stiffen stifle sting stipulate stow strangle streamline strengthen strew strive stun stymie
  sublimate submerge submit subscribe subside subsist substitute subvert succeed succumb sue suffer suffice suggest summarise
  summarize summon supersede supervise suppose suppress surmount surpass survive swallow sweeten swim synchronise synchronize
  synthesise tabulate tailor take tamper tarnish taunt teach teeter tempt tend terminate thank think threaten thrive throw thwart
  tighten tinker tolerate topple tote toughen tout traffick trample transact transcode transcribe transform translate transmit
  transpire transport traverse tremble triage trivialise troubleshoot truncate unbind unblock uncover undercut underestimate undergo
  understand understate undertake undervalue underwhelm undo unearth unfold unfreeze unify uninstall unleash unlock unmount unpin
  unplug unravel unroll unsubscribe untangle untie unveil unwind unzip upend uphold uplevel uplift uproot upsert usher utilise utilize
  validate vanish vary vectorise verify vet vindicate virtualise visualise visualize volunteer waive wander want warn waver weaken
  weave wed weep weigh whitelist widen wield wilt withdraw wither withhold worsen wrangle wreak wring write yank zap
`);

/** Infinitives that are as often nouns, so that the words around them decide. */
export const nounVerbs = wordSet(`
  abuse accent access accord account ace ache act address advance advocate age aid aim air alarm alert alias alter anchor anger answer
  appeal approach arch archive arm armour assist associate attack attempt auction audit award back backfill backport backup badge bail
  bake balance balk ban band bang bank bar bargain barge bark base baseline bash batch battle bear beat belt benchmark bend benefit
  bet bias bid bind bisect bit bite blame bleed blend blink blip blitz block blueprint blur board boast bog bond bone book boost boot
  border bork bottle bottleneck bounce box boycott brake branch brand breach break breed bribe brick bridge broadcast bruise brush
  bubble buckle budget buffer bug build bulldoze bump bundle burden burn burst bust buzz bypass cache call campaign canary cap capture
  card care cascade cast catalog catch cause caution cave chain chair challenge change channel charge charm chart chase chat cheat
  check checkpoint cheer chip chunk circle claim claw clean clear click clip clock clone close coat cobble code coin collapse color
  colour combat combine comfort command comment commit commute complement complete compound compromise concentrate concern conduct
  conflict consent construct contact contest contract contrast control convert cool coordinate copy corner correct cost cough counsel
  count court cover crack craft crash credit creep crop cross crunch crush cry cue curb cure curl curse curve cut dab damage dance
  dare dart date dawn deadline deadlock deal debate debug debut decline decrease defeat defect delay delegate delight demand dent
  deploy deposit desert design desire detail detour dial diff digest dip dirty discharge discount disguise dish dislike dispatch
  display dispute ditch dive divide divorce dock document dodge double doubt downgrade download draft drag drain draw dream dress
  drift drill drink drip drive drone drop dry dub duel dump duplicate dye echo eclipse email empty encounter end escape estimate excel
  exchange excuse exercise exhaust exhibit experience experiment exploit export extract eyeball face fail fall fan farm favour fear
  feature feed fence field fight figure file fill filter finance finish fire fit fix flag flail flake flame flap flare flash flip
  float flock flood flow fluke flush fly focus foil fold force forecast fork form format forward foul fracture frame franchise free
  freeze frost frown fry fuel function fund funnel fuss fuzz gag gain gamble game gate gaze gear glance glare glitch gloss glow glue
  gossip grade grant grasp grep grill grind grip ground group grumble guarantee guard guess gulp hack halt hammer hand handle hang
  harbour harm harness harvest hash hatch hate haunt head heat hedge help hiccup highlight hike hint hire hit hold hole honor honour
  hook hop hope hose hotfix hound huddle hug hunt hurt hustle hype impact implement import incline increase index influence inhale
  input insert install intent interface interview invite invoice issue jam joke journal judge jump key kick kill kiss knock label
  labor labour lack lag land lap lapse last latch laugh launch lay leach lead leak leap lease leave lecture leech level levy license
  lick lie lift like limit line link lint list live load loan lobby lock log look loop loot love lower lump lurk lust mail mandate
  manifest manner manoeuvre map mark market mash mask match matter measure mention mentor merge merit mess message mind mine mint
  mirror misfire miss mistake mix mock model mold monitor mop mount move murder mute nail name narrow need neglect nest net nod note
  notice nuke offer offset ooze open order orient outline output overhaul overlap overpass override pace pack package page paint pair
  pan panic park partition partner party pass paste patch patent pause pay peak peel peer peg perfect permit pester phase phone
  photograph pick piece pile pilot pin pinch ping pipe pit pivot place plague plan plant play plead pledge plot plug plump plunge
  point poison poke polish poll pool pop pore port pose position post pound practice practise praise present preserve press preview
  prey price pride print probe proceed process produce profile program programme progress project promise proof proofread prop protest
  prototype proxy prune pry pull pump punch purchase purge push quarantine quarrel query question queue quiet quiver quiz quote race
  rack rain raise rake rally ramp range rank rant rap rat rate reach read reason rebase reboot rebound rebuild recall record redesign
  redo reel refactor reference reform refresh refund refuse regard register regress regret rein reject relapse relay release relish
  reload remake remap remark remedy remount rendezvous rent reorder repair repeal repeat replay reply report request rerun rescue
  research reserve reset resolve resort respect rest restart result resume retest retry return revamp reveal reverse revert review
  reward rewind rework rewrite rhyme ride rig ring riot rip rise risk roast rock roll root route rub rubber rubber-stamp ruin rule run
  rush rust sack sacrifice safeguard sag sail sample scaffold scale scan scar scare schedule scold scope score scour scrap scrape
  scratch scream screech screen screw scribble script scroll seal search seat secure seed sense sentence serve service set shack shade
  shadow shake shape shard share shave shed shelter shield shift ship shiver shock shop shore shortcut shoulder shout show shred shrug
  shuffle shut side sigh sign signal silence sink sip sketch ski skip slack slap slash sleep slice slide slip slit slot slouch slow
  slump smash smell smile smirk smoke smooth snag snap snapshot sneak sneeze sniff snooze snow soak sob sort sound sour spam span
  spare spark speed spell spike spill spin spiral spite splash splice split sponsor spot spray spread spring sprinkle sprint spruce
  spur spy square squash squeeze stack staff stage stain stake stalk stall stamp stand stare start stash state stay steer stem step
  stick stink stir stitch stockpile stoop stop store storm strain strand stream stress stretch strike string strip stroke struggle
  stub study stuff stumble style subject suit sulk sum supplement supply support surface surge surprise survey suspect swamp swap
  swarm sway swear sweat sweep swell swing swipe switch sync table tackle tag tail talk tally tangle tank tap taper target taste tax
  tear tease tell temper template test text thaw thrash thread thrill throttle thrust tick ticket tidy tie tile time tip tire title
  toggle toil toll tone tool top torture toss total touch tour trace track trade trail train transfer transition trap travel trawl
  treat trend trick trickle trigger trim trip triple trot trouble trumpet trust try tug tumble tune tunnel turn tweak twist type
  update upgrade upload upset urge use vacuum value vent venture veto view visit voice void vomit vote vow wait wake walk wane war
  warm warrant wash waste watch wave wear wedge welcome wheel whine whip whisk whisper whistle whiteboard wick win wind wing wipe wire
  wish witness wobble wonder work worry worship worth wound wrap wreck wrestle wrinkle yawn yell yield zero zip zoom
`);
