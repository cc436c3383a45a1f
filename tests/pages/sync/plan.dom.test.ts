import { expect, test } from 'vitest';
import { noteText } from '../../../src/core/sync/shared-note.ts';
import { sharedRow } from '../../../src/database/sync/sync-queries.ts';
import { planSync } from '../../../src/pages/sync/plan-sync.ts';
import { noChanges } from '../../../src/pages/sync/remote-changes.ts';
import { SyncingDevice, makeRemote } from '../../factories/syncing-device.ts';

test('a page that lives on under the id of a clip in the trash has what was written there', async () => {
  const desk = await SyncingDevice.make(await makeRemote(), 'desk', Date.UTC(2026, 10, 28));
  const id = await desk.clip(1, ['go']);
  await desk.sync();
  await desk.note(id, 'written here alone');
  await desk.trash(id);
  const common = (await sharedRow(desk.database, id))?.common ?? expect.fail('no row');
  // The repository has it as it was, and another clip of its page.
  const other = { ...common, id: 'another0', savedAt: common.savedAt + 1 };
  const theirs = new Map([
    [common.id, common],
    [other.id, other],
  ]);
  const plan = await planSync(desk.database, 'desk0000', { ...noChanges, theirs, records: theirs });
  expect(plan.clips.map(({ merged }) => merged.clip)).toMatchObject([{ id, aliases: ['another0'] }]);
  const [clip] = plan.clips.flatMap(({ merged }) => merged.clip ?? []);
  expect(clip === undefined ? null : noteText(clip.note)).toBe('written here alone');
});
