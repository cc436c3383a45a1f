import { expect, it, onTestFinished, test } from 'vitest';
import { sharedRow } from '../../../src/database/sync/sync-queries.ts';
import { encryptedMarkerBytes } from '../../../src/formats/repository/library-files.ts';
import { markerPath } from '../../../src/formats/repository/repository-files.ts';
import { clipPaths } from '../../../src/formats/repository/write-clip.ts';
import { keptKey, lockLibrary, meetLock, unlockLibrary } from '../../../src/git/encryption/kept-key.ts';
import { forgetKeys } from '../../../src/git/key-database.ts';
import { syncToTheEnd } from '../../factories/sync-to-the-end.ts';
import {
  type SharedRemote,
  SyncingDevice,
  encryptedWith,
  makeRemote,
} from '../../factories/syncing-device.ts';
import { seededRandom } from '../../torture/random.ts';

const start = Date.UTC(2026, 10, 28);
const passphrase = '四个互不相关的词 and more';

/** What anybody sees who has the repository: all names, and all contents. */
async function seen({ repository, commits }: SharedRemote): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const commit of commits)
    for (const { path, after } of await repository.changes(null, commit))
      if (after !== null) files.set(`${path} ${after}`, await repository.read(after));
  return files;
}

/** Changes the repository as who has no key may. */
async function tamper(
  { repository, commits }: SharedRemote,
  files: ReadonlyMap<string, Uint8Array | null>,
): Promise<void> {
  const parent = commits.at(-1) ?? null;
  const commit = { parent, changes: files, message: 'x', author: 'x', at: start + 1e9 };
  const made = await repository.commit(commit);
  expect(await repository.push('main', made.commit)).toBe('pushed');
}

async function nameOf({ repository, commits }: SharedRemote, path: string): Promise<string> {
  const blob = await repository.find(commits.at(-1) ?? null, path);
  return (blob ?? expect.fail(`no ${path}`)).split(' ')[0] ?? '';
}

async function bytesAt({ repository, commits }: SharedRemote, name: string): Promise<Uint8Array> {
  const blob = await repository.find(commits.at(-1) ?? null, name);
  return await repository.read(blob ?? expect.fail(`no ${name}`));
}

/** Two clips in an encrypted repository; the files of the first. */
async function library() {
  const outside = await makeRemote();
  const remote = await encryptedWith(passphrase, outside);
  const desk = await SyncingDevice.make(remote, 'desk', start);
  const ids = [await desk.clip(1, ['go']), await desk.clip(2, ['net'])] as const;
  await desk.note(ids[0], 'mine');
  await desk.sync();
  const pathsOf = async (id: string) => {
    const row = await sharedRow(desk.database, id);
    return clipPaths(row?.common ?? expect.fail('not shared'));
  };
  return { outside, remote, desk, ids, paths: await pathsOf(ids[0]), others: await pathsOf(ids[1]) };
}

test('three devices come to one library; nobody else reads a name, a tag, an address or a word', async () => {
  const seed = Date.now() % 1_000_000;
  const random = seededRandom(seed);
  const outside = await makeRemote();
  const remote = await encryptedWith(passphrase, outside);
  const devices = [
    await SyncingDevice.make(remote, 'desk-top', start),
    await SyncingDevice.make(remote, 'lap-top', start + 1e10),
    await SyncingDevice.make(remote, 'at-work', start + 50),
  ];
  for (let round = 0; round < 8; round += 1) {
    for (const device of devices) {
      const living = await device.living();
      const dice = random.integer(1, 8);
      if (living.length === 0 || dice <= 3) await device.clip(random.integer(1, 8), ['golang', '网络']);
      else if (dice <= 5) await device.note(random.pick(living), `remembered ${String(round)}`);
      else if (dice <= 7) await device.tag(random.pick(living), [random.pick(['later', 'sooner'])]);
      else await device.trash(random.pick(living));
      for (let steps = random.integer(0, 4); steps > 0; steps -= 1) await device.step();
      if (random.chance(0.2)) device.kill();
    }
  }
  const { libraries, unsent, problems } = await syncToTheEnd(devices);
  const [desk, laptop, work] = libraries;
  expect(desk?.size).toBeGreaterThan(0);
  expect(laptop, `seed ${String(seed)}`).toEqual(desk);
  expect(work, `seed ${String(seed)}`).toEqual(desk);
  expect([unsent, problems]).toEqual([[], []]);

  const files = await seen(outside);
  const names = new Set([...files.keys()].map((key) => key.split(' ')[0] ?? ''));
  const open = [...names].filter((name) => !/^files\/[\da-f]\/[\da-f]\/[\da-f]\/[\da-f]{29}$/.test(name));
  expect(open.toSorted()).toEqual(['README.md', 'clipshelf.json']);
  const decoder = new TextDecoder();
  const all = [...files].map(([key, bytes]) => `${key} ${decoder.decode(bytes)}`).join('\n');
  const words = ['page.example', 'saw it', 'golang', '网络', 'remembered', 'later', 'desk-top', 'at-work'];
  const ids = [...(desk ?? new Map<string, unknown>()).keys()];
  expect([...words, ...ids].filter((word) => all.includes(word))).toEqual([]);
});

