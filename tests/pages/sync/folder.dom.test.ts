import { expect, test } from 'vitest';
import { encryptedMarkerBytes } from '../../../src/formats/repository/library-files.ts';
import { folderFailure } from '../../../src/pages/sync/folder/open-folder.ts';
import { SharedFolder } from '../../factories/shared-folder.ts';
import { SyncingDevice } from '../../factories/syncing-device.ts';
import { syncToTheEnd } from '../../factories/sync-to-the-end.ts';
import { seededRandom } from '../../torture/random.ts';

const start = Date.UTC(2026, 10, 28);
const isMarkdown = (path: string) => path.startsWith('clips/') && path.endsWith('.md');
const isRecord = (path: string) => /\/data\/\d\d\/[\w-]+\.json$/.test(path);

test('three devices and one folder: whatever they do, killed or not, they come to one library', async () => {
  const seed = Date.now() % 1_000_000;
  const random = seededRandom(seed);
  const folder = await SharedFolder.make();
  const devices = [
    await folder.device('desk', start),
    await folder.device('laptop', start + 365 * 24 * 60 * 60_000),
    await folder.device('work', start + 50),
  ];
  for (let round = 0; round < 12; round += 1) {
    for (const device of devices) {
      const living = await device.living();
      const dice = random.integer(1, 10);
      if (living.length === 0 || dice <= 3)
        await device.clip(random.integer(1, 6), [random.pick(['go', '网络'])]);
      else if (dice <= 6) await device.note(random.pick(living), `round ${String(round)}`);
      else if (dice <= 9) await device.tag(random.pick(living), [random.pick(['a', 'b', 'c'])]);
      else await device.trash(random.pick(living));
      for (let steps = random.integer(0, 4); steps > 0; steps -= 1) await device.step();
      if (random.chance(0.2)) device.kill();
    }
  }
  const { libraries, unsent, problems } = await syncToTheEnd(devices);
  const [desk, laptop, work] = libraries;
  expect(laptop, `seed ${String(seed)}`).toEqual(desk);
  expect(work, `seed ${String(seed)}`).toEqual(desk);
  expect([unsent, problems]).toEqual([[], []]);
});

test('two copies of the folder, both written while apart: the program that carries them keeps one of each file, and nothing is lost', async () => {
  const [one, two] = [await SharedFolder.make(), await SharedFolder.make()];
  const [desk, laptop] = [await one.device('desk', start), await two.device('laptop', start)];
  const id = await desk.clip(1, ['go']);
  await desk.note(id, 'first');
  await desk.sync();
  await two.takeFrom(one);
  await laptop.sync();
  await one.takeFrom(two);
  await desk.sync();
  await desk.tag(id, ['go', 'desk']);
  await desk.note(id, 'first\nfrom the desk');
  await desk.sync();
  await laptop.tag(id, ['go', 'laptop']);
  await laptop.sync();
  // The laptop's files stand; the desk's, which were written at the same time, are gone.
  await one.takeFrom(two);
  await desk.sync();
  await two.takeFrom(one);
  await laptop.sync();
  await one.takeFrom(two);
  await desk.sync();
  for (const { database } of [desk, laptop]) {
    const clip = await database.clips.get(id);
    expect(new Set(clip?.tags)).toEqual(new Set(['go', 'desk', 'laptop']));
    expect(clip?.note).toBe('first\nfrom the desk');
  }
  expect(await laptop.library()).toEqual(await desk.library());
});

test('edits by hand come back; a deleted file is a deleted clip; a new note is a new clip; other files stay', async () => {
  const folder = await SharedFolder.make();
  const desk = await folder.device('desk', start);
  const [edited, deleted] = [await desk.clip(1, ['go']), await desk.clip(2, [])];
  await desk.sync();
  const path = await folder.pathOf((each) => isMarkdown(each) && each.includes(edited.slice(0, 8)));
  await folder.write(path, (await folder.read(path)).replace(/^---$/m, '---\nnote: typed in an editor'));
  await folder.remove(await folder.pathOf((each) => isMarkdown(each) && each.includes(deleted.slice(0, 8))));
  await folder.write('clips/found.md', '---\nurl: https://found.example/a\n---\n\nText of a new note.\n');
  await folder.write('clips/.trash/other.md', 'of another program');
  await folder.write('mine.md', 'a file of the user');
  await desk.sync();
  await desk.sync();
  expect((await desk.database.clips.get(edited))?.note).toBe('typed in an editor');
  expect((await desk.database.clips.get(deleted))?.trashedAt).toBeGreaterThan(0);
  const urls = (await desk.database.clips.toArray()).map(({ url }) => url);
  expect(urls).toContain('https://found.example/a');
  const files = await folder.files();
  expect(files['mine.md']).toBe('a file of the user');
  expect(files['clips/.trash/other.md']).toBe('of another program');
  expect(Object.keys(files).filter((each) => each.includes(deleted))).toEqual([]);
  // At rest no file is written again.
  await desk.sync();
  expect(await folder.files()).toEqual(files);
});

test('an empty folder, and one without the file that says what it is, are never taken for all deleted', async () => {
  const folder = await SharedFolder.make();
  const desk = await folder.device('desk', start);
  await desk.clip(1, []);
  await desk.sync();
  const marker = await folder.read('clipshelf.json');
  await folder.remove('clipshelf.json');
  await expect(desk.sync()).rejects.toMatchObject({ code: 'sync/foreign' });
  await folder.write('clipshelf.json', marker);
  for (const path of Object.keys(await folder.files())) await folder.remove(path);
  await expect(desk.sync()).rejects.toMatchObject({ code: 'sync/emptied' });
  expect(await desk.living()).toHaveLength(1);
});

