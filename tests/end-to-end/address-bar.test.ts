import { afterAll, beforeAll, expect, test } from 'vitest';
import { control, shows } from '../harness/controls.ts';
import { ensureBrowser } from '../harness/install-browser.ts';
import { type ChromiumExtension, launchChromium } from '../harness/launch-chromium.ts';
import { seedClips } from './seed-clips.ts';

/*
 * The browser's own address bar is out of reach of its automation: its events are raised in the worker as it raises
 * them, with the function that takes the suggestions.
 */
let app: ChromiumExtension;
let ids: readonly string[];

interface Suggestion {
  readonly content: string;
  readonly description: string;
}

const html = '<p data-block="0">Keep me.</p>';
const blocks = [{ kind: 'prose', text: 'Set GOMAXPROCS_hint before main.' }] as const;

beforeAll(async () => {
  app = await launchChromium(ensureBrowser('chromium').path, { headless: true });
  const page = await app.openPage('options');
  ids = await seedClips(page, [
    { title: 'Pools <b>&amp; "Queues"</b>', own: [], html, blocks },
    ...Array.from({ length: 7 }, (_, index) => ({ title: `连接池 ${String(index)}`, own: [] })),
  ]);
  await shows(page, /.+/);
});

afterAll(() => app.close());

async function suggestions(text: string): Promise<readonly Suggestion[]> {
  const found = await app.inWorker(
    `new Promise((show) => chrome.omnibox.onInputChanged.dispatch(${JSON.stringify(text)}, show))`,
  );
  return found as Suggestion[];
}

async function choose(text: string): Promise<string> {
  const opened = await app.tabOpenedBy(() =>
    app.inWorker(
      `chrome.omnibox.onInputEntered.dispatch(${JSON.stringify(text)}, 'newForegroundTab'); undefined`,
    ),
  );
  await control(opened, 'heading', /.+/);
  return opened.evaluate(() => location.pathname + location.search);
}

test('Chinese words give five clips at most, marked', async () => {
  const found = await suggestions('连接池');
  expect(found).toHaveLength(5);
  for (const { description } of found) expect(description).toContain('<match>连接池</match>');
});

test('an identifier of the text leads to its block; a title is escaped as the XML that Chrome reads', async () => {
  const [only, ...others] = await suggestions('GOMAXPROCS_hint');
  expect(others).toEqual([]);
  expect(only?.description).toContain('&lt;b&gt;&amp;amp; &quot;Queues&quot;&lt;/b&gt;');
  expect(await choose(only?.content ?? '')).toBe(`/pages/reader/index.html?id=${ids[0] ?? ''}&block=0`);
});

test('blank text gives nothing; Enter on a text searches the library', async () => {
  expect(await suggestions(' ')).toEqual([]);
  expect(await choose('lang:go 池 & more')).toBe(
    `/pages/library/index.html?${new URLSearchParams({ q: 'lang:go 池 & more' }).toString()}`,
  );
});
