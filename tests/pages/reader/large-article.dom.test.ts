import { expect, test } from 'vitest';
import { enhanceArticle } from '../../../src/pages/reader/article/enhance-article.ts';
import { eventually } from '../../factories/eventually.ts';
import { english } from '../../ui/translations.ts';
import { showReader } from './show-reader.tsx';

const enhancement = {
  translation: english,
  copy: () => Promise.resolve(),
  announce: () => undefined,
} as unknown as Parameters<typeof enhanceArticle>[1];

/** The article as the reader shows it. */
function dressed(html: string): HTMLElement {
  const article = document.createRange().createContextualFragment(html);
  enhanceArticle(article, enhancement);
  const root = document.createElement('div');
  root.append(article);
  return root;
}

test('each of many notes leads back to where it was called first, and none that nothing calls', () => {
  const count = 20_000;
  const numbers = Array.from({ length: count }, (_, number) => String(number));
  const call = (number: string) =>
    `<sup data-footnote-ref="${number}"><a href="#fn-${number}">${number}</a></sup>`;
  const note = (number: string) => `<li id="fn-${number}" data-footnote="${number}"><p>Note.</p></li>`;
  const root = dressed(
    `<p>${numbers.map(call).join(' ')} ${call('7')}</p><section data-footnotes><ol>${numbers.map(note).join('')}${note('x')}</ol></section>`,
  );
  const backs = [...root.querySelectorAll('.footnote-back')].map((back) => back.getAttribute('href'));
  expect(backs).toEqual(numbers.map((number) => `#fnref-${number}`));
  expect(root.querySelectorAll('#fnref-7')).toHaveLength(1);
  expect(root.querySelector('#fnref-7')?.nextElementSibling?.id).toBe('fnref-8');
});

test('lines are marked by ranges that lie over each other, however many', () => {
  const lines = Array.from({ length: 12 }, (_, number) => `line ${String(number + 1)}`).join('\n');
  const ranges = `2,4-6,5-7,9-3,11-11,${'100-9999,'.repeat(50_000)}`;
  const root = dressed(`<pre><code data-lines="${ranges}">${lines}</code></pre>`);
  const marked = [...root.querySelectorAll('mark')].map(({ textContent }) => textContent);
  expect(marked).toEqual(['line 2', 'line 4', 'line 5', 'line 6', 'line 7', 'line 11']);
});

test('a note that is longer than anybody writes is shown as it was typed', async () => {
  const note = `**bold** ${'x'.repeat(300_000)}`;
  await showReader({ prepare: (database, clipId) => database.clips.update(clipId, { note }) });
  await eventually(() => expect(document.querySelector('.note-text')?.textContent).toBe(note));
  expect(document.querySelector('.note-text strong')).toBeNull();
});
