import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { control, press } from '../harness/controls.ts';
import { ensureEpubcheck } from '../harness/install-epubcheck.ts';
import { launch } from '../harness/launch.ts';
import { serveSamples } from '../harness/serve-samples.ts';
import { sampleArticles } from '../harness/samples.ts';
import { poll } from '../harness/poll.ts';
import { keptClips } from './kept-clips.ts';

const run = promisify(execFile);

test(
  'a book of the whole library is an EPUB without an error or a warning',
  { timeout: 240_000 },
  async () => {
    const jar = ensureEpubcheck();
    const sites = await serveSamples();
    const app = await launch('chromium');
    const folder = await mkdtemp(join(tmpdir(), 'clipshelf-epub-'));
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
      const file = join(folder, 'book.epub');
      await writeFile(file, book);
      const { stdout, stderr } = await run('java', ['-jar', jar, file]);
      expect(`${stdout}${stderr}`).toContain('0 fatals / 0 errors / 0 warnings');
    } finally {
      await app.close();
      await sites.close();
      await rm(folder, { recursive: true });
    }
  },
);
