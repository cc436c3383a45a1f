/**
 * What people feel: the toolbar button pressed, the popup, the first character typed as soon as there is a field for it,
 * the first row of the answer. Against an extension whose popup opens a database with as many rows and shows 20 of them.
 * The two take turns; the first round warms both.
 *
 *   npm run bench:popup-search -- [--rounds 12] [--sizes 10000,100000] [--character k]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Browser, type Extension, type Page, launch } from 'puppeteer-core';
import { outputFolder } from '../../build/bundles.ts';
import { ensureBrowser } from '../../tests/harness/install-browser.ts';
import { makeLibrary } from '../../tests/harness/large-library/make-library.ts';
import { indexIsReady, seedLibrary } from '../../tests/harness/large-library/seed-library.ts';
import { type SampleSites, serveSamples } from '../../tests/harness/serve-samples.ts';
import { installed } from '../browser/empty-extension.ts';
import { browserArguments, openedPopup } from '../popup/opened-popup.ts';
import { quantile, spread } from '../statistics.ts';
import { makeReadingExtension } from './reading-extension.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '12' },
    sizes: { type: 'string', default: '10000' },
    character: { type: 'string', default: 'k' },
  },
});

interface Felt {
  /** ms from the popup's navigation, which the press begins, to a field that takes a key. */
  readonly field: number;
  /** ms from there to the first row of the answer. */
  readonly answer: number;
}

/**
 * Runs in the popup: types as soon as there is a field, and waits for the first row of that. Without functions of its own
 * that have names: tsx would wrap them in a helper that the page does not have.
 */
function typeAndWait(character: string): Promise<Felt> {
  return new Promise((resolve) => {
    let typed: number | null = null;
    new MutationObserver(() => {
      const field = document.querySelector<HTMLInputElement>('.search-field input');
      if (typed === null && field !== null) {
        typed = performance.now();
        field.focus();
        field.value = character;
        field.dispatchEvent(new InputEvent('input', { bubbles: true, data: character }));
      }
      const row = document.querySelector('[data-mode=search] .clips-scroll[aria-busy=false] .clip-row');
      if (typed !== null && row !== null) resolve({ field: typed, answer: performance.now() - typed });
    }).observe(document, { subtree: true, childList: true, attributes: true });
    document.documentElement.dataset['looked'] = '';
  });
}

/** Runs in the floor's popup: ms from its navigation to 20 rows. */
function rowsShown(): Promise<number> {
  return new Promise((resolve) => {
    new MutationObserver(() => {
      if (document.querySelectorAll('.clip-row').length === 20) resolve(performance.now());
    }).observe(document, { subtree: true, childList: true, attributes: true });
    document.documentElement.dataset['looked'] = '';
  });
}

/** Runs in the floor's page. */
function fillRows(from: number, count: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('rows', 1);
    request.addEventListener('success', () => {
      const transaction = request.result.transaction('rows', 'readwrite');
      const text = 'What a list shows of a clip is a row of about a kilobyte. '.repeat(16);
      for (let index = from; index < from + count; index += 1) {
        const id = String(index).padStart(8, '0');
        transaction.objectStore('rows').put({ id, title: `Row ${id}`, text });
      }
      transaction.addEventListener('complete', () => {
        request.result.close();
        resolve();
      });
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('not written')));
    });
  });
}

async function seed(browser: Browser, app: Extension, floor: Extension, size: number): Promise<void> {
  const own = await browser.newPage();
  await own.goto(`chrome-extension://${app.id}/pages/popup/index.html`);
  await sleep(1_000);
  await seedLibrary(own, makeLibrary(size, Date.now()));
  await indexIsReady(own, 3_600_000);
  await own.close();
  const rows = await browser.newPage();
  await rows.goto(`chrome-extension://${floor.id}/reading.html`);
  await sleep(500);
  for (let from = 0; from < size; from += 2_000) {
    await rows.evaluate(fillRows, from, Math.min(2_000, size - from));
  }
  await rows.close();
}

async function inPopup<Result>(popup: Promise<Page>, work: (page: Page) => Promise<Result>): Promise<Result> {
  const page = await popup;
  const result = await work(page);
  await page.close();
  await sleep(300);
  return result;
}

async function benchSize(size: number, floorFolder: string, sites: SampleSites): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'clipshelf-bench-'));
  const browser = await launch({
    executablePath: ensureBrowser('chromium').path,
    headless: true,
    enableExtensions: true,
    pipe: true,
    userDataDir: profile,
    protocolTimeout: 3_600_000,
    args: browserArguments,
  });
  try {
    const app = await installed(browser, outputFolder('chrome'));
    const floor = await installed(browser, floorFolder);
    await seed(browser, app, floor, size);
    const tab = await browser.newPage();
    await tab.goto(sites.at('paperlane', 'posts/madv-free/'));
    const rows: number[] = [];
    const felt: Felt[] = [];
    for (let round = 0; round <= Number(values.rounds); round += 1) {
      const least = await inPopup(openedPopup(browser, floor, tab), (page) => page.evaluate(rowsShown));
      const ours = await inPopup(openedPopup(browser, app, tab), (page) =>
        page.evaluate(typeAndWait, values.character),
      );
      if (round === 0) continue;
      rows.push(least);
      felt.push(ours);
    }
    const whole = felt.map(({ field, answer }) => field + answer);
    const ratios = whole.map((ms, round) => ms / (rows[round] ?? Number.NaN));
    const cells = [rows, felt.map(({ field }) => field), felt.map(({ answer }) => answer), whole].map(spread);
    console.log(`| ${String(size)} | ${cells.join(' | ')} | ${quantile(ratios, 0.5).toFixed(2)} |`);
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

const floorFolder = await makeReadingExtension();
const sites = await serveSamples();
console.log('ms: median (10th – 90th percentile); the ratio round by round\n');
console.log(
  '| clips | floor: 20 rows | press to field | character to first row | press to first row | × floor |',
);
console.log(
  '| ----: | -------------- | -------------- | ---------------------- | ------------------ | ------: |',
);
try {
  for (const size of values.sizes.split(',').map(Number)) await benchSize(size, floorFolder, sites);
} finally {
  await sites.close();
  await rm(floorFolder, { recursive: true });
}
