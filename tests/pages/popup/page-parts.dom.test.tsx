import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { ExtractionScope } from '../../../src/browser/extract-tab.ts';
import { Failure } from '../../../src/core/failure.ts';
import { makeArticle } from '../../factories/article.ts';
import { deferred } from '../../factories/deferred.ts';
import { eventually } from '../../factories/eventually.ts';
import { checkAccessibility, find } from '../../ui/show.tsx';
import { showPopup } from './show-popup.tsx';

/** A page of two parts. `choosing`: what choosing one of them waits for, or fails with. */
function aPage(choosing?: () => Promise<unknown>) {
  const asked: (ExtractionScope | undefined)[] = [];
  const done: string[] = [];
  const world = {
    extractTab: (_tabId: number, scope?: ExtractionScope) => {
      asked.push(scope);
      return Promise.resolve({
        article: makeArticle({ title: scope === 'part' ? 'The part' : 'The page' }),
        source: null,
      });
    },
    partTab: {
      list: () => Promise.resolve([{ text: 'What the keeper answered', words: 52 }]),
      choose: async (_tabId: number, place: number | null) => {
        done.push(`choose ${String(place)}`);
        await choosing?.();
      },
      pick: () => {
        done.push('pick');
        return Promise.resolve();
      },
    },
  };
  return { asked, done, world };
}

async function openParts(): Promise<void> {
  await eventually(() => expect(document.querySelector('h1')?.textContent).toBe('The page'));
  await userEvent.click(document.querySelector('.page-card .menu-button') ?? document.body);
  const item = [...document.querySelectorAll('[role=menuitem]')].find((each) =>
    each.textContent?.startsWith('Choose the part'),
  );
  await userEvent.click(item ?? document.body);
  await eventually(() => expect(document.querySelectorAll('.page-part')).toHaveLength(2));
}

describe('the parts of a page', () => {
  test('one press reads the part, and another one the page again', async () => {
    const { asked, done, world } = aPage();
    await showPopup(world);
    await openParts();
    // By keys: what is chosen has the focus, and the arrows go on from there.
    await eventually(() => expect(document.activeElement?.closest('.page-part')).not.toBeNull());
    await userEvent.keyboard('{ArrowDown}');
    await eventually(() => expect(document.querySelector('h1')?.textContent).toBe('The part'));
    await userEvent.keyboard('{ArrowUp}');
    await eventually(() => expect(document.querySelector('h1')?.textContent).toBe('The page'));
    expect(asked).toEqual(['page', 'part', 'page']);
    expect(done).toEqual(['choose 0', 'choose null']);
  });

  test('Escape closes the list, and picking the popup', async () => {
    const { done, world } = aPage();
    const { opened } = await showPopup(world);
    await openParts();
    await eventually(() => expect(document.activeElement?.closest('.page-part')).not.toBeNull());
    await userEvent.keyboard('{Escape}');
    await eventually(() => expect(document.querySelector('.page-parts')).toBeNull());
    await openParts();
    await userEvent.click(document.querySelector('.page-parts-pick button') ?? document.body);
    await eventually(() => expect(opened).toEqual(['the page']));
    expect(done).toEqual(['pick']);
  });

  test('the list is one that all can use', async () => {
    const { world } = aPage();
    await showPopup(world);
    await openParts();
    await eventually(() => expect(document.activeElement?.closest('.page-part')).not.toBeNull());
    await checkAccessibility();
  });

  test('Clip pressed in the moment in which a part is chosen takes that part', async () => {
    const inPage = deferred();
    const { world } = aPage(() => inPage.promise);
    const { sent } = await showPopup(world);
    await openParts();
    await userEvent.click(find('.page-part:nth-child(2) input', HTMLInputElement));
    await userEvent.click(find('.page-actions > .button', HTMLButtonElement));
    expect(sent).toEqual([]);
    inPage.resolve();
    await eventually(() =>
      expect(sent).toMatchObject([{ command: 'saveArticle', input: { article: { title: 'The part' } } }]),
    );
    expect(find('h1', HTMLElement).textContent).toBe('The part');
  });

  test('the part chosen last counts, however quickly one follows the other', async () => {
    const { asked, done, world } = aPage(() => Promise.resolve());
    const { sent } = await showPopup(world);
    await openParts();
    await eventually(() => expect(document.activeElement?.closest('.page-part')).not.toBeNull());
    await userEvent.keyboard('{ArrowDown}{ArrowUp}{ArrowDown}');
    await userEvent.click(find('.page-actions > .button', HTMLButtonElement));
    await eventually(() =>
      expect(sent).toMatchObject([{ command: 'saveArticle', input: { article: { title: 'The part' } } }]),
    );
    expect(done).toEqual(['choose 0', 'choose null', 'choose 0']);
    expect(asked).toEqual(['page', 'part', 'page', 'part']);
  });

  test('a part that is gone is not chosen: the page is read again, and nothing else is clipped', async () => {
    const inPage = deferred();
    const { world } = aPage(() => inPage.promise);
    const { sent, popup } = await showPopup(world);
    await openParts();
    await userEvent.click(find('.page-part:nth-child(2) input', HTMLInputElement));
    await userEvent.click(find('.page-actions > .button', HTMLButtonElement));
    inPage.reject(new Failure('page/changed', 'the part is gone'));
    await eventually(() => expect(popup.parts.chosen.value).toBeNull());
    await eventually(() =>
      expect(find('.page-part:nth-child(1) input', HTMLInputElement).checked).toBe(true),
    );
    await eventually(() => expect(find('.page-card', HTMLElement).dataset['state']).toBe('failed'));
    expect(sent).toEqual([]);
    await eventually(() =>
      expect(popup.page.reading.value).toMatchObject({ article: { title: 'The page' } }),
    );
  });
});
