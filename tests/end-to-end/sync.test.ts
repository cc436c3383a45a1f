import { unzipSync } from 'fflate';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GitServer, serveGit } from '../harness/git-server.ts';
import { giveCommand } from '../harness/give-commands.ts';
import { cloneOf } from '../harness/git-clone.ts';
import { press, shows } from '../harness/controls.ts';
import { launch } from '../harness/launch.ts';
import type { RunningExtension } from '../harness/running-extension.ts';
import { connect, setUpSync, syncNow } from '../harness/sync.ts';
import { rowsOf } from '../harness/table-rows.ts';
import { seedClips } from './seed-clips.ts';

/** The token is in nothing that is kept, given away or sent but to the host that asks for it. */
async function holdsNoToken(app: RunningExtension, page: Page): Promise<void> {
  const kept = await page.evaluate(async () => {
    const { storage } = Reflect.get(globalThis, 'chrome') as {
      storage: Record<'local' | 'sync', { get: (keys: null) => Promise<object> }>;
    };
    return JSON.stringify([await storage.local.get(null), await storage.sync.get(null)]);
  });
  expect(kept).toContain(server.address('library'));
  expect(kept).not.toContain(server.token);
  expect(server.git('library', 'log', '-p', 'main')).not.toContain(server.token);
  const backup = await app.downloadedBy(() => press(page, 'Back up now'), /^clipshelf-.*\.zip$/);
  const files = Object.values(unzipSync(new Uint8Array(backup))).map((bytes) =>
    Buffer.from(bytes).toString(),
  );
  expect(files.length).toBeGreaterThan(3);
  for (const secret of [server.token, 'sealed', server.address('library')])
    expect(files.filter((text) => text.includes(secret))).toEqual([]);
  const asked = server.requests.filter(({ authorization }) => authorization !== '');
  expect(asked.length).toBeGreaterThan(0);
  expect(server.requests.filter(({ url }) => url.includes(server.token))).toEqual([]);
}

let server: GitServer;
beforeAll(async () => {
  server = await serveGit();
});
afterAll(() => server.close());

test(
  'one library in Chromium and Firefox: clipped here, read there, changed on both sides',
  { timeout: 240_000 },
  async () => {
    server.create('library');
    const [chromium, firefox] = await Promise.all([launch('chromium'), launch('firefox')]);
    try {
      const here = await chromium.openPage('options');
      const [first] = await seedClips(here, [
        { title: '负载均衡 by hand', own: ['网络', 'Go'] },
        { title: 'Second', own: ['go'] },
      ]);
      await setUpSync(chromium, here, server, 'library', 'Desk');
      expect(server.git('library', 'log', '--format=%an: %s', 'main')).toBe('Desk: Clips: 2 added\n');

      const there = await firefox.openPage('options');
      await seedClips(there, [{ title: 'Only in Firefox', own: [], url: 'https://firefox.example/' }]);
      await setUpSync(firefox, there, server, 'library', 'Laptop');
      await syncNow(here);
      const titles = async (page: typeof here) =>
        (await rowsOf(page, 'clips')).map(({ title }) => title).toSorted((a, b) => a.localeCompare(b));
      expect(await titles(here)).toEqual(await titles(there));
      expect(await titles(here)).toHaveLength(3);

      await giveCommand(here, 'editClip', { clipId: first ?? '', changes: { note: 'from the desk' } });
      await giveCommand(there, 'setTags', { clipId: first ?? '', tags: ['网络', 'later'] });
      await syncNow(here);
      await syncNow(there);
      await syncNow(here);
      for (const page of [here, there]) {
        const clip = (await rowsOf(page, 'clips')).find(({ id }) => id === first);
        expect(clip).toMatchObject({ note: 'from the desk' });
        expect(new Set(clip?.tags)).toEqual(new Set(['网络', 'later']));
      }
      expect(server.git('library', 'fsck', '--full', '--strict')).toBe('');
      await holdsNoToken(chromium, here);
      expect([...chromium.takeProblems(), ...firefox.takeProblems()]).toEqual([]);
    } finally {
      await Promise.all([chromium.close(), firefox.close()]);
    }
  },
);

