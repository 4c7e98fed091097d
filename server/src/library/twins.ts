import type { ProtocolRange } from '../protocol';
import { statementsOf, unpacked, type Fingerprint } from './fingerprint';
import { contradictionOf } from './statements';
import { canonicalUri } from './storyLinks';
import { likeness, sketchLength } from './textLikeness';

/**
 * From here on two texts are nearly the same: about two thirds of the sentences of each stand in the other. Of the 214 stories of the
 * tests and the examples, none of them a twin, no two come above 0.07.
 */
export const sameText = 0.5;
/** From here on, with the same date, two stories tell of one incident. */
const relatedText = 0.08;
/** Shorter texts are alike by chance: a frame with a few words filled in. */
const leastWords = 40;
/** Names that two stories of one date must share to tell of one incident, where their texts are not alike. */
const leastNames = 2;
/** With how many stories one is compared: a library with more of one title has other troubles. */
const mostCompared = 100;
/** Where more stories than this share a title, the others are not told that one more does: it changes nothing for them. */
const mostTold = 16;

/** Another story that says the same as this one. */
export interface Twin {
  readonly uri: string;
  /** As written; empty where it has none. */
  readonly title: string;
  readonly place: ProtocolRange;
  readonly hasSameTitle: boolean;
  /** How alike the texts are, from 0 to 1; undefined where they are not nearly the same, or one says that it retells the other. */
  readonly likeness: number | undefined;
  /** Where the two tell one incident with different figures. */
  readonly contradictions: readonly TwinContradiction[];
}

export interface TwinContradiction {
  /** The key of the statement, and which of its figures differs. */
  readonly key: number;
  readonly figure: number;
  /** The other story's figure, as written. */
  readonly text: string;
  readonly place: ProtocolRange;
}

/**
 * Finds the twins of a story among thousands without comparing it with each: stories are looked up by title, by parts of their
 * sketches, by date, and by links from the one to the other.
 */
export class TwinIndex {
  private readonly prints = new Map<string, Fingerprint>();
  private readonly byTitle = new Groups<string>();
  private readonly bySketch = new Groups<number>();
  private readonly byDate = new Groups<string>();
  /** The stories that link to one, by its canonical URI. */
  private readonly byLink = new Groups<string>();
  private readonly known = new Map<string, readonly Twin[]>();
  /** How many stories were compared with another, for the tests. */
  comparisons = 0;

  /**
   * Takes in a story, or takes it out where it has no fingerprint. Returns the stories whose twins may be others than before, this one
   * included.
   */
  set(uri: string, print: Fingerprint | undefined): ReadonlySet<string> {
    return this.setAll([[uri, print]]);
  }

  /** The same for many at once, which are compared only once all of them are there. */
  setAll(stories: Iterable<readonly [uri: string, print: Fingerprint | undefined]>): ReadonlySet<string> {
    const affected = new Set<string>();
    const entered: string[] = [];
    for (const [uri, print] of stories) {
      const before = this.prints.get(uri);
      if (before && print && isSame(before, print)) {
        this.prints.set(uri, print);
        continue;
      }
      affected.add(uri);
      if (before) this.leave(uri, before, affected);
      if (!print) continue;
      this.prints.set(uri, print);
      this.group(uri, print, 'add');
      entered.push(uri);
    }
    for (const uri of affected) this.known.delete(uri);
    // Where all are new, nobody has other twins than before: they are looked for when somebody asks.
    if (entered.length === this.prints.size) return affected;
    for (const uri of entered) this.addTwins(uri, affected);
    const isNew = new Set(entered);
    for (const uri of affected) if (!isNew.has(uri)) this.known.delete(uri);
    return affected;
  }

  private leave(uri: string, print: Fingerprint, affected: Set<string>): void {
    this.addTwins(uri, affected);
    this.prints.delete(uri);
    this.group(uri, print, 'delete');
  }

  /** The twins of a story, in the order of their URIs; always the same array until one of them changes. */
  twinsOf(uri: string): readonly Twin[] {
    let twins = this.known.get(uri);
    if (!twins) this.known.set(uri, (twins = this.lookUpTwins(uri)));
    return twins;
  }

  /** The same for who asks once: nothing is kept, which for thousands of stories of one title would be much. */
  lookUpTwins(uri: string): readonly Twin[] {
    const print = this.prints.get(uri);
    return print ? this.findTwins(uri, print) : [];
  }

  fingerprint(uri: string): Fingerprint | undefined {
    return this.prints.get(uri);
  }

  uris(): IterableIterator<string> {
    return this.prints.keys();
  }

