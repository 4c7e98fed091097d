/** What VS Code hands to the script of a webview, once. */
interface WebviewApi {
  /** Tells the host; the message must be plain data. */
  postMessage(message: unknown): void;
  /** What was last kept with `setState`: it outlives the page when that is hidden, and the window when that is reloaded. */
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): WebviewApi;
