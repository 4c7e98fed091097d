import type {
  SemanticTokens,
  SemanticTokensLegend,
  SemanticTokensParams,
  SemanticTokensRangeParams,
} from 'vscode-languageserver';
import { isAmount } from '../figures/figure';
import type { Clause, DeedClass } from '../prose/clause';
import { createReading } from '../prose/reading';
import { toDocument } from '../prose/sentences';
import type { SentenceFacts } from '../rules/reviewDraft';
import { overlaps, type Span } from '../text/span';
import { toSpan } from './convert';
import type { OpenStory, Session } from './session';

/** Numbers are a type of LSP's own, which every theme colours; deeds are ours, and coloured like functions where a theme does not know them. */
export const semanticLegend: SemanticTokensLegend = { tokenTypes: ['number', 'deed'], tokenModifiers: [] };

/** The tokens of a story or of a range of it; none where they are switched off. */
export async function provideSemanticTokens(
  session: Session,
  params: SemanticTokensParams | SemanticTokensRangeParams,
): Promise<SemanticTokens> {
  const { uri } = params.textDocument;
  const opened = await session.openStory(uri);
  const { colours } = await session.settingsOf(uri);
  if (!opened || !colours) return { data: [] };
  return semanticTokens(opened, 'range' in params ? toSpan(params.range, opened.document) : undefined);
}

interface Token {
  readonly span: Span;
  readonly type: number;
}

/**
 * What an interviewer hears first: the figures, and in Action the narrator's own deeds. No more than that: prose in many colours can't be
 * read. Holes have theirs from the grammar.
 */
export function semanticTokens({ document, review }: OpenStory, visible?: Span): SemanticTokens {
  const shown = review.sentences.filter(({ span }) => !visible || overlaps(span, visible));
  const tokens = shown.flatMap((facts) => tokensOf(facts));
  const data: number[] = [];
  let [lastLine, lastCharacter] = [0, 0];
  for (const { span, type } of tokens) {
    const { line, character } = document.positionAt(span.start);
    const end = document.positionAt(span.end);
    // A token is on one line; a figure that is broken over two is left as it is.
    if (end.line !== line || end.character === character) continue;
    data.push(
      line - lastLine,
      line === lastLine ? character - lastCharacter : character,
      end.character - character,
      type,
      0,
    );
    [lastLine, lastCharacter] = [line, character];
  }
  return { data };
}

function tokensOf(facts: SentenceFacts): Token[] {
  const { sentence, figures, section } = facts;
  const inText: Token[] = figures.figures
    .filter((figure) => isAmount(figure) || figure.kind === 'clock')
    .map(({ start, end }) => ({ span: { start, end }, type: 0 }));
  if (section === 'action') {
    for (const span of ownDeeds(sentence.text, section))
      if (!inText.some((token) => overlaps(token.span, span))) inText.push({ span, type: 1 });
  }
  return inText
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, type }) => ({ span: toDocument(sentence, span), type }));
}

const deedsOf = new Map<string, readonly Span[]>();
const mostKept = 512;

/** What the narrator did: neither what was, what was felt or hoped, nor what was only intended or not done. */
function isOwnDeed({ subject, verb, hasOwnSubject, isSubordinate }: Clause): boolean {
  return (
    subject?.actorClass === 'narrator' &&
    // A subject that is only carried over is certain in “I looked and found”, and a guess in side clauses.
    (hasOwnSubject || !isSubordinate) &&
    verb?.voice === 'active' &&
    verb.tense === 'past' &&
    !verb.isNegated &&
    verb.modal === undefined &&
    !['be', 'feel', 'assume', 'wait'].some((kind) => verb.deeds.has(kind as DeedClass))
  );
}

/** The verbs of the sentence whose actor is the narrator. Kept by its text: clauses cost more than the rest of a token. */
function ownDeeds(text: string, section: 'action'): readonly Span[] {
  let deeds = deedsOf.get(text);
  if (!deeds) {
    if (deedsOf.size >= mostKept) deedsOf.clear();
    deeds = createReading(text, section).clauses.flatMap((clause) =>
      isOwnDeed(clause) ? [clause.verb!.mainSpan] : [],
    );
    deedsOf.set(text, deeds);
  }
  return deeds;
}
