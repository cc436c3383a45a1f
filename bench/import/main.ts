/**
 * Imports a file of bookmarks in Chromium by the settings page: `npm run build && npm run bench:import -- --links 10000`.
 * Says how long the preview and the import took.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { giveFile } from '../../tests/end-to-end/give-file.ts';
import { press, shows } from '../../tests/harness/controls.ts';
import { jobsEnded } from '../../tests/harness/jobs.ts';
import { launch } from '../../tests/harness/launch.ts';

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
  const taken = await seconds(async () => {
    await press(page, 'Import');
    await jobsEnded(page);
  });
  console.log(`${count} bookmarks: preview ${preview} s, import ${taken} s`);
} finally {
  await app.close();
  await rm(folder, { recursive: true });
}