test('the clone of an encrypted repository is said to be one, and stays as it is', async () => {
  const folder = await SharedFolder.make();
  const lock = { iterations: 600_000, salt: btoa('s'.repeat(32)), check: btoa('c'.repeat(16)) };
  await folder.write('clipshelf.json', new TextDecoder().decode(encryptedMarkerBytes(lock)));
  await folder.write('files/a/b/c/d', 'sealed');
  const before = await folder.files();
  const desk = await folder.device('desk', start);
  await desk.clip(1, []);
  const failure = await desk.sync().catch((error: unknown) => folderFailure(error));
  expect(failure).toMatchObject({ code: 'folder/encrypted', detail: '' });
  expect(await folder.files()).toEqual(before);
});

test('a record that comes before its text waits for it', async () => {
  const [one, two] = [await SharedFolder.make(), await SharedFolder.make()];
  const [desk, laptop] = [await one.device('desk', start), await two.device('laptop', start)];
  await desk.clip(1, []);
  await desk.sync();
  await two.takeFrom(one);
  await laptop.sync();
  const id = await desk.clip(2, []);
  await desk.sync();
  const isText = (path: string) => path.includes(`${id}.`) && !isRecord(path);
  await two.takeFrom(one, isText);
  await laptop.sync();
  expect([await laptop.living(), laptop.problems]).toEqual([expect.not.arrayContaining([id]), []]);
  await two.takeFrom(one);
  await laptop.sync();
  expect(await laptop.living()).toContain(id);
});

test('killed while files are written: the rest is written with the next look, and nothing comes back as an edit by hand', async () => {
  const folder = await SharedFolder.make();
  const record = await folder.record();
  const desk = await SyncingDevice.make(
    { repository: await folder.carrier(record), commits: [] },
    'desk',
    start,
  );
  const id = await desk.clip(1, ['go']);
  await desk.sync();
  const old = await folder.files();
  await desk.note(id, 'a note');
  await desk.tag(id, ['go', 'new']);
  await desk.sync();
  const now = await folder.files();
  const changed = Object.keys(now).filter((path) => now[path] !== old[path]);
  expect(changed.length).toBeGreaterThan(1);
  for (const [index, path] of changed.entries()) {
    // The files up to this one were written, the others not yet.
    const carrier = await folder.carrier(record);
    const head = (await carrier.remoteHead())?.commit ?? null;
    const blobs = await Promise.all(changed.map((each) => carrier.find(head, each)));
    for (const [at, each] of changed.entries()) {
      const bytes = new TextEncoder().encode(`${now[each] ?? ''}\n`);
      await record.pending.put({ path: each, before: blobs[at] ?? null, bytes });
      if (at <= index) await folder.write(each, `${now[each] ?? ''}\n`);
    }
    expect(path).not.toBe('');
    await carrier.remoteHead();
    const after = await folder.files();
    for (const each of changed) expect(after[each]).toBe(`${now[each] ?? ''}\n`);
    for (const each of changed) await folder.write(each, now[each] ?? '');
  }
  expect(await record.pending.count()).toBe(0);
});

test('what is known of the folder is lost: what was deleted there meanwhile is deleted here', async () => {
  const folder = await SharedFolder.make();
  const desk = await folder.device('desk', start);
  const laptop = await folder.device('laptop', start);
  const [gone, byHand] = [await desk.clip(1, []), await desk.clip(2, [])];
  const kept = await desk.clip(3, []);
  await desk.sync();
  await laptop.sync();
  await laptop.trash(gone);
  await laptop.sync();
  await folder.remove(await folder.pathOf((path) => isMarkdown(path) && path.includes(byHand.slice(0, 8))));
  const again = SyncingDevice.of(
    desk.database,
    await folder.carrier(await folder.record()),
    'desk',
    desk.now(),
  );
  await again.sync();
  expect(await again.living()).toEqual([kept]);
});

test('a day’s index that two devices wrote at once gets the line that the program lost, and loses the one of a deleted clip', async () => {
  const [one, two] = [await SharedFolder.make(), await SharedFolder.make()];
  const [desk, laptop] = [await one.device('desk', start), await two.device('laptop', start)];
  const [first, gone] = [await desk.clip(1, []), await desk.clip(2, [])];
  await desk.sync();
  await two.takeFrom(one);
  await laptop.sync();
  await one.takeFrom(two);
  await desk.sync();
  const mine = await desk.clip(3, ['desk']);
  await desk.trash(gone);
  await desk.sync();
  const theirs = await laptop.clip(4, ['laptop']);
  await laptop.sync();
  // Both wrote the index; of the two the laptop's is kept, which has no line of the desk's clip and one of the deleted.
  const isDesks = (path: string) => path.includes(mine.slice(0, 8));
  const isGone = (path: string) => path.includes(gone.slice(0, 8));
  const deleted = Object.keys(await two.files()).filter((path) => isGone(path));
  await one.takeFrom(two, (path) => isDesks(path) || isGone(path));
  expect(Object.keys(await one.files()).filter((path) => isGone(path))).toEqual([]);
  expect(deleted.length).toBeGreaterThan(0);
  await desk.sync();
  const files = await one.files();
  const indexes = Object.keys(files).filter((path) => path.endsWith('.jsonl'));
  const ids = indexes.flatMap((path) =>
    [...(files[path] ?? '').matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id),
  );
  expect(ids).toHaveLength(3);
  expect(new Set(ids)).toEqual(new Set([first, mine, theirs]));
  await two.takeFrom(one);
  await laptop.sync();
  expect(await two.files()).toEqual(files);
  expect(await laptop.living()).toEqual(expect.arrayContaining([first, mine, theirs]));
});
