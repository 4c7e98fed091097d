import { defineConfig } from 'vitest/config';

/** A project is a folder under test/; `vitest run --project unit` runs one of them. */
function project(name: string, seconds: number) {
  return {
    test: {
      name,
      include: [`test/${name}/**/*.test.ts`],
      testTimeout: seconds * 1000,
      hookTimeout: seconds * 1000,
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      project('unit', 20),
      // A real server process over stdio.
      project('protocol', 60),
      // The corpus is scored whole, so that one test may read thousands of sentences.
      project('corpus', 120),
      // The packaged extension in a real page.
      { test: { ...project('browser', 120).test, globalSetup: ['test/browser/pack.ts'] } },
    ],
  },
});
