import { unzipSync } from 'fflate';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { press, shows } from '../harness/controls.ts';
import { giveCommand } from '../harness/give-commands.ts';
import { type GitServer, serveGit } from '../harness/git-server.ts';
import { launch } from '../harness/launch.ts';
import { connect, connectEncrypted, enter, syncNow, synced } from '../harness/sync.ts';
import type { RunningExtension } from '../harness/running-extension.ts';
import { rowsOf } from '../harness/table-rows.ts';
import { seedClips } from './seed-clips.ts';

const passphrase = '一匹马 borrows nine lamps';
const name = 'encrypted';

let server: GitServer;
beforeAll(async () => {
  server = await serveGit();
});
afterAll(() => server.close());

/** Every object that the repository ever had: commits, folders, files, each unpacked. */
function allObjects(): string {
  return server.git(name, 'cat-file', '--batch-all-objects', '--batch');
}

/** All that the browser keeps for the extension in its storage, and a backup. */
async function keptBy(app: RunningExtension, page: Page): Promise<string> {
  const kept = await page.evaluate(async () => {
    const api: unknown = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    const { storage } = api as {
      storage: Record<'local' | 'sync', { get: (keys: null) => Promise<object> }>;
    };
    return JSON.stringify([await storage.local.get(null), await storage.sync.get(null)]);
  });
  const backup = await app.downloadedBy(() => press(page, 'Back up now'), /^clipshelf-.*\.zip$/);
  const files = Object.values(unzipSync(new Uint8Array(backup))).map((bytes) =>
    Buffer.from(bytes).toString(),
  );
  expect(files.length).toBeGreaterThan(3);
  return [kept, ...files].join('\n');
}

test(
  'an encrypted repository: git has no word of it, the second device opens it with the passphrase',
  { timeout: 240_000 },
  async () => {
    server.create(name);
    const [chromium, firefox] = await Promise.all([launch('chromium'), launch('firefox')]);
    try {
      const here = await chromium.openPage('options');
      const [first = ''] = await seedClips(here, [
        { title: '负载均衡 by hand', own: ['网络', 'golang'], url: 'https://page.example/balancing' },
        { title: 'Second of them', own: ['golang'], url: 'https://page.example/second' },
      ]);
      await giveCommand(here, 'editClip', { clipId: first, changes: { note: 'remember the backlog' } });
      await chromium.allowSites(['127.0.0.1']);
      await connectEncrypted(here, server, name, { device: 'Desk of mine', passphrase });
      await press(here, 'Sync');
      await synced(here);
      await shows(here, 'With your passphrase');

      const said = [
        '负载均衡',
        'Second of',
        '网络',
        'golang',
        'page.example',
        'remember',
        'Desk of mine',
        first,
      ];
      const texts = (await rowsOf(here, 'bodies')).flatMap(({ blocks }) => blocks.map(({ text }) => text));
      const words = texts.flatMap((text) => text.match(/[\p{L}]{6,}/gu) ?? []);
      expect(words.length).toBeGreaterThan(3);
      const inReadme = new Set(server.git(name, 'show', 'main:README.md').match(/[\p{L}]{6,}/gu));
      const own = [...said, ...words].filter((word) => !inReadme.has(word));
      expect(own.length).toBeGreaterThan(said.length);
      const readable = () => {
        const objects = allObjects();
        return [...own, passphrase].filter((word) => objects.includes(word));
      };
      expect(allObjects()).toContain('An encrypted Clipshelf library');
      expect(readable()).toEqual([]);
      expect(server.git(name, 'log', '--format=%an: %s', 'main')).toBe('Clipshelf: Sync\n');
      const names = server.git(name, 'ls-tree', '-r', '--name-only', 'main').trim().split('\n');
      expect(names.filter((path) => !/^files(?:\/[\da-f]){3}\/[\da-f]{29}$/.test(path))).toEqual([
        'README.md',
        'clipshelf.json',
      ]);

      const there = await firefox.openPage('options');
      await firefox.allowSites(['127.0.0.1']);
      await connect(there, server, name, 'Laptop of mine');
      await shows(there, 'This repository is encrypted. Enter its passphrase.');
      const commits = server.git(name, 'rev-list', '--count', 'main');
      await enter(there, 'Passphrase', 'another one altogether');
      await press(there, 'Unlock');
      await shows(there, 'This is not the passphrase of this repository. Nothing was changed.');
      expect(await rowsOf(there, 'clips')).toEqual([]);
      expect(server.git(name, 'rev-list', '--count', 'main')).toBe(commits);
      await enter(there, 'Passphrase', passphrase);
      await press(there, 'Unlock');
      await press(there, 'Sync');
      await synced(there);
      const libraryOf = async (page: Page) =>
        (await rowsOf(page, 'clips'))
          .map(({ id, title, note, url, tags }) => ({ id, title, note, url, tags: tags.toSorted() }))
          .toSorted((a, b) => a.id.localeCompare(b.id));
      expect(await libraryOf(there)).toEqual(await libraryOf(here));
      expect(await libraryOf(there)).toHaveLength(2);

      await giveCommand(there, 'setTags', { clipId: first, tags: ['网络', 'eventually'] });
      await syncNow(there);
      await syncNow(here);
      expect(await libraryOf(here)).toEqual(await libraryOf(there));
      expect(readable()).toEqual([]);
      for (const word of ['eventually', 'Laptop of mine']) expect(allObjects()).not.toContain(word);
      expect(server.git(name, 'fsck', '--full', '--strict')).toBe('');

      const kept = await keptBy(chromium, here);
      expect(kept).toContain(server.address(name));
      expect(kept).not.toContain(passphrase);
      for (const word of ['iterations', 'derivation']) expect(kept).not.toContain(word);
      expect([...chromium.takeProblems(), ...firefox.takeProblems()]).toEqual([]);
    } finally {
      await Promise.all([chromium.close(), firefox.close()]);
    }
  },
);
