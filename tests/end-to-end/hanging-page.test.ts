import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { outputFolder } from '../../build/bundles.ts';
import { findBrowser } from '../harness/find-browser.ts';
import { poll } from '../harness/poll.ts';
import { serveLocally } from '../harness/local-server.ts';

/**
 * The built extension, whose sandbox hangs for ever at one address, with its permissions given and its deadline near: no
 * page is known that hangs the extractor.
 */
async function hangingExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clipshelf-hanging-'));
  await cp(outputFolder('chrome'), folder, { recursive: true });
  const edit = async (name: string, change: (text: string) => string): Promise<void> => {
    const file = join(folder, name);
    await writeFile(file, change(await readFile(file, 'utf8')));
  };
  const hang =
    "addEventListener('message', ({ data }) => { if (data.url.endsWith('/hang')) for (;;); }, true);";
  await edit('sandbox.js', (script) => hang + script);
  for (const name of await readdir(join(folder, 'assets')))
    if (name.endsWith('.js')) await edit(`assets/${name}`, (script) => script.replace(/\b75e3\b/, '5e3'));
  await edit('manifest.json', (text) => {
    const manifest = JSON.parse(text) as Record<string, unknown> & { permissions: readonly string[] };
    const permissions = [...manifest.permissions, 'offscreen', 'tabs'];
    return JSON.stringify({
      ...manifest,
      permissions,
      optional_permissions: [],
      host_permissions: ['*://*/*'],
    });
  });
  return folder;
}

const words = 'A paragraph with words enough to make a real article about servers and queues. ';
const article = (name: string): string =>
  `<!doctype html><title>${name}</title><article><h1>${name}</h1>${`<p>${words}</p>`.repeat(20)}</article>`;

async function shown(page: Page, expected: string): Promise<string> {
  return await poll(expected, async () => {
    const text = await page.evaluate(() => document.body.textContent ?? '');
    return text.includes(expected) ? text : null;
  });
}

test('a page that hangs for ever costs itself: its process is ended, the others are clipped, pages answer meanwhile', async () => {
  const browser = findBrowser('chromium');
  if (browser === null) throw new Error('no Chromium was found');
  const server = await serveLocally((request, response) => {
    response.setHeader('content-type', 'text/html').end(article(request.url ?? ''));
  });
  const folder = await hangingExtension();
  // Puppeteer switches off what Chrome has on: sandboxed frames in processes of their own.
  const ignored = puppeteer.defaultArgs().filter((arg) => arg.startsWith('--disable-features'));
  const running = await puppeteer.launch({
    executablePath: browser.path,
    headless: true,
    pipe: true,
    enableExtensions: true,
    ignoreDefaultArgs: ignored,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const id = await running.installExtension(folder);
    const page = await running.newPage();
    await page.goto(`chrome-extension://${id}/pages/jobs/index.html`);
    const pages = ['one', 'hang', 'two', 'three'].map((name) => ({
      url: `http://127.0.0.1:${String(server.port)}/${name}`,
      title: name,
    }));
    await page.evaluate(
      (job) => {
        const api = Reflect.get(globalThis, 'chrome') as {
          runtime: { sendMessage(message: object): unknown };
        };
        return api.runtime.sendMessage({ command: 'startClipJob', input: job });
      },
      { subject: 'Four pages', tags: [], pages },
    );
    await shown(page, '1 of 4');
    const library = await running.newPage();
    await library.goto(`chrome-extension://${id}/pages/library/index.html`);
    await shown(library, '/one');
    const said = await shown(page, '4 of 4');
    expect(said).toContain('3 clipped');
    expect(said).toContain('took too long');
  } finally {
    await running.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
});