test('at rest nothing is sent; the same library makes the same files', async () => {
  const { outside, remote, desk } = await library();
  await desk.sync();
  expect(outside.commits).toHaveLength(1);
  const before = await seen(outside);
  const laptop = await SyncingDevice.make(remote, 'laptop', start);
  await laptop.sync();
  await laptop.sync();
  expect(await laptop.library()).toEqual(await desk.library());
  // The second device added its name, and nothing else.
  const added = [...(await seen(outside)).keys()].filter((file) => !before.has(file));
  expect(added.length).toBeLessThanOrEqual(1);
});

it.each([
  ['a record', 'record'],
  ['a text', 'text'],
] as const)('%s that somebody changed costs itself alone, and is named', async (_what, which) => {
  const { outside, remote, desk, ids, paths } = await library();
  const before = await desk.library();
  const name = await nameOf(remote, which === 'record' ? paths.record : ([...paths.texts.values()][0] ?? ''));
  const bytes = (await bytesAt(outside, name)).slice();
  bytes[bytes.byteLength - 20] = (bytes[bytes.byteLength - 20] ?? 0) ^ 1;
  await tamper(outside, new Map([[name, bytes]]));
  await desk.sync();
  expect(await desk.library()).toEqual(before);
  expect(desk.problems).toMatchObject([{ reason: 'damaged', entry: name }]);
  const laptop = await SyncingDevice.make(remote, 'laptop', start);
  await laptop.sync();
  expect(await laptop.living()).toEqual([ids[1]]);
  expect(laptop.problems.length).toBeGreaterThan(0);
  // The next edit writes the record anew.
  if (which === 'text') return;
  await desk.note(ids[0], 'mine, and more');
  await desk.sync();
  await laptop.sync();
  expect(await laptop.library()).toEqual(await desk.library());
});

test('files that change places stand for nobody', async () => {
  const { outside, remote, desk, paths, others } = await library();
  const before = await desk.library();
  const names = await Promise.all([paths.record, others.record].map((path) => nameOf(remote, path)));
  const [one = '', two = ''] = names;
  await tamper(
    outside,
    new Map([
      [one, await bytesAt(outside, two)],
      [two, await bytesAt(outside, one)],
    ]),
  );
  await desk.sync();
  expect(await desk.library()).toEqual(before);
  expect(new Set(desk.problems.map(({ entry }) => entry))).toEqual(new Set(names));
});

test('a record of long ago undoes nothing that came since', async () => {
  const { outside, remote, desk, ids, paths } = await library();
  const name = await nameOf(remote, paths.record);
  const old = await bytesAt(outside, name);
  await desk.note(ids[0], 'written since');
  await desk.tag(ids[0], ['added since']);
  await desk.sync();
  await tamper(outside, new Map([[name, old]]));
  await desk.sync();
  const clip = await desk.database.clips.get(ids[0]);
  expect(clip?.note).toContain('written since');
  expect(clip?.tags).toEqual(['added since']);
});

test('who has no key, or another, is asked for the passphrase and changes nothing', async () => {
  const { outside } = await library();
  const commits = outside.commits.length;
  for (const remote of [outside, await encryptedWith('other words altogether', outside)]) {
    const stranger = await SyncingDevice.make(remote, 'stranger', start);
    await stranger.clip(5, []);
    await expect(stranger.sync()).rejects.toMatchObject({ code: 'sync/locked', detail: '' });
    expect(await stranger.living()).toHaveLength(1);
  }
  expect(outside.commits).toHaveLength(commits);
});

test('a device that encrypts sends nothing where it could be read', async () => {
  const outside = await makeRemote();
  const open = await SyncingDevice.make(outside, 'open', start);
  await open.clip(1, []);
  await open.sync();
  const careful = await SyncingDevice.make(await encryptedWith(passphrase, outside), 'careful', start);
  await careful.clip(2, []);
  await expect(careful.sync()).rejects.toMatchObject({ code: 'sync/readable' });
  expect(outside.commits).toHaveLength(1);
});

test('a marker that somebody exchanged is put right by who has the key, and opens nothing to nobody', async () => {
  const { outside, desk } = await library();
  const before = await bytesAt(outside, markerPath);
  const lock = { iterations: 600_000, salt: btoa('s'.repeat(32)), check: btoa('c'.repeat(16)) };
  const plain = new TextEncoder().encode('{"format":"clipshelf-library","version":1,"devices":[]}');
  for (const marker of [encryptedMarkerBytes(lock), plain, null]) {
    await tamper(outside, new Map([[markerPath, marker]]));
    await desk.clip(9, []);
    await desk.note((await desk.living())[0] ?? '', `after ${String(marker?.byteLength)}`);
    await desk.sync();
    expect(await bytesAt(outside, markerPath)).toEqual(before);
  }
});

test('a key is kept for one library; another passphrase leaves it as it is', async () => {
  const name = `test-key-${crypto.randomUUID()}`;
  onTestFinished(() => forgetKeys(name));
  expect(await keptKey(name)).toBeNull();
  expect(await unlockLibrary(passphrase, name)).toBe(false);
  await lockLibrary(passphrase, name);
  const own = (await keptKey(name)) ?? expect.fail('no key');
  expect(own.key.extractable).toBe(false);
  await meetLock(own.lock, name);
  expect(await unlockLibrary('other words altogether', name)).toBe(false);
  expect((await keptKey(name))?.lock).toEqual(own.lock);
  expect(await unlockLibrary(passphrase, name)).toBe(true);
  await forgetKeys(name);
  expect(await keptKey(name)).toBeNull();
});
