import { companyOf, companyProfiles } from '../rubric/companies';
import { isLevel, isRuleId } from '../rubric/ids';
import { normalisedName, principleOf, principleSets, type Principle } from '../rubric/principles';
import { levelProfiles } from '../rubric/profiles';
import type { OwnPrincipleSet } from '../library/ownPrinciples';
import { ruleText } from '../rules';
import { frontMatterKeys, type FrontMatterKey } from '../story/frontMatter';
import type { Story } from '../story/story';
import type { Span } from '../text/span';
import { keyPurpose } from './frontMatterKeys';

/** What a key or a value of the front matter means, as Markdown; undefined where neither stands at the offset. */
export function frontMatterHover(
  { frontMatter }: Story,
  offset: number,
  ownSets: readonly OwnPrincipleSet[],
): { readonly text: string; readonly span: Span } | undefined {
  const holds = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  for (const { key, keySpan, items } of frontMatter.entries) {
    if (!isKnownKey(key)) continue;
    if (holds(keySpan)) return { text: `**${key}**: ${keyPurpose[key]}`, span: keySpan };
    const item = items.find(({ span }) => holds(span));
    const text = item && meaningOfValue(key, item.value, ownSets);
    if (item && text !== undefined) return { text, span: item.span };
  }
  return undefined;
}

function isKnownKey(key: string): key is FrontMatterKey {
  return (frontMatterKeys as readonly string[]).includes(key);
}

function meaningOfValue(
  key: FrontMatterKey,
  value: string,
  ownSets: readonly OwnPrincipleSet[],
): string | undefined {
  const name = value.trim().toLowerCase();
  if (key === 'principles') return principleText(value, ownSets);
  if (key === 'level' && isLevel(name))
    return `**${levelProfiles[name].name}.** ${levelProfiles[name].expects}`;
  if (key === 'ignore' && isRuleId(name)) return `**${ruleText(name).title}.** ${ruleText(name).summary}`;
  if (key !== 'company') return undefined;
  const company = companyOf(value);
  if (!company) return undefined;
  const { name: shown, listensFor, advice } = companyProfiles[company];
  return `**${shown}** listens for this: ${listensFor}\n\n${advice}`;
}

/** What a principle means, whose it is, and whether its source is the company's own word. */
function principleText(value: string, ownSets: readonly OwnPrincipleSet[]): string | undefined {
  for (const { company, title, principles, source, firstHand } of ownSets) {
    const own = principles.find((principle) => isCalled(principle, value));
    if (own) return setText(own, `${company}, ${title} (your own set)`, source, firstHand);
  }
  const principle = principleOf(value);
  const set = Object.values(principleSets).find(({ principles }) =>
    principles.some((one) => one === principle),
  );
  if (!principle || !set) return undefined;
  const since = set.asOf === undefined ? '' : `, as of ${set.asOf}`;
  return setText(
    principle,
    `${companyProfiles[set.company].name}, ${set.title}${since}, compared ${set.checked}`,
    set.source,
    set.firstHand,
  );
}

function isCalled({ name, aliases = [] }: Principle, value: string): boolean {
  return [name, ...aliases].some((one) => normalisedName(one) === normalisedName(value));
}

function setText(
  { name, meaning }: Principle,
  whose: string,
  source: string | undefined,
  firstHand: boolean | undefined,
): string {
  const origin =
    source === undefined
      ? []
      : [
          `Source: ${source}${firstHand === undefined ? '' : firstHand ? ', the company’s own page' : ', not first-hand: take it as a hint'}.`,
        ];
  return [`**${name}**${meaning === '' ? '' : `: ${meaning}`}`, `${whose}.`, ...origin].join('\n\n');
}
