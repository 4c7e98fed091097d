import { rememberWords } from './rememberWords';

const singularInS =
  /(?:ss|us|is|news|ops|devops|sas|aws|dns|https?|tls|gps|series|species|means|kubernetes|redis|postgres|jenkins|analytics|logistics|operations|politics|chaos|canvas|atlas|bias|gas|lens|always|sales|payments|ios|os|css|sms)$/;

/** Plural, singular. */
const irregularPlurals = new Map<string, string>(
  `people person, folks folk, men man, women woman, children child, feet foot, mice mouse, indices index, matrices matrix, criteria criterion, analyses analysis, caches cache,
  hypotheses hypothesis, crises crisis, databases database, releases release, diagnoses diagnosis, lives life, halves half, knives knife, shelves shelf, leaves leaf, buses bus,
  statuses status, viruses virus, queries query, movies movie, cookies cookie, zombies zombie, ties tie, axes axis, aches ache, series series, species species, vertices vertex`
    .split(',')
    .map((pair) => pair.trim().split(/\s+/) as [string, string]),
);
const pluralBySingular = new Map([...irregularPlurals].map(([many, one]) => [one, many]));

/** The plural of a noun that does not take -s; `undefined` for all others. */
export function irregularPluralOf(noun: string): string | undefined {
  return (
    pluralBySingular.get(noun) ??
    (/(?:[a-z]wo|[a-z])man$/.test(noun) && !/(?:human|german|roman|talisman)$/.test(noun)
      ? `${noun.slice(0, -2)}en`
      : undefined)
  );
}

/** The singular of a noun in lower case; a noun that is none in the plural stays as it is. */
export const singular = rememberWords((noun: string): string => {
  const irregular = irregularPlurals.get(noun);
  if (irregular !== undefined) return irregular;
  if (/[a-z]men$/.test(noun) && noun.length > 4 && !/(?:regimen|specimen|acumen)$/.test(noun))
    return `${noun.slice(0, -2)}an`;
  if (!noun.endsWith('s') || noun.length < 3 || singularInS.test(noun)) return noun;
  if (noun.endsWith('ies') && noun.length > 4) return `${noun.slice(0, -3)}y`;
  return /(?:ch|sh|x|ss|zz)es$/.test(noun) ? noun.slice(0, -2) : noun.slice(0, -1);
});
