import { phraseList } from './wordSet';

/** Infinitive, past tense and past participle of verbs that do not take -ed. */
export const irregularVerbs: readonly (readonly [lemma: string, past: string, participle: string])[] =
  phraseList(`
arise arose arisen, awake awoke awoken, bear bore borne, beat beat beaten, become became become, befall befell befallen
begin began begun, bend bent bent, bet bet bet, bid bid bid, bind bound bound, bite bit bitten, bleed bled bled, blow blew blown
break broke broken, breed bred bred, bring brought brought, broadcast broadcast broadcast, build built built, burst burst burst
buy bought bought, cast cast cast, catch caught caught, choose chose chosen, cling clung clung, come came come, cost cost cost
creep crept crept, cut cut cut, deal dealt dealt, dig dug dug, do did done, draw drew drawn, drink drank drunk, drive drove driven
eat ate eaten, fall fell fallen, feed fed fed, feel felt felt, fight fought fought, find found found, flee fled fled, fling flung flung
fly flew flown, forbid forbade forbidden, forecast forecast forecast, foresee foresaw foreseen, forget forgot forgotten
forgive forgave forgiven, freeze froze frozen, get got got, give gave given, go went gone, grind ground ground, grow grew grown
hang hung hung, have had had, hear heard heard, hide hid hidden, hit hit hit, hold held held, hurt hurt hurt, keep kept kept
know knew known, lay laid laid, lead led led, leave left left, lend lent lent, let let let, lie lay lain, light lit lit, lose lost lost
make made made, mean meant meant, meet met met, mislead misled misled, misread misread misread, mistake mistook mistaken
misunderstand misunderstood misunderstood, offset offset offset, output output output, typeset typeset typeset, outgrow outgrew outgrown, overcome overcame overcome
overhear overheard overheard, override overrode overridden, overrun overran overrun, oversee oversaw overseen
oversleep overslept overslept, overspend overspent overspent, overtake overtook overtaken, overthrow overthrew overthrown
overwrite overwrote overwritten, partake partook partaken, pay paid paid, proofread proofread proofread, put put put, quit quit quit
read read read, rebind rebound rebound, rebuild rebuilt rebuilt, redo redid redone, redraw redrew redrawn, rerun reran rerun
resend resent resent, reset reset reset, resell resold resold, retake retook retaken, reteach retaught retaught
rethink rethought rethought, rewind rewound rewound, rewrite rewrote rewritten, rid rid rid, ride rode ridden, ring rang rung
rise rose risen, run ran run, say said said, see saw seen, seek sought sought, sell sold sold, send sent sent, set set set
shake shook shaken, shed shed shed, shine shone shone, shoot shot shot, show showed shown, shrink shrank shrunk, shut shut shut
sing sang sung, sink sank sunk, sit sat sat, sleep slept slept, slide slid slid, speak spoke spoken, spend spent spent, spin spun spun
split split split, spread spread spread, spring sprang sprung, stand stood stood, steal stole stolen, stick stuck stuck
sting stung stung, stink stank stunk, strike struck struck, string strung strung, strive strove striven, swear swore sworn
sweep swept swept, swell swelled swollen, swim swam swum, swing swung swung, take took taken, teach taught taught, tear tore torn
tell told told, think thought thought, throw threw thrown, thrust thrust thrust, undercut undercut undercut
undergo underwent undergone, understand understood understood, undertake undertook undertaken, undo undid undone
unfreeze unfroze unfrozen, unwind unwound unwound, uphold upheld upheld, upset upset upset, wake woke woken, wear wore worn
weave wove woven, weep wept wept, win won won, wind wound wound, withdraw withdrew withdrawn, withhold withheld withheld
withstand withstood withstood, wring wrung wrung, write wrote written, be was been, sew sewed sewn, sow sowed sown, mow mowed mown
saw sawed sawn, prove proved proven, hew hewed hewn, slay slew slain, shear sheared shorn, input input input, spit spat spat
slit slit slit, wed wed wed, forego forewent forgone, leap leapt leapt, dream dreamed dreamed, learn learned learned, burn burned burned
spell spelled spelled, spill spilled spilled, spoil spoiled spoiled, lean leaned leaned, kneel knelt knelt, smell smelled smelled
dive dived dived, speed sped sped, plead pleaded pleaded, sneak sneaked sneaked, grit gritted gritted
`).map((line) => line.split(' ') as unknown as readonly [string, string, string]);

/** Other forms that writers use: form, infinitive. Each is past tense and participle at once. */
export const variantForms: readonly (readonly [form: string, lemma: string])[] = phraseList(`
learnt learn, burnt burn, dreamt dream, spelt spell, spilt spill, spoilt spoil, leant lean, smelt smell, dove dive, snuck sneak
lighted light, leaped leap, gotten get, pled plead, sunk sink, shrunk shrink, rang ring, proven prove, broadcasted broadcast
forecasted forecast, cancelled cancel, overcommitted overcommit, shipt ship, span spin, strived strive, quitted quit, inputted input, offsetted offset, outputted output, hanged hang
`).map((line) => line.split(' ') as unknown as readonly [string, string]);

/** Verbs of two syllables or more whose last consonant doubles before -ed and -ing because the stress falls on it. */
export const doublingVerbs: ReadonlySet<string> = new Set(
  `abet abhor acquit admit allot annul begin commit compel concur confer control defer demur deter disbar dispel embed emit enrol equip excel
  expel extol forbid forget format impel incur infer input instil kidnap occur offset omit outfit overlap overrun patrol permit 
  prefer program propel rebel rebut recap recur refer refit regret remit repel rerun reset submit transfer transmit unplug unpin unwrap
  unzip upset worship zigzag handicap cancel label model travel signal channel level tunnel funnel fuel dial total equal marshal
  counsel quarrel shovel trowel unravel initial parcel panel pencil rival snorkel swivel cosset remap rewrap outrun unship untap retag
  untag retrim reship overrun backlog debug rerig unrig reskin hotswap hot-swap cherry-pip recut fulfil instal enthral
  nonplus hobnob snapshot sandbag re-pin unclog relog reprogram overstep sidestep outstrip airdrop backstop
  defrag untar preset diagram`.split(/\s+/),
);
