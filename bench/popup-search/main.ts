/**
 * What people feel: the toolbar button pressed, the popup, the first character typed as soon as there is a field for it,
 * the first row of the answer. Against an extension whose popup opens a database with as many rows and shows 20 of them.
 * The two take turns; the first round warms both. Each row is printed as it is done, each round on stderr.
 *
 *   npm run bench:popup-search -- [--rounds 12] [--sizes 10000,100000] [--character k]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Browser, type Extension, type Page, launch } from 'puppeteer-core';
import { ensureBrowser } from '../../tests/harness/install-browser.ts';
import { makeLibrary } from '../../tests/harness/large-library/make-library.ts';
import { indexIsReady, seedLibrary } from '../../tests/harness/large-library/seed-library.ts';
import { closeWelcome } from '../../tests/harness/welcome-pages.ts';
import { type SampleSites, serveSamples } from '../../tests/harness/serve-samples.ts';
import { installed } from '../browser/empty-extension.ts';
import { browserArguments, openedPopup } from '../popup/opened-popup.ts';
import { quantile, spread } from '../statistics.ts';
import { makeReadingExtension } from './reading-extension.ts';
import { type Felt, makeTypingExtension } from './typing-extension.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '12' },
    sizes: { type: 'string', default: '10000' },
    character: { type: 'string', default: 'k' },
  },
});

/** Runs in the popup: what it has measured by itself. */
function measured(): unknown {
  return Reflect.get(globalThis, 'felt');
}

/** Runs in the popup, which would else come back with its query. */
function forgetQuery(): void {
  const field = document.querySelector<HTMLInputElement>('.search-field input');
  if (field === null) return;
  field.value = '';
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
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

interface Folders {
  readonly app: string;
  readonly floor: string;
}

async function seed(browser: Browser, app: Extension, floor: Extension, size: number): Promise<void> {
  const own = await browser.newPage();
  await own.goto(`chrome-extension://${app.id}/pages/popup/index.html`);
  await sleep(1_000);
  console.error(`seeding ${String(size)} clips`);
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

/** Presses the button and waits for what the popup measures; a popup that is not done in a minute is an error. */
async function press<Result>(browser: Browser, extension: Extension, tab: Page): Promise<Result> {
  const page = await openedPopup(browser, extension, tab);
  await page.waitForFunction(() => Reflect.has(globalThis, 'felt'), { timeout: 60_000 });
  const result = (await page.evaluate(measured)) as Result;
  await page.evaluate(forgetQuery);
  await sleep(300);
  await page.close();
  await sleep(300);
  return result;
}

async function benchSize(size: number, folders: Folders, sites: SampleSites): Promise<void> {
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
    const app = await installed(browser, folders.app);
    await closeWelcome(browser);
    const floor = await installed(browser, folders.floor);
    await seed(browser, app, floor, size);
    const tab = await browser.newPage();
    await tab.goto(sites.at('paperlane', 'posts/madv-free/'));
    const rows: number[] = [];
    const felt: Felt[] = [];
    for (let round = 0; round <= Number(values.rounds); round += 1) {
      const least = await press<number>(browser, floor, tab);
      const ours = await press<Felt>(browser, app, tab);
      console.error(
        `round ${String(round)}: ${String(Math.round(least))}, ${String(Math.round(ours.field))} + ${String(Math.round(ours.answer))}`,
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

const folders = { app: await makeTypingExtension(values.character), floor: await makeReadingExtension() };
const sites = await serveSamples();
console.log('ms: median (10th – 90th percentile); the ratio round by round\n');
console.log(
  '| clips | floor: 20 rows | press to field | character to first row | press to first row | × floor |',
);
console.log(
  '| ----: | -------------- | -------------- | ---------------------- | ------------------ | ------: |',
);
try {
  for (const size of values.sizes.split(',').map(Number)) await benchSize(size, folders, sites);
} finally {
  await sites.close();
  for (const folder of Object.values(folders)) await rm(folder, { recursive: true });
}