  private addTwins(uri: string, affected: Set<string>): void {
    const twins = this.twinsOf(uri);
    if (twins.length <= mostTold) for (const twin of twins) affected.add(twin.uri);
  }

  private group(uri: string, print: Fingerprint, change: 'add' | 'delete'): void {
    if (print.titleKey !== '') this.byTitle[change](print.titleKey, uri);
    if (print.words >= leastWords)
      for (const part of sketchParts(print.sketch)) this.bySketch[change](part, uri);
    if (print.date !== null) this.byDate[change](print.date, uri);
    for (const target of print.links) this.byLink[change](target, uri);
  }

  private findTwins(uri: string, print: Fingerprint): Twin[] {
    const others = new Set(print.titleKey === '' ? [] : this.byTitle.get(print.titleKey));
    if (print.words >= leastWords)
      for (const part of sketchParts(print.sketch))
        for (const other of this.bySketch.get(part)) others.add(other);
    const linking = this.byLink.get(canonicalUri(uri));
    const ofTheDay = print.date === null ? [] : this.byDate.get(print.date);
    for (const other of [...print.links, ...linking, ...ofTheDay]) others.add(other);
    others.delete(uri);
    return [...others]
      .slice(0, mostCompared)
      .sort()
      .flatMap((other) => this.compare(uri, print, other) ?? []);
  }

  private compare(uri: string, print: Fingerprint, otherUri: string): Twin | undefined {
    const other = this.prints.get(otherUri);
    if (!other) return undefined;
    this.comparisons++;
    const hasSameTitle = print.titleKey !== '' && print.titleKey === other.titleKey;
    const alike =
      print.words >= leastWords && other.words >= leastWords ? likeness(print.sketch, other.sketch) : 0;
    const isRetold = links(print, otherUri) || links(other, uri);
    const isOneIncident = isRetold || alike >= sameText || hasSameDay(print, other, alike);
    const contradictions = isOneIncident ? contradictionsOf(print, other) : [];
    const isNearlySame = alike >= sameText && !isRetold;
    if (!hasSameTitle && !isNearlySame && contradictions.length === 0) return undefined;
    return {
      uri: otherUri,
      title: other.title,
      place: other.place,
      hasSameTitle,
      likeness: isNearlySame ? alike : undefined,
      contradictions,
    };
  }
}

function links({ links: targets }: Fingerprint, uri: string): boolean {
  return targets.length > 0 && targets.includes(canonicalUri(uri));
}

function hasSameDay(one: Fingerprint, other: Fingerprint, alike: number): boolean {
  if (one.date === null || one.date !== other.date) return false;
  return alike >= relatedText || one.names.filter((name) => other.names.includes(name)).length >= leastNames;
}

function contradictionsOf(one: Fingerprint, other: Fingerprint): TwinContradiction[] {
  const statements = new Map(statementsOf(other).map((statement) => [statement[0], statement]));
  return statementsOf(one).flatMap((statement): TwinContradiction[] => {
    const found = statements.get(statement[0]);
    if (!found) return [];
    const twin = unpacked(found);
    const figure = contradictionOf(unpacked(statement), twin);
    if (figure === undefined) return [];
    return [{ key: twin.key, figure, text: twin.figures[figure]!.text, place: twin.places[figure]! }];
  });
}

/** Places of a sketch that are looked up together: texts of a likeness of a half share one of these parts in 24 cases of 25. */
const partLength = 3;

function sketchParts(sketch: string): number[] {
  const parts: number[] = [];
  for (let at = 0; at < sketchLength; at += partLength) {
    let part = at;
    for (let place = at; place < at + partLength; place++) part = part * 0x8000 + sketch.charCodeAt(place);
    parts.push(part);
  }
  return parts;
}

function isSame(one: Fingerprint, other: Fingerprint): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Members by key. Nearly all groups have one member, which then needs no set of its own. */
class Groups<Key> {
  private readonly members = new Map<Key, string | Set<string>>();

  get(key: Key): Iterable<string> {
    const found = this.members.get(key);
    return typeof found === 'string' ? [found] : (found ?? []);
  }

  add(key: Key, member: string): void {
    const found = this.members.get(key);
    if (found === undefined) this.members.set(key, member);
    else if (typeof found !== 'string') found.add(member);
    else if (found !== member) this.members.set(key, new Set([found, member]));
  }

  delete(key: Key, member: string): void {
    const found = this.members.get(key);
    if (found === member) this.members.delete(key);
    else if (typeof found === 'object') {
      found.delete(member);
      if (found.size === 0) this.members.delete(key);
    }
  }
}
