import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Failure } from '../../../src/core/failure.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';
import { workerOver } from '../../factories/worker.ts';
import { checkAccessibility, find } from '../../ui/show.tsx';
import { pageTab, showPopup } from './show-popup.tsx';
import { threeClips } from './three-clips.ts';

const titles = () => [...document.querySelectorAll('.clip-title')].map((title) => title.textContent);
const search = () => find('.search-field input', HTMLInputElement);
const mode = () => find('.clips', HTMLElement).dataset['mode'];
const focusedTitle = () => document.activeElement?.querySelector('.clip-title')?.textContent;

describe('the list', () => {
  it('says how to begin where there is nothing, with the key as it is set', async () => {
    await showPopup({ keys: 'Ctrl+Shift+9' });
    await expect.poll(() => find('.empty-list', HTMLElement).textContent).toContain('Ctrl+Shift+9 opens');
    await checkAccessibility();
  });

  it('leads to where a key is set, where the browser has given none', async () => {
    const { opened } = await showPopup({ keys: '' });
    await expect.poll(() => find('.empty-list', HTMLElement).textContent).toContain('No key opens');
    await userEvent.click(find('.empty-list .button', HTMLButtonElement));
    expect(opened).toEqual(['the keys']);
  });

  it('shows recent clips, newest first, with their tags', async () => {
    await showPopup({ database: await threeClips() });
    await expect.poll(titles).toEqual(['Clip three', 'Clip two', 'Clip one']);
    expect(find('.clip-meta', HTMLElement).textContent).toContain('#Tag/three');
    expect(find('.popup-footer', HTMLElement).textContent).toContain('3 clips');
    await checkAccessibility();
  });

  it('gets a clip that another window makes', async () => {
    const { database } = await showPopup();
    await expect.poll(() => document.querySelector('.empty-list')).not.toBeNull();
    const send = workerOver(database);
    await send('saveArticle', {
      article: makeArticle({ url: 'https://x.example/', title: 'From afar' }),
      tags: null,
    });
    await expect.poll(titles).toEqual(['From afar']);
  });
});

describe('the panel', () => {
  it('is one key or one button away, where the browser has a place for it', async () => {
    const { opened } = await showPopup();
    await expect.poll(() => document.querySelector('.empty-list')).not.toBeNull();
    await userEvent.click(find('.popup-footer [aria-keyshortcuts^=Alt]', HTMLButtonElement));
    await userEvent.keyboard('{Alt>}s{/Alt}');
    expect(opened).toEqual(['the panel', 'the panel']);
  });

  it('is not offered where there is none', async () => {
    const { opened } = await showPopup({ hasPanel: false });
    await expect.poll(() => document.querySelector('.empty-list')).not.toBeNull();
    await userEvent.keyboard('{Alt>}s{/Alt}');
    expect(document.querySelector('.popup-footer [aria-keyshortcuts]')).toBeNull();
    expect(opened).toEqual([]);
  });
});

