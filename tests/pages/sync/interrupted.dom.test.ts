import { describe, expect, test } from 'vitest';
import { unsentClipIds } from '../../../src/database/sync/sync-queries.ts';
import { SyncingDevice, makeRemote } from '../../factories/syncing-device.ts';
import { syncToTheEnd } from '../../factories/sync-to-the-end.ts';

const start = Date.UTC(2026, 10, 28);

async function twoDevices(): Promise<readonly [SyncingDevice, SyncingDevice]> {
  const remote = await makeRemote();
  return [await SyncingDevice.make(remote, 'desk', start), await SyncingDevice.make(remote, 'laptop', start)];
}

async function expectOneLibrary(devices: readonly SyncingDevice[]): Promise<void> {
  const { libraries, unsent, problems } = await syncToTheEnd(devices);
  expect(libraries[1]).toEqual(libraries[0]);
  expect([unsent, problems]).toEqual([[], []]);
}

/** So many pieces of a sync of a few clips there are, at most. */
const pieces = [1, 2, 3, 4, 5, 6];

describe.each(pieces)('a sync that ends after %i pieces', (count) => {
  test('and brought clips that are deleted before the next one: they go', async () => {
    const [desk, laptop] = await twoDevices();
    await desk.clip(1, []);
    await desk.sync();
    await laptop.sync();
    const added = [await desk.clip(2, []), await desk.clip(3, []), await desk.clip(4, [])];
    await desk.sync();
    for (let step = 0; step < count; step += 1) await laptop.step();
    laptop.kill();
    for (const id of added) await desk.trash(id);
    await desk.sync();
    await laptop.sync();
    expect(await laptop.library()).toEqual(await desk.library());
    await expectOneLibrary([desk, laptop]);
  });

  test('and was the first of the device: what is deleted before the next one goes', async () => {
    const [desk, laptop] = await twoDevices();
    const ids = [await desk.clip(1, []), await desk.clip(2, []), await desk.clip(3, [])];
    await desk.sync();
    for (let step = 0; step < count; step += 1) await laptop.step();
    laptop.kill();
    for (const id of ids.slice(1)) await desk.trash(id);
    await desk.sync();
    await laptop.sync();
    expect(await laptop.living()).toEqual(ids.slice(0, 1));
    await expectOneLibrary([desk, laptop]);
  });

  test('and deleted clips that come back before the next one, as they were: they live', async () => {
    const [desk, laptop] = await twoDevices();
    const ids = [await desk.clip(1, []), await desk.clip(2, []), await desk.clip(3, [])];
    await desk.sync();
    await laptop.sync();
    for (const id of ids) await desk.trash(id);
    await desk.clip(4, []);
    await desk.sync();
    for (let step = 0; step < count; step += 1) await laptop.step();
    laptop.kill();
    for (const id of ids) await desk.restore(id);
    await desk.sync();
    await laptop.sync();
    expect(await laptop.library()).toEqual(await desk.library());
    await expectOneLibrary([desk, laptop]);
  });

  test('and met a clip that was deleted on both sides, which the user takes out of the trash just then', async () => {
    const [desk, laptop] = await twoDevices();
    const [id] = [await desk.clip(1, ['go']), await desk.clip(2, [])];
    await desk.sync();
    await laptop.sync();
    await desk.trash(id);
    await desk.sync();
    await laptop.trash(id);
    for (let step = 0; step < count; step += 1) await laptop.step();
    await laptop.restore(id);
    await laptop.sync();
    await expectOneLibrary([desk, laptop]);
    expect(await unsentClipIds(laptop.database)).toEqual([]);
  });
});

test.each(pieces)(
  'a page that the user saves after %i pieces, while its clip is received, is one clip',
  async (count) => {
    const [desk, laptop] = await twoDevices();
    const id = await desk.clip(1, ['go']);
    await desk.clip(2, []);
    await desk.sync();
    for (let step = 0; step < count; step += 1) await laptop.step();
    const own = await laptop.clip(1, ['mine']);
    await laptop.note(own, 'typed meanwhile');
    await laptop.sync();
    expect(await laptop.living()).toHaveLength(2);
    await expectOneLibrary([desk, laptop]);
    // It has the id of either.
    const both = await desk.database.clips.bulkGet([id, own]);
    expect(both.find((clip) => clip?.trashedAt === null)).toMatchObject({ note: 'typed meanwhile' });
  },
);
