/** What `npm start` was asked for. What is undefined is chosen by what this machine has. */
export interface StartOptions {
  host?: 'desktop' | 'embedded' | undefined;
  /** An absolute path. */
  folder?: string | undefined;
  port?: number | undefined;
  /** Whether the embedded one's page is opened in a browser, where there is one. */
  open: boolean;
}
