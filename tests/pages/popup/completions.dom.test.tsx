import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { checkAccessibility, find } from '../../ui/show.tsx';
import { showPopup } from './show-popup.tsx';
import { threeClips } from './three-clips.ts';

const titles = () => [...document.querySelectorAll('.clip-title')].map((title) => title.textContent);
const search = () => find('.search-field input', HTMLInputElement);
const focusedTitle = () => document.activeElement?.querySelector('.clip-title')?.textContent;

describe('completion', () => {
  const offered = () =>
    [...document.querySelectorAll('.completions:not([hidden]) [role=option] > span')].map(
      ({ textContent }) => textContent,
    );

  it('knows the tags, sites and languages of the library, and leads from a word to its clips', async () => {
    await showPopup({ database: await threeClips() });
    await userEvent.keyboard('thre');
    await expect.poll(offered).toEqual(['tag:Tag/three', 'site:three.example']);
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(search().value).toBe('tag:Tag/three ');
    await expect.poll(titles).toEqual(['Clip three']);
    await userEvent.keyboard('lang:');
    await expect.poll(offered).toEqual(['lang:bash']);
    await checkAccessibility();
    await userEvent.keyboard('{Tab}');
    expect(search().value).toBe('tag:Tag/three lang:bash ');
    await userEvent.keyboard('{Escape}');
    expect(search().value).toBe('');
  });

  it('leaves Enter and the arrow down to the results of a word', async () => {
    const { opened } = await showPopup({ database: await threeClips() });
    await userEvent.keyboard('thre');
    await expect.poll(titles).toEqual(['Clip three']);
    await expect.poll(offered).toHaveLength(2);
    await userEvent.keyboard('{ArrowDown}');
    expect(focusedTitle()).toBe('Clip three');
    await expect.poll(offered).toEqual([]);
    await userEvent.keyboard('{ArrowUp}{Enter}');
    await expect.poll(() => opened).toHaveLength(1);
  });
});
