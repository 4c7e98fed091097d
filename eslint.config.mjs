import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['dist/', '**/out/', 'coverage/', 'test-results/', '.vscode-host/', '.vscode-test/']),
  eslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'object-shorthand': 'error',
      'prefer-template': 'error',
    },
  },
  {
    files: ['**/*.{ts,mts}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['vitest.config.mts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `while (true)` with a return inside is the plain way to write some scanners.
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      // An index within bounds is the commonest of them here, and noUncheckedIndexedAccess makes each one visible.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    // What runs in the page of a webview knows the DOM, and nothing else does.
    files: ['client/src/**/page.ts', 'client/src/**/page/**/*.ts'],
    languageOptions: {
      parserOptions: { projectService: false, project: './client/tsconfig.page.json' },
    },
  },
  {
    // Typed arrays are read in inner loops, where the index is known to be in range.
    files: ['server/src/judgement/**/*.ts', 'scripts/train/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // A test may assert that an element is there by using it.
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // These run before anything is installed, so they are plain JavaScript, type-checked through scripts/tsconfig.json.
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        ['AbortSignal', 'URL', 'console', 'process', 'setTimeout', 'clearTimeout', 'fetch'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { __filename: 'readonly', process: 'readonly', setInterval: 'readonly' },
    },
  },
  {
    // What talks to a terminal.
    files: ['scripts/**', 'test/**', 'bench/**', 'server/src/hosts/cli/**'],
    rules: { 'no-console': 'off' },
  },
);
