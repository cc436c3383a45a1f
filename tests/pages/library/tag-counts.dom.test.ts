import { effect } from '@preact/signals';
import { expect, onTestFinished, test } from 'vitest';
import { parseTags } from '../../../src/core/tag/tag.ts';
import { replaceTags } from '../../../src/database/clips/bulk-writes.ts';
import { setTrashed } from '../../../src/database/clips/clip-state-writes.ts';
import { saveClip } from '../../../src/database/clips/clip-writes.ts';
import { createAllRows } from '../../../src/pages/library/state/all-rows.ts';
import { createTagCounts } from '../../../src/pages/library/state/tag-counts.ts';
import { createStore } from '../../../src/pages/store/open-store.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';
import { eventually } from '../../factories/eventually.ts';

test('a renamed tag is shown with its clips: no tag without one is seen meanwhile', async () => {
  const database = await makeDatabase();
  const tags = parseTags(['Go']);
  for (let index = 0; index < 100; index += 1) {
    const article = makeArticle({ url: `https://a.example/${index}` });
    await saveClip(
      database,
      { article, tags, note: undefined, source: null },
      { newId: String(index), now: index + 1 },
    );
  }
  const store = createStore(() => Promise.resolve(database));
  const rows = createAllRows(store, (error) => {
    throw error;
  });
  const counted = createTagCounts(store, rows, 'en');
  const seen = new Set<string>();
  onTestFinished(
    effect(() => {
      if (rows.stage.value !== 'whole') return;
      for (const { label, count } of counted.tags.value) seen.add(`${label}: ${count}`);
    }),
  );
  store.open();
  await eventually(() => expect([...seen]).toContain('Go: 100'));
  await replaceTags(database, [{ from: 'go', to: { key: 'golang', label: 'Golang' } }], 1_000);
  await eventually(() => expect([...seen]).toContain('Golang: 100'));
  expect([...seen]).toEqual(['Go: 100', 'Golang: 100']);
});

test('a tag that only highlights have is counted with them, and not those of clips in the trash', async () => {
  const database = await makeDatabase();
  for (const id of ['a', 'b']) {
    const blocks = [{ kind: 'prose', text: 'A pool keeps connections.' }] as const;
    const article = makeArticle({
      url: `https://a.example/${id}`,
      html: `<p data-block="0">${blocks[0].text}</p>`,
      blocks,
    });
    const words = { quote: 'pool', prefix: '', suffix: '', range: null };
    const looks = { color: 'green', note: '', tags: ['Go', 'Pools'], origin: 'reader' } as const;
    const highlights = [{ id: `h${id}`, ...words, ...looks }];
    const clip = { article, tags: parseTags(['Go']), note: undefined, source: null, highlights };
    await saveClip(database, clip, { newId: id, now: 1 });
  }
  const store = createStore(() => Promise.resolve(database));
  const rows = createAllRows(store, (error) => {
    throw error;
  });
  const counted = createTagCounts(store, rows, 'en');
  const shown = () => counted.tags.peek().map(({ label, count, marks }) => [label, count, marks]);
  store.open();
  await eventually(() => expect(counted.byKey.value.size).toBe(2));
  // Nothing shows the list of tags yet: highlights are not read for it.
  expect(shown()).toEqual([
    ['Go', 2, 0],
    ['Pools', 0, 0],
  ]);
  onTestFinished(effect(() => void counted.tags.value));
  await eventually(() =>
    expect(shown()).toEqual([
      ['Go', 2, 2],
      ['Pools', 0, 2],
    ]),
  );
  await setTrashed(database, ['b'], 5, 5);
  await eventually(() =>
    expect(shown()).toEqual([
      ['Go', 1, 1],
      ['Pools', 0, 1],
    ]),
  );
});
