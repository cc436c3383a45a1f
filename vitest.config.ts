import { existsSync } from 'node:fs';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser } from './tests/harness/find-browser.ts';

const chromium = findBrowser('chromium');

/** unit: pure logic in Node · slow: the same with a lot of data · dom: whatever needs a document, in real Chromium · e2e: the built extension. */
export default defineConfig({
  // Tests import the messages; they would be refused as a public folder's.
  publicDir: false,
  test: {
    sequence: { shuffle: true },
    restoreMocks: true,
    // Generous: a busy machine is no failure, and nothing here asserts a time.
    testTimeout: 300_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/**/*.{dom,slow}.test.{ts,tsx}', 'tests/end-to-end/**'],
        },
      },
      { extends: true, test: { name: 'slow', include: ['tests/**/*.slow.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'dom',
          include: ['tests/**/*.dom.test.{ts,tsx}'],
          // Two files at a time, each in a page of its own.
          maxWorkers: 2,
          browser: {
            enabled: true,
            // Dependencies are bundled before the first page connects, which takes minutes on a busy machine.
            connectTimeout: 300_000,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(chromium !== null && existsSync(chromium.path) ? { executablePath: chromium.path } : {}),
                args: [
                  '--no-sandbox',
                  '--disable-gpu',
                  '--disable-background-networking',
                  '--disable-component-update',
                  '--disable-sync',
                ],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/end-to-end/**/*.test.ts'],
          sequence: { shuffle: false },
          // Two browsers at a time: most of a journey is waiting.
          maxWorkers: 2,
          // A starved machine can stall a browser; the test command names each journey that took a second try.
          retry: 1,
        },
      },
    ],
  },
});
