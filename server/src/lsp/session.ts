import type { TextDocuments, ClientCapabilities, Connection, WorkspaceFolder } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { InitializationOptions } from '../protocol';
import type { Review } from '../review/review';
import type { Reviewer } from '../review/reviewStory';
import type { ReviewOptions } from '../review/options';
import { readSettings, type ReadSettings } from '../review/settings';
import { parseStory } from '../story/parseStory';
import { ownPrinciples, withPrincipleSets } from '../library/ownPrinciples';
import type { ServerHost } from './host';
import { createUserFiles, type UserFiles } from './userFiles';

/** One version of an open story with all that is known of it. */
export interface OpenStory {
  readonly document: TextDocument;
  readonly review: Review;
}

/** Settings of one resource: those of the review, and those that only the server heeds. */
export interface ResourceSettings extends ReadSettings {
  readonly isEnabled: boolean;
  /** Globs of files that are no part of the library. */
  readonly exclude: readonly string[];
  /** Whether headings show the spoken time of their section behind them. */
  readonly showsSpokenTime: boolean;
  /** Whether figures and the narrator's deeds are coloured. */
  readonly colours: boolean;
}

/** What all features share: the open documents, the client's abilities and settings, and the review of each open story. */
export interface Session {
  readonly connection: Connection;
  readonly host: ServerHost;
  readonly documents: TextDocuments<TextDocument>;
  readonly capabilities: ClientCapabilities;
  readonly options: InitializationOptions;
  readonly reviewer: Reviewer;
  folders: readonly WorkspaceFolder[];
  /** What the user keeps in `.star-stories/`. */
  readonly userFiles: UserFiles;
  /** Adds to a review what only the library can tell; set by the library. */
  completeReview?: (uri: string, review: Review, options: ReviewOptions) => Review;
  /** Has the diagnostics of all open stories asked for or told anew; set by those who provide them. */
  refreshDiagnostics?: () => void;
  /** The review of the document's newest version; undefined for documents that are no stories, and where stories are switched off. */
  openStory(uri: string): Promise<OpenStory | undefined>;
  settingsOf(uri: string): Promise<ResourceSettings>;
  /** Forgets the settings, after the client said that they changed; `settings` are those of clients that push them. */
  resetSettings(settings: unknown): void;
}

/** Only these documents are stories, whatever their language is called. */
export function isStoryUri(uri: string): boolean {
  return /\.star\.md$/i.test(uri);
}

export interface SessionStart {
  readonly connection: Connection;
  readonly host: ServerHost;
  readonly capabilities: ClientCapabilities;
  readonly options: InitializationOptions;
  readonly reviewer: Reviewer;
  readonly documents: TextDocuments<TextDocument>;
  readonly folders: readonly WorkspaceFolder[];
}

export function createSession(start: SessionStart): Session {
  const { connection, capabilities, documents } = start;
  const settings = new Map<string, Promise<ResourceSettings>>();
  const reviews = new Map<string, { version: number; settings: ResourceSettings; story: OpenStory }>();
  let pushed: unknown = start.options.settings;
  const userFiles = createUserFiles({ ...start, folders: () => session.folders.map(({ uri }) => uri) });
  documents.onDidClose(({ document }) => {
    reviews.delete(document.uri);
    settings.delete(document.uri);
  });

  const settingsOf = (uri: string): Promise<ResourceSettings> => {
    let known = settings.get(uri);
    if (!known) {
      known = withOwnPrinciples(fetchSettings(connection, capabilities, uri, pushed), userFiles, uri);
      settings.set(uri, known);
    }
    return known;
  };

  const openStory = async (uri: string): Promise<OpenStory | undefined> => {
    if (!isStoryUri(uri)) return undefined;
    const current = await settingsOf(uri);
    // The document is looked up after the wait, so that it is never an older version that is reviewed.
    const document = documents.get(uri);
    if (!document || !current.isEnabled) return undefined;
    const known = reviews.get(uri);
    const complete = ({ review, ...opened }: OpenStory): OpenStory => ({
      ...opened,
      review: session.completeReview?.(uri, review, current.options) ?? review,
    });
    if (known?.version === document.version && known.settings === current) return complete(known.story);
    const story = parseStory(document.getText(), known?.story.review.story);
    const review = start.reviewer.review(story, current.options);
    for (const { rule, error } of review.faults)
      connection.console.error(`The rule ${rule} failed on ${uri}: ${errorText(error)}`);
    const opened = { document, review };
    reviews.set(uri, { version: document.version, settings: current, story: opened });
    return complete(opened);
  };

  const session: Session = {
    ...start,
    userFiles,
    openStory,
    settingsOf,
    resetSettings: (values) => {
      pushed = values ?? pushed;
      settings.clear();
    },
  };
  return session;
}

/** The user's own principle sets are known values of the front matter, as are those of the setting. */
async function withOwnPrinciples(
  settings: Promise<ResourceSettings>,
  userFiles: UserFiles,
  uri: string,
): Promise<ResourceSettings> {
  const [read, sets] = await Promise.all([settings, userFiles.of(ownPrinciples, uri)]);
  return sets.length === 0 ? read : { ...read, options: withPrincipleSets(read.options, sets) };
}

async function fetchSettings(
  connection: Connection,
  capabilities: ClientCapabilities,
  uri: string,
  pushed: unknown,
): Promise<ResourceSettings> {
  const raw: unknown = capabilities.workspace?.configuration
    ? await connection.workspace
        .getConfiguration({ scopeUri: uri, section: 'starStories' })
        .catch(() => pushed)
    : pushed;
  const read = readSettings(raw);
  for (const problem of read.problems) connection.console.warn(problem);
  const values = (raw ?? {}) as {
    enable?: unknown;
    exclude?: unknown;
    inlayHints?: { spokenTime?: unknown };
    semanticHighlighting?: { enable?: unknown };
  };
  return {
    ...read,
    isEnabled: values.enable !== false,
    exclude: Array.isArray(values.exclude) ? values.exclude.filter((glob) => typeof glob === 'string') : [],
    showsSpokenTime: values.inlayHints?.spokenTime === true,
    colours: values.semanticHighlighting?.enable !== false,
  };
}

/**
 * Lets work go on that nobody waits for. What goes wrong in it is logged: a rejection that nobody handles would end the server, and with it
 * all that it knows.
 */
export function inBackground(
  { connection }: Pick<Session, 'connection'>,
  problem: string,
  work: Promise<unknown>,
): void {
  work.catch((error: unknown) => {
    connection.console.error(`${problem}: ${errorText(error)}`);
  });
}

export function errorText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
