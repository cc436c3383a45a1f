import type { Page } from 'puppeteer-core';
import { makeLibrary } from '../../tests/harness/large-library/make-library.ts';
import { quantile, ratio, spread } from '../statistics.ts';
import { type BenchLibrary, withExtension } from './bench-library.ts';
import { keystrokes, until } from './page-clock.ts';

export const clipsHead = [
  'clips',
  'empty page',
  'first row',
  'ratio',
  'snippets',
  'ratio',
  'key to result',
  'frame while scrolling: p50 / p95 / max',
];

/** One row of the table: a library of `size` clips. */
export async function clipsCase(size: number, runs: number, emptyFolder: string): Promise<readonly string[]> {
  return await withExtension(makeLibrary(size, Date.now()), emptyFolder, async ({ page, library, empty }) => {
    const times = { empty: [], first: [], snippets: [], keys: [] } as Record<string, number[]>;
    const { empty: floor = [], first = [], snippets = [], keys = [] } = times;
    // They take turns; the first turn warms all of them.
    for (let run = 0; run <= runs; run += 1) {
      const turn = [
        await until(page, empty, 'p'),
        await until(page, library, size === 0 ? '.empty' : '.row-title'),
        await until(page, `${library}?view=snippets`, size === 0 ? '.empty' : '.snippet'),
      ] as const;
      if (run === 0) continue;
      floor.push(turn[0]);
      first.push(turn[1]);
      snippets.push(turn[2]);
      if (size > 0) keys.push(...(await typeInSearch({ page, library })));
    }
    return [
      size.toLocaleString('en'),
      spread(floor),
      spread(first),
      ratio(first, floor),
      spread(snippets),
      ratio(snippets, floor),
      spread(keys),
      size === 0 ? '–' : await scrollFrames(page, library),
    ];
  });
}

async function typeInSearch({ page, library }: Pick<BenchLibrary, 'page' | 'library'>) {
  await page.goto(library);
  await page.waitForSelector('.row-title');
  await page.focus('.frame-search input');
  return await keystrokes(page, 'WithTime');
}

async function scrollFrames(page: Page, library: string): Promise<string> {
  await page.goto(library);
  await page.waitForSelector('.row-title');
  await new Promise((resolve) => {
    setTimeout(resolve, 1_500);
  });
  const frames = await page.evaluate(flick);
  return [0.5, 0.95, 1].map((share) => quantile(frames, share).toFixed(1)).join(' / ');
}

/** Runs in the page: a fast flick, 600 px a frame. No inner function has a name, since tsx would look for its helper. */
async function flick(): Promise<number[]> {
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
