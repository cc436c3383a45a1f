import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { urlKey } from '../../../src/core/clip/url-key.ts';
import { recentClips } from '../../../src/database/clips/clip-queries.ts';
import { draftOf } from '../../../src/database/clips/draft-queries.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';
import { deferred } from '../../factories/deferred.ts';
import { checkAccessibility, find } from '../../ui/show.tsx';
import { pageTab, showPopup } from './show-popup.tsx';

const field = () => find('.page-card input', HTMLInputElement);
const chips = () => [...document.querySelectorAll('.page-card .chip-label')].map((chip) => chip.textContent);
const state = () => find('.page-card', HTMLElement).dataset['state'];
const key = urlKey(pageTab.url);

describe('tags of this page', () => {
  it('are stored with the clip, also those still in the field', async () => {
    const { database } = await showPopup();
    await expect.poll(state).toBe('ready');
    await userEvent.type(field(), 'Go,并发，gRPC');
    await userEvent.click(find('.page-actions button', HTMLButtonElement));
    await expect.poll(state).toBe('clipped');
    expect(await recentClips(database, { limit: 1 })).toMatchObject([{ tags: ['go', '并发', 'grpc'] }]);
    await expect.poll(chips).toEqual(['Go', '并发', 'gRPC']);
  });

  it('clip with Enter in an empty field', async () => {
    await showPopup();
    await expect.poll(state).toBe('ready');
    await userEvent.type(field(), 'go{Enter}');
    expect(state()).toBe('ready');
    await userEvent.keyboard('{Enter}');
    await expect.poll(state).toBe('clipped');
  });

  it('are written at once where the page is clipped, in the order they were changed', async () => {
    const { database, announcer } = await showPopup();
    await userEvent.keyboard('{Enter}');
    await expect.poll(state).toBe('clipped');
    await userEvent.type(field(), 'a,b,c,');
    expect(announcer.text.value).toBe('Tag c added');
    await userEvent.click(find('[aria-label="Remove tag b"]', HTMLButtonElement));
    await expect.poll(async () => (await recentClips(database, { limit: 1 }))[0]?.tags).toEqual(['a', 'c']);
    expect(chips()).toEqual(['a', 'c']);
  });

  it('are offered from clips like it and from the page, each with its reason and its key', async () => {
    const { database } = await showPopup();
    await expect.poll(state).toBe('ready');
    await userEvent.type(field(), '容器,');
    await userEvent.click(find('.page-actions button', HTMLButtonElement));
    await expect.poll(state).toBe('clipped');
    await showPopup({
      database,
      tab: { ...pageTab, url: 'https://other.example/' },
      extractTab: () =>
        Promise.resolve({
          article: makeArticle({ url: 'https://other.example/', tags: ['Docker'] }),
          source: null,
        }),
    });
    await expect.poll(state).toBe('ready');
    field().focus();
    const offered = () => [...document.querySelectorAll('[role=option]')].map((option) => option.textContent);
    await expect.poll(offered).toEqual(['容器similar clipsAlt 1', 'Dockerfrom the pageAlt 2']);
    await userEvent.keyboard('{Alt>}2{/Alt}');
    await expect.poll(() => find('.tag-input-chips', HTMLElement).textContent).toBe('Docker');
  });
});

describe('the draft', () => {
  it('outlives the popup, with the text still in the field', async () => {
    const { database } = await showPopup();
    await expect.poll(state).toBe('ready');
    await userEvent.type(field(), 'go,并');
    await expect.poll(() => draftOf(database, key)).toMatchObject({ tags: ['go'], tagText: '并' });
    await showPopup({ database });
    await expect.poll(chips).toEqual(['go']);
    expect(field().value).toBe('并');
    expect(find('.page-draft', HTMLElement).textContent).toBe('Unsaved draft');
  });

  it('is sent at once when the popup is about to go', async () => {
    const { popup, sent } = await showPopup();
    await expect.poll(state).toBe('ready');
    popup.tags.change({ tags: ['go'], text: '' });
    expect(sent).toEqual([]);
    popup.flush();
    expect(sent).toMatchObject([{ command: 'saveDraft', input: { urlKey: key, tags: ['go'] } }]);
  });

  it('joins what was typed before it arrived', async () => {
    const database = await makeDatabase();
    await database.drafts.put({ urlKey: key, tags: ['rust'], tagText: 'x', note: '', updatedAt: 1 });
    const opening = deferred<typeof database>();
    await showPopup({ database, openDatabase: () => opening.promise });
    await expect.poll(() => find('.page-actions > .button', HTMLElement).textContent).toBe('Clip');
    await userEvent.type(field(), 'go,k8');
    opening.resolve(database);
    await expect.poll(chips).toEqual(['rust', 'go']);
    expect(field().value).toBe('k8');
  });

  it('is gone once the page is clipped, and where its last tag is taken away', async () => {
    const { database } = await showPopup();
    await expect.poll(state).toBe('ready');
    await userEvent.type(field(), 'go,');
    await expect.poll(() => draftOf(database, key)).not.toBeNull();
    await userEvent.click(find('[aria-label="Remove tag go"]', HTMLButtonElement));
    await expect.poll(() => draftOf(database, key)).toBeNull();
    await userEvent.type(field(), 'rust,');
    await userEvent.click(find('.page-actions button', HTMLButtonElement));
    await expect.poll(state).toBe('clipped');
    await expect.poll(() => database.drafts.count()).toBe(0);
  });
});

