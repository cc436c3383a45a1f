import { defineConfig } from 'vitest/config';

/** The tests of pure logic, in Node: what a mutant must not survive. */
export default defineConfig({
  publicDir: false,
  test: {
    include: ['tests/core/**/*.test.ts', 'tests/rpc/**/*.test.ts', 'tests/worker/*.test.ts'],
    exclude: ['tests/**/*.{dom,slow}.test.ts'],
    testTimeout: 60_000,
  },
});
