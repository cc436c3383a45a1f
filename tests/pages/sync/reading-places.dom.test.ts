import { expect, test } from 'vitest';
import { checkLibrary } from '../../../src/database/check-library.ts';
import { type SharedRemote, SyncingDevice, makeRemote } from '../../factories/syncing-device.ts';

const start = Date.UTC(2026, 10, 28);

async function twoDevices(): Promise<readonly [SyncingDevice, SyncingDevice, SharedRemote]> {
  const remote = await makeRemote();
  const desk = await SyncingDevice.make(remote, 'desk', start);
  return [desk, await SyncingDevice.make(remote, 'laptop', start), remote];
}

test('where the user is in an article comes along, each step of it, and goes at the end of the article', async () => {
  const [desk, laptop] = await twoDevices();
  const id = await desk.clip(1, ['go']);
  await desk.read(id, 4, 0.3);
  await desk.sync();
  await laptop.sync();
  expect(await laptop.place(id)).toEqual(await desk.place(id));
  await laptop.read(id, 9, 0.7);
  await laptop.sync();
  await desk.sync();
  expect(await desk.place(id)).toMatchObject({ block: 9, share: 0.7 });
  await desk.read(id, 12, 0.99);
  await desk.sync();
  await laptop.sync();
  expect([await desk.place(id), await laptop.place(id)]).toEqual([undefined, undefined]);
  for (const { database } of [desk, laptop]) expect((await checkLibrary(database)).problems).toEqual([]);
});

test('of two places the later stands, and an edit from elsewhere leaves the place as it is', async () => {
  const [desk, laptop] = await twoDevices();
  const id = await desk.clip(1, ['go']);
  await desk.sync();
  await laptop.sync();
  await laptop.read(id, 3, 0.2);
  for (let later = 0; later < 20; later += 1) desk.now();
  await desk.read(id, 7, 0.6);
  await laptop.note(id, 'a note');
  await laptop.sync();
  await desk.sync();
  await laptop.sync();
  for (const device of [desk, laptop]) {
    expect(await device.place(id)).toMatchObject({ block: 7, share: 0.6 });
    expect((await device.database.clips.get(id))?.note).toBe('a note');
  }
});

test('a fresh device has the places with the clips, and at rest nothing is sent', async () => {
  const [desk, laptop, remote] = await twoDevices();
  const ids = [await desk.clip(1, []), await desk.clip(2, []), await desk.clip(3, [])];
  for (const id of ids) await desk.read(id, 5, 0.5);
  await desk.sync();
  await laptop.sync();
  for (const id of ids) expect(await laptop.place(id)).toEqual(await desk.place(id));
  const commits = remote.commits.length;
  await desk.sync();
  await laptop.sync();
  await desk.sync();
  expect(remote.commits.length).toBe(commits);
});

test('one page clipped on two machines keeps the later place', async () => {
  const [desk, laptop] = await twoDevices();
  const older = await desk.clip(1, []);
  await desk.read(older, 2, 0.1);
  for (let later = 0; later < 20; later += 1) laptop.now();
  const other = await laptop.clip(1, []);
  await laptop.read(other, 6, 0.8);
  await desk.sync();
  await laptop.sync();
  await desk.sync();
  for (const device of [desk, laptop]) {
    expect(await device.living()).toEqual([older]);
    expect(await device.place(older)).toMatchObject({ block: 6, share: 0.8 });
  }
});

test('the place of a clip in the trash, or of one that is not here, is nobody’s end of reading', async () => {
  const [desk, laptop] = await twoDevices();
  const id = await desk.clip(1, []);
  await desk.read(id, 5, 0.5);
  await desk.sync();
  await laptop.sync();
  await laptop.database.clips.delete(id);
  await laptop.database.changes.put({ clipId: id, at: laptop.now(), kind: 'delete', unsent: 1 });
  await laptop.note(await laptop.clip(2, []), 'x');
  await desk.tag(id, ['lives']);
  await laptop.sync();
  await desk.sync();
  expect(await desk.place(id)).toMatchObject({ block: 5 });
});
