import { expect, test } from 'vitest';
import { needsScripts } from '../../../src/extract/fetched/needs-scripts.ts';

const page = (html: string) => new DOMParser().parseFromString(html, 'text/html');

test.each([
  ['a mount point', '<div id="root"></div><script src="/app.js"></script>'],
  [
    'a notice',
    '<body><noscript>You need to enable JavaScript to run this app.</noscript><div id="app">…</div><script></script>',
  ],
])('%s waits for scripts', (_what, html) => {
  expect(needsScripts(page(html))).toBe(true);
});

test.each([
  ['a page without scripts', '<div id="root"></div><p>Text'],
  ['a page that is written', '<div id="root"><p>Text</p></div><script></script>'],
])('%s does not', (_what, html) => {
  expect(needsScripts(page(html))).toBe(false);
});
