/**
 * npm run bench:sync [-- --size 10000]
 * Two Chromium profiles and Git's own http-backend on this machine: the first push of a library, its first sync on a fresh
 * device, one new clip in both directions, and a sync with nothing to do. Bytes are those of the bodies of requests and answers.
 */
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { seedClips } from '../../tests/end-to-end/seed-clips.ts';
import { serveGit } from '../../tests/harness/git-server.ts';
import { launch } from '../../tests/harness/launch.ts';
import { makeLibrary } from '../../tests/harness/large-library/make-library.ts';
import { indexIsReady, seedLibrary } from '../../tests/harness/large-library/seed-library.ts';
import { connect, setUpSync, syncNow } from '../../tests/harness/sync.ts';
import { press } from '../../tests/harness/controls.ts';
import { poll } from '../../tests/harness/poll.ts';

const { values } = parseArgs({ options: { size: { type: 'string', default: '10000' } } });
const size = Number(values.size);
const server = await serveGit();
server.create('library');
const [desk, laptop] = await Promise.all([launch('chromium'), launch('chromium')]);
try {
  const here = await desk.openPage('options');
  await seedLibrary(here, makeLibrary(size, Date.now()));
  await indexIsReady(here);
  await measured(`first push of ${String(size)} clips`, () =>
    setUpSync(desk, here, server, 'library', 'Desk', 900_000),
  );
  console.log(`repository: ${(folderSize() / 1e6).toFixed(1)} MB on the server`);

  const there = await laptop.openPage('options');
  await laptop.allowSites(['127.0.0.1']);
  await measured('a fresh device: look at the repository', async () => {
    await connect(there, server, 'library', 'Laptop');
    await poll('the preview', () => there.$('.preview'), 600_000);
  });
  await measured('a fresh device: the first sync', async () => {
    await press(there, 'Sync');
    await poll('the end', async () => ((await isSynced(there)) ? true : null), 900_000);
    await indexIsReady(there);
  });

  for (let round = 1; round <= 3; round += 1) {
    await seedClips(here, [
      { title: `New ${String(round)}`, own: ['new'], url: `https://new.example/${String(round)}` },
    ]);
    await measured('one new clip, up', () => syncNow(here));
    await measured('one new clip, down', () => syncNow(there));
    await measured('nothing to do', () => syncNow(there));
  }
} finally {
  await Promise.all([desk.close(), laptop.close()]);
  await server.close();
}

function folderSize(): number {
  const [, kilobytes = '0'] = /size-pack: (\d+)/.exec(packed()) ?? [];
  return Number(kilobytes) * 1_024;
}

function packed(): string {
  server.git('library', 'repack', '-adq');
  return server.git('library', 'count-objects', '-v');
}

async function measured(what: string, work: () => Promise<unknown>): Promise<void> {
  const before = { ...server.traffic, requests: server.requests.length };
  const from = performance.now();
  await work();
  const passed = performance.now() - from;
  const { received, sent } = server.traffic;
  console.log(
    `${what}: ${passed < 10_000 ? `${passed.toFixed(0)} ms` : `${(passed / 1000).toFixed(1)} s`}, ` +
      `${bytes(received - before.received)} up, ${bytes(sent - before.sent)} down, ` +
      `${String(server.requests.length - before.requests)} requests`,
  );
}

function bytes(count: number): string {
  return count < 1e6 ? `${(count / 1e3).toFixed(1)} kB` : `${(count / 1e6).toFixed(1)} MB`;
}

async function isSynced(page: Page): Promise<boolean> {
  return await page.evaluate(async () => {
    const api: unknown = Reflect.get(globalThis, 'chrome');
    const { storage } = api as {
      storage: { local: { get: (name: string) => Promise<Record<string, { syncedAt?: number | null }>> } };
    };
    const status = (await storage.local.get('sync-status'))['sync-status'];
    return typeof status?.syncedAt === 'number';
  });
}
