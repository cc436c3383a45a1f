/**
 * First paint of the popup, opened by the real toolbar button on an article, with 0, 1,000 and 10,000 clips in the library,
 * against an empty page that is the popup of an empty extension in the same browser. The two take turns.
 *
 *   npm run bench:popup -- [--rounds 15] [--sizes 0,1000,10000]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Browser, type Extension, type Page, launch } from 'puppeteer-core';
import { outputFolder } from '../../build/bundles.ts';
import { ensureBrowser } from '../../tests/harness/install-browser.ts';
import { closeWelcome } from '../../tests/harness/welcome-pages.ts';
import { type SampleSites, serveSamples } from '../../tests/harness/serve-samples.ts';
import { browserArguments, openedPopup } from './opened-popup.ts';
import { installed, makeEmptyExtension } from '../browser/empty-extension.ts';
import { quantile, spread } from '../statistics.ts';
import { makeLibrary } from '../../tests/harness/large-library/make-library.ts';
import { indexIsReady, seedLibrary } from '../../tests/harness/large-library/seed-library.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '15' },
    sizes: { type: 'string', default: '0,1000,10000' },
  },
});
const rounds = Number(values.rounds);

async function measure(browser: Browser, extension: Extension, tab: Page): Promise<number> {
  const popup = await openedPopup(browser, extension, tab);
  await sleep(600);
  const time = await popup.evaluate(firstPaint);
  await popup.close();
  await sleep(200);
  return time;
}

/** Runs in the popup: ms from the start of its navigation. */
function firstPaint(): number {
  return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
}

async function benchSize(size: number, emptyFolder: string, sites: SampleSites): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'clipshelf-bench-'));
  const browser = await launch({
    executablePath: ensureBrowser('chromium').path,
    headless: true,
    enableExtensions: true,
    pipe: true,
    userDataDir: profile,
    args: browserArguments,
  });
  try {
    const app = await installed(browser, outputFolder('chrome'));
    await closeWelcome(browser);
    const empty = await installed(browser, emptyFolder);
    const own = await browser.newPage();
    await own.goto(`chrome-extension://${app.id}/pages/popup/index.html`);
    await sleep(1_000);
    if (size > 0) {
      await seedLibrary(own, makeLibrary(size, Date.now()));
      await indexIsReady(own);
    }
    await own.close();
    const tab = await browser.newPage();
    await tab.goto(sites.at('paperlane', 'posts/madv-free/'));
    const floor: number[] = [];
    const popup: number[] = [];
    // The first round warms both.
    for (let round = 0; round <= rounds; round += 1) {
      const pair = [await measure(browser, empty, tab), await measure(browser, app, tab)] as const;
      if (round === 0) continue;
      floor.push(pair[0]);
      popup.push(pair[1]);
    }
    const ratio = (quantile(popup, 0.5) / quantile(floor, 0.5)).toFixed(2);
    console.log(`| ${String(size).padStart(6)} | ${spread(floor)} | ${spread(popup)} | ${ratio} |`);
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

const emptyFolder = await makeEmptyExtension();
const sites = await serveSamples();
console.log('ms from navigation: median (10th – 90th percentile)\n');
console.log('| clips  | empty page | popup | ratio |');
console.log('| -----: | ---------- | ----- | ----: |');
try {
  for (const size of values.sizes.split(',').map(Number)) await benchSize(size, emptyFolder, sites);
} finally {
  await sites.close();
  await rm(emptyFolder, { recursive: true });
}
