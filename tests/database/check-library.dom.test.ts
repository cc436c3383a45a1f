import { expect, test } from 'vitest';
import { checkLibrary } from '../../src/database/check-library.ts';
import { saveClip } from '../../src/database/clips/clip-writes.ts';
import { makeArticle } from '../factories/article.ts';
import { makeDatabase } from '../factories/database.ts';

async function library() {
  const database = await makeDatabase();
  const tags = [{ key: 'go', label: 'Go' }];
  for (const id of ['a', 'b']) {
    const article = makeArticle({ url: `https://example.com/${id}` });
    await saveClip(
      database,
      { article, tags, note: undefined, source: new Uint8Array([1]) },
      { newId: id, now: 1 },
    );
  }
  return database;
}

test('finds nothing wrong with a whole library', async () => {
  expect(await checkLibrary(await library())).toEqual({ sound: true, clips: 2, problems: [] });
});

test.each([
  ['a body that is gone', 'has no body', (database) => database.bodies.delete('a')],
  ['a clip that is half gone', 'something is left of clip a', (database) => database.clips.delete('a')],
  ['a tag without a row', 'unknown tag go', (database) => database.tags.delete('go')],
  [
    'a page that is there twice',
    'two clips of',
    (database) => database.clips.toCollection().modify({ urlKey: 'same' }),
  ],
  ['a change that was not noted', 'not in the change log', (database) => database.changes.delete('b')],
] satisfies [string, string, (database: Awaited<ReturnType<typeof library>>) => PromiseLike<unknown>][])(
  'finds %s',
  async (_name, problem, harm) => {
    const database = await library();
    await harm(database);
    const report = await checkLibrary(database);
    expect(report.sound).toBe(false);
    expect(report.problems.join('\n')).toContain(problem);
  },
);
