import { spanOfMatch, spansOf, type Span } from '../../text/span';

/** Text that had better not leave the company. */
export interface ConfidentialText {
  readonly kind: 'key' | 'host' | 'name';
  readonly span: Span;
}

/** What the user says is confidential. */
export interface ConfidentialWords {
  /** Names of customers, projects and people. */
  readonly names: readonly string[];
  /** Domains whose hosts are internal: “corp.example.com”. */
  readonly hosts: readonly string[];
}

/** Access keys by their public shapes; the group is what must look like chance. */
const keyShapes: readonly RegExp[] = [
  /\b(?:AKIA|ASIA)([0-9A-Z]{16})\b/g, // AWS
  /\bgh[oprsu]_([A-Za-z0-9]{36,})\b/g, // GitHub
  /\bgithub_pat_(\w{22,})\b/g,
  /\bglpat-([\w-]{20,})/g, // GitLab
  /\bxox[abeprs]-([A-Za-z0-9-]{10,})/g, // Slack
  /\bhooks\.slack\.com\/services\/([A-Za-z0-9/]{20,})/g,
  /\b[rs]k_live_([A-Za-z0-9]{16,})\b/g, // Stripe
  /\bAIza([\w-]{35})/g, // Google
  /\bsk-([\w-]{20,})/g,
  /\bnpm_([A-Za-z0-9]{36})\b/g,
  /\bSG\.([\w-]{22}\.[\w-]{43})/g, // SendGrid
  /\beyJ[\w-]{8,}\.(eyJ[\w-]{8,}\.[\w-]{10,})/g, // a JSON web token
  /\b(?:password|passwd|secret|token|api[_-]?key)["']?\s*[:=]\s*["'`]?((?=[^\s"'`]*\d)(?=[^\s"'`]*[A-Za-z])[^\s"'`,;]{12,})/gi,
  /\b[a-z][a-z+]*:\/\/[^\s:@/]+:([^\s:@/]{6,})@/g, // a password within an address
];

/** The head of a private key needs no look at what follows. */
const privateKey = /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/g;

/**
 * The least entropy of a key, in bits a character: what is chosen by chance has 3.5 and more, rows of one letter less. Short ones cannot
 * have as much, so that it is four fifths of what their length allows.
 */
function leastEntropy(length: number): number {
  return Math.min(3, 0.8 * Math.log2(length));
}

/** Hosts under domains that no public name has, and machines named by place, purpose and number: “db-prod-03”, “eu1-stg-web2”. */
const hostShapes: readonly RegExp[] = [
  /(?<![\w@./-])(?!(?:com|org|net|io)\.)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:internal|corp|intranet|lan|private|home\.arpa|cluster\.local)(?![\w-]|\.\w)/gi,
  /(?<![\w@./-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:corp|internal|intra|int)\.(?:[a-z0-9-]+\.)*[a-z]{2,}(?![\w-]|\.\w)/gi,
  /(?<![\w@./-])(?:[a-z0-9]+-)+(?:prod|prd|stg|staging|uat|qa|dev|test)\d*-(?:[a-z0-9]+-)*[a-z]*\d+(?![\w-])/gi,
  /(?<![\w@./-])(?:prod|prd|stg|staging|uat)\d*-(?:[a-z0-9]+-)*(?:[a-z]+\d+|[a-z]+-\d+)(?![\w-])/gi,
  /(?<![\w@./-])(?:[a-z0-9]+-)+(?:prod|prd|stg|staging|uat|qa)\d+(?![\w-])/gi,
  /(?<![\w.])(?:10\.\d{1,3}\.\d{1,3}\.\d{1,3}|192\.168\.\d{1,3}\.\d{1,3}|172\.(?:1[6-9]|2\d|3[01])\.\d{1,3}\.\d{1,3})(?![\w]|\.\d)/g,
];

/** All access keys of a text, in order. */
export function findKeys(text: string): ConfidentialText[] {
  const found: Span[] = [];
  for (const shape of keyShapes) {
    for (const match of text.matchAll(shape)) {
      if (looksChosenByChance(match[1] ?? '')) found.push(spanOfMatch(match));
    }
  }
  found.push(...spansOf(text, privateKey));
  return withoutOverlaps(found).map((span) => ({ kind: 'key', span }));
}

/** All internal hosts and confidential names of a text, in order. Names are found as whole words, with no regard to case where they have none. */
export function findHostsAndNames(text: string, { names, hosts }: ConfidentialWords): ConfidentialText[] {
  const ofHosts = [...hostShapes, ...hosts.filter(isWord).map(hostPattern)].flatMap((shape) =>
    spansOf(text, shape),
  );
  const ofNames = names.filter(isWord).flatMap((name) => spansOf(text, namePattern(name)));
  return [
    ...withoutOverlaps(ofHosts).map((span) => ({ kind: 'host', span }) as const),
    ...withoutOverlaps(ofNames).map((span) => ({ kind: 'name', span }) as const),
  ];
}

function isWord(text: string): boolean {
  return text.trim() !== '';
}

function hostPattern(domain: string): RegExp {
  const name = escaped(domain.trim().replace(/^\*?\./, ''));
  return new RegExp(`(?<![\\w@./-])(?:[a-z0-9-]+\\.)*${name}(?![\\w-]|\\.\\w)`, 'gi');
}

function namePattern(name: string): RegExp {
  const words = name.trim().split(/\s+/).map(escaped).join('\\s+');
  return new RegExp(
    `(?<![\\p{L}\\p{N}_])${words}(?![\\p{L}\\p{N}_])`,
    name === name.toLowerCase() ? 'giu' : 'gu',
  );
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Whether a text is none that a person makes up to show the shape of a key: its letters vary, and no word says that it is an example. */
function looksChosenByChance(text: string): boolean {
  return (
    !/example|x{4}|\*{3}|your|dummy|changeme|^pass|^secret|12345|<|\{|…|\.\.\./i.test(text) &&
    entropyOf(text) >= leastEntropy(text.length)
  );
}

/** Shannon's entropy of the characters, in bits a character. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let entropy = 0;
  for (const count of counts.values()) entropy -= (count / text.length) * Math.log2(count / text.length);
  return entropy;
}

/** Sorted; of two that overlap, the longer one. */
function withoutOverlaps(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Span[] = [];
  for (const span of sorted) {
    const last = kept.at(-1);
    if (!last || span.start >= last.end) kept.push(span);
    else if (span.end - span.start > last.end - last.start) kept[kept.length - 1] = span;
  }
  return kept;
}
