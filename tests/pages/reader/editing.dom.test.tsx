import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { checkLibrary } from '../../../src/database/check-library.ts';
import { checkAccessibility, find } from '../../ui/show.tsx';
import { chinese } from '../../ui/translations.ts';
import { showReader } from './show-reader.tsx';

const article = {
  html:
    '<h2 data-block="0">Queues</h2><p data-block="1">Keep me.</p><p data-block="2">Subscribe to my letter!</p>' +
    '<pre data-block="3"><code class="language-js">let x: number = 1</code></pre>',
  blocks: [
    { kind: 'heading', text: 'Queues', level: 2 },
    { kind: 'prose', text: 'Keep me.' },
    { kind: 'prose', text: 'Subscribe to my letter!' },
    { kind: 'code', text: 'let x: number = 1', language: 'js' },
  ] as const,
};
const textOf = (selector: string) => document.querySelector(selector)?.textContent ?? '';
const shown = async () => {
  await expect.poll(() => textOf('.article')).toContain('Keep me.');
};
const button = (name: string) =>
  [...document.querySelectorAll('button')].find(
    (each) => each.getAttribute('aria-label') === name || each.textContent === name,
  );

test('a stray paragraph is removed by keys alone, and comes back', async () => {
  const { database } = await showReader({ article });
  await shown();
  await userEvent.keyboard('d');
  await expect.poll(() => document.querySelectorAll('.block-remove').length).toBe(4);
  await checkAccessibility();
  button('Remove: Subscribe to my letter!')?.focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => textOf('.article')).not.toContain('Subscribe');
  // The next button has the focus, and nothing of the tidying is in the text.
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Remove: let x: number = 1');
  expect((await checkLibrary(database)).problems).toEqual([]);
  await userEvent.keyboard('d');
  await expect.poll(() => document.querySelector('.block-remove')).toBeNull();
  expect(textOf('main, body')).toContain('You changed 1 thing');
  const undo = button('Undo');
  if (undo === undefined) throw new Error('no undo');
  await userEvent.click(undo);
  await expect.poll(() => textOf('.article')).toContain('Subscribe');
});

test('the language of a code block is corrected in its place, and the original comes back', async () => {
  const { database, clipId } = await showReader({ article });
  await shown();
  await userEvent.click(find('button.code-language', HTMLButtonElement));
  const field = find('input.code-language-field', HTMLInputElement);
  expect(field.value).toBe('js');
  await checkAccessibility();
  await userEvent.fill(field, 'TypeScript');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => textOf('button.code-language')).toBe('typescript');
  expect((await database.clips.get(clipId))?.codeLanguages).toEqual(['typescript']);
  const restore = button('Show the original');
  if (restore === undefined) throw new Error('no way back');
  await userEvent.click(restore);
  await expect.poll(() => textOf('button.code-language')).toBe('js');
});

test('Escape leaves the language as it was', async () => {
  const { database } = await showReader({ article });
  await shown();
  await userEvent.click(find('button.code-language', HTMLButtonElement));
  await userEvent.keyboard('go{Escape}');
  expect(textOf('button.code-language')).toBe('js');
  expect(await database.edits.count()).toBe(0);
});

test('the note is Markdown; what it brings along is made safe, and nothing of the web is loaded', async () => {
  const { send, clipId } = await showReader({ article, translation: chinese });
  await shown();
  const note =
    '**Read** [this](https://example.com)\n\n<img src="https://e.com/x.png" alt="pic" onerror="boom()">';
  await send('editClip', { clipId, changes: { note } });
  await expect.poll(() => textOf('.note-text strong')).toBe('Read');
  expect(document.querySelector('.note-text a')?.getAttribute('rel')).toBe('noreferrer noopener');
  expect(document.querySelector('.note-text img')).toBeNull();
  expect(textOf('.note-text')).toContain('pic');
  await checkAccessibility();
});
