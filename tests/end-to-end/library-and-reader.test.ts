import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { control, press, shows, visibleText } from '../harness/controls.ts';
import type { BrowserKind } from '../harness/find-browser.ts';
import { launch } from '../harness/launch.ts';
import { poll } from '../harness/poll.ts';
import type { RunningExtension } from '../harness/running-extension.ts';
import { type SeededClip, seedClips } from './seed-clips.ts';

const html =
  '<h2 data-block="0">Pools</h2><p data-block="1">Keep me.</p><p data-block="2">Subscribe to my letter!</p>' +
  '<pre data-block="3"><code class="language-go">ctx, cancel := context.WithTimeout(ctx, time.Second)</code></pre>';
const blocks = [
  { kind: 'heading', text: 'Pools', level: 2 },
  { kind: 'prose', text: 'Keep me.' },
  { kind: 'prose', text: 'Subscribe to my letter!' },
  { kind: 'code', text: 'ctx, cancel := context.WithTimeout(ctx, time.Second)', language: 'go' },
] as const;

const clips: readonly SeededClip[] = [
  { title: 'Pools in Go', own: ['k8s', 'go'], html, blocks },
  { title: '连接池', own: ['kubernetes'] },
  { title: 'Queues', own: ['kubernetes'] },
  { title: 'Caches', own: ['go'] },
];

/** Titles of the list, from its top. */
function titles(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.windowed-row')]
      .toSorted((a, b) => Number(a.dataset['index']) - Number(b.dataset['index']))
      .map((row) => row.querySelector('.row-title')?.textContent ?? ''),
  );
}

function rowsWith(page: Page, text: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      [...document.querySelectorAll('.windowed-row')].filter((row) => row.textContent.includes(wanted))
        .length,
    text,
  );
}

async function lists(page: Page, wanted: readonly string[]): Promise<void> {
  await poll(`the list ${wanted.join(', ')}`, async () =>
    JSON.stringify(await titles(page)) === JSON.stringify(wanted) ? true : null,
  ).catch(async (error: unknown) => {
    throw new Error(`${String(error)}: ${JSON.stringify(await titles(page))}`, { cause: error });
  });
}

const all = ['Caches', 'Queues', '连接池', 'Pools in Go'];

/** Every state is in the address: Back, and a bookmark, restore it. */
async function facets(app: RunningExtension, page: Page): Promise<void> {
  await lists(page, all);
  await press(page, /^go\s*2$/);
  await lists(page, ['Caches', 'Pools in Go']);
  const { search } = new URL(await page.evaluate(() => location.href));
  expect(new URLSearchParams(search).get('q')).toContain('tag:go');
  await page.evaluate(() => history.back());
  await lists(page, all);
  const again = await app.openPage('library', search);
  await lists(again, ['Caches', 'Pools in Go']);
  await again.close();
}

/** By keys alone: two clips are ticked and tagged at once; one undo takes it back. */
async function bulk(page: Page): Promise<void> {
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.down('Shift');
  await page.keyboard.press('J');
  await page.keyboard.up('Shift');
  await shows(page, '2 clips selected');
  await page.keyboard.press('t');
  await (await control(page, 'combobox', 'Tags')).type('later');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await shows(page, 'later added to 2 clips');
  await poll('the tag in two rows', async () => ((await rowsWith(page, 'later')) === 2 ? true : null));
  await press(page, 'Undo');
  await poll('no such tag', async () => ((await rowsWith(page, 'later')) === 0 ? true : null));
  await page.keyboard.press('Escape');
}

async function helpAndPalette(page: Page): Promise<void> {
  await page.keyboard.press('?');
  await control(page, 'heading', 'Keys and search');
  await page.keyboard.press('Escape');
  await poll('the help closed', async () =>
    (await page.evaluate(() => document.querySelector('dialog') === null)) ? true : null,
  );
  await page.keyboard.down('Control');
  await page.keyboard.press('k');
  await page.keyboard.up('Control');
  await control(page, 'combobox', /.+/);
  await page.keyboard.type('snippets');
  await page.keyboard.press('Enter');
}

/** Near duplicates become one tag, and two again. */
async function tags(page: Page): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await press(page, 'Keep “kubernetes”');
  await shows(page, 'Merged into “kubernetes”');
  await press(page, 'Undo');
  await shows(page, 'k8s');
}

/** A stray paragraph goes and stays away; on paper there is the article alone. */
async function reader(app: RunningExtension, id: string): Promise<void> {
  const page = await app.openPage('reader', `?id=${id}`);
  await shows(page, 'Subscribe to my letter!');
  await press(page, 'Trim article');
  await press(page, 'Remove: Subscribe to my letter!');
  await shows(page, 'You changed 1 thing');
  await page.close();
  await app.killWorker();
  const again = await app.openPage('reader', `?id=${id}`);
  await shows(again, 'Keep me.');
  expect(await visibleText(again)).not.toContain('Subscribe');
  await press(again, 'Show the original');
  await shows(again, 'Subscribe to my letter!');
  if (app.kind === 'chromium') {
    await again.emulateMediaType('print');
    const onPaper = await again.evaluate(() =>
      ['.reader-bar', '.code-copy', '.article pre'].map(
        (selector) => document.querySelector(selector)?.checkVisibility() ?? false,
      ),
    );
    expect(onPaper).toEqual([false, false, true]);
    // Paper is white, whatever the screen is.
    const ground = (theme: string) =>
      again.evaluate((chosen) => {
        document.documentElement.dataset['theme'] = chosen;
        return getComputedStyle(document.documentElement).backgroundColor;
      }, theme);
    expect(await ground('dark')).toBe(await ground('light'));
  }
}

test.each<BrowserKind>(['chromium', 'firefox'])(
  'people live in the library and the reader (%s)',
  async (kind) => {
    const app = await launch(kind);
    try {
      const page = await app.openPage('library');
      const [pools = ''] = await seedClips(page, clips);
      await facets(app, page);
      await bulk(page);
      await helpAndPalette(page);
      await shows(page, 'context.WithTimeout');
      await tags(page);
      await reader(app, pools);
      expect(app.takeProblems()).toEqual([]);
    } finally {
      await app.close();
    }
  },
);
