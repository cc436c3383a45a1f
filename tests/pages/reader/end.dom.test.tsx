import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { eventually } from '../../factories/eventually.ts';
import { checkAccessibility, find } from '../../ui/show.tsx';
import { showReader } from './show-reader.tsx';

const long = Array.from(
  { length: 60 },
  (_, index) =>
    `<h2 data-block="${index * 2}">Part ${index}</h2><p data-block="${index * 2 + 1}">${'Words that fill a line. '.repeat(12)}</p>`,
).join('');
const end = () => eventually(() => find('.article-end', HTMLElement));
const press = (name: string) => {
  const found = [...document.querySelectorAll('button')].find(
    (each) => (each.ariaLabel ?? each.textContent) === name,
  );
  if (found === undefined) throw new Error(`no button ${name}`);
  found.click();
};

describe('the end of an article', () => {
  it('marks as read, stars, moves to the trash with an undo, and leads to the original page', async () => {
    const { database, clipId } = await showReader();
    await end();
    const clip = async () => await database.clips.get(clipId);
    find('.article-end .button.primary', HTMLButtonElement).click();
    await eventually(async () => expect((await clip())?.readAt).toBeGreaterThan(0));
    await userEvent.keyboard('#');
    await eventually(async () => expect((await clip())?.trashedAt).toBeGreaterThan(0));
    await eventually(() => press('Undo'));
    await eventually(async () => expect((await clip())?.trashedAt).toBeNull());
    const original = [...document.querySelectorAll<HTMLAnchorElement>('.article-end a')].at(-1);
    expect(original?.href).toBe((await clip())?.url);
    await checkAccessibility();
  });
});

describe('where the user is', () => {
  it('is kept once scrolling rests, and the outline marks the last part at the end', async () => {
    const { database, clipId } = await showReader({ article: { html: long } });
    await eventually(() => find('.article h2', HTMLElement));
    scrollTo({ top: document.documentElement.scrollHeight / 2, behavior: 'instant' });
    await eventually(async () =>
      expect((await database.clips.get(clipId))?.reading?.share).toBeGreaterThan(0.2),
    );
    await end();
    scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
    await eventually(() =>
      expect(document.querySelector('.outline [aria-current]')?.textContent).toBe('Part 59'),
    );
    await eventually(async () => expect((await database.clips.get(clipId))?.reading).toBeUndefined());
  });

  it('at the end marks as read where that is wanted', async () => {
    const { database, clipId } = await showReader({ article: { html: long } });
    await eventually(() => find('.article h2', HTMLElement));
    await userEvent.keyboard('a');
    await eventually(() => find('.typography-dialog', HTMLElement));
    [...document.querySelectorAll<HTMLLabelElement>('.typography-dialog label')]
      .find((label) => label.textContent === 'Mark as read at the end')
      ?.click();
    await userEvent.keyboard('{Escape}');
    scrollTo({ top: 800, behavior: 'instant' });
    await eventually(() => expect(find('.reader-progress', HTMLProgressElement).value).toBeGreaterThan(0));
    scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
    await eventually(async () => expect((await database.clips.get(clipId))?.readAt).toBeGreaterThan(0));
  });

  it('tags lead to the library, and labels of ours are not copied', async () => {
    await showReader();
    await eventually(() => find('.article', HTMLElement));
    expect(find('.reader-tags a', HTMLAnchorElement).href).toContain('q=tag%3Ago');
    expect(getComputedStyle(find('.code-bar', HTMLElement)).userSelect).toBe('none');
    expect(getComputedStyle(find('.article pre', HTMLElement)).direction).toBe('ltr');
  });
});
