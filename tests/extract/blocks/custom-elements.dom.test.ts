import { expect, test } from 'vitest';
import { extractPage } from '../../../src/extract/extract-page.ts';

test('blocks of an editor’s own elements are the blocks that they are named after', () => {
  const text =
    'The tank above the pump has to be full before the pump may start, which the float in it tells.';
  const item = (kind: string, sign: string, words: string): string =>
    `<ed-${kind}><ed-sign>${sign}</ed-sign><ed-text>${words}</ed-text></ed-${kind}>`;
  const page = new DOMParser().parseFromString(
    `<!doctype html><title>Pumps</title><article><ed-p>${text}</ed-p><ed-h2>Parts</ed-h2>${item('uli', '•', 'Tank')}${item('uli', '•', 'Float')}${item('oli', '1.', 'Fill')}<ed-quote><ed-p>Full is full.</ed-p></ed-quote><ed-p>${text}</ed-p></article>`,
    'text/html',
  );
  const { html } = extractPage(page, { url: 'http://localhost/pumps' });
  const clipped = new DOMParser().parseFromString(html, 'text/html');
  expect(
    [...clipped.querySelectorAll('p, h2, ul, ol, li, blockquote')].map(
      (each) => `${each.localName} ${each.textContent}`,
    ),
  ).toEqual([
    `p ${text}`,
    'h2 Parts',
    'ul TankFloat',
    'li Tank',
    'li Float',
    'ol Fill',
    'li Fill',
    'blockquote Full is full.',
    'p Full is full.',
    `p ${text}`,
  ]);
});
