import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { press, shows } from '../harness/controls.ts';
import { giveCommand } from '../harness/give-commands.ts';
import { type GitServer, serveGit } from '../harness/git-server.ts';
import { launch } from '../harness/launch.ts';
import { poll } from '../harness/poll.ts';
import { setUpSync, syncNow, syncStatus } from '../harness/sync.ts';
import { rowsOf } from '../harness/table-rows.ts';
import { giveFile } from './give-file.ts';
import { seedClips } from './seed-clips.ts';

let server: GitServer;
beforeAll(async () => {
  server = await serveGit();
});
afterAll(() => server.close());

/** What two libraries must agree on, whatever ids their clips have. */
async function library(page: Page): Promise<unknown> {
  const bodies = new Map((await rowsOf(page, 'bodies')).map(({ clipId, html }) => [clipId, html]));
  const clips = (await rowsOf(page, 'clips')).filter(({ trashedAt }) => trashedAt === null);
  return clips
    .map(({ id, url, title, note, tags, starred, readAt }) => ({
      url,
      title,
      note,
      tags: tags.toSorted(),
      starred,
      isRead: readAt !== null,
      html: bodies.get(id),
    }))
    .toSorted((a, b) => (a.url < b.url ? -1 : 1));
}

test(
  'cut off for a while, changed on both sides, and one library again; plain git and our importer read it',
  { timeout: 300_000 },
  async () => {
    server.create('offline');
    const [chromium, firefox] = await Promise.all([launch('chromium'), launch('firefox')]);
    const folder = mkdtempSync(join(tmpdir(), 'clipshelf-offline-'));
    try {
      const [here, there] = [await chromium.openPage('options'), await firefox.openPage('options')];
      const [first = '', second = '', third = ''] = await seedClips(here, [
        { title: 'First 负载均衡', own: ['go'] },
        { title: 'Second', own: ['net'], url: 'https://second.example/' },
        { title: 'Third', own: [], url: 'https://third.example/' },
      ]);
      await setUpSync(chromium, here, server, 'offline', 'Desk');
      await setUpSync(firefox, there, server, 'offline', 'Laptop');

      server.fault = () => ({ kind: 'cut' });
      await giveCommand(here, 'editClip', { clipId: first, changes: { note: 'one\nfrom the desk' } });
      await giveCommand(here, 'trashClips', { clipIds: [third] });
      await seedClips(here, [{ title: 'Clipped on both', own: ['desk'], url: 'https://both.example/' }]);
      await giveCommand(there, 'editClip', { clipId: first, changes: { note: 'one\nfrom the laptop' } });
      await giveCommand(there, 'setTags', { clipId: second, tags: ['net', 'later'] });
      await seedClips(there, [{ title: 'Clipped on both', own: ['laptop'], url: 'https://both.example/' }]);
      for (const page of [here, there]) {
        await press(page, 'Sync now');
        await shows(page, 'The Git host cannot be reached');
        expect(await syncStatus(page)).toMatchObject({ code: 'sync/unreachable' });
        await shows(page, /\d waiting/);
      }

      server.fault = () => null;
      await syncNow(here);
      await syncNow(there);
      await syncNow(here);
      const [desk, laptop] = [await library(here), await library(there)];
      expect(laptop).toEqual(desk);
      expect(desk).toMatchObject([
        { title: 'First 负载均衡', note: expect.stringMatching(/^one\n(?=[^]*desk)(?=[^]*laptop)/) },
        { url: 'https://both.example/', tags: ['desk', 'laptop'] },
        { title: 'Second', tags: ['later', 'net'] },
      ]);
      await press(there, 'Earlier syncs');
      await shows(there, '3 need a look');

      const git = (...args: readonly string[]) =>
        execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
      git('clone', '--quiet', server.folder('offline'), 'clone');
      expect(git('-C', 'clone', 'fsck', '--full', '--strict')).toBe('');
      const notes = readdirSync(join(folder, 'clone/clips'), { recursive: true, encoding: 'utf8' });
      const files = notes
        .filter((path) => path.endsWith('.md'))
        .map((path) => [path, new Uint8Array(readFileSync(join(folder, 'clone/clips', path)))] as const);
      writeFileSync(join(folder, 'clips.zip'), zipSync(Object.fromEntries(files)));
      const reader = await launch('chromium');
      try {
        const page = await reader.openPage('options');
        await giveFile(page, join(folder, 'clips.zip'));
        await press(page, 'Import');
        await poll('the import', async () => ((await rowsOf(page, 'clips')).length === 3 ? true : null));
        expect(await library(page)).toEqual(desk);
      } finally {
        await reader.close();
      }
      expect([...chromium.takeProblems(), ...firefox.takeProblems()]).toEqual([]);
    } finally {
      await Promise.all([chromium.close(), firefox.close()]);
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
