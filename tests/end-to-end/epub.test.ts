import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import type { BrowserKind } from '../harness/find-browser.ts';
import { control, press } from '../harness/controls.ts';
import { ensureEpubcheck } from '../harness/install-epubcheck.ts';
import { launch } from '../harness/launch.ts';
import { serveSamples } from '../harness/serve-samples.ts';
import { sampleArticles } from '../harness/samples.ts';
import { poll } from '../harness/poll.ts';
import { keptClips } from './kept-clips.ts';
import { seedClips } from './seed-clips.ts';

const run = promisify(execFile);

const flawless = '0 fatals / 0 errors / 0 warnings';

/** What epubcheck says of the book. */
async function epubcheck(book: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clipshelf-epub-'));
  try {
    const file = join(folder, 'book.epub');
    await writeFile(file, book);
    const { stdout, stderr } = await run('java', ['-jar', ensureEpubcheck(), file]);
    return `${stdout}${stderr}`;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function typeInto(page: Page, role: 'textbox' | 'combobox', name: string, text: string): Promise<void> {
  await (await control(page, role, name)).focus();
  await page.keyboard.type(text);
}

test(
  'a book of the whole library is an EPUB without an error or a warning',
  { timeout: 240_000 },
  async () => {
    const sites = await serveSamples();
    const app = await launch('chromium');
    try {
      for (const { site, path } of sampleArticles)
        await app.pressShortcut(await app.openTab(sites.at(site, path)));
      const page = await app.openPage('options');
      await poll('all samples', async () =>
        (await keptClips(page)).length === sampleArticles.length ? true : null,
      );
      await page.bringToFront();
      await control(page, 'button', 'EPUB book');
      const book = await app.downloadedBy(() => press(page, 'EPUB book'), /\.epub$/);
      expect(await epubcheck(book)).toContain(flawless);
    } finally {
      await app.close();
      await sites.close();
    }
  },
);

test.each<BrowserKind>(['chromium', 'firefox'])(
  'a book of a smart list has what the list finds, under its name (%s)',
  { timeout: 240_000 },
  async (kind) => {
    const app = await launch(kind);
    try {
      const page = await app.openPage('library');
      await page.setViewport({ width: 1280, height: 860 });
      const code = '<pre data-language="go"><code>if a &lt; b {\n\tswap()\n}</code></pre>';
      await seedClips(page, [
        { title: 'Sorting & 排序', own: ['book'], html: `<h2>Swaps</h2><p>Two places.</p>${code}` },
        { title: 'Hashing', own: ['book'], html: '<p>Buckets <em>and</em> keys.</p>' },
        { title: 'Left out', own: ['other'], html: '<p>Not of the list.</p>' },
      ]);
      await page.bringToFront();
      await typeInto(page, 'combobox', 'Search your clips', 'tag:book');
      await press(page, 'New smart list');
      await typeInto(page, 'textbox', 'Name', 'Algorithms');
      await press(page, 'Save');
      await press(page, 'Edit “Algorithms”');
      await control(page, 'button', 'EPUB book');
      const book = await app.downloadedBy(() => press(page, 'EPUB book'), /\.epub$/);
      expect(await epubcheck(book)).toContain(flawless);
      const text = Object.entries(unzipSync(new Uint8Array(book)))
        .filter(([name]) => /\.(?:xhtml|opf)$/.test(name))
        .map(([, bytes]) => new TextDecoder().decode(bytes))
        .join('\n');
      expect(text).toMatch(/<dc:title[^>]*>Algorithms</);
      for (const part of ['Sorting &amp; 排序', 'Swaps', 'if a &lt; b {\n\tswap()\n}', '<em>and</em>'])
        expect(text).toContain(part);
      expect(text).not.toContain('Left out');
      expect(app.takeProblems()).toEqual([]);
    } finally {
      await app.close();
    }
  },
);
