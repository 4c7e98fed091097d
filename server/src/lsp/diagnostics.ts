import { DocumentDiagnosticReportKind, type Diagnostic } from 'vscode-languageserver';
import { toDiagnostic } from './convert';
import { inBackground, isStoryUri, type Session } from './session';

/**
 * Diagnostics are pulled where the client can pull, else pushed; never both. Returns what to do when all of them may be stale
 * because settings changed.
 */
export function provideDiagnostics(session: Session): { refresh(): void } {
  return canPull(session) ? pullDiagnostics(session) : pushDiagnostics(session);
}

export function canPull({ capabilities }: Session): boolean {
  return capabilities.textDocument?.diagnostic !== undefined;
}

async function diagnosticsOf(session: Session, uri: string): Promise<Diagnostic[]> {
  const opened = await session.openStory(uri);
  if (!opened) return [];
  const publish =
    session.capabilities.textDocument?.diagnostic ?? session.capabilities.textDocument?.publishDiagnostics;
  const withRelated = publish?.relatedInformation === true;
  return opened.review.findings.map((finding) =>
    toDiagnostic(finding, opened.document, session.host.rulePage(finding.rule), withRelated),
  );
}

function pullDiagnostics(session: Session): { refresh(): void } {
  session.connection.languages.diagnostics.on(async ({ textDocument }) => ({
    kind: DocumentDiagnosticReportKind.Full,
    items: await diagnosticsOf(session, textDocument.uri),
  }));
  return {
    refresh: () => {
      if (session.capabilities.workspace?.diagnostics?.refreshSupport)
        inBackground(
          session,
          'The findings could not be refreshed',
          session.connection.languages.diagnostics.refresh(),
        );
    },
  };
}

function pushDiagnostics(session: Session): { refresh(): void } {
  const { connection, documents } = session;
  const publish = async (uri: string): Promise<void> => {
    const diagnostics = await diagnosticsOf(session, uri);
    const version = documents.get(uri)?.version;
    if (version !== undefined) await connection.sendDiagnostics({ uri, version, diagnostics });
  };
  const start = (uri: string): void => {
    if (!isStoryUri(uri)) return;
    inBackground(session, `No diagnostics for ${uri}`, publish(uri));
  };
  documents.onDidChangeContent(({ document }) => {
    start(document.uri);
  });
  documents.onDidClose(({ document }) => {
    // What is no longer open is no longer shown: nobody would take the squiggles away after the next change on disk.
    if (isStoryUri(document.uri)) void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  return {
    refresh: () => {
      for (const { uri } of documents.all()) start(uri);
    },
  };
}
