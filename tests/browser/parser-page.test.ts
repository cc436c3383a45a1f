import { beforeEach, expect, test, vi } from 'vitest';
import { createParserPage } from '../../src/browser/parser-page.ts';

/** Chrome's own part: how often the page was opened, and whether it is open. */
const chrome = vi.hoisted(() => {
  const page = { isOpen: false, opened: 0 };
  return {
    page,
    browser: {
      runtime: { getURL: (path: string) => path },
      offscreen: {
        hasDocument: () => Promise.resolve(page.isOpen),
        createDocument: () => {
          page.isOpen = true;
          page.opened += 1;
          return Promise.resolve();
        },
        closeDocument: () => {
          page.isOpen = false;
          return Promise.resolve();
        },
      },
    },
  };
});
vi.mock('../../src/browser/browser.ts', () => ({ browser: chrome.browser }));

beforeEach(() => {
  Object.assign(chrome.page, { isOpen: false, opened: 0 });
});

test('a page that was closed while it was needed is opened again for the next who needs it', async () => {
  const parser = createParserPage();
  await parser.with(() => Promise.resolve());
  expect(chrome.page.opened).toBe(1);
  chrome.page.isOpen = false;
  await expect(parser.with(() => Promise.reject(new Error('no answer')))).rejects.toThrow('no answer');
  await parser.with(() => {
    expect(chrome.page.isOpen).toBe(true);
    return Promise.resolve();
  });
  expect(chrome.page.opened).toBe(2);
});

test('a page that is open is used, not opened twice', async () => {
  const parser = createParserPage();
  chrome.page.isOpen = true;
  await Promise.all([parser.with(() => Promise.resolve()), parser.with(() => Promise.resolve())]);
  expect(chrome.page.opened).toBe(0);
});
