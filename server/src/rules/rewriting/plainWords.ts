import { wordSet } from '../../prose/lexicon/wordSet';

/**
 * Words with which people tell of work without telling what it was. A sentence in Action whose words all stand here shows no step that
 * one could picture. Base forms and the irregular ones; regular endings are taken off before the look-up.
 */
export const plainWords = wordSet(`
  i me my mine myself we us our ours ourselves you your it its itself he she they them their this that these those there here which what who whatever
  a an the some any all both each every everything anything something nothing none one ones two couple few several many much more most lot lots bit number bunch
  and or but so then till until when while after before once as if because since though although in on at of to for from with without by into onto out up down over under
  off about around round across through through-out back away again together between behind along inside underneath under per than like not no never
  be am is are was were been being have has had having do did does done doing can could will would shall should may might must get got gotten getting
  go went gone going come came coming make made making take took taken taking give gave given put let see saw seen look looking find found know knew known think thought
  start begin began begun end try tried keep kept stay hold held bring brought work run ran set use used want need manage able happen
  say said tell told ask just really basically simply actually quickly eventually finally soon later first firstly second secondly third next last now also too very quite
  well still already again some-how somehow somewhere everywhere here there thoroughly carefully properly successfully step systematically holistically technically deep deeply
  hard long way while time moment end point day night hour week minute morning evening afternoon
  problem issue matter thing stuff situation case question trouble mess challenge difficulty topic subject error fault bug defect culprit failure incident wrong off right fire
  system systems server servers backend code codebase service services application app machine machines software setup set-up setting settings config configuration console
  cause root reason source bottom solution fix repair answer remedy remedies correction corrections workaround patch patches change changes tweak tweaks adjustment adjustments
  improvement improvements optimization optimizations optimisation optimisations modification modifications measure measures step steps action actions approach approaches
  technique techniques method methods option options idea ideas trick tricks magic experience knowledge skill skills expertise homework research analysis investigation debugging
  troubleshooting digging googling poking fiddling tweaking searching checking testing trial error experiment play playing search check checks test look poke dig fiddle tinker
  investigate analyse analyze examine diagnose debug troubleshoot research explore study review google fiddled play mess tweak adjust change modify alter improve optimise optimize
  sort solve resolve repair restore recover correct rectify remedy cure handle manage address deal tackle attack eliminate identify locate determine understand understood figure crack lick suss
  necessary needed required appropriate suitable proper usual various different certain possible corresponding technical corrective right good whole entire own
  side sides angle angles direction directions place places part parts corner corners end stone motion motions sleeve sleeves hat weeds breath rabbit hole hands kitchen sink bonnet
  run running normal working online alive life green order shape track again fine okay ok better happy success successful behave respond
  wee spot tlc head bang wade roll get-to turn untangle click clicked improvise apply use perform undertake undertook requisite operation operations conduct carry reach arrive appear
  show shown shows gave gives give-in surrender worked works loose crooked straighten straight various pull string strings luck little good-old old
  full enough further same other another kind sort type level levels several certain inconsistency inconsistencies critical points conclusion conclusions draw drew
  went get cool calm detective until piece pieces puzzle everything
`);

/** Whether every word of the text is a plain one, figures and names excluded: nothing in it could be pictured. */
export function isPlain(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? [];
  return words.length > 0 && words.every((word, index) => isPlainWord(word, index === 0));
}

function isPlainWord(word: string, isFirst: boolean): boolean {
  if (/\d/.test(word) || (!isFirst && /^\p{Lu}/u.test(word) && !/^I(?:['’]\p{L}+)?$/u.test(word)))
    return false;
  const plain = word.toLowerCase().replace(/[.'’-]+$/, '').replace(/(?:n['’]t|['’](?:s|d|ll|ve|re|m))$/, ''); // prettier-ignore
  const stems = [plain, plain.replace(/(?:ed|es|s)$/, ''), plain.replace(/d$/, ''), plain.replace(/ied$/, 'y'), plain.replace(/ing$/, ''), plain.replace(/ing$/, 'e'), plain.replace(/(.)\1(?:ed|ing)$/, '$1'), plain.replace(/ies$/, 'y')]; // prettier-ignore
  return (
    stems.some((stem) => plainWords.has(stem)) ||
    plain.split('-').every((part) => part !== plain && plainWords.has(part))
  );
}
