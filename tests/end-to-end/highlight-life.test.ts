import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Highlight } from '../../src/core/highlight/highlight.ts';
import { press, pressMatch, shows } from '../harness/controls.ts';
import { type LocalServer, serveLocally } from '../harness/local-server.ts';
import { poll } from '../harness/poll.ts';
import { Popup } from '../harness/popup.ts';
import type { RunningExtension } from '../harness/running-extension.ts';
import { rowsOf } from '../harness/table-rows.ts';
import { unbrokenJourney } from './journey.ts';

const lock = 'A lock is held for as short a time as the work under it allows, and never over a request.';
const changedLock =
  'A lock should be held for just as short a time as all the work under it allows, and never over a slow request.';
const queue = 'Whoever waits for it stands in a queue, and is woken in the order of arrival.';
const chinese = '持有锁的时间越短越好，并且绝不在等待网络请求的时候持有锁。';
const arabic = 'لا يُمسَك القفل أثناء انتظار الشبكة، لأن غيره ينتظره أيضًا.';
const code = 'mutex.Lock()\ndefer mutex.Unlock()\ncount += 1';
const formula = `<span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>L</mi></mrow>
<annotation encoding="application/x-tex">L = \\lambda W</annotation></semantics></math></span><span class="katex-html"
 aria-hidden="true"><span>L</span><span>=</span><span>λW</span></span></span>`;
const rest = [
  'Two locks are always taken in the same order, since two threads that take them in different orders wait for each other.',
  'A lock that protects two things is often better as two locks, and sometimes better as none at all.',
].map((text) => `<p>${text}</p>`);

/** The page as its author wrote it first, and as it is after a correction. */
const bodies = {
  first: [
    `<p id="lock">${lock}</p>`,
    `<p id="queue">${queue}</p>`,
    `<p id="chinese" lang="zh">${chinese}</p>`,
    `<p id="arabic" lang="ar" dir="rtl">${arabic}</p>`,
    `<pre id="code"><code class="language-go">${code}</code></pre>`,
    `<p id="formula">By Little's law ${formula} holds for every queue that is stable.</p>`,
    ...rest,
  ],
  second: [
    '<p>This text has been corrected, and one of its sentences was taken out because it was not true.</p>',
    `<p id="lock">${changedLock}</p>`,
    `<p id="chinese" lang="zh">${chinese}</p>`,
    `<p id="arabic" lang="ar" dir="rtl">${arabic}</p>`,
    `<pre id="code"><code class="language-go">${code}</code></pre>`,
    `<p id="formula">By Little's law ${formula} holds for every queue that is stable.</p>`,
    ...rest,
    '<p>And readers wrote to say that a lock which is hardly ever taken costs hardly anything at all.</p>',
  ],
};

let server: LocalServer;
let version: keyof typeof bodies = 'first';
beforeAll(async () => {
  server = await serveLocally((_request, response) =>
    response
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; style-src 'none'; script-src 'none'",
      })
      .end(
        `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Locks</title></head>
<body><article><h1>Locks</h1>${bodies[version].join('\n')}</article></body></html>`,
      ),
  );
});
afterAll(() => server.close());

/** Selects what an element holds, as a person who drags over it does. */
async function select(tab: Page, selector: string): Promise<void> {
  await tab.bringToFront();
  await tab.evaluate((where) => {
    const element = document.querySelector(where);
    if (element !== null) getSelection()?.selectAllChildren(element);
  }, selector);
}

const names = ['yellow', 'green', 'blue', 'pink', 'purple'];

/** What is painted, by color, whatever the page's own scripts know of it. */
async function painted(page: Page, prefix: string): Promise<readonly string[]> {
  return await page.evaluate(
    (start, colors) =>
      colors.flatMap((color) =>
        ['', '-moved'].flatMap((state) =>
          Array.from(
            (CSS.highlights.get(`${start}${color}${state}`) as Iterable<Range> | undefined) ?? [],
            (range) => `${color}${state} ${range.toString().replace(/\s+/g, ' ').slice(0, 12)}`,
          ),
        ),
      ),
    prefix,
    names,
  );
}

/** As `painted` has it. */
const start = (text: string) => text.replaceAll(/\s+/g, ' ').slice(0, 12);

async function shown(page: Page, prefix: string, wanted: readonly string[]): Promise<void> {
  let last: readonly string[] = [];
  await poll(`painted ${wanted.join(', ')}`, async () => {
    last = await painted(page, prefix);
    return wanted.every((each) => last.includes(each)) ? true : null;
  }).catch((error: unknown) => {
    throw new Error(`${String(error)}; painted is ${last.join(' | ')}`, { cause: error });
  });
}

async function rows(page: Page, count: number): Promise<readonly Highlight[]> {
  return await poll(`${String(count)} highlights`, async () => {
    const found = await rowsOf(page, 'highlights');
    return found.length === count ? found : null;
  });
}

const states = (list: readonly Highlight[]) =>
  Object.fromEntries(list.map(({ anchor, state }) => [anchor.quote.slice(0, 9), state]));

