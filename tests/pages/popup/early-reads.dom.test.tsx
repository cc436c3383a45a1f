import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { openDatabase } from '../../../src/database/database.ts';
import { openForReading } from '../../../src/database/reading-connection.ts';
import { openEarlyReads } from '../../../src/pages/popup/state/early-reads.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';
import { workerOver } from '../../factories/worker.ts';
import { find } from '../../ui/show.tsx';
import { showPopup } from './show-popup.tsx';
import { threeClips } from './three-clips.ts';

const titles = () => [...document.querySelectorAll('.clip-title')].map((title) => title.textContent);
const tags = () => [...document.querySelectorAll('.clip-tags')].map((tag) => tag.textContent);

it('lists and finds clips before the code of the storage is there, with their tags', async () => {
  const database = await threeClips();
  await showPopup({
    database,
    openEarly: (ended) => openEarlyReads(ended, database.name),
    openDatabase: () => new Promise(() => undefined),
  });
  await expect.poll(titles).toHaveLength(3);
  expect(tags().join()).toContain('#Tag/three');
  await userEvent.keyboard('thre');
  await expect.poll(titles).toEqual(['Clip three']);
});

it.each([true, false])(
  'lists below a line what a word much like a rare one finds (early: %s)',
  async (early) => {
    const database = await makeDatabase();
    const send = workerOver(database);
    for (const [n, word] of ['backet', 'packet', 'packet', 'packet'].entries()) {
      const article = makeArticle({
        url: `https://n${n}.example/`,
        title: `Clip ${n}`,
        blocks: [{ kind: 'prose', text: `The ${word} is here` }],
      });
      await send('saveArticle', { article, tags: [] });
    }
    await showPopup({
      database,
      ...(early ? { openEarly: (ended) => openEarlyReads(ended, database.name) } : {}),
    });
    await expect.poll(titles).toHaveLength(4);
    await userEvent.fill(find('.search-field input', HTMLInputElement), 'backet ');
    await expect.poll(() => find('.clip-list-line', HTMLElement).textContent).toContain('packet');
    expect(titles()[0]).toBe('Clip 0');
    expect(titles().slice(1).sort()).toEqual(['Clip 1', 'Clip 2', 'Clip 3']);
  },
);

it('goes on by the storage where its own connection has ended', async () => {
  const database = await threeClips();
  let end = () => {};
  await showPopup({
    database,
    openEarly: (ended) => {
      end = ended;
      return openEarlyReads(ended, database.name);
    },
  });
  await userEvent.keyboard('thre');
  await expect.poll(titles).toEqual(['Clip three']);
  end();
  await userEvent.fill(find('.search-field input', HTMLInputElement), 'two');
  await expect.poll(titles).toEqual(['Clip two']);
});

it('makes no database where there is none, and gives way to who asks for another version', async () => {
  const name = `early-${crypto.randomUUID()}`;
  expect(await openForReading(() => undefined, name)).toBeNull();
  expect((await indexedDB.databases()).map((each) => each.name)).not.toContain(name);
  const database = await openDatabase(name);
  let ended = 0;
  const early = await openForReading(() => (ended += 1), name);
  expect(early?.objectStoreNames).toContain('clips');
  await database.delete();
  expect(ended).toBe(1);
});
