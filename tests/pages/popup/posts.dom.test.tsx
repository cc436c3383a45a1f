import { expect, test } from 'vitest';
import type { RecognizedPage } from '../../../src/core/clip/index-page.ts';
import { allJobs, itemsOf } from '../../../src/database/jobs/job-queries.ts';
import { saveClip } from '../../../src/database/clips/clip-writes.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';
import { checkAccessibility, find } from '../../ui/show.tsx';
import { chinese, english } from '../../ui/translations.ts';
import { pageTab, showPopup } from './show-popup.tsx';
import { eventually } from '../../factories/eventually.ts';

const post = (number: number) => ({
  title: `Post ${number}`,
  url: `https://blog.example.com/${number}/`,
  date: '2024-03-01',
  excerpt: null,
});

const indexPage: RecognizedPage = {
  kind: 'index',
  confidence: 0.99,
  posts: [1, 2, 3, 4].map(post),
  next: 'https://blog.example.com/page/2/',
  feeds: [{ url: 'https://blog.example.com/index.xml', type: 'rss', title: null }],
  series: null,
};

const button = (root: HTMLElement, text: string) =>
  [...root.querySelectorAll('button')].find((each) => each.textContent.includes(text));

async function press(root: HTMLElement, text: string): Promise<void> {
  await eventually(() => expect(button(root, text)).toBeDefined());
  button(root, text)?.click();
}

/** Presses an entry of the menu beside the main button. */
async function choose(root: HTMLElement, text: string): Promise<void> {
  await eventually(() => {
    root.querySelector<HTMLElement>('.menu-button[aria-expanded=false]')?.click();
    expect(button(root, text)).toBeDefined();
  });
  button(root, text)?.click();
}

test('an index page offers its posts, all but those in the library', async () => {
  const database = await makeDatabase();
  const article = makeArticle({ url: post(2).url });
  await saveClip(database, { article, tags: [], note: undefined, source: null }, { newId: 'c', now: 1 });
  const { root } = await showPopup({ database, recognized: indexPage });
  await eventually(() => expect(button(root, 'Clip 3 posts')).toBeDefined());
  expect(root.querySelectorAll('.pick-clipped')).toHaveLength(1);
  await checkAccessibility();
});

test('the library’s list has the room that the posts leave: rows below a few, its search box below many', async () => {
  const database = await makeDatabase();
  for (const id of ['1', '2', '3', '4', '5']) {
    const article = makeArticle({ url: `https://notes.example.org/${id}`, title: `Kept ${id}` });
    await saveClip(database, { article, tags: [], note: undefined, source: null }, { newId: id, now: 1 });
  }
  const shown = async (count: number) => {
    const posts = Array.from({ length: count }, (_, at) => post(at + 1));
    const { root } = await showPopup({ database, recognized: { ...indexPage, posts } });
    await eventually(() => expect(button(root, `Clip ${String(count)} posts`)).toBeDefined());
    await eventually(() => expect(root.querySelectorAll('.clip-row').length).toBeGreaterThan(0));
    const list = find('.clips-scroll', HTMLElement).getBoundingClientRect();
    const foot = find('.popup-footer', HTMLElement).getBoundingClientRect();
    const search = find('.clips .search-field', HTMLElement).getBoundingClientRect();
    const picks = find('.pick-list', HTMLElement).getBoundingClientRect();
    expect(foot.bottom - root.getBoundingClientRect().top).toBe(580);
    expect(search.bottom).toBeLessThanOrEqual(foot.top);
    return { list: list.height, picks: picks.height, between: foot.top - search.bottom };
  };
  const few = await shown(2);
  expect(few.list).toBeGreaterThan(100);
  const many = await shown(30);
  expect(many.picks).toBeGreaterThan(200);
  // No hole where no row has room.
  expect(many.between).toBeLessThan(48);
});