test('edits by hand, with git itself, come back as edits', { timeout: 120_000 }, async () => {
  server.create('by-hand');
  const app = await launch('chromium');
  try {
    const page = await app.openPage('options');
    const [edited, deleted, renamed] = await seedClips(page, [
      { title: 'Edited', own: ['go'] },
      { title: 'Deleted', own: [] },
      { title: 'Renamed', own: [] },
    ]);
    await setUpSync(app, page, server, 'by-hand', 'Desk');
    const clone = cloneOf(server, 'by-hand');
    const fileOf = (title: string) => {
      const found = clone.files().find((path) => path.includes(`/${title} `) && path.endsWith('.md'));
      return found ?? expect.fail(`no file of ${title}`);
    };
    expect(clone.files()).toEqual(expect.arrayContaining(['README.md', 'clipshelf.json']));
    const text = clone.read(fileOf('Edited'));
    clone.write(
      fileOf('Edited'),
      text
        .replace(/^tags:$/m, 'tags:\n  - 手改')
        .replace(/^title: .*$/m, 'title: Edited by hand')
        .replace(/^---$/m, '---\nnote: typed in an editor\nread: true\nstarred: true')
        .concat('\nA paragraph that was written by hand.\n'),
    );
    clone.remove(fileOf('Deleted'));
    clone.write(fileOf('Renamed').replace('Renamed', 'Another name'), clone.read(fileOf('Renamed')));
    clone.remove(fileOf('Renamed'));
    clone.write(
      'clips/found.md',
      '---\nurl: https://found.example/a\ntitle: Found\n---\n\nText of a new note.\n',
    );
    clone.publish('By hand');
    await syncNow(page);

    const clips = await rowsOf(page, 'clips');
    const clip = (id: string | undefined) => clips.find((each) => each.id === id) ?? expect.fail(id);
    expect(clip(edited)).toMatchObject({
      note: 'typed in an editor',
      title: 'Edited by hand',
      readAt: expect.any(Number),
      starred: true,
    });
    expect(new Set(clip(edited).tags)).toEqual(new Set(['go', '手改']));
    expect(clip(deleted).trashedAt).toBeGreaterThan(0);
    expect(clip(renamed).title).toBe('Another name');
    expect(clips.map(({ url }) => url)).toContain('https://found.example/a');
    const bodies = await rowsOf(page, 'bodies');
    expect(bodies.find(({ clipId }) => clipId === edited)?.html).toContain('written by hand');
    const versions = await rowsOf(page, 'versions');
    expect(versions.filter(({ clipId }) => clipId === edited)).toHaveLength(1);

    // What the library made of it is in the repository: a second look finds nothing.
    clone.pull();
    expect(clone.files()).not.toContain('clips/found.md');
    const commits = server.git('by-hand', 'rev-list', '--count', 'main');
    await syncNow(page);
    expect(server.git('by-hand', 'rev-list', '--count', 'main')).toBe(commits);
    expect(app.takeProblems()).toEqual([]);
    clone.close();
  } finally {
    await app.close();
  }
});

test(
  'a sync is taken back; a deleted clip comes again; what changed on both sides lives',
  { timeout: 180_000 },
  async () => {
    server.create('undo');
    const [first, second] = await Promise.all([launch('chromium'), launch('firefox')]);
    try {
      const [here, there] = [await first.openPage('options'), await second.openPage('options')];
      const ids = await seedClips(here, [
        { title: 'Kept', own: [] },
        { title: 'Deleted there', own: [] },
        { title: 'Deleted there, changed here', own: [] },
      ]);
      const [, gone = '', both = ''] = ids;
      await setUpSync(first, here, server, 'undo', 'Desk');
      await setUpSync(second, there, server, 'undo', 'Laptop');
      expect(await rowsOf(there, 'clips')).toHaveLength(3);
      await giveCommand(there, 'trashClips', { clipIds: [gone, both] });
      await syncNow(there);
      await giveCommand(here, 'editClip', { clipId: both, changes: { note: 'still read' } });
      await syncNow(here);
      const trashed = async (page: typeof here, id: string) =>
        (await rowsOf(page, 'clips')).find((clip) => clip.id === id)?.trashedAt ?? null;
      expect([await trashed(here, gone), await trashed(here, both)]).toEqual([expect.any(Number), null]);
      await press(here, 'Earlier syncs');
      await shows(here, 'needs a look');
      await press(here, 'Undo this sync');
      await shows(here, 'Taken back');
      await syncNow(here);
      await syncNow(there);
      for (const page of [here, there])
        expect([await trashed(page, gone), await trashed(page, both)]).toEqual([null, null]);
      expect(server.git('undo', 'fsck', '--full', '--strict')).toBe('');
      expect([...first.takeProblems(), ...second.takeProblems()]).toEqual([]);
    } finally {
      await Promise.all([first.close(), second.close()]);
    }
  },
);

test(
  'what is wrong is said with the host and what to do; nothing is taken for deleted',
  { timeout: 120_000 },
  async () => {
    server.create('faults');
    server.create('foreign');
    const app = await launch('chromium');
    try {
      const page = await app.openPage('options');
      await seedClips(page, [{ title: 'One', own: [] }]);
      const clone = cloneOf(server, 'foreign');
      clone.write('notes.md', 'mine');
      clone.publish('mine');
      await app.allowSites(['127.0.0.1']);
      await connect(page, server, 'foreign', 'Desk');
      await shows(page, /127\.0\.0\.1:\d+: This repository has files, but no library/);
      await press(page, 'Disconnect');
      await setUpSync(app, page, server, 'faults', 'Desk');
      const token = server.token;
      server.setToken('another');
      await press(page, 'Sync now');
      await shows(page, /127\.0\.0\.1:\d+: The Git host does not accept the token/);
      await shows(page, 'Sync needs you');
      server.setToken(token);
      await syncNow(page);
      server.git('faults', 'update-ref', '-d', 'refs/heads/main');
      await press(page, 'Sync now');
      await shows(page, 'is empty now. Nothing was deleted here');
      expect((await rowsOf(page, 'clips')).filter(({ trashedAt }) => trashedAt === null)).toHaveLength(1);
      clone.close();
    } finally {
      await app.close();
    }
  },
);
