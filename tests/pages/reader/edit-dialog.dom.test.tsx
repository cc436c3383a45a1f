import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { makeArticle } from '../../factories/article.ts';
import { find } from '../../ui/show.tsx';
import { dialogOpens, showReader } from './show-reader.tsx';

const offered = () =>
  [...document.querySelectorAll('.edit-dialog [role=option] > :first-child')].map(
    ({ textContent }) => textContent,
  );

test("the dialog for a clip's details offers the library's tags, for what is typed and for nothing", async () => {
  const { send, database, clipId } = await showReader();
  const other = { url: 'https://b.example/queues', canonicalUrl: null };
  await send('saveArticle', { article: makeArticle(other), tags: ['Kafka', 'queues'], source: null });
  await userEvent.keyboard('e');
  await dialogOpens();
  await userEvent.click(find('.edit-dialog [role=combobox]', HTMLInputElement));
  await expect.poll(offered).toEqual(expect.arrayContaining(['Kafka', 'queues']));
  expect(offered()).not.toContain('Go');

  await userEvent.keyboard('kaf');
  await expect.poll(() => offered()[0]).toBe('Kafka');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(async () => (await database.clips.get(clipId))?.tags).toEqual(['go', '并发', 'kafka']);
});
