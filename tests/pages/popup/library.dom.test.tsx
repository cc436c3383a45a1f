import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type FailureCode, Failure } from '../../../src/core/failure.ts';
import { makeDatabase } from '../../factories/database.ts';
import { checkAccessibility, find } from '../../ui/show.tsx';
import { showPopup } from './show-popup.tsx';

const state = () => find('.page-card', HTMLElement).dataset['state'];

describe('a popup without its database', () => {
  it.each<FailureCode>(['store/blocked', 'store/newer-version', 'store/unavailable'])(
    'says so, and still shows the page: %s',
    async (code) => {
      await showPopup({ openDatabase: () => Promise.reject(new Failure(code)) });
      await expect.poll(() => document.querySelector('.popup-notice')?.textContent).toMatch(/library/);
      await expect.poll(state).toBe('ready');
      await checkAccessibility();
    },
  );

  it('tries again when asked', async () => {
    const database = await makeDatabase();
    let times = 0;
    await showPopup({
      database,
      openDatabase: () => {
        times += 1;
        return times === 1 ? Promise.reject(new Failure('store/blocked')) : Promise.resolve(database);
      },
    });
    await expect.poll(() => document.querySelector('.popup-notice')).not.toBeNull();
    await userEvent.click(find('.popup-notice button', HTMLButtonElement));
    await expect.poll(() => document.querySelector('.popup-notice')).toBeNull();
    await expect.poll(() => document.querySelector('.empty-list')).not.toBeNull();
  });

  it('says that it takes long, and clips all the same', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await showPopup({ openDatabase: () => new Promise(() => undefined) });
    await vi.advanceTimersByTimeAsync(2500);
    vi.useRealTimers();
    await expect.poll(() => document.querySelector('.popup-notice')?.textContent).toContain('taking a while');
    await userEvent.click(find('.page-actions button', HTMLButtonElement));
    await expect.poll(state).toBe('clipped');
    expect(find('.page-state', HTMLElement).textContent).toBe('Saved');
  });
});

describe('a worker that does not answer', () => {
  it('is given up after half a minute, and its late answer still counts', async () => {
    let answer = () => undefined as void;
    const waiting = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await showPopup({ beforeCommand: (command) => (command === 'saveArticle' ? waiting : undefined) });
    await expect.poll(state).toBe('ready');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    find('.page-actions button', HTMLButtonElement).click();
    await vi.advanceTimersByTimeAsync(6000);
    expect(find('.notice', HTMLElement).textContent).toContain('Still saving');
    await vi.advanceTimersByTimeAsync(25_000);
    expect(find('.notice', HTMLElement).textContent).toContain('did not answer');
    vi.useRealTimers();
    answer();
    await expect.poll(state).toBe('clipped');
  });
});