describe('search', () => {
  it('begins with the first letter, wherever the focus is: no letter is a command', async () => {
    await showPopup({ database: await threeClips() });
    await expect.poll(titles).toHaveLength(3);
    for (const place of ['.page-actions .button', '.clip-link', '.popup-footer .button']) {
      find(place, HTMLElement).focus();
      await userEvent.keyboard('tsnp');
      expect([place, search().value]).toEqual([place, 'tsnp']);
      await userEvent.keyboard('{Escape}');
      await expect.poll(titles).toHaveLength(3);
    }
    find('.clip-link', HTMLElement).focus();
    await userEvent.keyboard('/');
    expect([document.activeElement === search(), search().value]).toEqual([true, '']);
  });

  it('leaves one line of the card, with its button, and gives the rest back', async () => {
    await showPopup({ database: await threeClips() });
    await expect.poll(titles).toHaveLength(3);
    const height = () => find('.page-card', HTMLElement).offsetHeight;
    const whole = height();
    await userEvent.keyboard('ingress');
    await expect.poll(titles).toEqual(['Clip three']);
    expect(height()).toBeLessThan(50);
    expect(find('.page-card .page-actions', HTMLElement).textContent).toBe('Clip');
    await userEvent.keyboard('{Escape}');
    await expect.poll(height).toBe(whole);
  });

  it('shows more rows further down, and leads to all of them in the library with the query', async () => {
    const database = await makeDatabase();
    const send = workerOver(database);
    for (let index = 0; index < 45; index += 1) {
      const article = makeArticle({ url: `https://a.example/${index}`, title: `Sluice ${index}` });
      await send('saveArticle', { article, tags: null });
    }
    const { opened, recent } = await showPopup({ database });
    await userEvent.keyboard('sluice');
    const way = () => document.querySelector('.clips-heading .button')?.textContent;
    await expect.poll(way).toBe('All 45 in the library →');
    // All letters have been answered, not only the first of them.
    await expect.poll(() => document.querySelector('.clips-scroll[aria-busy=false]')).not.toBeNull();
    const further = () => {
      find('.clips-scroll', HTMLElement).scrollTo({ top: 1e6 });
      return titles();
    };
    await expect.poll(further).toHaveLength(45);
    const all = find('.clips-heading .button', HTMLButtonElement);
    await userEvent.click(all);
    expect(opened).toEqual(['pages/library/index.html?q=sluice']);
    expect(recent).toEqual(['sluice']);
    await userEvent.keyboard('{Escape}');
    await expect.poll(titles).toHaveLength(30);
    find('.clips-scroll', HTMLElement).scrollTo({ top: 1e6 });
    await expect.poll(titles).toHaveLength(45);
  });

  it('copies the whole block of a hit in code, stars a clip and marks it as read', async () => {
    const { copied, database } = await showPopup({ database: await threeClips() });
    await userEvent.keyboard('lang:bash kubectl ingress');
    await expect.poll(titles).toEqual(['Clip three']);
    await userEvent.hover(find('.clip-row', HTMLElement));
    await userEvent.click(find('[aria-label^="Copy the code"]', HTMLButtonElement));
    await expect.poll(() => copied).toEqual(['kubectl get ingress']);
    await userEvent.click(find('[aria-label^="Star"]', HTMLButtonElement));
    await userEvent.click(find('[aria-label$="as read"]', HTMLButtonElement));
    const three = async () => (await database.clips.toArray()).find(({ title }) => title === 'Clip three');
    await expect.poll(async () => (await three())?.readAt !== null).toBe(true);
    expect((await three())?.starred).toBe(true);
    await expect.poll(() => find('[aria-label^="Star"]', HTMLElement).ariaPressed).toBe('true');
    await checkAccessibility();
  });

  it('has a help that types its examples, and the searches before', async () => {
    const { recent } = await showPopup({ database: await threeClips() });
    recent.push('backpressure');
    await userEvent.click(find('[aria-label^="Recent searches"]', HTMLButtonElement));
    await checkAccessibility();
    await userEvent.click(find('.recent-search', HTMLButtonElement));
    expect(search().value).toBe('backpressure');
    await expect.poll(titles).toEqual(['Clip two']);
    await userEvent.click(find('[aria-label^="Recent searches"]', HTMLButtonElement));
    const example = [...document.querySelectorAll<HTMLElement>('.search-example')].find(
      ({ textContent }) => textContent === 'in:code',
    );
    example?.click();
    await expect.poll(() => search().value).toBe('backpressure in:code ');
    expect(document.activeElement).toBe(search());
  });

  it('comes back with its query on the same page alone', async () => {
    const database = await threeClips();
    const { kept } = await showPopup({ database, lastQuery: 'ingress' });
    await expect.poll(titles).toEqual(['Clip three']);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => kept.at(-1)).toEqual({ url: pageTab.url, query: '' });
  });

  it('answers while typing, and says how many once', async () => {
    const { announcer } = await showPopup({ database: await threeClips() });
    await expect.poll(titles).toHaveLength(3);
    await userEvent.keyboard('调度');
    await expect.poll(titles).toEqual(['Clip one']);
    expect(mode()).toBe('search');
    expect(find('.clips-heading', HTMLElement).textContent).toContain('Show in the library');
    await expect.poll(() => announcer.text.value).toBe('1 result');
    await checkAccessibility();
  });

  it('opens the first result with Enter, and walks with the arrow keys', async () => {
    const { opened } = await showPopup({ database: await threeClips() });
    await expect.poll(titles).toHaveLength(3);
    search().focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(focusedTitle()).toBe('Clip three');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(focusedTitle()).toBe('Clip one');
    await userEvent.keyboard('{ArrowUp}{Enter}');
    await expect.poll(() => opened.length).toBe(1);
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(document.activeElement).toBe(search());
    await userEvent.keyboard('kubectl');
    await expect.poll(mode).toBe('search');
    await expect.poll(titles).toHaveLength(3);
    await userEvent.keyboard('{Enter}');
    expect(opened[1]).toMatch(/^pages\/reader\/index\.html\?id=/);
  });

  it('opens what was typed, not what the query before it had found', async () => {
    const { opened, popup, database } = await showPopup({ database: await threeClips() });
    await expect.poll(titles).toHaveLength(3);
    search().focus();
    await userEvent.keyboard('kubectl');
    await expect.poll(titles).toHaveLength(3);
    // The query changes and Enter follows within one task: no answer can be there yet.
    popup.clipList.search.setQuery('调度');
    popup.clipList.openFirst();
    expect(opened).toEqual([]);
    await expect.poll(() => opened).toHaveLength(1);
    const one = (await database.clips.toArray()).find((clip) => clip.title === 'Clip one');
    expect(opened[0]).toContain(one?.id);
  });

  it('clears with Escape, and leaves the next Escape to the browser', async () => {
    await showPopup({ database: await threeClips() });
    search().focus();
    await userEvent.keyboard('ingress');
    await expect.poll(titles).toEqual(['Clip three']);
    let prevented: boolean[] = [];
    addEventListener('keydown', ({ defaultPrevented }) => (prevented = [...prevented, defaultPrevented]));
    await userEvent.keyboard('{Escape}');
    await expect.poll(titles).toHaveLength(3);
    await userEvent.keyboard('{Escape}');
    expect(prevented).toEqual([true, false]);
  });

  it('shows how a query without results was read, and drops a piece of it', async () => {
    await showPopup({ database: await threeClips(), lastQuery: 'kubectl site:nowhere.example' });
    const pieces = () =>
      [...document.querySelectorAll('.query-pieces .chip-label')].map((piece) => piece.textContent);
    await expect.poll(pieces).toEqual(['kubectl', 'site:nowhere.example']);
    await checkAccessibility();
    await userEvent.click(find('[aria-label="Search without site:nowhere.example"]', HTMLButtonElement));
    expect(search().value).toBe('kubectl');
    await expect.poll(titles).toHaveLength(3);
  });

  it('says which filter it did not understand', async () => {
    await showPopup({ database: await threeClips(), lastQuery: 'is:purple' });
    await expect.poll(() => document.querySelector('.search-notes')?.textContent).toContain('is:purple');
  });
});

