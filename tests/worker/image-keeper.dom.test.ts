import { expect, test } from 'vitest';
import { createImageKeeper } from '../../src/worker/images/image-keeper.ts';
import { type ImageSettings, usualImageSettings } from '../../src/core/image/image-settings.ts';
import { saveClip } from '../../src/database/clips/clip-writes.ts';
import type { Database } from '../../src/database/database.ts';
import { imagesOfClip } from '../../src/database/images/image-queries.ts';
import { makeArticle } from '../factories/article.ts';
import { makeDatabase } from '../factories/database.ts';
import { fillStore } from '../factories/full-store.ts';

const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A clip with these pictures, and a worker that reads them in a tab. */
async function world(
  inTab: Readonly<Record<string, string>>,
  urls: readonly string[],
  settings: Partial<ImageSettings> = {},
) {
  const database = await makeDatabase();
  await saveClip(
    database,
    { article: makeArticle(), tags: [], note: undefined, source: null, images: { urls, tabId: 7 } },
    { newId: 'a', now: 1 },
  );
  let isAllowed = false;
  const keeper = createImageKeeper({
    library: { database: () => Promise.resolve(database) },
    settings: () => Promise.resolve({ ...usualImageSettings, ...settings }),
    imageInTab: (_tab, url) => Promise.resolve(inTab[url] ?? null),
    hasAccess: () => Promise.resolve(isAllowed),
    keepAwake: () => () => undefined,
    // Only of what comes after the test, when its database is gone.
    report: () => undefined,
  });
  return { database, keeper, allow: () => (isAllowed = true) };
}

async function states(database: Database) {
  return (await imagesOfClip(database, 'a')).map(({ image, file }) => [
    image.url,
    image.state,
    image.code,
    file?.type ?? null,
  ]);
}

// No server answers there.
const away = 'https://away.invalid/away.png';

test('reads pictures in the tab, once for each', async () => {
  const url = 'https://img.example.com/a.png';
  const { database, keeper } = await world({ [url]: png }, [url]);
  keeper.wake();
  await keeper.idle();
  expect(await states(database)).toEqual([[url, 'stored', null, 'image/png']]);
});

test('says which are no pictures, and which no one may read', async () => {
  const fake = 'https://img.example.com/fake.png';
  const { database, keeper } = await world({ [fake]: btoa('<html>not found</html>') }, [fake, away]);
  keeper.wake();
  await keeper.idle();
  expect(await states(database)).toEqual([
    [away, 'no-access', 'image/no-access', null],
    [fake, 'failed', 'image/not-an-image', null],
  ]);
});

test('a worker that comes after one that died takes up what waits; a permission, what was refused', async () => {
  const { database, keeper, allow } = await world({}, [away]);
  keeper.wake();
  await keeper.idle();
  await keeper.retryAllowed();
  expect(await database.images.where('state').equals('waiting').count()).toBe(0);
  allow();
  await keeper.retryAllowed();
  // It waits for its next try, in the journal.
  await expect
    .poll(async () => (await database.images.toArray()).map(({ attempts, state }) => [state, attempts]))
    .toEqual([['waiting', 1]]);
});

test('keeps them as WebP where that is wanted and smaller', async () => {
  const canvas = new OffscreenCanvas(300, 300);
  const context = canvas.getContext('2d');
  // Noise, as photographs have it: PNG keeps every grain.
  const grains = new ImageData(300, 300);
  const random = new Uint8Array(grains.data.length);
  for (let at = 0; at < random.length; at += 60_000) crypto.getRandomValues(random.subarray(at, at + 60_000));
  grains.data.set(random.map((value, at) => (at % 4 === 3 ? 255 : value)));
  context?.putImageData(grains, 0, 0);
  const blob = await canvas.convertToBlob();
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const url = 'https://img.example.com/photo.png';
  const large = btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''));
  const { database, keeper } = await world({ [url]: large }, [url], { format: 'webp' });
  keeper.wake();
  await keeper.idle();
  const [stored] = await imagesOfClip(database, 'a');
  expect(stored?.file?.type).toBe('image/webp');
  expect(stored?.file?.size).toBeLessThan(blob.size);
});

test('a picture for which there is no room is left out, and that is said', async () => {
  const url = 'https://img.example.com/a.png';
  const { database, keeper } = await world({ [url]: png }, [url]);
  const makeRoom = fillStore(['imageFiles']);
  keeper.wake();
  await keeper.idle();
  makeRoom();
  expect(await states(database)).toEqual([[url, 'failed', 'store/full', null]]);
});

test('a host that does not answer keeps no other host waiting, however many of its pictures stand first', async () => {
  const slow = Array.from({ length: 70 }, (_each, index) => `https://a-slow.example/${String(index)}.png`);
  const quick = 'https://z-quick.example/a.png';
  const database = await makeDatabase();
  const images = { urls: [...slow, quick], tabId: 7 };
  await saveClip(
    database,
    { article: makeArticle(), tags: [], note: undefined, source: null, images },
    { newId: 'a', now: 1 },
  );
  const keeper = createImageKeeper({
    library: { database: () => Promise.resolve(database) },
    settings: () => Promise.resolve(usualImageSettings),
    imageInTab: (_tab, url) => (url === quick ? Promise.resolve(png) : new Promise(() => undefined)),
    hasAccess: () => Promise.resolve(false),
    keepAwake: () => () => undefined,
    report: () => undefined,
  });
  keeper.wake();
  await expect.poll(async () => (await database.images.get(['a', quick]))?.state).toBe('stored');
});

test('nothing in the private network is asked for, and no more than 300 pictures of a page', async () => {
  const own = 'http://192.168.0.1/admin.png';
  const many = Array.from({ length: 400 }, (_each, index) => `http://10.0.0.1/${String(index)}.png`);
  const { database, keeper } = await world({}, [own, ...many]);
  keeper.wake();
  await keeper.idle();
  const rows = await database.images.toArray();
  expect(rows).toHaveLength(300);
  expect(new Set(rows.map(({ state, code }) => `${state} ${String(code)}`))).toEqual(
    new Set(['failed image/private']),
  );
});
