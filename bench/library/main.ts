import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { launch } from '../../tests/harness/launch.ts';
import { makeShelf } from './make-clips.ts';
import { indexIsReady, seedShelf } from './seed-shelf.ts';

/**
 * npm run bench:library [-- --sizes 0,1000,10000 --runs 5]   (after npm run build)
 * The library page in real Chromium: until the first row stands, from a keystroke to its results, frames while
 * scrolling, until the first snippets stand; beside a document of the extension that does nothing. Medians of the runs.
 */
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '0,1000,10000' },
    runs: { type: 'string', default: '5' },
  },
});
const runs = Number(values.runs);
console.log('clips    empty  first row  snippets  key to result  scroll p50/p95/max (frames)');
for (const size of values.sizes.split(',').map(Number)) console.log(await measure(size));

async function measure(size: number): Promise<string> {
  const shelf = await launch('chromium', { headless: true });
  try {
    const page = await shelf.openPage('library');
    await page.setViewport({ width: 1280, height: 900 });
    if (size > 0) await seedShelf(page, makeShelf(size, Date.now()));
    await indexIsReady(page);
    const root = page.url().replace(/pages\/.*/, '');
    const library = `${root}pages/library/index.html`;
    const [empty, first, snippets, key] = [[], [], [], []] as number[][];
    for (let run = 0; run < runs; run += 1) {
      empty?.push(await until(page, `${root}icons/16.png`, 'img'));
      first?.push(await until(page, library, size === 0 ? '.empty' : '.row-title'));
      snippets?.push(await until(page, `${library}?view=snippets`, size === 0 ? '.empty' : '.snippet'));
      if (size > 0) key?.push(...(await keystrokes(page, library)));
    }
    await page.goto(library);
    await page.waitForSelector(size === 0 ? '.empty' : '.row-title');
    await new Promise((resolve) => {
      setTimeout(resolve, 1500);
    });
    const frames = size === 0 ? [] : await page.evaluate(scrollFrames);
    const sorted = frames.toSorted((a, b) => a - b);
    const at = (share: number) => ms(sorted[Math.floor((sorted.length - 1) * share)]);
    const scroll = size === 0 ? '–' : `${at(0.5)} / ${at(0.95)} / ${at(1)} (${frames.length})`;
    return `${String(size).padEnd(8)} ${ms(median(empty ?? []))}  ${ms(median(first ?? []))}  ${ms(median(snippets ?? []))}  ${ms(median(key ?? []))}  ${scroll}`;
  } finally {
    await shelf.close();
  }
}

/** Milliseconds from the start of the navigation until the element stands, as the page's own clock has them. */
async function until(page: Page, address: string, selector: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await page.waitForFunction(
    (wanted) => document.querySelector(wanted) !== null,
    { polling: 'raf' },
    selector,
  );
  return await page.evaluate(() => performance.now());
}

/** From each input event to the last change of the list before the next one. */
async function keystrokes(page: Page, address: string): Promise<number[]> {
  await page.goto(address);
  await page.waitForSelector('.row-title');
  await page.evaluate(watchList);
  await page.focus('input[type=search]');
  for (const letter of 'WithTime') {
    await page.keyboard.type(letter);
    await new Promise((resolve) => {
      setTimeout(resolve, 600);
    });
  }
  return await page.evaluate(() =>
    (globalThis as unknown as { keyTimes: { at: number; shown: number }[] }).keyTimes.map(
      ({ at, shown }) => shown - at,
    ),
  );
}

/** Runs in the page. */
function watchList(): void {
  const times: { at: number; shown: number }[] = [];
  Object.assign(globalThis, { keyTimes: times });
  document.addEventListener(
    'input',
    () => times.push({ at: performance.now(), shown: performance.now() }),
    true,
  );
  new MutationObserver(() => {
    const last = times.at(-1);
    // The first answer; the whole list follows when typing pauses, and changes what is below the window.
    if (last !== undefined && performance.now() - last.at < 240) last.shown = performance.now();
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}

/** Runs in the page: a fast flick, 600 px a frame. No inner function has a name, since tsx would look for its helper. */
async function scrollFrames(): Promise<number[]> {
  const deltas: number[] = [];
  let last = performance.now();
  for (let frame = 0; frame < 300; frame += 1) {
    const now = await new Promise<number>((resolve) => {
      requestAnimationFrame(resolve);
    });
    deltas.push(now - last);
    last = now;
    scrollBy(0, 600);
  }
  return deltas.slice(1);
}

function median(numbers: readonly number[]): number | undefined {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function ms(value: number | undefined): string {
  return value === undefined ? '     –' : `${value.toFixed(1)} ms`.padStart(9);
}
