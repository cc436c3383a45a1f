import { defineConfig } from 'vitest/config';

/** The tests of pure logic, in Node: what a mutant must not survive. `MUTATE_TESTS` names the folders to run, all by default. */
const folders = process.env['MUTATE_TESTS']?.split(',') ?? ['tests/core', 'tests/rpc', 'tests/worker'];

export default defineConfig({
  publicDir: false,
  test: {
    include: folders.map((folder) => `${folder}/**/*.test.ts`),
    exclude: ['tests/**/*.{dom,slow}.test.ts'],
    setupFiles: ['mutate/vitest.setup.ts'],
    testTimeout: 60_000,
  },
});
