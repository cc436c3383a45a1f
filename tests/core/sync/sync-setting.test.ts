import { expect, test } from 'vitest';
import {
  failedStatus,
  freshStatus,
  nextSyncIn,
  parseSyncSetting,
  parseSyncStatus,
} from '../../../src/core/sync/sync-setting.ts';

const minute = 60_000;
const now = 1_000 * minute;
const still = { now, touchedAt: null };
const synced = { ...freshStatus, syncedAt: now - minute };

test('what is kept is read as it is written, anything else is no setting', () => {
  const setting = {
    carrier: 'git',
    address: 'https://git.example/a.git',
    user: 'me',
    token: { iv: 'a', sealed: 'b' },
    isEncrypted: true,
    device: { id: '00000001', name: 'Desk' },
  };
  expect(parseSyncSetting(structuredClone(setting))).toEqual(setting);
  const { isEncrypted: _isEncrypted, ...older } = setting;
  expect(parseSyncSetting(older)).toEqual({ ...setting, isEncrypted: false });
  const folder = { carrier: 'folder', name: 'Notes', device: setting.device };
  expect(parseSyncSetting(structuredClone(folder))).toEqual(folder);
  expect(parseSyncSetting({ ...folder, name: 1 })).toBeNull();
  for (const wrong of [undefined, null, {}, 'x', { ...setting, token: 'plain' }, { ...setting, user: 1 }])
    expect(parseSyncSetting(wrong)).toBeNull();
  expect(parseSyncStatus({ syncedAt: 'x', code: 'no-code', failures: -1 })).toEqual(freshStatus);
  expect(parseSyncStatus(synced)).toEqual(synced);
});

test('a change is sent when it has been still for a while; without one the repository is looked at now and then', () => {
  expect(nextSyncIn(freshStatus, still)).toBe(0);
  expect(nextSyncIn(synced, still)).toBeNull();
  expect(nextSyncIn(synced, { now, touchedAt: now })).toBe(30_000);
  expect(nextSyncIn(synced, { now, touchedAt: now - 31_000 })).toBe(0);
  expect(nextSyncIn({ ...freshStatus, syncedAt: now - 16 * minute }, still)).toBe(0);
});

test('a failure that passes is tried again, later each time; any other waits for the user', () => {
  const once = failedStatus(synced, 'sync/unreachable', { now, retryAfter: null });
  const twice = failedStatus(once, 'sync/timeout', { now, retryAfter: null });
  expect([once.retryAt, twice.retryAt]).toEqual([now + minute, now + 2 * minute]);
  expect(nextSyncIn(once, { now, touchedAt: now - minute })).toBe(minute);
  const asked = failedStatus(synced, 'sync/busy', { now, retryAfter: 10 * minute });
  expect(asked.retryAt).toBe(now + 10 * minute);
  const ended = failedStatus(synced, 'sync/unauthorised', { now, retryAfter: null });
  expect(nextSyncIn(ended, { now: now + 60 * minute, touchedAt: now })).toBeNull();
  expect(nextSyncIn({ ...ended, isAsked: true }, still)).toBe(0);
});

test('a clock that was wrong by a year stops nothing', () => {
  const year = 365 * 24 * 60 * minute;
  expect(nextSyncIn({ ...freshStatus, syncedAt: now + year }, still)).toBe(0);
  expect(nextSyncIn({ ...synced, retryAt: now + year }, { now, touchedAt: now - minute })).toBe(0);
});
