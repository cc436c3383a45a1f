import { expect, test } from 'vitest';
import { blocksOfMarkdown } from '../../../bench/search/corpus/markdown-blocks.ts';
import { ownTexts } from '../../../bench/search/corpus/own-texts.ts';
import { seededRandom } from '../../../bench/search/corpus/random.ts';
import { search } from '../../../src/search/index/search.ts';
import { namesIn } from '../../factories/names-in-text.ts';
import { clipOf, maintain, now, openStore, save } from './indexed-library.ts';

const files = import.meta.glob<string>('../../fixtures/articles/*/expected.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** More clips than this hold it: which of them come first is ranking's concern. */
const limit = 60;

/**
 * Whatever people copy out of a clip finds it: runs of Han, identifiers, flags, paths, versions, error codes, addresses.
 * Over our fixtures and texts made by rule here, over a folder of texts by `npm run bench:names`.
 */
test('every name that stands in a clip finds it, as a whole and without a correction', async () => {
  const database = await openStore();
  const library = [
    ...Object.entries(files).map(([path, text]) => ({ id: path, blocks: blocksOfMarkdown(text) })),
    ...ownTexts(60).map(({ blocks }, index) => ({ id: `own-${index}`, blocks })),
  ];
  for (const { id, blocks } of library) await save(database, clipOf({ id, title: 'An article', blocks }));
  await maintain(database);
  const random = seededRandom(11);
  const missed: unknown[] = [];
  let asked = 0;
  for (const { id, blocks } of library) {
    const texts = blocks.map((block) => block.text);
    for (const { kind, name } of namesIn(texts, 6, random)) {
      const answer = await search(database, `${name} `, { limit, now });
      asked += 1;
      if (answer.total > limit) continue;
      const found = answer.hits.some(({ clip }) => clip.id === id);
      if (!found || answer.partial || answer.corrections.length > 0) {
        missed.push({ kind, name, id, found, partial: answer.partial });
      }
    }
  }
  expect(missed).toEqual([]);
  expect(asked).toBeGreaterThan(500);
}, 600_000);
