import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Database } from '../../../src/database/database.ts';
import { recordImage } from '../../../src/database/images/image-writes.ts';
import { waitingImages } from '../../../src/database/images/image-queries.ts';
import { checkAccessibility, find } from '../../ui/show.tsx';
import { showReader } from './show-reader.tsx';

const urls = ['https://img.example.com/one.png', 'https://img.example.com/two.png'];
const article = {
  html: `<p data-block="0">Text <img src="${urls[0]}" alt="The first"></p><p><img src="${urls[1]}" alt="The second"></p>`,
  blocks: [{ kind: 'prose', text: 'Text' }] as const,
  images: urls.map((url) => ({ url, alt: '' })),
};
const text = (selector: string) => document.querySelector(selector)?.textContent;
const pictures = () => document.querySelectorAll<HTMLImageElement>('.article .image-open img');

async function picture(): Promise<Blob> {
  const canvas = new OffscreenCanvas(200, 120);
  canvas.getContext('2d')?.fillRect(0, 0, 200, 120);
  return await canvas.convertToBlob();
}

async function store(database: Database) {
  const blob = await picture();
  for (const image of await waitingImages(database, 10))
    await recordImage(database, { ...image, state: 'stored', hash: 'h' }, { hash: 'h', blob });
}

test('asks for the sites of missing images, and shows them as they come in', async () => {
  const { database, asked } = await showReader({ article });
  await expect.poll(() => text('.integrity')).toContain('0 of 2 images stored');
  expect(document.querySelectorAll('.image-away').length).toBe(2);
  await userEvent.click(find('button.integrity-mend', HTMLButtonElement));
  expect(asked).toEqual(urls);
  await expect.poll(() => text('.integrity')).toContain('getting 2 more');
  await store(database);
  await expect.poll(() => text('.integrity')).toContain('2 of 2 images stored');
  await expect.poll(() => pictures().length).toBe(2);
  await expect.poll(() => pictures()[0]?.naturalWidth).toBe(200);
  expect(pictures()[0]?.src.startsWith('blob:')).toBe(true);
  expect(document.querySelector('.integrity-mend')).toBeNull();
  await checkAccessibility();
});

test('a refusal loads nothing and says so', async () => {
  const { database } = await showReader({ article, allows: false });
  await expect.poll(() => document.querySelector('button.integrity-mend')).not.toBeNull();
  await userEvent.click(find('button.integrity-mend', HTMLButtonElement));
  await expect.poll(() => document.body.textContent).toContain('Nothing was loaded');
  expect(await database.images.count()).toBe(0);
});

test('the lightbox is worked by keys alone', async () => {
  const { database, send, clipId } = await showReader({ article });
  await send('wantImages', { clipId });
  await store(database);
  await expect.poll(() => pictures().length).toBe(2);
  const [first, second] = document.querySelectorAll<HTMLElement>('.image-open');
  first?.focus();
  await userEvent.keyboard('{Enter}');
  const dialog = find('dialog.lightbox', HTMLDialogElement);
  expect(dialog.getAttribute('aria-label')).toBe('The first');
  expect(dialog.textContent).toContain('1 of 2');
  await checkAccessibility();
  await userEvent.keyboard('{ArrowRight}');
  expect(dialog.getAttribute('aria-label')).toBe('The second');
  await userEvent.keyboard('{Enter}');
  expect(dialog.classList.contains('own-size')).toBe(true);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.querySelector('dialog.lightbox')).toBeNull();
  expect(document.activeElement).toBe(second);
});

test('a diagram stands beside what it was drawn from', async () => {
  const drawing =
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FAAhKDveksOjmAAAAAElFTkSuQmCC';
  await page.viewport(1200, 800);
  await showReader({
    article: {
      html: `<figure data-diagram><img src="${drawing}" alt="Flow"><pre data-block="0"><code class="language-mermaid">graph LR</code></pre></figure>`,
      blocks: [{ kind: 'code', text: 'graph LR', language: 'mermaid' }],
    },
  });
  await expect.poll(() => document.querySelector('.article .code-block')).not.toBeNull();
  const [drawn, source] = ['.article figure img', '.article .code-block'].map((selector) =>
    document.querySelector(selector)?.getBoundingClientRect(),
  );
  expect(source?.left).toBeGreaterThan(drawn?.right ?? Number.POSITIVE_INFINITY);
  await checkAccessibility();
});
