import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Extraction } from '../../../src/core/clip/extraction.ts';
import { Failure } from '../../../src/core/failure.ts';
import { makeArticle } from '../../factories/article.ts';
import { deferred } from '../../factories/deferred.ts';
import { find } from '../../ui/show.tsx';
import { pageTab, showPopup } from './show-popup.tsx';

const state = () => find('.page-card', HTMLElement).dataset['state'];
const search = () => find('.search-field input', HTMLInputElement);

test('leaves what it has been told to clip with the worker until the page has been read and sent', async () => {
  const reading = deferred<Extraction>();
  const held: unknown[] = [];
  const released: boolean[] = [];
  const { sent } = await showPopup({
    extractTab: () => reading.promise,
    holdUnsentClip: (clip) => {
      held.push(clip);
      return () => void released.push(sent.length > 0);
    },
  });
  await expect.poll(() => document.activeElement).toBe(search());
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => held).toEqual([expect.objectContaining({ tabId: pageTab.id, scope: 'page' })]);
  expect(released).toEqual([]);
  reading.resolve({ article: makeArticle(), source: null });
  await expect.poll(state).toBe('clipped');
  expect(released[0]).toBe(true);
});

test('leaves nothing with the worker once the page has been read', async () => {
  const held: unknown[] = [];
  await showPopup({
    holdUnsentClip: (clip) => {
      held.push(clip);
      return () => undefined;
    },
  });
  await expect.poll(state).toBe('ready');
  await userEvent.keyboard('{Enter}');
  await expect.poll(state).toBe('clipped');
  expect(held).toEqual([]);
});

test('lets go of what it left with the worker where the page turns out to be unreadable', async () => {
  const reading = deferred<Extraction>();
  const released: boolean[] = [];
  await showPopup({
    extractTab: () => reading.promise,
    holdUnsentClip: () => () => void released.push(true),
  });
  await expect.poll(() => document.activeElement).toBe(search());
  await userEvent.keyboard('{Enter}');
  await expect.poll(state).toBe('working');
  reading.reject(new Failure('page/unreadable'));
  await expect.poll(() => released).toEqual([true]);
});
