import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { ExtractionScope } from '../../../src/browser/extract-tab.ts';
import { makeArticle } from '../../factories/article.ts';
import { eventually } from '../../factories/eventually.ts';
import { showPopup } from './show-popup.tsx';

function aPage() {
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
      choose: (_tabId: number, place: number | null) => {
        done.push(`choose ${String(place)}`);
        return Promise.resolve();
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
});
