import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { saveClip } from '../../../src/database/clips/clip-writes.ts';
import type { Database } from '../../../src/database/database.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';
import { checkAccessibility, find } from '../../ui/show.tsx';
import { showPopup } from './show-popup.tsx';

async function libraryOf(count: number): Promise<Database> {
  const database = await makeDatabase();
  for (let index = 0; index < count; index += 1) {
    const article = makeArticle({ url: `https://a.example/${index}` });
    const clip = { article, tags: [], note: undefined, source: null };
    await saveClip(database, clip, { newId: `clip-${index}`, now: 1_000 + index });
  }
  return database;
}

const line = () => document.querySelector('.backup-line')?.textContent ?? null;

test('fifty clips and no backup: one quiet line leads to the backup, or is waved away', async () => {
  const { opened, written } = await showPopup({ database: await libraryOf(50), now: () => 5_000 });
  await expect.poll(line).toContain('50 clips, and no backup yet.');
  await checkAccessibility();
  await userEvent.click(find('.backup-line .button', HTMLButtonElement));
  expect(opened).toEqual(['pages/options/index.html#transfer']);
  await userEvent.click(find('.backup-line .icon-button', HTMLButtonElement));
  await expect.poll(line).toBeNull();
  expect(written).toMatchObject([{ name: 'backup', value: { dismissedAt: 5_000, backedUpAt: null } }]);
});

test('only what is new since the last backup counts', async () => {
  const settings = { backedUpAt: 1_009, every: 50 };
  const { database } = await showPopup({ database: await libraryOf(59), settings });
  await expect.poll(() => document.querySelectorAll('.clips li').length).toBeGreaterThan(0);
  expect(line()).toBeNull();
  const article = makeArticle({ url: 'https://a.example/new' });
  await saveClip(
    database,
    { article, tags: [], note: undefined, source: null },
    { newId: 'new', now: 2_000 },
  );
  await expect.poll(line).toContain('50 clips since the last backup.');
});

test('a library that the browser has deleted is said, with the way to a backup, until the reader knows', async () => {
  const settings = { hadClips: true, lostAt: 4_000 };
  const { opened, written } = await showPopup({ database: await makeDatabase(), settings });
  await expect.poll(line).toContain('The browser has deleted your library');
  await checkAccessibility();
  await userEvent.click(find('.backup-line .button', HTMLButtonElement));
  expect(opened).toEqual(['pages/options/index.html#transfer']);
  await userEvent.click(find('.backup-line .icon-button', HTMLButtonElement));
  await expect.poll(line).toBeNull();
  expect(written).toEqual([{ name: 'shelf', value: { hadClips: false, lostAt: null } }]);
});
