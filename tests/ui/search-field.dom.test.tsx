import { signal } from '@preact/signals';
import { createRef } from 'preact';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Complete } from '../../src/ui/completion-field.ts';
import { SearchField } from '../../src/ui/search-field.tsx';
import { checkAccessibility, find, show } from './show.tsx';

/** Of the last word: `tag:` has values, and what begins a word of the list may become it. */
const complete: Complete = (text, caret) => {
  const before = text.slice(0, caret);
  const start = before.lastIndexOf(' ') + 1;
  const piece = before.slice(start);
  const named = piece.startsWith('tag:');
  const values = named ? ['tag:go', 'tag:git', 'tag:redis'] : ['tag:', 'site:example.org'];
  const items = values
    .filter((value) => piece !== '' && value.startsWith(piece) && value !== piece)
    .map((value) => ({ text: value, open: value.endsWith(':') }));
  return { start, end: caret, named, items };
};

function showField() {
  const query = signal('');
  const keys: string[] = [];
  const Shown = () => (
    <>
      <h1>Clipshelf</h1>
      <SearchField
        value={query.value}
        onInput={(value) => (query.value = value)}
        onKeyDown={({ key }) => void keys.push(key)}
        inputRef={createRef<HTMLInputElement>()}
        complete={complete}
        help={{ shown: false, toggle: () => undefined }}
      />
      <button type="button" class="below">
        Below
      </button>
    </>
  );
  show(<Shown />);
  const field = find('.search-field input', HTMLInputElement);
  field.focus();
  return { query, keys, field };
}

const options = () =>
  [...document.querySelectorAll('.completions:not([hidden]) [role=option] > span')].map(
    ({ textContent }) => textContent,
  );
const active = () => document.querySelector('[role=option][aria-selected=true] > span')?.textContent ?? null;

test('a filter is typed by its first letters: arrow, Enter, and its values follow', async () => {
  const { query, field } = showField();
  await userEvent.keyboard('redis t');
  expect(options()).toEqual(['tag:']);
  expect(field.getAttribute('aria-expanded')).toBe('true');
  await checkAccessibility();
  await userEvent.keyboard('{ArrowRight}');
  const id = field.getAttribute('aria-activedescendant');
  expect([active(), document.querySelector(`#${CSS.escape(id ?? '')} > span`)?.textContent]).toEqual([
    'tag:',
    'tag:',
  ]);
  await checkAccessibility();
  await userEvent.keyboard('{Enter}');
  expect(query.value).toBe('redis tag:');
  expect(options()).toEqual(['tag:go', 'tag:git', 'tag:redis']);
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}');
  expect(active()).toBeNull();
  await userEvent.keyboard('{ArrowUp}');
  expect(active()).toBe('tag:redis');
  await userEvent.keyboard('{Enter}x');
  expect(query.value).toBe('redis tag:redis x');
});

test('Tab takes the first value of a filter that is named, and leaves a plain word', async () => {
  const { query, field } = showField();
  await userEvent.keyboard('tag:gi{Tab}');
  expect([query.value, document.activeElement === field]).toEqual(['tag:git ', true]);
  await userEvent.keyboard('ta');
  expect(options()).toEqual(['tag:']);
  await userEvent.keyboard('{Tab}');
  expect([query.value, document.activeElement === field]).toEqual(['tag:git ta', false]);
});

test('the piece at the caret is completed, and the rest stays', async () => {
  const { query, field } = showField();
  await userEvent.keyboard('tag:g redis');
  for (const _letter of ' redis') await userEvent.keyboard('{ArrowLeft}');
  await expect.poll(options).toEqual(['tag:go', 'tag:git']);
  await userEvent.keyboard('{Tab}');
  expect([query.value, field.selectionStart]).toEqual(['tag:go redis', 7]);
});

test('Escape closes the list first; keys that are not its own go on to the page', async () => {
  const { query, keys } = showField();
  await userEvent.keyboard('s');
  expect(options()).toEqual(['site:example.org']);
  await userEvent.keyboard('{Enter}{ArrowDown}');
  expect(keys).toEqual(['s', 'Enter', 'ArrowDown']);
  await userEvent.keyboard('{Escape}');
  expect([options(), query.value, keys.length]).toEqual([[], 's', 3]);
  await userEvent.keyboard('{Escape}');
  expect(keys.at(-1)).toBe('Escape');
});

test('a text that was not typed is not completed', async () => {
  const { query, field } = showField();
  query.value = 'tag:g';
  await expect.poll(() => field.value).toBe('tag:g');
  expect(options()).toEqual([]);
});

test('it covers nothing that may be pressed, and what is pressed stays where it is until then', async () => {
  showField();
  await userEvent.keyboard('tag:g');
  const below = find('.below', HTMLButtonElement).getBoundingClientRect();
  const list = find('.completions', HTMLElement).getBoundingClientRect();
  expect(list.height).toBeGreaterThan(20);
  expect(below.top).toBeGreaterThanOrEqual(list.bottom);
  await userEvent.click(find('.completion', HTMLElement));
  expect(find('.search-field input', HTMLInputElement).value).toBe('tag:go ');
  expect(document.activeElement).toBe(find('.search-field input', HTMLInputElement));
});
