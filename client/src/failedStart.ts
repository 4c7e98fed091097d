import { CloseAction, type BaseLanguageClient } from 'vscode-languageclient';

/**
 * A server that ends before it was ready would end so again, and the library tells of it; once it was ready, the library's own handler
 * starts it again, and gives up after several crashes in a few minutes.
 */
export function endAfterFailedStart(client: BaseLanguageClient): void {
  const options = client.clientOptions;
  const handler = options.errorHandler;
  if (!handler) return;
  let wasReady = false;
  client.onDidChangeState(() => {
    wasReady ||= client.isRunning();
  });
  options.errorHandler = {
    error: (...problem) => handler.error(...problem),
    closed: () => (wasReady ? handler.closed() : { action: CloseAction.DoNotRestart, handled: true }),
  };
}