test('it says so in Chinese', async () => {
  const { root } = await showPopup({ recognized: indexPage, translation: chinese });
  await eventually(() => expect(button(root, '剪藏 4 篇文章')).toBeDefined());
});

test('taking the posts makes one job, with the feed that may have them', async () => {
  const { root, database } = await showPopup({ recognized: indexPage });
  await press(root, 'Clip 4 posts');
  await eventually(async () => expect(await allJobs(database)).toHaveLength(1));
  const [job] = await allJobs(database);
  const items = await itemsOf(database, job?.id ?? '');
  expect(items.map(({ role, url, feed }) => [role, url, feed])).toEqual(
    indexPage.posts.map(({ url }) => ['page', url, 'https://blog.example.com/index.xml']),
  );
  await eventually(() => expect(root.querySelector('.job')?.textContent).toContain('0 of 4'));
  await checkAccessibility();
});

test('the pages that follow come too, where the reader wants them', async () => {
  const { root, database } = await showPopup({ recognized: indexPage });
  await eventually(() => expect(button(root, 'Clip 4 posts')).toBeDefined());
  root.querySelector<HTMLInputElement>('.option input')?.click();
  await press(root, 'Clip 4 posts');
  await eventually(async () => expect(await allJobs(database)).toHaveLength(1));
  const items = await itemsOf(database, (await allJobs(database))[0]?.id ?? '');
  expect(items.at(-1)).toMatchObject({ role: 'list', url: indexPage.next });
});

test('tabs for pages that need their scripts, and the sign-in, are a choice', async () => {
  const { root, database } = await showPopup({ recognized: indexPage });
  await eventually(() => expect(button(root, 'Clip 4 posts')).toBeDefined());
  root.querySelector<HTMLElement>('.fetch-options summary')?.click();
  for (const input of root.querySelectorAll<HTMLInputElement>('.fetch-options input')) {
    expect(input.checked).toBe(false);
    input.click();
  }
  await checkAccessibility();
  await press(root, 'Clip 4 posts');
  await eventually(async () => expect(await allJobs(database)).toHaveLength(1));
  const [job] = await allJobs(database);
  expect(job?.options).toMatchObject({ render: true, cookies: true });
});

test('where the reader refuses access, nothing stays behind', async () => {
  const { root, database } = await showPopup({ recognized: indexPage, allows: false });
  await press(root, 'Clip 4 posts');
  await eventually(() => expect(root.textContent).toContain('Without access'));
  expect(await allJobs(database)).toEqual([]);
});

test('Shift takes a range, and the filter counts', async () => {
  const { root } = await showPopup({ recognized: { ...indexPage, posts: [1, 2, 3, 4, 5, 6, 7].map(post) } });
  await eventually(() => expect(button(root, 'Clip 7 posts')).toBeDefined());
  root.querySelector<HTMLInputElement>('.pick-all input')?.click();
  await eventually(() => expect(button(root, 'Clip the selected')?.ariaDisabled).toBe('true'));
  const boxes = [...root.querySelectorAll<HTMLInputElement>('.pick-list input')];
  boxes[1]?.click();
  boxes[3]?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey: true }));
  await eventually(() => expect(button(root, 'Clip 3 posts')).toBeDefined());
  const filter = root.querySelector<HTMLInputElement>('.picks-filter');
  if (filter === null) throw new Error('no filter');
  filter.value = 'post 3';
  filter.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await eventually(() => expect(button(root, 'Clip 1 post')).toBeDefined());
});

test('the page itself is in the menu, and the posts are in its menu', async () => {
  const { root } = await showPopup({ recognized: indexPage });
  await eventually(() => expect(button(root, 'Clip 4 posts')).toBeDefined());
  await choose(root, 'Clip as one article');
  await eventually(() => expect(button(root, 'Clip 4 posts')).toBeUndefined());
  await choose(root, 'Clip the 4 posts');
  await eventually(() => expect(button(root, 'Clip 4 posts')).toBeDefined());
});

