/** What is measured: each is loaded as its own documentation says, and asked in the same way. */
export interface Subject {
  readonly name: string;
  /** Loads it; resolves to the function that lints a whole text and tells how many messages there are. */
  load(): Promise<(text: string) => Promise<number> | number>;
}

const writeGood: Subject = {
  name: 'write-good',
  load: async () => {
    const { default: check } = await import('write-good');
    return (text) => check(text).length;
  },
};

const alex: Subject = {
  name: 'alex',
  load: async () => {
    const { markdown } = await import('alex');
    return (text) => markdown(text).messages.length;
  },
};

const retext: Subject = {
  name: 'retext',
  load: async () => {
    const { retext: create } = await import('retext');
    const plugins = await Promise.all([
      import('retext-english'),
      import('retext-passive'),
      import('retext-intensify'),
      import('retext-readability'),
      import('retext-repeated-words'),
    ]);
    const processor = create();
    for (const { default: plugin } of plugins) processor.use(plugin as never);
    return async (text) => (await processor.process(text)).messages.length;
  },
};

const textlint: Subject = {
  name: 'textlint',
  load: async () => {
    const { TextlintKernel } = await import('@textlint/kernel');
    const plugins = [
      { pluginId: 'markdown', plugin: defaultOf(await import('@textlint/textlint-plugin-markdown')) },
    ];
    const rules = [
      { ruleId: 'write-good', rule: defaultOf(await import('textlint-rule-write-good')) },
      { ruleId: 'alex', rule: defaultOf(await import('textlint-rule-alex')) },
    ];
    const kernel = new TextlintKernel();
    return async (text) =>
      (await kernel.lintText(text, { ext: '.md', plugins, rules } as never)).messages.length;
  },
};

const harper: Subject = {
  name: 'harper.js',
  load: async () => {
    const { LocalLinter } = await import('harper.js');
    const { binary } = await import('harper.js/binary');
    const linter = new LocalLinter({ binary });
    await linter.setup();
    return async (text) => (await linter.lint(text)).length;
  },
};

/** CommonJS modules come with one default within the other. */
function defaultOf(module: unknown): unknown {
  let value = module;
  while (typeof value === 'object' && value !== null && 'default' in value) value = value.default;
  return value;
}

export const peers: readonly Subject[] = [writeGood, retext, alex, textlint, harper];
