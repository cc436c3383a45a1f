/**
 * Clips many posts of local sites in one job, in Chromium: `npm run build && npm run bench:batch -- --posts 200 --sites 20`.
 * Against the floor: the same bytes fetched by a page of the same browser, four at a time, and thrown away.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { manyPosts } from '../../tests/harness/blog/posts.ts';
import { paperMod } from '../../tests/harness/blog/themes.ts';
import { control, visibleText } from '../../tests/harness/controls.ts';
import { launch } from '../../tests/harness/launch.ts';
import { serveLocally } from '../../tests/harness/local-server.ts';
import { poll } from '../../tests/harness/poll.ts';
import { browserMemory } from './browser-memory.ts';

const { values } = parseArgs({
  options: { posts: { type: 'string', default: '200' }, sites: { type: 'string', default: '20' } },
});
const count = Number(values.posts);
const sites = Number(values.sites);

const posts = manyPosts(count);
const pages = new Map(posts.map((post) => [post.path, paperMod.post(post)]));
const server = await serveLocally((request, response) => {
  const body = pages.get(request.url ?? '');
  response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(body);
});
const hostOf = (index: number) => `site-${String(index % sites)}.localhost`;
const urls = posts.map(({ path }, index) => `http://${hostOf(index)}:${String(server.port)}${path}`);
const bytes = [...pages.values()].reduce((sum, html) => sum + Buffer.byteLength(html), 0);

const profile = await mkdtemp(join(tmpdir(), 'clipshelf-bench-'));
const app = await launch('chromium', { headless: true, profile });

async function measured(work: () => Promise<unknown>): Promise<{ seconds: number; peak: number }> {
  const before = browserMemory(profile);
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, browserMemory(profile));
  }, 250);
  const started = performance.now();
  await work();
  clearInterval(timer);
  return { seconds: (performance.now() - started) / 1000, peak: peak - before };
}

async function fetchAll(page: Page): Promise<void> {
  await page.evaluate(async (all: string[]) => {
    const waiting = [...all];
    // No named function: tsx would mark it with a helper that the page does not have.
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
          await (await fetch(url, { credentials: 'omit' })).arrayBuffer();
        }
      }),
    );
  }, urls);
}

async function clipAll(page: Page): Promise<void> {
  await (await control(page, 'button', new RegExp(`Clip ${String(count)} pages`))).click();
  await poll('the job', async () => ((await visibleText(page)).includes('Finished') ? true : null), 600_000);
}

/** ms until an opened popup has painted, each of five times. */
async function popupPaints(): Promise<readonly number[]> {
  const paints: number[] = [];
  for (let time = 0; time < 5; time++) {
    const popup = await app.openPage('popup');
    paints.push(
      await poll('a paint', async () => {
        const at = await popup.evaluate(
          () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
        );
        return at ?? null;
      }),
    );
    await popup.close();
  }
  return paints.toSorted((a, b) => a - b);
}

const line = (name: string, { seconds, peak }: { seconds: number; peak: number }) =>
  console.log(
    `${name}: ${seconds.toFixed(1)} s, ${(count / seconds).toFixed(1)} posts/s, +${peak.toFixed(0)} MB at most`,
  );

try {
  await app.allowSites(Array.from({ length: sites }, (_each, index) => hostOf(index)));
  const page = await app.openPage('jobs');
  const field = await control(page, 'textbox', /addresses/);
  await field.evaluate((element, pasted) => {
    if (!(element instanceof HTMLTextAreaElement)) throw new TypeError('not the list');
    element.value = pasted;
    element.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, urls.join('\n'));
  console.log(`${String(count)} posts on ${String(sites)} sites, ${(bytes / 1e6).toFixed(1)} MB of HTML`);
  const idle = await popupPaints();
  let busy: readonly number[] = [];
  const clipping = await measured(async () => {
    const done = clipAll(page);
    busy = await popupPaints();
    await done;
  });
  const text = await visibleText(page);
  if (!text.includes(`${String(count)} clipped`)) throw new Error(`not all were clipped:\n${text}`);
  const floor = await measured(async () => fetchAll(await app.openPage('parser')));
  line('clipped', clipping);
  line('fetched only', floor);
  console.log(
    `the popup's first paint, median of 5: ${idle[2]?.toFixed(0) ?? ''} ms idle, ${busy[2]?.toFixed(0) ?? ''} ms while clipping`,
  );
} finally {
  await app.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  await server.close();
}
