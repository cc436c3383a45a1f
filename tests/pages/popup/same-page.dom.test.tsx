import { describe, expect, it } from 'vitest';
import { checkLibrary } from '../../../src/database/check-library.ts';
import { saveClip } from '../../../src/database/clips/clip-writes.ts';
import { makeArticle } from '../../factories/article.ts';
import { checkAccessibility, find } from '../../ui/show.tsx';
import { pageTab, showPopup } from './show-popup.tsx';

const card = () => find('.page-card', HTMLElement);
const state = () => card().dataset['state'];

describe('a page that gives less than its clip has', () => {
  const login = makeArticle({ title: 'Sign in', html: '<p>in</p>', blocks: [{ kind: 'prose', text: 'in' }] });
  const press = (name: string) =>
    [...card().querySelectorAll('button')].find((each) => each.textContent === name)?.click();

  async function clippedBefore() {
    const shown = await showPopup({ extractTab: () => Promise.resolve({ article: login, source: null }) });
    await saveClip(
      shown.database,
      { article: makeArticle({ url: login.url }), tags: [], note: undefined, source: null },
      { newId: 'whole', now: 1 },
    );
    await expect.poll(state).toBe('clipped');
    shown.popup.update();
    await expect.poll(() => card().textContent).toContain('much less text than your clip');
    return shown;
  }

  it('is offered: kept beside, nothing is replaced', async () => {
    const { database } = await clippedBefore();
    await checkAccessibility();
    press('Keep both');
    await expect.poll(() => card().textContent).toContain('among the earlier versions');
    expect((await database.clips.get('whole'))?.title).toBe('gRPC 负载均衡');
    expect(await database.versions.count()).toBe(1);
  });

  it('or takes the place where the user says so', async () => {
    const { database } = await clippedBefore();
    press('Update anyway');
    await expect.poll(async () => (await database.clips.get('whole'))?.title).toBe('Sign in');
    expect((await database.versions.toArray()).map(({ content }) => content.title)).toEqual([
      'gRPC 负载均衡',
    ]);
  });
});

describe('a page that may be one that is clipped', () => {
  it('names the clip that it would update, and keeps both otherwise', async () => {
    const shown = await showPopup({
      extractTab: () =>
        Promise.resolve({
          article: makeArticle({ url: 'https://blog.example.com/2024/grpc?ref=hn', title: 'This page' }),
          source: null,
        }),
      tab: { ...pageTab, url: 'https://blog.example.com/2024/grpc?ref=hn' },
    });
    await saveClip(
      shown.database,
      { article: makeArticle({ title: 'The other' }), tags: [], note: undefined, source: null },
      { newId: 'other', now: 1 },
    );
    await expect.poll(() => card().textContent).toContain('You may have this page already: “The other”');
    await checkAccessibility();
    shown.popup.clip();
    await expect.poll(() => shown.database.clips.count()).toBe(2);
    expect((await checkLibrary(shown.database)).problems).toEqual([]);
  });

  it('updates that clip where the user says so', async () => {
    const shown = await showPopup({
      extractTab: () =>
        Promise.resolve({
          article: makeArticle({ url: 'https://blog.example.com/2024/grpc?ref=hn', title: 'This page' }),
          source: null,
        }),
      tab: { ...pageTab, url: 'https://blog.example.com/2024/grpc?ref=hn' },
    });
    await saveClip(
      shown.database,
      { article: makeArticle({ title: 'The other' }), tags: [], note: undefined, source: null },
      { newId: 'other', now: 1 },
    );
    await expect.poll(() => card().textContent).toContain('You may have this page already');
    shown.popup.updateLikely();
    await expect.poll(async () => (await shown.database.clips.get('other'))?.title).toBe('This page');
    expect(await shown.database.clips.count()).toBe(1);
  });
});