test('the list itself can be kept', async () => {
  const { root, database } = await showPopup({ recognized: indexPage });
  await choose(root, 'Save the list only');
  await eventually(async () => expect(await database.clips.count()).toBe(1));
  const [body] = await database.bodies.toArray();
  expect(body?.html).toContain('<a href="https://blog.example.com/1/">Post 1</a>');
  expect(body?.blocks).toHaveLength(4);
});

test('a list is called by the name of its page, and says what is clipped of it', async () => {
  const database = await makeDatabase();
  const article = makeArticle({ url: post(2).url });
  await saveClip(database, { article, tags: [], note: undefined, source: null }, { newId: 'c', now: 1 });
  const { root } = await showPopup({ database, recognized: indexPage });
  await eventually(() =>
    expect(root.querySelector('.page-summary')?.textContent).toContain('4 posts1 clipped'),
  );
  expect(root.querySelector('h1')?.textContent).toBe(pageTab.title);
  await press(root, 'New only');
  await eventually(() => expect(button(root, 'Clip 3 posts')).toBeDefined());
});

const long =
  '分布式系统里的一致性协议 and_an_identifier_that_has_no_place_to_break_at_all_and_goes_on'.repeat(4);

test.each([
  ['en', english],
  ['zh-CN', chinese],
])(
  'whatever a list holds, all of the popup stands within 400 × 600 and nothing covers a button (%s)',
  async (_, translation) => {
    const posts = Array.from({ length: 40 }, (_each, index) => ({
      ...post(index),
      title: long,
      excerpt: long,
    }));
    const { root, popup } = await showPopup({ recognized: { ...indexPage, posts }, translation });
    root.style.width = '400px';
    await eventually(() => expect(root.querySelectorAll('.pick-list li')).toHaveLength(40));
    popup.tags.change({ tags: [long.slice(0, 70), 'b', 'c', 'd', 'e', 'f', 'g', 'h'], text: '' });
    root.querySelector<HTMLElement>('[role=combobox]')?.focus();
    root.querySelector<HTMLElement>('.fetch-options summary')?.click();
    await eventually(() => expect(root.querySelectorAll('.chip')).toHaveLength(8));
    expect([root.scrollWidth, root.scrollHeight]).toEqual([400, 580]);
    for (const control of root.querySelectorAll(
      '.page-actions button, .search-field input, .popup-footer button',
    )) {
      const { left, right, top, bottom } = control.getBoundingClientRect();
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      expect([control.outerHTML, control.contains(hit), right <= 400]).toEqual([
        control.outerHTML,
        true,
        true,
      ]);
    }
    for (const row of root.querySelectorAll<HTMLElement>('.pick-list li'))
      expect(row.offsetHeight).toBeLessThan(60);
  },
);

test('what came of the job is one press away', async () => {
  const { root, database, opened } = await showPopup({ recognized: indexPage });
  await press(root, 'Clip 4 posts');
  await eventually(async () => expect(await database.jobs.count()).toBe(1));
  const [job] = await allJobs(database);
  await database.jobItems.toCollection().modify({ state: 'done' });
  await press(root, '4 clipped: show them');
  expect(opened).toEqual([`pages/library/index.html?job=${job?.id ?? ''}`]);
});

test('an article of a series offers the rest, in order, under one tag', async () => {
  const series = { name: 'Pools', posts: [1, 2, 3].map(post) };
  const { root, database } = await showPopup({
    recognized: { ...indexPage, kind: 'article', posts: [], next: null, series },
  });
  await choose(root, 'Clip the series (3 parts)');
  await press(root, 'Clip 3 posts');
  await eventually(async () => expect(await allJobs(database)).toHaveLength(1));
  expect((await allJobs(database))[0]).toMatchObject({
    subject: 'Pools',
    tags: ['series/Pools'],
    options: { inOrder: true },
  });
});
