import * as vscode from 'vscode';

interface Manifest {
  readonly contributes: {
    readonly configuration: readonly {
      readonly properties: Readonly<Record<string, { readonly properties?: RuleSettings }>>;
    }[];
  };
}

type RuleSettings = Readonly<Record<string, { readonly markdownDescription: string } | undefined>>;

/** Opens the page of a rule as a preview; without a rule, asks which one. */
export async function openRule(context: vscode.ExtensionContext, rule: string | undefined): Promise<void> {
  const rules = knownRules(context);
  const chosen = rule ?? (await pickRule(rules));
  if (chosen === undefined || !Object.hasOwn(rules, chosen)) return;
  const page = vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules', `${chosen}.md`);
  await vscode.commands.executeCommand('markdown.showPreview', page);
}

/** The rules with what they find: the settings hold both. */
function knownRules(context: vscode.ExtensionContext): RuleSettings {
  const { contributes } = context.extension.packageJSON as Manifest;
  const found = contributes.configuration.find(({ properties }) => 'starStories.rules' in properties);
  return found?.properties['starStories.rules']?.properties ?? {};
}

async function pickRule(rules: RuleSettings): Promise<string | undefined> {
  const items = Object.entries(rules).map(([id, setting]) => {
    const [, title = '', summary = ''] =
      /^\*\*(.*?)\.\*\* (.*)/.exec(setting?.markdownDescription ?? '') ?? [];
    return { label: id, description: title, detail: summary };
  });
  const choice = await vscode.window.showQuickPick(items, {
    title: 'Open rule page',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return choice?.label;
}