describe('the note', () => {
  const note = () => find('.page-note', HTMLTextAreaElement);

  it('is asked for by its button or its key, outlives the popup and is stored with the clip', async () => {
    const { database } = await showPopup();
    await expect.poll(state).toBe('ready');
    await userEvent.click(find('.page-form > .icon-button', HTMLButtonElement));
    await expect.poll(() => document.activeElement?.className).toContain('page-note');
    await userEvent.keyboard('why this one');
    await expect.poll(() => draftOf(database, key)).toMatchObject({ note: 'why this one' });
    const second = await showPopup({ database });
    await expect
      .poll(() => document.querySelector<HTMLTextAreaElement>('.page-note')?.value)
      .toBe('why this one');
    await checkAccessibility();
    await userEvent.keyboard('{Alt>}n{/Alt}');
    expect(document.activeElement).toBe(note());
    await userEvent.click(find('.page-actions > .button', HTMLButtonElement));
    await expect.poll(state).toBe('clipped');
    expect(await recentClips(database, { limit: 1 })).toMatchObject([{ note: 'why this one' }]);
    await userEvent.fill(note(), 'another reason');
    second.popup.flush();
    await expect
      .poll(async () => (await recentClips(database, { limit: 1 }))[0]?.note)
      .toBe('another reason');
  });

  it('is followed by Ctrl+Enter, which clips; Enter begins a line', async () => {
    const { database } = await showPopup();
    await expect.poll(state).toBe('ready');
    await userEvent.keyboard('{Alt>}n{/Alt}why{Enter}here{Control>}{Enter}{/Control}');
    await expect.poll(state).toBe('clipped');
    expect(await recentClips(database, { limit: 1 })).toMatchObject([{ note: 'why\nhere' }]);
    // Nothing more: Ctrl+Enter does not open the clip.
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(await recentClips(database, { limit: 2 })).toHaveLength(1);
  });

  it('has what is typed right after its key, which counts with the first rendering and before its paint', async () => {
    // A microtask after the card is there: nothing is painted, no effect of Preact's has run.
    const drawn = new MutationObserver(() => {
      if (document.querySelector('.popup > .page-card .page-form') === null) return;
      drawn.disconnect();
      const press = { key: 'n', code: 'KeyN', altKey: true, bubbles: true, cancelable: true };
      document.dispatchEvent(new KeyboardEvent('keydown', press));
    });
    document.querySelector('.popup')?.remove();
    drawn.observe(document.body, { childList: true, subtree: true });
    await showPopup();
    await expect.poll(() => document.activeElement).toBe(note());
    await userEvent.keyboard('at once');
    expect(note().value).toBe('at once');
    await expect.poll(state).toBe('ready');
    expect(document.activeElement).toBe(note());
  });

  it('stays where it is written, also where the page turns out to list posts', async () => {
    const recognized = deferred();
    const posts = [1, 2, 3].map((number) => ({
      title: `Post ${String(number)}`,
      url: `https://blog.example.com/${String(number)}/`,
      date: null,
      excerpt: null,
    }));
    await showPopup({
      recognizedAfter: recognized.promise,
      recognized: { kind: 'index', confidence: 1, posts, next: null, feeds: [], series: null },
    });
    await expect.poll(state).toBe('ready');
    await userEvent.keyboard('{Alt>}n{/Alt}');
    await userEvent.keyboard('half a ');
    recognized.resolve();
    await userEvent.click(find('.page-actions .menu-button', HTMLButtonElement));
    await expect.poll(() => document.body.textContent).toContain('Clip the 3 posts listed here');
    await userEvent.keyboard('{Escape}');
    note().focus();
    await userEvent.keyboard('sentence');
    expect(note().value).toBe('half a sentence');
  });
});
