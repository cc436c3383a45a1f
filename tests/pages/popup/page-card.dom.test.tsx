import { describe, expect, it, onTestFinished } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Article } from '../../../src/core/clip/article.ts';
import type { Extraction } from '../../../src/core/clip/extraction.ts';
import { type FailureCode, Failure } from '../../../src/core/failure.ts';
import { recentClips } from '../../../src/database/clips/clip-queries.ts';
import { makeArticle } from '../../factories/article.ts';
import { fillStore } from '../../factories/full-store.ts';
import { deferred } from '../../factories/deferred.ts';
import { checkAccessibility, find } from '../../ui/show.tsx';
import { pageTab, showPopup } from './show-popup.tsx';

const card = () => find('.page-card', HTMLElement);
const state = () => card().dataset['state'];
const search = () => find('.search-field input', HTMLInputElement);
const buttons = () =>
  [...card().querySelectorAll('.page-actions > .button')].map((button) => button.textContent);

/** An extraction that ends when the test says so. */
function later() {
  const { promise, resolve, reject } = deferred<Extraction>();
  return {
    extractTab: () => promise,
    finish: () => resolve({ article: makeArticle(), source: null }),
    fail: (code: FailureCode) => reject(new Failure(code)),
  };
}

describe('this page', () => {
  it('is there before it has been read, with the focus in the search box and Enter on Clip', async () => {
    await showPopup({ extractTab: later().extractTab });
    await expect.poll(() => card().textContent).toContain('gRPC 负载均衡 | Example');
    expect(state()).toBe('reading');
    expect(document.activeElement).toBe(search());
    expect(find('[aria-keyshortcuts=Enter]', HTMLButtonElement).textContent).toBe('Clip');
    await checkAccessibility();
  });

  it('shows what will be clipped once it has been read', async () => {
    await showPopup();
    await expect.poll(state).toBe('ready');
    expect(find('.page-title', HTMLElement).textContent).toBe('gRPC 负载均衡');
    expect(find('.page-summary', HTMLElement).innerText).toBe('blog.example.com40 chars1 min1 code block');
    await checkAccessibility();
  });

  it('keeps the link of a page on which there is nothing to read', async () => {
    const measure = { words: 0, readingMinutes: 0, codeBlocks: 0, images: 0, tables: 0, formulas: 0 };
    const { sent } = await showPopup({
      extractTab: () => Promise.resolve({ article: makeArticle({ measure, blocks: [] }), source: null }),
    });
    await expect.poll(buttons).toEqual(['Save the link']);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => sent.map(({ command }) => command)).toEqual(['saveLink']);
  });

  it('clips with Enter at once, also before it has been read, and says Saved only when it is', async () => {
    const reading = later();
    const answer = deferred();
    const { sent, database, announcer } = await showPopup({
      extractTab: reading.extractTab,
      beforeCommand: () => answer.promise,
    });
    await expect.poll(() => document.activeElement).toBe(search());
    await userEvent.keyboard('{Enter}');
    await expect.poll(state).toBe('working');
    expect(buttons()).toEqual(['Clipping…']);
    expect(sent).toEqual([]);
    reading.finish();
    await expect.poll(() => sent.map(({ command }) => command)).toEqual(['saveArticle']);
    expect(state()).toBe('working');
    await checkAccessibility();
    answer.resolve();
    await expect.poll(state).toBe('clipped');
    expect(find('.page-state', HTMLElement).textContent).toBe('Saved');
    expect(announcer.text.value).toBe('Saved');
    expect(await recentClips(database, { limit: 9 })).toHaveLength(1);
    await checkAccessibility();
  });

  it('clips once however often Enter is pressed', async () => {
    const { sent } = await showPopup();
    await expect.poll(() => document.activeElement).toBe(search());
    await userEvent.keyboard('{Enter}{Enter}{Enter}');
    await expect.poll(state).toBe('clipped');
    expect(sent.filter(({ command }) => command === 'saveArticle')).toHaveLength(1);
  });

  it('keeps the focus on the main button when another one takes its place', async () => {
    await showPopup();
    await expect.poll(state).toBe('ready');
    find('.page-actions > .button', HTMLButtonElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(state).toBe('clipped');
    expect(document.activeElement?.textContent).toBe('Open');
  });

  it('knows a page that is clipped, under another address too, and offers to open, update or delete it', async () => {
    const { database, opened, sent } = await showPopup();
    await userEvent.keyboard('{Enter}');
    await expect.poll(state).toBe('clipped');
    const [clip] = await recentClips(database, { limit: 1 });

    const again = await showPopup({
      database,
      tab: { ...pageTab, url: 'https://blog.example.com/2024/grpc#top' },
    });
    await expect.poll(state).toBe('clipped');
    expect(find('.page-state', HTMLElement).textContent).toBe('Clipped just now');
    expect(buttons()).toEqual(['Open', 'Update', 'Delete']);
    await checkAccessibility();
    await userEvent.click(find('.page-actions button:nth-child(1)', HTMLButtonElement));
    expect(again.opened).toEqual([`pages/reader/index.html?id=${clip?.id ?? ''}`]);
    await userEvent.click(find('.page-actions button:nth-child(2)', HTMLButtonElement));
    await expect.poll(() => find('.page-state', HTMLElement).textContent).toBe('Updated');
    expect(again.sent.at(-1)).toMatchObject({ command: 'saveArticle', input: { tags: null } });
    await userEvent.click(find('.page-actions button:nth-child(3)', HTMLButtonElement));
    await expect.poll(state).toBe('trashed');
    await checkAccessibility();
    await userEvent.click(find('.page-actions button:nth-child(1)', HTMLButtonElement));
    await expect.poll(state).toBe('clipped');
    expect([opened, sent.length]).toEqual([[], 1]);
  });

  it('warns where much of the page is missing', async () => {
    const { integrity } = makeArticle();
    const article = makeArticle({ integrity: { ...integrity, coverage: 0.31 } });
    await showPopup({ extractTab: () => Promise.resolve({ article, source: null }) });
    await expect.poll(() => find('.notice', HTMLElement).textContent).toContain('31%');
    expect(buttons()).toEqual(['Clip']);
    await checkAccessibility();
  });
});

