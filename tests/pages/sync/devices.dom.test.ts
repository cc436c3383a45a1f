import { expect, test } from 'vitest';
import { undoSync } from '../../../src/database/sync/undo-sync-writes.ts';
import { SyncingDevice, makeRemote } from '../../factories/syncing-device.ts';
import { playHistory } from '../../factories/device-history.ts';
import { syncToTheEnd } from '../../factories/sync-to-the-end.ts';

const start = Date.UTC(2026, 10, 28);

test(
  'three devices, one of them a year ahead: whatever they do, killed or not, they come to one library',
  { timeout: 900_000 },
  async () => {
    const seed = Date.now() % 1_000_000;
    const { devices, said, marked } = await playHistory(seed, 40);
    const { libraries, unsent, problems } = await syncToTheEnd(devices);
    const [desk, laptop, work] = libraries;
    expect(laptop, `seed ${String(seed)}`).toEqual(desk);
    expect(work, `seed ${String(seed)}`).toEqual(desk);
    expect([unsent, problems], `seed ${String(seed)}`).toEqual([[], []]);
    // A word is gone only with a clip that somebody deleted.
    const clips = await Promise.all(devices.map((device) => device.database.clips.toArray()));
    const written = JSON.stringify(clips.flat().map(({ note }) => note));
    expect(
      [...said].filter((word) => !written.includes(word)),
      `seed ${String(seed)}`,
    ).toEqual([]);
    const rows = await Promise.all(devices.map((device) => device.database.highlights.toArray()));
    const notes = new Set(rows.flat().flatMap(({ note }) => note.split('\n')));
    expect(
      [...marked].filter((word) => !notes.has(word)),
      `seed ${String(seed)}`,
    ).toEqual([]);
  },
);

test('at rest nothing is sent; a fresh device gets all', async () => {
  const remote = await makeRemote();
  const desk = await SyncingDevice.make(remote, 'desk', start);
  const id = await desk.clip(1, ['Go', '网络']);
  await desk.note(id, 'a note');
  await desk.sync();
  await desk.sync();
  expect(remote.commits).toHaveLength(1);
  const laptop = await SyncingDevice.make(remote, 'laptop', start);
  await laptop.sync();
  await laptop.sync();
  expect(await laptop.library()).toEqual(await desk.library());
  expect(await laptop.database.tags.get('go')).toMatchObject({ label: 'Go' });
  // The second device added its name, and nothing else.
  expect(remote.commits.length).toBeLessThanOrEqual(2);
});

test('where nothing changed, the repository is asked once, and no file of it is read', async () => {
  const remote = await makeRemote();
  const asked: string[] = [];
  const { find, read, changes, remoteHead } = remote.repository;
  const repository = {
    ...remote.repository,
    remoteHead: () => (asked.push('head'), remoteHead()),
    find: (commit: string | null, path: string) => (asked.push(path), find(commit, path)),
    read: (blob: string) => (asked.push(blob), read(blob)),
    changes: (before: string | null, after: string | null) => (asked.push('changes'), changes(before, after)),
  };
  const desk = await SyncingDevice.make({ ...remote, repository }, 'desk', start);
  await desk.note(await desk.clip(1, ['go']), 'a note');
  await desk.sync();
  asked.length = 0;
  await desk.sync();
  expect(asked).toEqual(['head']);
});

test('undo puts the library back as it was before a sync, and the others hear of it', async () => {
  const remote = await makeRemote();
  const [desk, laptop] = [
    await SyncingDevice.make(remote, 'desk', start),
    await SyncingDevice.make(remote, 'laptop', start),
  ];
  const [kept, gone] = [await desk.clip(1, ['go']), await desk.clip(2, [])];
  await desk.sync();
  await laptop.sync();
  const before = await desk.library();
  await laptop.note(kept, 'from the laptop');
  await laptop.trash(gone);
  const added = await laptop.clip(3, []);
  await laptop.sync();
  await desk.database.syncUndo.clear();
  await desk.sync();
  expect(await desk.library()).toEqual(await laptop.library());
  const job = { id: 'job', kind: 'sync', state: 'ended', createdAt: start, sync: {} } as never;
  await desk.database.jobs.put(job);
  await undoSync(desk.database, 'job', desk.now());
  expect(await desk.library()).toEqual(before);
  await desk.sync();
  await laptop.sync();
  expect(await laptop.library()).toEqual(before);
  expect((await laptop.database.clips.get(added))?.trashedAt).toBeGreaterThan(0);
});

test('a clip that the user changes while a sync is under way keeps that change and gets the other', async () => {
  const remote = await makeRemote();
  const [desk, laptop] = [
    await SyncingDevice.make(remote, 'desk', start),
    await SyncingDevice.make(remote, 'laptop', start),
  ];
  const id = await desk.clip(1, ['go']);
  await desk.sync();
  await laptop.sync();
  await laptop.tag(id, ['go', 'theirs']);
  await laptop.sync();
  await desk.step();
  await desk.note(id, 'meanwhile');
  await desk.sync();
  await laptop.sync();
  for (const device of [desk, laptop]) {
    const clip = await device.database.clips.get(id);
    expect(clip?.note).toBe('meanwhile');
    expect(new Set(clip?.tags)).toEqual(new Set(['go', 'theirs']));
  }
});

test('a clip that was deleted elsewhere, and that the user touched without changing it while that was received, goes here too', async () => {
  const remote = await makeRemote();
  const [desk, laptop] = [
    await SyncingDevice.make(remote, 'desk', start),
    await SyncingDevice.make(remote, 'laptop', start),
  ];
  const [id, other] = [await desk.clip(1, ['go']), await desk.clip(2, [])];
  await desk.sync();
  await laptop.sync();
  await laptop.trash(id);
  await laptop.note(other, 'x');
  await laptop.sync();
  // At each point of the sync.
  for (let step = 0; step < 4; step += 1) {
    await desk.step();
    await desk.tag(id, ['go']);
  }
  await desk.sync();
  await laptop.sync();
  await desk.sync();
  expect(await desk.library()).toEqual(await laptop.library());
});