describe('the trash', () => {
  it('takes a clip with Delete, moves on to the next one, and gives it back with Undo', async () => {
    await showPopup({ database: await threeClips() });
    await expect.poll(titles).toHaveLength(3);
    search().focus();
    await userEvent.keyboard('{ArrowDown}{Delete}');
    await expect.poll(titles).toEqual(['Clip two', 'Clip one']);
    expect(focusedTitle()).toBe('Clip two');
    await expect.poll(() => document.querySelector('.toast')?.textContent).toContain('Moved to the trash');
    await checkAccessibility();
    await userEvent.click(find('.toast .button', HTMLButtonElement));
    await expect.poll(titles).toEqual(['Clip three', 'Clip two', 'Clip one']);
  });

  it('leaves search results at once', async () => {
    await showPopup({ database: await threeClips(), lastQuery: 'kubectl' });
    await expect.poll(titles).toHaveLength(3);
    search().focus();
    await userEvent.keyboard('{ArrowDown}{Delete}');
    await expect.poll(titles).toHaveLength(2);
  });

  it('shows what it holds, and gives it back', async () => {
    await showPopup({ database: await threeClips() });
    await expect.poll(titles).toHaveLength(3);
    await userEvent.click(find('[aria-label="Move “Clip two” to the trash"]', HTMLButtonElement));
    await expect.poll(titles).toHaveLength(2);
    await userEvent.click(find('.popup-footer-end .button', HTMLButtonElement));
    await expect.poll(titles).toEqual(['Clip two']);
    expect(mode()).toBe('trash');
    await checkAccessibility();
    await userEvent.click(find('[aria-label="Restore “Clip two”"]', HTMLButtonElement));
    await expect.poll(() => find('.empty-list', HTMLElement).textContent).toContain('The trash is empty');
    await userEvent.click(find('.clips-heading .button', HTMLButtonElement));
    await expect.poll(titles).toHaveLength(3);
  });

  it('keeps the row where the worker does not answer, and says so', async () => {
    await showPopup({
      database: await threeClips(),
      beforeCommand: () => {
        throw new Failure('message/unanswered');
      },
    });
    await expect.poll(titles).toHaveLength(3);
    search().focus();
    await userEvent.keyboard('{ArrowDown}{Delete}');
    await expect
      .poll(() => document.querySelector('.toast-text')?.textContent ?? '')
      .toContain('did not answer');
    expect(titles()).toHaveLength(3);
  });
});
