import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { highlight } from '../../../src/pages/reader/article/highlight.ts';
import { renderMath } from '../../../src/pages/reader/article/math.ts';
import { checkAccessibility, find } from '../../ui/show.tsx';
import { chinese } from '../../ui/translations.ts';
import { everyConstruct, exactCode } from './every-construct.ts';
import { dialogOpens, showReader } from './show-reader.tsx';
import { eventually } from '../../factories/eventually.ts';

const shown = () => eventually(() => expect(document.querySelector('.article pre')).not.toBeNull());

afterEach(() => {
  for (const dialog of document.querySelectorAll('dialog')) dialog.close();
  delete document.documentElement.dataset['theme'];
  delete document.documentElement.dataset['lineNumbers'];
});

describe('code', () => {
  it('is coloured without a byte of it changing, and its marked lines stay marked', async () => {
    await showReader();
    await shown();
    const code = find('code.language-go', HTMLElement);
    await highlight(code);
    expect(code.querySelector('.hljs-keyword')?.textContent).toBe('func');
    expect(code.textContent).toBe(exactCode);
    expect([...code.querySelectorAll('.code-line')].map((line) => line.textContent)).toEqual(
      exactCode.split('\n').slice(2, 4),
    );
  });

  it('copied, is what its author wrote, with colours and line numbers on', async () => {
    const { copied } = await showReader();
    await shown();
    await highlight(find('code.language-go', HTMLElement));
    document.documentElement.dataset['lineNumbers'] = 'true';
    find('.code-copy', HTMLButtonElement).click();
    await eventually(() => expect(copied).toEqual([exactCode]));
  });

  it('that is long is folded, whole in the page, and opens', async () => {
    const long = Array.from({ length: 60 }, (_, index) => `line ${index}`).join('\n');
    await showReader({ article: { html: `<pre><code>${long}</code></pre>` } });
    await shown();
    expect(find('.code-block.folded code', HTMLElement).textContent).toBe(long);
    find('.code-unfold', HTMLButtonElement).click();
    expect(document.querySelector('.folded')).toBeNull();
  });

  it('that is folded opens where the browser finds something in it, and that stays in sight', async () => {
    const long = Array.from({ length: 400 }, (_, index) => `line ${index}`).join('\n');
    await showReader({ article: { html: `<p>Before.</p><pre><code>${long}</code></pre>` } });
    await shown();
    // The browser's find with its scrolling, as Ctrl+F has it, which no script can press.
    location.hash = ':~:text=line%20355';
    await eventually(() => expect(document.querySelector('.folded')).toBeNull());
    const line = [...document.querySelectorAll('.line')].find((each) => each.textContent === 'line 355');
    await eventually(() => {
      const top = line?.getBoundingClientRect().top ?? -1;
      expect(top > 0 && top < innerHeight).toBe(true);
    });
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('in a tab that is not shown is found by the browser, which then shows the tab', async () => {
    await showReader({
      article: {
        html:
          '<pre><code>x</code></pre><div data-tabs><section data-tab="npm"><p>npm i</p></section>' +
          '<section data-tab="pnpm"><h3 id="clip-pnpm">pnpm add</h3></section></div>',
      },
    });
    await shown();
    const place = find('#clip-pnpm', HTMLElement);
    expect([place.checkVisibility(), place.closest('section')?.getBoundingClientRect().height]).toEqual([
      false,
      0,
    ]);
    // Going to a fragment reveals as find in page does ("ancestor revealing algorithm" of HTML); scripts can do it.
    location.hash = '#clip-pnpm';
    await eventually(() => expect(place.checkVisibility()).toBe(true));
    expect(document.querySelector('[role=tab][aria-selected=true]')?.textContent).toBe('pnpm');
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('folded away with its text is open from the start', async () => {
    await showReader({
      article: { html: '<details><summary>Answer</summary><pre><code>42</code></pre></details>' },
    });
    await shown();
    expect(find('details pre', HTMLElement).checkVisibility()).toBe(true);
  });
});

describe('formulas', () => {
  it('become MathML; what is no LaTeX stays as it was', async () => {
    const html =
      '<pre><code>x</code></pre><div data-math="block">\\frac{a}{b}</div><p><span data-math="inline">\\nope{</span></p>';
    await showReader({ article: { html } });
    await shown();
    const article = find('.article', HTMLElement);
    renderMath(article);
    expect(article.querySelector('[data-math=block] math mfrac')).not.toBeNull();
    expect(article.querySelector('[data-math=inline]')?.textContent).toBe('\\nope{');
  });
});

describe('settings', () => {
  it('are set at once and kept', async () => {
    await showReader();
    await shown();
    await userEvent.keyboard('a');
    await dialogOpens();
    find('[data-value=sepia]', HTMLButtonElement).click();
    expect(document.documentElement.dataset['theme']).toBe('sepia');
    expect(sessionStorage.getItem('theme')).toBe('sepia');
  });
});

describe('by hand', () => {
  it('title, author, date, note and tags are edited', async () => {
    const { database, clipId } = await showReader();
    await shown();
    await userEvent.keyboard('e');
    await dialogOpens();
    const field = (label: string) => {
      const found = [...document.querySelectorAll('label.field')].find((each) =>
        each.textContent.startsWith(label),
      );
      const input = found?.querySelector<HTMLInputElement>('input, textarea');
      if (input === null || input === undefined) throw new Error(`no field ${label}`);
      return input;
    };
    await userEvent.fill(field('Title'), '新标题');
    await userEvent.fill(field('Author'), '');
    await userEvent.fill(field('Note'), 'to try');
    find('.edit-dialog .button.primary', HTMLButtonElement).click();
    await eventually(async () =>
      expect(await database.clips.get(clipId)).toMatchObject({
        title: '新标题',
        author: null,
        note: 'to try',
        publishedAt: '2024-03-01',
        tags: ['go', '并发'],
      }),
    );
  });

  it('a note that was typed and not saved is there when the article is opened again, until it is discarded', async () => {
    const first = await showReader();
    const open = async () => {
      await shown();
      await userEvent.keyboard('e');
      await eventually(() => expect(document.querySelector('.edit-dialog textarea')).not.toBeNull());
      return find('.edit-dialog textarea', HTMLTextAreaElement);
    };
    await userEvent.fill(await open(), 'half a thought');
    const again = { openDatabase: () => Promise.resolve(first.database), clipId: first.clipId };
    await showReader(again);
    const note = await open();
    expect(note.value).toBe('half a thought');
    expect(find('.edit-dialog', HTMLElement).textContent).toContain('not saved yet');
    note.focus();
    await userEvent.keyboard('{Escape}');
    await eventually(() => expect(document.querySelector('.dialog-question')).not.toBeNull());
    const [, discard] = document.querySelectorAll<HTMLButtonElement>('.dialog-question button');
    discard?.click();
    await eventually(() => expect(document.querySelector('.edit-dialog')).toBeNull());
    await showReader(again);
    expect((await open()).value).toBe('');
  });

  it('is starred by a key, which is said and can be taken back', async () => {
    const { database, clipId } = await showReader();
    await shown();
    await userEvent.keyboard('s');
    await eventually(() => expect(find('.toast-text', HTMLElement).textContent).toBe('Starred'));
    find('.toast button', HTMLButtonElement).click();
    await eventually(async () => expect((await database.clips.get(clipId))?.starred).toBe(false));
  });

  it('is starred and marked as read by a key, and copied as Markdown', async () => {
    const { database, clipId, copied } = await showReader();
    await shown();
    await userEvent.keyboard('sry');
    await eventually(async () => expect((await database.clips.get(clipId))?.starred).toBe(true));
    await eventually(async () => expect((await database.clips.get(clipId))?.readAt).toBeGreaterThan(0));
    await eventually(() => expect(copied[0]).toContain('```go'));
  });
});

it('a note opens where it is called', async () => {
  await showReader();
  await shown();
  find('[data-footnote-ref] a', HTMLAnchorElement).click();
  const note = find('.footnote-popover', HTMLElement);
  await eventually(() => expect(note.matches(':popover-open')).toBe(true));
  expect(note.textContent.trim()).toBe('The note.');
});

describe.each(['en', 'zh'] as const)('axe in %s, in light and dark', (language) => {
  it.each([
    ['settings', 'a'],
    ['edit', 'e'],
    ['help', '?'],
  ])('on %s', async (_name, key) => {
    await showReader(language === 'zh' ? { translation: chinese } : {});
    await shown();
    await userEvent.keyboard(key);
    await eventually(() => expect(document.querySelector('dialog[open]')).not.toBeNull());
    await checkAccessibility();
  });

  it('on the coloured article', async () => {
    const html = `<h2>A</h2>${everyConstruct}`;
    await showReader({ article: { html }, ...(language === 'zh' ? { translation: chinese } : {}) });
    await shown();
    for (const code of document.querySelectorAll('pre code')) await highlight(code);
    renderMath(find('.article', HTMLElement));
    await checkAccessibility();
  });
});
