import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { downloadedBy } from './downloads.ts';
import type { BrowserKind } from './find-browser.ts';
import { killBrowser } from './kill-browser.ts';
import { closeWelcome, welcomePages } from './welcome-pages.ts';
import type { LaunchOptions, RunningExtension } from './running-extension.ts';

export interface RunBrowser<Running> {
  /** Another one after each restart. */
  readonly running: () => Running;
  /** What a library does with its browser as a whole. */
  readonly life: Pick<
    RunningExtension,
    'restart' | 'crash' | 'downloadedBy' | 'welcomePages' | 'gone' | 'close'
  >;
}

/** A browser on one profile, closed, killed and started again as often as is wanted. A throw-away profile goes at the end. */
export async function runBrowser<Running extends { readonly browser: Browser }>(
  kind: BrowserKind,
  options: LaunchOptions,
  start: (profile: string) => Promise<Running>,
): Promise<RunBrowser<Running>> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), `clipshelf-${kind}-`)));
  const isFresh = options.profile === undefined || !existsSync(options.profile);
  let running = await start(profile);
  if (isFresh && options.keepWelcome !== true) await closeWelcome(running.browser);
  return {
    running: () => running,
    life: {
      async restart() {
        await running.browser.close();
        running = await start(profile);
      },
      async crash() {
        await killBrowser(running.browser);
        running = await start(profile);
      },
      downloadedBy: (act, name) => downloadedBy(profile, act, name),
      welcomePages: () => welcomePages(running.browser),
      gone: () =>
        new Promise((resolve) => {
          running.browser.once('disconnected', () => resolve());
        }),
      async close() {
        await running.browser.close();
        if (options.profile === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
      },
    },
  };
}
