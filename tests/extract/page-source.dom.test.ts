import { expect, test } from 'vitest';
import { pageSource } from '../../src/extract/page-source.ts';
import { readLivePage } from '../../src/extract/copy/read-live-page.ts';

async function unpack(base64: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);
  return await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

test('keeps the page to the character, small', async () => {
  const page = document.implementation.createHTMLDocument('页面 😀');
  for (let index = 0; index < 2_000; index += 1) {
    page.body.append(Object.assign(page.createElement('p'), { textContent: `段落 ${index}\t<&>` }));
  }
  const source = (await pageSource(readLivePage(page))) ?? '';
  expect(await unpack(source)).toBe(page.documentElement.outerHTML);
  expect(source.length).toBeLessThan(page.documentElement.outerHTML.length / 3);
});

test('keeps no source of a page without end', async () => {
  const page = document.implementation.createHTMLDocument();
  page.body.textContent = 'x'.repeat(20_000_000);
  expect(await pageSource(readLivePage(page))).toBeNull();
});
