/**
 * Imports a file of bookmarks in Chromium by the settings page: `npm run build && npm run bench:import -- --links 10000`.
 * Says how long the preview and the import took, and a search in the library meanwhile.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { giveFile } from '../../tests/end-to-end/give-file.ts';
import { press, shows } from '../../tests/harness/controls.ts';
import type { Page } from 'puppeteer-core';
import { jobsEnded } from '../../tests/harness/jobs.ts';
import { launch } from '../../tests/harness/launch.ts';
import { poll } from '../../tests/harness/poll.ts';
import { quantile, round } from '../statistics.ts';

const { values } = parseArgs({ options: { links: { type: 'string', default: '10000' } } });
const count = Number(values.links);

const topics = ['Go 并发模型', 'Redis 持久化', 'Understanding TCP', 'Kubernetes 网络', 'Rust lifetimes'];
const lines = Array.from({ length: count }, (_each, index) => {
  const topic = topics[index % topics.length] ?? '';
  const time = 1_600_000_000 + index;
  return `<DT><A HREF="https://site${index % 97}.example/post/${index}" ADD_DATE="${time}" TAGS="t${index % 50},reading">${topic} ${index}</A>`;
});

const folder = await mkdtemp(join(tmpdir(), 'clipshelf-bench-'));
const file = join(folder, 'bookmarks.html');
await writeFile(file, ['<!DOCTYPE NETSCAPE-Bookmark-file-1>', '<DL><p>', ...lines, '</DL><p>'].join('\n'));
const app = await launch('chromium', { headless: true, profile: join(folder, 'profile') });
try {
  const page = await app.openPage('options');
  const seconds = async (work: () => Promise<unknown>) => {
    const started = performance.now();
    await work();
    return ((performance.now() - started) / 1_000).toFixed(1);
  };
  const preview = await seconds(async () => {
    await giveFile(page, file);
    await shows(page, 'Cannot be read');
  });
  const library = await app.openPage('library');
  await page.bringToFront();
  const look = { isOver: false };
  const answers: number[] = [];
  const taken = await seconds(async () => {
    await press(page, 'Import');
    await library.bringToFront();
    const searching = (async () => {
      for (let turn = 0; !look.isOver; turn += 1)
        answers.push(await searchFor(library, turn % 2 === 0 ? 'Redis' : 'TCP'));
    })();
    await jobsEnded(page);
    look.isOver = true;
    await searching;
  });
  const at = (share: number) => round(quantile(answers, share));
  console.log(`${count} bookmarks: preview ${preview} s, import ${taken} s`);
  console.log(
    `meanwhile ${answers.length} searches in the library, key to rows: median ${at(0.5)} ms, 95th ${at(0.95)}, longest ${at(0.999)}`,
  );
} finally {
  await app.close();
  await rm(folder, { recursive: true });
}

/** Types the word in place of what is in the search box; ms from its last key until the rows have it. */
async function searchFor(library: Page, word: string): Promise<number> {
  await library.evaluate(() =>
    document.querySelector<HTMLInputElement>('input[role=combobox], input[type=search]')?.select(),
  );
  await library.keyboard.type(word);
  const started = performance.now();
  await poll('rows of the word', () =>
    library.evaluate(
      (wanted) => document.querySelector('.library-row')?.textContent.includes(wanted) || null,
      word,
    ),
  );
  return performance.now() - started;
}
