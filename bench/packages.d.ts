// The peers are installed by the benchmark itself, so the rest of the repository is type-checked without them.
declare module 'write-good' {
  export default function check(text: string): unknown[];
}
declare module 'alex' {
  export function markdown(text: string): { messages: unknown[] };
}
declare module 'retext' {
  export function retext(): {
    use(plugin: never): void;
    process(text: string): Promise<{ messages: unknown[] }>;
  };
}
declare module 'retext-english';
declare module 'retext-passive';
declare module 'retext-intensify';
declare module 'retext-readability';
declare module 'retext-repeated-words';
declare module '@textlint/kernel' {
  export class TextlintKernel {
    lintText(text: string, options: never): Promise<{ messages: unknown[] }>;
  }
}
declare module '@textlint/textlint-plugin-markdown';
declare module 'textlint-rule-write-good';
declare module 'textlint-rule-alex';
declare module 'harper.js' {
  export class LocalLinter {
    constructor(options: { binary: unknown });
    setup(): Promise<void>;
    lint(text: string): Promise<unknown[]>;
  }
}
declare module 'harper.js/binary' {
  export const binary: unknown;
}
