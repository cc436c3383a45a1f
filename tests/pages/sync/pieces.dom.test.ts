import { expect, test } from 'vitest';
import { unsentClipIds } from '../../../src/database/sync/sync-queries.ts';
import { sendClips } from '../../../src/pages/sync/send-clips.ts';
import { SyncingDevice, makeRemote } from '../../factories/syncing-device.ts';

test('clips are sent in order of saving, and as many at once as their files may be large', async () => {
  const remote = await makeRemote();
  const desk = await SyncingDevice.make(remote, 'desk', Date.UTC(2026, 10, 28));
  const ids: string[] = [];
  for (let page = 1; page <= 6; page += 1) ids.push(await desk.clip(page, []));
  const { database } = desk;
  expect(await unsentClipIds(database)).toEqual(ids);
  const sides = { database, repository: remote.repository, parent: null, device: 'desk0000' };
  const one = await sendClips(sides, ids, 1);
  expect(one.sent.map(({ clipId }) => clipId)).toEqual(ids.slice(0, 1));
  const all = await sendClips(sides, ids);
  const bytes = [...one.files.values()].reduce((sum, file) => sum + (file?.length ?? 0), 0);
  const three = await sendClips(sides, ids, bytes * 2.5);
  expect(three.sent.length).toBeGreaterThan(1);
  expect(three.sent.length).toBeLessThan(all.sent.length);
  expect(all.sent.map(({ clipId }) => clipId)).toEqual(ids);
});
