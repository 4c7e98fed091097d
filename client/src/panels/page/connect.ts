import type { FromPage, PanelId, ToPage } from '../messages';

/** A page's side of its panel. */
export interface HostConnection<Id extends PanelId, State> {
  /** What the page kept before it was hidden or the window reloaded; undefined the first time. Check it: an older version may have written it. */
  readonly state: Partial<State> | undefined;
  /** Keeps what the page needs to look as it did. */
  keep(state: State): void;
  post(message: FromPage<Id>): void;
}

/**
 * Connects the page with its host and says that it is ready. To be called once, when the page can take messages.
 *
 * @param receive gets every message of the host
 */
export function connect<Id extends PanelId, State>(
  receive: (message: ToPage<Id>) => void,
): HostConnection<Id, State> {
  const api = acquireVsCodeApi();
  window.addEventListener('message', ({ data }: MessageEvent<ToPage<Id>>) => {
    receive(data);
  });
  const state = api.getState();
  const connection: HostConnection<Id, State> = {
    state: typeof state === 'object' && state !== null ? state : undefined,
    keep: (kept) => {
      api.setState(kept);
    },
    post: (message) => {
      api.postMessage(message);
    },
  };
  // After this turn, so that the caller holds the connection when the first message comes.
  queueMicrotask(() => {
    connection.post({ type: 'ready' });
  });
  return connection;
}