describe('a page that was clipped before', () => {
  const clipped = async () => {
    const { database } = await showPopup();
    await userEvent.keyboard('{Enter}');
    await expect.poll(state).toBe('clipped');
    return database;
  };
  const blocks = makeArticle().blocks.map((block) =>
    block.kind === 'heading' ? block : { ...block, text: `${block.text} and more` },
  );
  const changed = (changes: Partial<Article>) => ({
    extractTab: () => Promise.resolve({ article: makeArticle(changes), source: null }),
  });
  const said = () => document.querySelector('.page-changed')?.textContent;

  it('says what has changed on it, and after the update leads to the comparison', async () => {
    const database = await clipped();
    const { opened } = await showPopup({ database, ...changed({ blocks }) });
    await expect.poll(said).toBe('The page has changed: 1 paragraph, 1 code block.');
    await checkAccessibility();
    await userEvent.click(find('.page-actions > .button:nth-of-type(2)', HTMLButtonElement));
    await expect.poll(() => find('.page-state', HTMLElement).textContent).toContain('Updated');
    await userEvent.click(find('.page-state .button', HTMLButtonElement));
    expect(opened[0]).toMatch(/&show=changes$/);
  });

  it('says nothing where it is the same, and where another extractor read it', async () => {
    const database = await clipped();
    const integrity = { ...makeArticle().integrity, extractorVersion: '2' };
    for (const change of [{}, { blocks, integrity }]) {
      const { popup } = await showPopup({ database, ...changed(change) });
      await expect.poll(() => popup.page.reading.value.kind).toBe('read');
      await expect.poll(state).toBe('clipped');
      await popup.changes.settled();
      expect(said()).toBeUndefined();
    }
  });

  it('copies without saving: the article as Markdown, or a link to it', async () => {
    const html = '<p data-block="0">One <strong>strong</strong> word.</p>';
    const { copied, sent } = await showPopup(changed({ html, title: 'A [b]' }));
    await expect.poll(state).toBe('ready');
    const choose = async (text: string) => {
      find('.menu-button', HTMLButtonElement).click();
      await expect.poll(() => document.querySelectorAll('[role=menuitem]').length).toBeGreaterThan(0);
      await checkAccessibility();
      const items = [...document.querySelectorAll<HTMLElement>('[role=menuitem]')];
      items.find(({ textContent }) => textContent === text)?.click();
    };
    await choose('Copy as Markdown');
    await expect.poll(() => copied).toEqual(['# A \\[b\\]\n\nOne **strong** word.\n']);
    await choose('Copy link as Markdown');
    await expect.poll(() => copied[1]).toBe(`[A \\[b\\]](${pageTab.url})`);
    expect(sent).toEqual([]);
  });
});

