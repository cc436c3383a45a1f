import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Failure } from '../../../src/core/failure.ts';
import { makeArticle } from '../../factories/article.ts';
import { checkAccessibility, find } from '../../ui/show.tsx';
import { chinese } from '../../ui/translations.ts';
import { everyConstruct, exactCode } from './every-construct.ts';
import { showReader } from './show-reader.tsx';

const shown = async () => {
  await expect.poll(() => document.querySelector('.article')?.childElementCount).toBeGreaterThan(0);
};
const text = (selector: string) => document.querySelector(selector)?.textContent;

describe('the reader', () => {
  it('shows the clip with its facts, and has nothing that axe objects to', async () => {
    const { root } = await showReader({ article: { updatedAt: '2024-05-02' } });
    await shown();
    expect(text('h1')).toBe('gRPC 负载均衡');
    expect(document.title).toBe('gRPC 负载均衡');
    for (const fact of [
      'Lin',
      'Published March 1, 2024',
      'Updated May 2, 2024',
      'Clipped just now',
      'Go',
      '并发',
    ]) {
      expect(root.textContent).toContain(fact);
    }
    const original = find('.reader-site a', HTMLAnchorElement);
    expect([original.href, original.rel]).toEqual([
      'https://blog.example.com/2024/grpc',
      'noreferrer noopener',
    ]);
    await checkAccessibility();
  });

  it('speaks Chinese', async () => {
    await showReader({ translation: chinese });
    await shown();
    expect(text('.integrity')).toContain('代码完整 1/1 段');
    await checkAccessibility();
  });

  it('says what came through, and that something did not', async () => {
    const { integrity } = makeArticle();
    const found = { codeBlocks: 14, images: 6, tables: 0, formulas: 2 };
    await showReader({ article: { integrity: { ...integrity, found, kept: { ...found, codeBlocks: 13 } } } });
    await shown();
    expect(find('.integrity', HTMLElement).dataset['whole']).toBe('false');
    expect(text('.integrity')).toContain('13 of 14 code blocks');
    expect(text('.integrity')).toContain('98% of the text');
  });

  it('leads on to the clip that this one has become', async () => {
    const { database, clipId, goneTo } = await showReader({ clipId: 'other-machine' });
    await expect.poll(() => text('[role=alert]')).toContain('no longer in your library');
    await database.aliases.put({ id: 'other-machine', clipId });
    await expect.poll(() => goneTo).toEqual([clipId]);
  });

  it('tells a clip that is not there, and a database that does not open, and tries again', async () => {
    await showReader({ clipId: 'no-such-clip' });
    await expect.poll(() => text('[role=alert]')).toContain('no longer in your library');
    await checkAccessibility();
    await showReader({ openDatabase: () => Promise.reject(new Failure('store/blocked')) });
    await expect.poll(() => text('[role=alert] button')).toBe('Try again');
  });

  it('says that a clip is in the trash, and gives it back', async () => {
    const { send, clipId, database } = await showReader();
    await shown();
    await send('trashClips', { clipIds: [clipId] });
    await expect.poll(() => text('.notice')).toContain('in the trash');
    await checkAccessibility();
    await userEvent.click(find('.notice button', HTMLButtonElement));
    await expect.poll(() => document.querySelector('.notice')).toBeNull();
    expect(await database.clips.get(clipId)).toMatchObject({ trashedAt: null });
  });

  it('says so where only a link was kept', async () => {
    await showReader({ article: { html: '', blocks: [] } });
    await expect.poll(() => text('.notice')).toContain('Only the link');
    expect(document.querySelector('.integrity')).toBeNull();
  });

  it('keeps the place and the chosen tab while tags change', async () => {
    const { send, clipId } = await showReader();
    await shown();
    await userEvent.click(find('[role=tab]:nth-child(2)', HTMLButtonElement));
    await send('setTags', { clipId, tags: ['new'] });
    await expect.poll(() => text('.reader-tags')).toBe('new');
    expect(find('[role=tab]:nth-child(2)', HTMLElement).getAttribute('aria-selected')).toBe('true');
  });
});

describe('code in the reader', () => {
  it('is copied exactly, though lines are marked in it', async () => {
    const { copied, announcer } = await showReader();
    await shown();
    expect([...document.querySelectorAll('.code-line')].map((line) => line.textContent)).toEqual([
      '\tif a < b && c > d {  ',
      '\t\tfmt.Println("<b>&amp;</b>")',
    ]);
    await userEvent.click(find('.code-copy', HTMLButtonElement));
    expect(copied).toEqual([exactCode]);
    await expect.poll(() => announcer.text.value).toBe('Copied');
  });

  it('says its file, its language, and that the language was guessed', async () => {
    await showReader();
    await shown();
    const labels = [...document.querySelectorAll('.code-label')]
      .slice(0, 3)
      .map((label) => label.textContent);
    expect(labels).toEqual(['main.gogo', 'bash (guessed)', 'Code']);
  });

  it('says so where the browser does not let it copy', async () => {
    const { announcer } = await showReader({ copy: () => Promise.reject(new Error('denied')) });
    await shown();
    await userEvent.click(find('.code-copy', HTMLButtonElement));
    await expect.poll(() => announcer.text.value).toContain('did not allow');
  });
});

