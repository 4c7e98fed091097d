import * as vscode from 'vscode';
import type { FromPage, PanelId, ToPage } from './messages';

/** A page as its host sees it. */
export interface PanelPage<Id extends PanelId> {
  readonly webview: vscode.WebviewPanel;
  /** Tells the page something. What is told to a page that is hidden is lost: when it is shown again it asks for all with `ready`. */
  post(message: ToPage<Id>): void;
}

/** One open panel: what is done with what its page sends. */
export interface PanelView<Id extends PanelId, Argument> {
  receive(message: FromPage<Id>): unknown;
  /** The panel was asked for again, while it was open, with this argument. */
  show?(argument: Argument | undefined): unknown;
  dispose?(): void;
}

/** A kind of panel: there is at most one of each. */
export interface PanelDefinition<Id extends PanelId, Argument> {
  /** Names the script (`dist/webview/<id>.js`), the stylesheet (`client/media/<id>.css`) and the view type (`starStories.<id>`). */
  readonly id: Id;
  readonly title: string;
  /** Beside the editor rather than in its place. */
  readonly isBeside?: boolean;
  /**
   * Called when the panel opens, before its page has loaded.
   *
   * @param argument what `show` was called with
   * @param state what the page kept before the window was reloaded; undefined for a new panel
   */
  open(page: PanelPage<Id>, argument: Argument | undefined, state: unknown): PanelView<Id, Argument>;
}

export interface PanelHost<Argument> {
  /** Opens the panel, or reveals it where it is open. */
  show(argument?: Argument): void;
  dispose(): void;
}

/** What the suite of tests in the editor sees of the open panels, by their id: what was told to the page last, by type, and its way in. */
export interface OpenPanel {
  readonly posted: ReadonlyMap<string, unknown>;
  /** Fires with the type of each message to the page. */
  readonly onDidPost: vscode.Event<string>;
  receive(message: unknown): unknown;
}
export const openPanels = new Map<PanelId, OpenPanel>();

/**
 * Registers a kind of panel. `onWebviewPanel:starStories.<id>` belongs among the activation events of package.json, so that a panel that
 * was open comes back when the window is reloaded.
 */
export function registerPanel<Id extends PanelId, Argument = undefined>(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  definition: PanelDefinition<Id, Argument>,
): PanelHost<Argument> {
  return new PanelOfKind(context.extensionUri, log, definition);
}

class PanelOfKind<Id extends PanelId, Argument> implements PanelHost<Argument> {
  private readonly viewType: string;
  private readonly options: vscode.WebviewOptions & vscode.WebviewPanelOptions;
  private readonly serializer: vscode.Disposable;
  private open: { panel: vscode.WebviewPanel; view: PanelView<Id, Argument> } | undefined;

  constructor(
    private readonly extension: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
    private readonly definition: PanelDefinition<Id, Argument>,
  ) {
    this.viewType = `starStories.${definition.id}`;
    this.options = webviewOptions(extension);
    this.serializer = vscode.window.registerWebviewPanelSerializer(this.viewType, {
      deserializeWebviewPanel: (panel, state: unknown) => {
        this.attach(panel, undefined, state);
        return Promise.resolve();
      },
    });
  }

  show(argument?: Argument): void {
    if (this.open) {
      this.open.panel.reveal();
      this.open.view.show?.(argument);
      return;
    }
    const { title, isBeside } = this.definition;
    const column = isBeside ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
    const panel = vscode.window.createWebviewPanel(this.viewType, title, column, this.options);
    this.attach(panel, argument, undefined);
  }

  dispose(): void {
    this.serializer.dispose();
    this.open?.panel.dispose();
  }

  private attach(panel: vscode.WebviewPanel, argument: Argument | undefined, state: unknown): void {
    const { definition } = this;
    const { page, posted, told } = pageOf<Id>(panel);
    const view = definition.open(page, argument, state);
    const receive = (message: unknown): Promise<void> => this.receive(view, message);
    this.open = { panel, view };
    openPanels.set(definition.id, { posted, receive, onDidPost: told.event });
    const receiving = panel.webview.onDidReceiveMessage(receive);
    panel.onDidDispose(() => {
      receiving.dispose();
      told.dispose();
      view.dispose?.();
      this.open = undefined;
      openPanels.delete(definition.id);
    });
    this.load(panel);
  }

  private async receive(view: PanelView<Id, Argument>, message: unknown): Promise<void> {
    try {
      await view.receive(message as FromPage<Id>);
    } catch (error) {
      this.log.error(`The panel “${this.definition.title}” failed.`, error);
    }
  }

  /** Done last, so that no message of the page is missed. */
  private load(panel: vscode.WebviewPanel): void {
    const icon = (name: string): vscode.Uri => vscode.Uri.joinPath(this.extension, 'client', 'media', name);
    panel.iconPath = { light: icon('panel-light.svg'), dark: icon('panel-dark.svg') };
    panel.webview.options = this.options;
    panel.webview.html = pageHtml(panel.webview, this.extension, this.definition);
  }
}

/** The page of a panel, what was told to it last, by type, and the event of its being told. */
function pageOf<Id extends PanelId>(
  panel: vscode.WebviewPanel,
): { page: PanelPage<Id>; posted: ReadonlyMap<string, unknown>; told: vscode.EventEmitter<string> } {
  const posted = new Map<string, unknown>();
  const told = new vscode.EventEmitter<string>();
  const page: PanelPage<Id> = {
    webview: panel,
    post: (message) => {
      const { type } = message as { type: string };
      posted.set(type, message);
      if (panel.visible) void panel.webview.postMessage(message);
      told.fire(type);
    },
  };
  return { page, posted, told };
}

/** A page is loaded anew whenever it is shown: it costs nothing while it is hidden. */
function webviewOptions(extension: vscode.Uri): vscode.WebviewOptions & vscode.WebviewPanelOptions {
  return {
    enableScripts: true,
    retainContextWhenHidden: false,
    localResourceRoots: [
      vscode.Uri.joinPath(extension, 'dist', 'webview'),
      vscode.Uri.joinPath(extension, 'client', 'media'),
    ],
  };
}

/** The frame of a page: nothing may be loaded but our own stylesheets and the one script. */
function pageHtml(
  webview: vscode.Webview,
  extension: vscode.Uri,
  { id, title }: { readonly id: string; readonly title: string },
): string {
  const nonce = newNonce();
  const address = (...path: string[]): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extension, ...path)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<link rel="stylesheet" href="${address('client', 'media', 'panel.css')}">
<link rel="stylesheet" href="${address('client', 'media', `${id}.css`)}">
</head>
<body class="${id}">
<main id="page"></main>
<script nonce="${nonce}" src="${address('dist', 'webview', `${id}.js`)}"></script>
</body>
</html>`;
}

function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