describe('a page that cannot be clipped', () => {
  it.each<FailureCode>([
    'page/no-article',
    'page/pdf',
    'page/local-file',
    'page/too-large',
    'page/unreadable',
  ])('says why and saves its link: %s', async (code) => {
    const { database } = await showPopup({ extractTab: () => Promise.reject(new Failure(code)) });
    await expect.poll(state).toBe('unreadable');
    expect(buttons()).toEqual(['Save the link']);
    await checkAccessibility();
    await userEvent.click(find('.page-actions button', HTMLButtonElement));
    await expect.poll(state).toBe('clipped');
    expect(find('.page-state', HTMLElement).textContent).toBe('Link saved');
    expect(await recentClips(database, { limit: 9 })).toMatchObject([{ title: pageTab.title, words: 0 }]);
  });

  it('offers nothing to do with a page of the browser', async () => {
    const reading = later();
    await showPopup({
      tab: { id: 1, url: 'chrome://settings/', title: 'Settings' },
      extractTab: reading.extractTab,
    });
    reading.fail('page/restricted');
    await expect.poll(state).toBe('unreadable');
    expect(buttons()).toEqual([]);
    expect(card().querySelector('input')).toBeNull();
    await checkAccessibility();
  });

  it('lives without any tab', async () => {
    await showPopup({ tab: null });
    await expect.poll(state).toBe('unreadable');
    expect(find('.page-title', HTMLElement).textContent).toBe('This page');
  });

  it('reads a page again that went away, when asked', async () => {
    let times = 0;
    await showPopup({
      extractTab: () => {
        times += 1;
        return times === 1
          ? Promise.reject(new Failure('page/changed'))
          : Promise.resolve({ article: makeArticle(), source: null });
      },
    });
    await expect.poll(buttons).toEqual(['Try again']);
    await userEvent.click(find('.page-actions button', HTMLButtonElement));
    await expect.poll(state).toBe('ready');
  });

  it('turns Enter before the reading failed into the reason', async () => {
    const reading = later();
    const { sent } = await showPopup({ extractTab: reading.extractTab });
    await userEvent.keyboard('{Enter}');
    reading.fail('page/no-article');
    await expect.poll(state).toBe('unreadable');
    expect(sent.filter(({ command }) => command !== 'clearDraft')).toEqual([]);
  });
});

describe('a save that fails', () => {
  it('says what failed and what was kept, and tries again', async () => {
    let full = true;
    const { bugs } = await showPopup({
      beforeCommand: (command) => {
        if (command === 'saveArticle' && full) throw new Failure('message/unanswered');
      },
    });
    await expect.poll(state).toBe('ready');
    await userEvent.fill(find('.page-card input', HTMLInputElement), 'go,');
    await userEvent.click(find('.page-actions button', HTMLButtonElement));
    await expect.poll(state).toBe('failed');
    expect(find('[role=alert]', HTMLElement).textContent).toContain('did not answer');
    expect(find('[role=alert]', HTMLElement).textContent).toContain('Your tags are kept');
    await checkAccessibility();
    full = false;
    await userEvent.click(find('.page-actions button', HTMLButtonElement));
    await expect.poll(state).toBe('clipped');
    await expect.poll(() => find('.page-card .chip', HTMLElement).textContent).toBe('go');
    expect(bugs).toEqual([]);
  });

  it('reports what no one expected, and still says something', async () => {
    const { bugs } = await showPopup({
      beforeCommand: () => {
        throw new TypeError('x is undefined');
      },
    });
    await userEvent.keyboard('{Enter}');
    await expect.poll(state).toBe('failed');
    expect(bugs).toHaveLength(1);
  });

  it('says that only the text was kept, where that alone had room', async () => {
    const { database } = await showPopup({
      extractTab: () => Promise.resolve({ article: makeArticle(), source: btoa('page') }),
    });
    onTestFinished(fillStore(['sources']));
    await expect.poll(state).toBe('ready');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => card().textContent).toContain('Saved without images and page source');
    expect([await database.bodies.count(), await database.sources.count()]).toEqual([1, 0]);
  });

  it('offers the text as a file where the disk is full, and the trash', async () => {
    const { files } = await showPopup({
      beforeCommand: () => {
        throw new Failure('store/full');
      },
    });
    await userEvent.keyboard('{Enter}');
    await expect.poll(buttons).toEqual(['Download the text (.md)', 'Open the trash']);
    await userEvent.click(find('.page-actions button', HTMLButtonElement));
    expect(files.map(({ name }) => name)).toEqual([`${makeArticle().title}.md`]);
    expect(await files[0]?.content.text()).toContain(makeArticle().blocks[0]?.text);
    await userEvent.click(find('.page-actions > .button:nth-of-type(2)', HTMLButtonElement));
    await expect.poll(() => find('.clips', HTMLElement).dataset['mode']).toBe('trash');
  });
});
