import { expect, test } from 'vitest';
import type { Extraction } from '../../src/core/clip/extraction.ts';
import { saveClip } from '../../src/database/clips/clip-writes.ts';
import { saveLinkedPage } from '../../src/worker/saving/save-links.ts';
import { makeArticle } from '../factories/article.ts';
import { makeDatabase } from '../factories/database.ts';

const url = 'https://blog.example.com/2024/grpc';
const link = { url, title: 'as the link calls it' };

/** Writes down what it is asked to read. */
function readerOf(asked: string[], article = makeArticle({ url })): (page: string) => Promise<Extraction> {
  return (page) => {
    asked.push(page);
    return Promise.resolve({ article, source: null });
  };
}

async function world() {
  const database = await makeDatabase();
  return { database, library: { database: () => Promise.resolve(database) }, asked: [] as string[] };
}

test('where the user allows the site, the page is read and kept', async () => {
  const { database, library, asked } = await world();
  await saveLinkedPage(library, readerOf(asked), link, Promise.resolve(true));
  expect(asked).toEqual([url]);
  expect((await database.clips.toArray()).map(({ title }) => title)).toEqual(['gRPC 负载均衡']);
});

test('where the user does not, nothing is fetched, and the link is kept', async () => {
  const { database, library, asked } = await world();
  await saveLinkedPage(library, readerOf(asked), link, Promise.resolve(false));
  expect(asked).toEqual([]);
  expect((await database.clips.toArray()).map(({ title, words }) => [title, words])).toEqual([
    [link.title, 0],
  ]);
});

test.each([
  ['as a link, the site not being allowed', false, undefined],
  [
    'as a page that asks to sign in',
    true,
    { html: '<p>in</p>', blocks: [{ kind: 'prose', text: 'in' } as const] },
  ],
])('a page that is clipped in full stays so, clipped %s', async (_how, allowed, less) => {
  const { database, library, asked } = await world();
  const whole = {
    article: makeArticle({ url }),
    tags: [{ key: 'go', label: 'Go' }],
    note: 'mine',
    source: null,
  };
  const { clipId } = await saveClip(database, whole, { newId: 'a', now: 1 });
  const before = [await database.clips.get(clipId), await database.bodies.get(clipId)];
  const saved = await saveLinkedPage(
    library,
    readerOf(asked, makeArticle({ url, ...less })),
    link,
    Promise.resolve(allowed),
  );
  expect(saved).toEqual({ clipId, outcome: 'kept' });
  expect([await database.clips.get(clipId), await database.bodies.get(clipId)]).toEqual(before);
});
