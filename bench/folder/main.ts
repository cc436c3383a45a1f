import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { answerPicker } from '../../tests/end-to-end/folder-in-page.ts';
import { giveCommand } from '../../tests/harness/give-commands.ts';
import { control, shows } from '../../tests/harness/controls.ts';
import { launch } from '../../tests/harness/launch.ts';
import { makeLibrary } from '../../tests/harness/large-library/make-library.ts';
import { indexIsReady, seedLibrary } from '../../tests/harness/large-library/seed-library.ts';

/**
 * npm run bench:folder [-- --size 10000]   (after npm run build)
 * The library as a folder in real Chromium, into a directory of the browser's own file system: the first write of a whole
 * app, then one change; meanwhile how long the page's thread was held, and its heap.
 */
const { values } = parseArgs({ options: { size: { type: 'string', default: '10000' } } });
const size = Number(values.size);

const app = await launch('chromium', { headless: true });
try {
  const page = await app.openPage('options');
  await seedLibrary(page, makeLibrary(size, Date.now()));
  await page.evaluate(noteChanges);
  await indexIsReady(page);
  await answerPicker(page);
  await (await control(page, 'button', 'Choose a folder…')).click();
  await shows(page, 'vault');
  const first = await watched(page, `${String(size)} files`, () => page.evaluate(filesWritten, size));
  console.log(
    `first write: ${(first / 1000).toFixed(1)} s, ${(size / (first / 1000)).toFixed(0)} clips a second`,
  );
  await giveCommand(page, 'editClip', { clipId: 'clip-000007', changes: { note: 'changed' } });
  const change = await watched(page, 'the change', async () => {
    const [stored, written] = await page.evaluate(changesOf, 'clip-000007');
    return stored === written;
  });
  console.log(
    `one change: ${change.toFixed(0)} ms after it was stored, of which 1,000 are the rest for more of them`,
  );
} finally {
  await app.close();
}

/** ms until `isDone` in the page, looked at every 50 ms; prints how the page did meanwhile. */
async function watched(page: Page, what: string, isDone: () => Promise<boolean>): Promise<number> {
  await page.evaluate(startWatch);
  const from = performance.now();
  while (!(await isDone())) {
    if (performance.now() - from > 1_800_000) throw new Error(`${what}: not in half an hour`);
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
  const passed = performance.now() - from;
  const { held, heap } = await page.evaluate(endWatch);
  const sorted = held.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(0);
  console.log(
    `${what}: a frame waits p50 ${at(0.5)}, p99 ${at(0.99)}, at most ${at(1)} ms; heap at most ${(heap / 1e6).toFixed(0)} MB`,
  );
  return passed;
}

/** Runs in the page: samples what a timer of 20 ms is late by. */
function startWatch(): void {
  const watch = { held: [] as number[], heap: 0, timer: 0 };
  let before = performance.now();
  watch.timer = setInterval(() => {
    const now = performance.now();
    watch.held.push(Math.max(0, now - before - 20));
    before = now;
    const memory = Reflect.get(performance, 'memory') as { usedJSHeapSize: number } | undefined;
    watch.heap = Math.max(watch.heap, memory?.usedJSHeapSize ?? 0);
  }, 20) as unknown as number;
  Reflect.set(globalThis, 'folderWatch', watch);
}

/** Runs in the page. */
function endWatch(): { held: number[]; heap: number } {
  const watch = Reflect.get(globalThis, 'folderWatch') as { held: number[]; heap: number; timer: number };
  clearInterval(watch.timer);
  return { held: watch.held, heap: watch.heap };
}

/** Runs in the page: the change notes that seeding leaves out. */
function noteChanges(): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.open('clipshelf');
    request.addEventListener('success', () => {
      const database = request.result;
      const transaction = database.transaction(['clips', 'changes'], 'readwrite');
      const all = transaction.objectStore('clips').getAll();
      all.addEventListener('success', () => {
        for (const { id, updatedAt } of all.result)
          transaction.objectStore('changes').put({ clipId: id, at: updatedAt, kind: 'put' });
      });
      transaction.addEventListener('complete', () => {
        database.close();
        resolve();
      });
    });
  });
}

/** Runs in the page. */
function filesWritten(wanted: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = indexedDB.open('clipshelf-folder');
    request.addEventListener('success', () => {
      const database = request.result;
      const count = database.transaction('clips').objectStore('clips').count();
      count.addEventListener('success', () => {
        database.close();
        resolve(count.result >= wanted);
      });
    });
  });
}

/** Runs in the page: the note of the clip's change that the folder has, as text; without functions that have names. */
async function changesOf(clipId: string): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for (const [name, table] of [
    ['clipshelf', 'changes'],
    ['clipshelf-folder', 'clips'],
  ] as const) {
    found.push(
      await new Promise((resolve) => {
        const request = indexedDB.open(name);
        request.addEventListener('success', () => {
          const database = request.result;
          const row = database.transaction(table).objectStore(table).get(clipId);
          row.addEventListener('success', () => {
            database.close();
            resolve((row.result as { at: number } | undefined)?.at);
          });
        });
      }),
    );
  }
  return found;
}