describe('the article in the reader', () => {
  it('loads nothing from afar: an image is a link that says what it shows', async () => {
    await showReader();
    await shown();
    const sources = [...document.querySelectorAll('.article img')].map((image) => image.getAttribute('src'));
    expect(sources).toEqual([expect.stringMatching(/^data:/)]);
    const place = find('a.image-away', HTMLAnchorElement);
    expect(place.textContent).toContain('The GMP model');
    expect([place.href, place.rel]).toEqual(['https://cdn.example.com/gmp.png', 'noreferrer noopener']);
    expect(document.querySelector('a a')).toBeNull();
  });

  it('switches tabs with the arrow keys', async () => {
    await showReader();
    await shown();
    find('[role=tab]', HTMLButtonElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement?.textContent).toBe('pnpm');
    const visible = [...document.querySelectorAll('[role=tabpanel] > *')].map((each) =>
      each.checkVisibility(),
    );
    expect(visible).toEqual([false, true, false]);
  });

  it('names a callout that has no title by its type, and leaves the others', async () => {
    await showReader();
    await shown();
    const titles = [...document.querySelectorAll('[data-callout-title]')].map((title) => title.textContent);
    expect(titles).toEqual(['Warning', '小技巧', 'Danger', 'Note', 'Quote']);
  });

  it('leads from a footnote back to its place', async () => {
    await showReader();
    await shown();
    const back = find('.footnote-back', HTMLAnchorElement);
    expect(document.querySelector(back.getAttribute('href') ?? '')?.textContent).toBe('1');
  });

  it.each([
    [0, 'First paragraph'],
    [2, 'func main'],
    [7, '第三个标签'],
    [9, 'Folded text.'],
  ])('scrolls to block %i, marks it, and shows what it was hidden in', async (block, words) => {
    await showReader({ block });
    await shown();
    const found = find('.found', HTMLElement);
    expect(found.textContent).toContain(words);
    expect(found.checkVisibility()).toBe(true);
    expect(document.activeElement).toBe(found);
    const { top, bottom } = found.getBoundingClientRect();
    expect([top >= 0, bottom <= innerHeight]).toEqual([true, true]);
    await checkAccessibility();
  });

  it('lives with a block that is not there', async () => {
    await showReader({ block: 999 });
    await shown();
    expect(document.querySelector('.found')).toBeNull();
  });

  it('runs nothing that a stored page brought along', async () => {
    const hostile = `<p onclick="x()">a</p><script>x()</script><img src=x onerror="x()"><a href="javascript:x()">l</a>
      <div data-tabs><section data-tab='"><img src=x onerror=x()>'><p>t</p></section></div>
      <pre><code class="language-<b>" data-file="<img src=x onerror=x()>">c</code></pre><iframe src="https://x.example"></iframe>
      <style>*{display:none}</style><form action="https://x.example"><input name=q></form>`;
    await showReader({ article: { html: hostile } });
    await shown();
    const article = find('.article', HTMLElement);
    expect(article.querySelector('script, iframe, style, form, input, img')).toBeNull();
    const dangerous = [...article.querySelectorAll('*')].flatMap((each) =>
      [...each.attributes].filter(({ name, value }) => name.startsWith('on') || /^javascript:/i.test(value)),
    );
    expect(dangerous).toEqual([]);
    expect(article.textContent).toContain('<img src=x onerror=x()>');
  });

  it('keeps every letter of the article', async () => {
    const template = document.createElement('template');
    template.innerHTML = everyConstruct;
    await showReader();
    await shown();
    for (const block of template.content.querySelectorAll('[data-block]')) {
      const place = find(`.article [data-block="${block.getAttribute('data-block') ?? ''}"]`, HTMLElement);
      const copy = place.cloneNode(true) as HTMLElement;
      // A formula is shown as MathML, which keeps its LaTeX as an annotation.
      for (const math of copy.querySelectorAll('math')) {
        math.replaceWith(math.querySelector('annotation')?.textContent ?? '');
      }
      expect(copy.textContent).toBe(block.textContent);
    }
  });
});

describe('what goes to other programs', () => {
  it('a selection as Markdown and with formatting, the article with its title', async () => {
    const { copied } = await showReader();
    await shown();
    await userEvent.keyboard('{Shift>}C{/Shift}');
    await expect.poll(() => copied.at(-1)).toMatch(/^\[.+\]\(https:/);
    await userEvent.keyboard('{Shift>}Y{/Shift}');
    await expect.poll(() => copied.at(-1)).toMatch(/^<h1><a href="https:/);
    expect(copied.at(-1)).not.toMatch(/data-block|class=|src="clip-image/);
    await userEvent.keyboard('y');
    await expect.poll(() => copied.at(-1)).toMatch(/^# /);
    expect(copied.at(-1)).toContain(exactCode);
  });

  it('Obsidian gets a note, by the clipboard where it is long, and the page says so', async () => {
    const { copied, goneTo } = await showReader();
    await shown();
    await userEvent.keyboard('m');
    await userEvent.click(page.getByRole('button', { name: 'Send to Obsidian' }));
    await expect.poll(() => goneTo.at(-1)).toMatch(/^obsidian:\/\/new\?file=[^&]+&clipboard$/);
    expect(copied.at(-1)).toMatch(/^---\ntitle: /);
    expect(copied.at(-1)).toMatch(/^source: "https:/m);
    await expect.poll(() => document.body.textContent).toContain('Obsidian takes it from the clipboard');
  });
});
