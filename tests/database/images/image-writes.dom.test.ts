import { expect, test } from 'vitest';
import { checkLibrary } from '../../../src/database/check-library.ts';
import { saveClip } from '../../../src/database/clips/clip-writes.ts';
import type { Database } from '../../../src/database/database.ts';
import { imagesOfClip, waitingImages } from '../../../src/database/images/image-queries.ts';
import { recordImage, takeImages } from '../../../src/database/images/image-writes.ts';
import { deleteTrashed, setTrashed } from '../../../src/database/clips/clip-state-writes.ts';
import { sha256 } from '../../../src/disk/sha256.ts';
import { mendPictures } from '../../../src/worker/mend-pictures.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';

const picture = 'https://img.example.com/a.png';

async function save(database: Database, id: string, urls = [picture]) {
  await saveClip(
    database,
    {
      article: makeArticle({ url: `https://blog.example.com/${id}` }),
      tags: [],
      note: undefined,
      source: null,
      images: { urls, tabId: 7 },
    },
    { newId: id, now: 1 },
  );
}

async function store(database: Database, hash: string) {
  for (const image of await waitingImages(database, 10)) {
    await recordImage(
      database,
      { ...image, state: 'stored', hash },
      { hash, blob: new Blob(['x'], { type: 'image/png' }) },
    );
  }
}

test('a clip is saved with the journal of its pictures', async () => {
  const database = await makeDatabase();
  await save(database, 'a', [picture, picture, 'data:image/png;base64,AAAA']);
  expect(await waitingImages(database, 10)).toMatchObject([
    { clipId: 'a', url: picture, tabId: 7, state: 'waiting' },
  ]);
});

test('clips that show the same picture share its file; the last one takes it along', async () => {
  const database = await makeDatabase();
  await save(database, 'a');
  await save(database, 'b');
  await store(database, 'hash');
  expect(await database.imageFiles.count()).toBe(1);
  await setTrashed(database, ['a', 'b'], 2, 2);
  await deleteTrashed(database, ['a'], 3);
  const [kept] = await imagesOfClip(database, 'b');
  expect(await kept?.file?.text()).toBe('x');
  expect((await checkLibrary(database)).problems).toEqual([]);
  await deleteTrashed(database, ['b'], 4);
  expect(await database.imageFiles.count()).toBe(0);
  expect(await database.images.count()).toBe(0);
});

test('clipped again, what is stored stays and what failed is tried again', async () => {
  const database = await makeDatabase();
  await save(database, 'a');
  await store(database, 'hash');
  const other = 'https://img.example.com/b.png';
  await save(database, 'a', [picture, other]);
  const [failed] = await waitingImages(database, 10);
  if (failed === undefined) throw new Error('nothing waits');
  await recordImage(database, { ...failed, state: 'failed', code: 'fetch/refused' });
  await save(database, 'a', [picture, other]);
  const states = (await imagesOfClip(database, 'a')).map(({ image }) => [image.url, image.state]);
  expect(states).toEqual([
    [picture, 'stored'],
    [other, 'waiting'],
  ]);
});

test('a picture that comes in after its clip was deleted is not kept', async () => {
  const database = await makeDatabase();
  await save(database, 'a');
  const waiting = await waitingImages(database, 10);
  await setTrashed(database, ['a'], 2, 2);
  await deleteTrashed(database, ['a'], 3);
  for (const image of waiting)
    await recordImage(
      database,
      { ...image, state: 'stored', hash: 'h' },
      { hash: 'h', blob: new Blob(['x']) },
    );
  expect(await database.imageFiles.count()).toBe(0);
});

test('the checker finds a lost file and one that nobody shows', async () => {
  const database = await makeDatabase();
  await save(database, 'a');
  await store(database, 'hash');
  await database.imageFiles.delete('hash');
  await database.imageFiles.add({ hash: 'stray', blob: new Blob(['y']) });
  const { problems } = await checkLibrary(database);
  expect(problems).toEqual([
    `clip a has lost the picture ${picture}`,
    'the picture stray belongs to no clip',
  ]);
});

test('a picture that comes with a file does not take the place of ours', async () => {
  const database = await makeDatabase();
  await save(database, 'a');
  await store(database, 'ours');
  const theirs = { url: picture, file: { hash: 'theirs', blob: new Blob(['y'], { type: 'image/png' }) } };
  const other = { ...theirs, url: `${picture}?other` };
  await database.transaction('rw', ['images', 'imageFiles'], () =>
    takeImages(database, [theirs, other], 'a'),
  );
  expect((await imagesOfClip(database, 'a')).map(({ image }) => [image.url, image.hash])).toEqual([
    [picture, 'ours'],
    [`${picture}?other`, 'theirs'],
  ]);
  expect((await checkLibrary(database)).problems).toEqual([]);
});

/** What builds of 28 November kept in place of a picture's bytes. */
const noPicture = new Blob(['[object Object]'], { type: 'image/png' });
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3, 4, 5]);
const pngFile = async () => ({ hash: await sha256(png), blob: new Blob([png], { type: 'image/png' }) });

async function withBroken(): Promise<{ readonly database: Database; readonly hash: string }> {
  const database = await makeDatabase();
  for (const id of ['a', 'b']) await save(database, id, []);
  const file = await pngFile();
  await database.transaction('rw', [database.images, database.imageFiles], async () => {
    await takeImages(database, [{ url: picture, file }], 'a');
    await takeImages(database, [{ url: picture, file }], 'b');
  });
  await database.imageFiles.put({ hash: file.hash, blob: noPicture });
  return { database, hash: file.hash };
}

test('a picture whose bytes are not those that were stored is found', async () => {
  const { database, hash } = await withBroken();
  expect((await checkLibrary(database)).problems).toEqual([`the picture ${hash} is broken`]);
  const changed = new Blob([png.map((byte, index) => (index === 12 ? byte + 1 : byte))]);
  await database.imageFiles.put({ hash, blob: changed });
  expect((await checkLibrary(database)).problems).toEqual([`the picture ${hash} is broken`]);
});

test('a broken picture is whole again when it comes once more', async () => {
  const { database } = await withBroken();
  await save(database, 'c', []);
  const file = await pngFile();
  await database.transaction('rw', [database.images, database.imageFiles], () =>
    takeImages(database, [{ url: picture, file }], 'c'),
  );
  expect((await checkLibrary(database)).problems).toEqual([]);
});

test('what is no picture is looked for once, and is missing then in every clip; whole ones stay', async () => {
  const { database } = await withBroken();
  const whole = { hash: await sha256(png.slice(0, 10)), blob: new Blob([png.slice(0, 10)]) };
  await database.transaction('rw', [database.images, database.imageFiles], () =>
    takeImages(database, [{ url: `${picture}?2`, file: whole }], 'a'),
  );
  const kept = new Map<string, unknown>();
  const settings = {
    read: (name: string) => Promise.resolve(kept.get(name)),
    write: (name: string, value: object) => Promise.resolve(void kept.set(name, value)),
  };
  expect(await mendPictures(database, settings, 9)).toBe(2);
  expect((await checkLibrary(database)).problems).toEqual([]);
  expect((await imagesOfClip(database, 'a')).map(({ image }) => image)).toMatchObject([
    { url: picture, state: 'failed', hash: null, code: 'image/not-an-image' },
    { url: `${picture}?2`, state: 'stored' },
  ]);
  expect((await database.changes.toArray()).filter(({ at }) => at === 9)).toHaveLength(2);
  expect(await mendPictures(database, settings, 10)).toBe(0);
});
