/** Forms that no ending gives away, by their base form. */
const irregular =
  'be am is are was were been being; have has had having; do does did done doing; go went gone goes; get got gotten; ' +
  'break broke broken; bring brought; build built; buy bought; catch caught; choose chose chosen; come came; cut; deal dealt; ' +
  'draw drew drawn; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feel felt; fight fought; find found; ' +
  'fly flew flown; forget forgot forgotten; freeze froze frozen; give gave given; grow grew grown; hang hung; hear heard; ' +
  'hide hid hidden; hold held; keep kept; know knew known; lay laid; lead led; learn learnt; leave left; lend lent; let; lie lay lain; ' +
  'light lit; lose lost; make made; mean meant; meet met; pay paid; prove proven; put; read; ride rode ridden; ring rang rung; ' +
  'rise rose risen; run ran; say said; see saw seen; seek sought; sell sold; send sent; set; shake shook shaken; shine shone; ' +
  'show shown; shrink shrank shrunk; shut; sing sang sung; sink sank sunk; sit sat; sleep slept; speak spoke spoken; spend spent; ' +
  'split; spread; stand stood; steal stole stolen; stick stuck; strike struck; swear swore sworn; sweep swept; swim swam swum; ' +
  'swing swung; take took taken; teach taught; tear tore torn; tell told; think thought; throw threw thrown; undo undid undone; ' +
  'understand understood; wake woke woken; wear wore worn; win won; wind wound; withdraw withdrew withdrawn; write wrote written; ' +
  'rewrite rewrote rewritten; overwrite overwrote overwritten; rebuild rebuilt; rerun reran; redo redid redone; ' +
  'child children; man men; woman women; person people; index indices indexes; datum data; ' +
  'overtake overtook overtaken; begin began begun; blow blew blown; bite bit bitten; bleed bled; burn burnt; ' +
  'smell smelt; spell spelt; wring wrung; shed; hurt; cost; quit; foresee foresaw foreseen; oversee oversaw overseen; ' +
  'hit; bind bound; dig dug; feed fed; flee fled; forgive forgave forgiven; bear bore borne; become became; slide slid';

const stemOfIrregular = new Map<string, string>();
for (const line of irregular.split('; ')) {
  const forms = line.split(' ');
  for (const form of forms) stemOfIrregular.set(form, regularStem(forms[0]!));
}

/** A common base for the forms of a word ("assumed", "assuming" → "assum"). It need not be a word itself. */
export function stemOf(word: string): string {
  return stemOfIrregular.get(word) ?? regularStem(word);
}

function regularStem(word: string): string {
  let stem = word;
  if (stem.length < 4) return stem;
  if (stem.endsWith('ies')) stem = `${stem.slice(0, -3)}y`;
  else if (stem.endsWith('sses') || stem.endsWith('ches') || stem.endsWith('shes') || stem.endsWith('xes'))
    stem = stem.slice(0, -2);
  else if (stem.endsWith('s') && !stem.endsWith('ss') && !stem.endsWith('us') && !stem.endsWith('is'))
    stem = stem.slice(0, -1);
  if (stem.endsWith('ied')) stem = `${stem.slice(0, -3)}y`;
  else if (stem.endsWith('ing') && hasVowel(stem, stem.length - 3)) stem = undouble(stem.slice(0, -3));
  else if (stem.endsWith('ed') && hasVowel(stem, stem.length - 2)) stem = undouble(stem.slice(0, -2));
  if (stem.length > 3 && stem.endsWith('e')) stem = stem.slice(0, -1);
  return stem;
}

function hasVowel(word: string, before: number): boolean {
  if (before < 2) return false;
  for (let i = 0; i < before; i++) if ('aeiouy'.includes(word[i]!)) return true;
  return false;
}

/** "dropp" → "drop", but "miss" and "roll" stay. */
function undouble(stem: string): string {
  const last = stem.at(-1)!;
  return last === stem.at(-2) && !'lsz'.includes(last) ? stem.slice(0, -1) : stem;
}
