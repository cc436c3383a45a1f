import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { press } from '../harness/controls.ts';
import { type LocalServer, serveLocally } from '../harness/local-server.ts';
import { poll } from '../harness/poll.ts';
import { Popup } from '../harness/popup.ts';
import type { Highlight } from '../../src/core/highlight/highlight.ts';
import { colorBehind } from '../harness/seen-color.ts';
import { rowsOf } from '../harness/table-rows.ts';
import { type Stage, unbrokenJourney } from './journey.ts';

const paragraphs = [
  'A ring buffer has a fixed size, and its two indexes go around it without ever being reset to the start.',
  'Because the size is a power of two, an index is brought back into the buffer by a mask instead of a division.',
  'The producer writes before it moves its index, so that the consumer never reads what is not written yet.',
].map((text) => `<p>${text}</p>`);
const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ring buffers</title></head>
<body><article><h1>Ring buffers</h1>${paragraphs.join('')}
<pre><code class="language-c">index = next &amp; mask;
buffer[index] = item;</code></pre>
<p id="formula">The load is <span class="katex"><span class="katex-html">nm</span></span> at any time, and it never falls below zero.</p>
${paragraphs.join('').replaceAll('ring', 'round')}</article>
<footer><p id="aside">Written on a train between two towns whose names nobody remembers.</p></footer></body></html>`;

let server: LocalServer;
beforeAll(async () => {
  server = await serveLocally((_request, response) =>
    response
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'; style-src 'none'; script-src 'none'",
      })
      .end(html),
  );
});
afterAll(() => server.close());

const address = (path: string) => `http://localhost:${server.port}/${path}`;

/** Selects some signs of the first text of an element, as dragging over them does. */
async function select(tab: Page, selector: string, start: number, end: number): Promise<void> {
  await tab.bringToFront();
  await tab.evaluate(
    (where, from, to) => {
      const text = document.querySelector(where)?.firstChild;
      if (text !== null && text !== undefined) getSelection()?.setBaseAndExtent(text, from, text, to);
    },
    selector,
    start,
    end,
  );
}

/** What the page shows as highlighted, and in which colour the browser draws it. */
function painted(tab: Page): Promise<{ readonly texts: readonly string[]; readonly color: string }> {
  return tab.evaluate(() => {
    const highlight = CSS.highlights.get('clipshelf-yellow') as Iterable<Range> | undefined;
    const style = getComputedStyle(document.body, '::highlight(clipshelf-yellow)');
    return { texts: Array.from(highlight ?? [], (range) => range.toString()), color: style.backgroundColor };
  });
}

async function shown(tab: Page, count: number) {
  return await poll(`${String(count)} highlights on the page`, async () => {
    const now = await painted(tab);
    return now.texts.length === count ? now : null;
  });
}

async function highlights({ app }: Stage, count: number): Promise<readonly Highlight[]> {
  const page = await app.openPage('options');
  try {
    return await poll(`${String(count)} highlights`, async () => {
      const rows = await rowsOf(page, 'highlights');
      return rows.length === count ? rows : null;
    });
  } finally {
    await page.close();
  }
}

unbrokenJourney(
  'a passage is highlighted on its page, which is clipped with it and shows it again',
  async (stage) => {
    const { app } = stage;
    const tab = await app.openTab(address('ring'));
    const before = await tab.evaluate(() => document.documentElement.outerHTML);
    await select(tab, 'article p', 2, 13);
    await app.chooseInMenu(tab, 'article p', 'highlight');
    const now = await shown(tab, 1);
    expect(now.texts).toEqual(['ring buffer']);
    expect(now.color).toMatch(/^rgba?\(255, 204, 0/);
    // And it is seen so: yellow on white.
    expect(await colorBehind(tab, 'article p', 2, 13)).toMatch(/^255 23\d 1[5-7]\d$/);
    expect(await colorBehind(tab, 'article p', 20, 40)).toBe('255 255 255');
    const [first] = await highlights(stage, 1);
    expect(first).toMatchObject({ state: 'sure', origin: 'page', anchor: { quote: 'ring buffer' } });

    // Code, and a second one: the clip stays one.
    await select(tab, 'pre code', 0, 20);
    await app.chooseInMenu(tab, 'pre code', 'highlight');
    await shown(tab, 2);
    const both = await highlights(stage, 2);
    expect(new Set(both.map(({ clipId }) => clipId)).size).toBe(1);
    expect(both.map(({ anchor }) => anchor.quote).toSorted()).toEqual([
      'index = next & mask;',
      'ring buffer',
    ]);
    expect(await tab.evaluate(() => document.documentElement.outerHTML)).toBe(before);

    // Another day: the button shows them.
    const again = await app.openTab(address('ring'));
    expect((await painted(again)).texts).toEqual([]);
    const popup = new Popup(await app.openPopup(again));
    await popup.shows('Highlights on this page: 2');
    expect((await shown(again, 2)).texts).toEqual(['ring buffer', 'index = next & mask;']);
    await app.closePopup();
  },
);

unbrokenJourney(
  'a passage outside of the article is kept as a clip of its own, and shown as well',
  async (stage) => {
    const { app } = stage;
    const tab = await app.openTab(address('ring'));
    await select(tab, '#aside', 0, 18);
    await app.chooseInMenu(tab, '#aside', 'highlight');
    expect((await shown(tab, 1)).texts).toEqual(['Written on a train']);
    const [row] = await highlights(stage, 1);
    expect(row).toMatchObject({ state: 'sure', anchor: { quote: 'Written on a train' } });
    const page = await app.openPage('options');
    const [clip] = await rowsOf(page, 'clips');
    expect(clip?.url).toContain('#:~:text=');
  },
);

unbrokenJourney('the pages of a site that is allowed show their highlights by themselves', async (stage) => {
  const { app } = stage;
  const tab = await app.openTab(address('ring'));
  await select(tab, '#formula', 0, 11);
  await app.chooseInMenu(tab, '#formula', 'highlight');
  await shown(tab, 1);
  await app.allowSites(['localhost']);
  const popupPage = await app.openPopup(tab);
  const popup = new Popup(popupPage);
  await popup.shows('Highlights on this page: 1');
  await popup.press('moreActions');
  await press(popupPage, /^Always show highlights/, 'menuitem');
  await popup.shows('from now on');
  await app.closePopup();
  const again = await app.openTab(address('ring'));
  expect((await shown(again, 1)).texts).toEqual(['The load is']);
});