/** The first highlight: by the popup, with a color and a note. The page is clipped with it. */
async function highlightWithNote(app: RunningExtension, tab: Page): Promise<void> {
  const page = await app.openPopup(tab);
  const popup = new Popup(page);
  await popup.press('moreActions');
  await press(page, 'Highlight the selection', 'menuitem');
  const field = await poll('the field for the note', async () => await page.$('dialog[open] textarea'));
  expect(await field.evaluate((element) => document.activeElement === element)).toBe(true);
  await page.keyboard.type('Ask **Ada** about this');
  await pressMatch(page, 'dialog [data-color=blue]');
  await press(page, 'Highlight');
  await popup.shows('Highlighted');
  expect(await page.$('dialog[open]')).toBeNull();
  await app.closePopup();
}

unbrokenJourney(
  'a life of highlights: from the page before it is clipped, through its changes and back',
  async ({ app }) => {
    version = 'first';
    const address = `http://localhost:${server.port}/locks`;
    const own = await app.openPage('options');
    const tab = await app.openTab(address);
    const before = await tab.evaluate(() => document.documentElement.outerHTML);

    await select(tab, '#lock');
    await highlightWithNote(app, tab);
    await shown(tab, 'clipshelf-', [`blue ${start(lock)}`]);
    const [noted] = await rows(own, 1);
    expect(noted).toMatchObject({
      color: 'blue',
      note: 'Ask **Ada** about this',
      state: 'sure',
      origin: 'page',
    });
    // The clip came in one transaction with it: it was never there without.
    const [clip] = await rowsOf(own, 'clips');
    expect(clip).toMatchObject({ highlights: 1, highlightColors: ['blue'] });
    expect(await rowsOf(own, 'versions')).toEqual([]);

    for (const [index, id] of ['queue', 'chinese', 'arabic', 'code code', 'formula'].entries()) {
      await select(tab, `#${id}`);
      await app.chooseInMenu(tab, `#${id}`, 'highlight');
      await rows(own, index + 2);
    }
    const all = [
      `blue ${start(lock)}`,
      ...[queue, chinese, arabic, code].map((text) => `yellow ${start(text)}`),
    ];
    await shown(tab, 'clipshelf-', [...all, `yellow ${start("By Little's law")}`]);
    expect(await rowsOf(own, 'clips')).toHaveLength(1);
    expect((await rows(own, 6)).map(({ anchor }) => anchor.quote)).toContain(
      "By Little's law L = \\lambda W holds for every queue that is stable.",
    );
    expect(await tab.evaluate(() => document.documentElement.outerHTML)).toBe(before);

    // The page colors its code afterwards: the text nodes that were painted are gone.
    await tab.evaluate(() => {
      const element = document.querySelector('#code code');
      element?.replaceChildren(
        ...(element.textContent ?? '').split(/(\W)/).map((word) => {
          const span = document.createElement('span');
          span.textContent = word;
          return span;
        }),
      );
    });
    await shown(tab, 'clipshelf-', all);

    // A tag, by keys in the reader.
    const reader = await app.openPage('reader', `?id=${clip?.id ?? ''}`);
    await poll('the coloured code', async () => await reader.$('.article .hljs-keyword'));
    await shown(reader, 'clip-', all);
    await reader.keyboard.press(']');
    await reader.keyboard.press('t');
    await poll('the field for tags', () =>
      reader.evaluate(() =>
        document.activeElement?.matches('dialog [role=combobox]') === true ? true : null,
      ),
    );
    await reader.keyboard.type('concurrency, 并发');
    // The list of tags closes first, then the dialog; what is half typed is a tag.
    await reader.keyboard.press('Escape');
    await reader.keyboard.press('Escape');
    await poll('its tags', async () =>
      (await rowsOf(own, 'highlights')).some(({ tags }) => tags.join() === 'concurrency,并发') ? true : null,
    );
    const original = await rows(own, 6);

    // The author corrects the page.
    version = 'second';
    await tab.goto(address);
    const popupPage = await app.openPopup(tab);
    const popup = new Popup(popupPage);
    await popup.read();
    // Both lines move the button.
    await popup.shows('Not found here');
    await popup.shows('The page has changed');
    await popup.press('clipUpdate');
    await popup.shows('Updated');
    await app.closePopup();
    await shows(reader, 'Not in this version');
    await shows(reader, 'The text changed here: please have a look.');
    expect(states(await rows(own, 6))).toEqual({
      'A lock is': 'moved',
      'Whoever w': 'absent',
      [chinese.slice(0, 9)]: 'sure',
      [arabic.slice(0, 9)]: 'sure',
      [code.slice(0, 9)]: 'sure',
      'By Little': 'sure',
    });
    await shown(reader, 'clip-', [`blue-moved ${start(changedLock)}`, ...all.slice(2)]);
    // On the page as well: what it has is painted, and of what it has not the button says so.
    const again = new Popup(await app.openPopup(tab));
    await again.shows('Highlights on this page: 5. Not found here: 1.');
    await shown(tab, 'clipshelf-', [`blue ${start(changedLock)}`, ...all.slice(2)]);
    await app.closePopup();

    await reader.bringToFront();
    await press(reader, 'Show the version that has it');
    await shows(reader, queue);
    await press(reader, 'Restore this version');
    await shows(reader, 'Version restored');
    expect(await rows(own, 6)).toEqual(original);
    await shown(reader, 'clip-', all);
  },
);
