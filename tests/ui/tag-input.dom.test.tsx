import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { TagEntry, TagSuggestion } from '../../src/ui/tag-entry.ts';
import { TagInput } from '../../src/ui/tag-input.tsx';
import { checkAccessibility, find, show } from './show.tsx';

const suggestions: TagSuggestion[] = [
  { label: '并发', origin: 'recent' },
  { label: 'Go', origin: 'recent' },
  { label: 'scheduler', origin: 'page' },
];

function showField(start: Partial<TagEntry> = {}) {
  const entry = signal<TagEntry>({ tags: [], text: '', ...start });
  let done = 0;
  function Field() {
    return (
      <TagInput
        entry={entry.value}
        suggestions={suggestions}
        onChange={(next) => {
          entry.value = next;
        }}
        onDone={() => {
          done += 1;
        }}
      />
    );
  }
  show(<Field />);
  const input = find('input', HTMLInputElement);
  input.focus();
  return { entry, input, done: () => done };
}

const options = () =>
  [...document.querySelectorAll('[role=option]')].map((option) => option.firstElementChild?.textContent);

describe('tag input', () => {
  it.each([
    ['Enter', 'rust{Enter}'],
    ['Tab', 'rust{Tab}'],
    ['comma', 'rust,'],
    ['full-width comma', 'rust，'],
    ['ideographic comma', 'rust、'],
  ])('makes a chip of the text with %s', async (_name, keys) => {
    const { entry, input } = showField();
    await userEvent.keyboard(keys);
    expect(entry.value).toEqual({ tags: ['rust'], text: '' });
    expect(input.value).toBe('');
    expect(document.activeElement).toBe(input);
  });

  it('lets Tab leave an empty field and Enter say that the reader is done', async () => {
    const { input, done } = showField();
    await userEvent.keyboard('{Enter}');
    expect(done()).toBe(1);
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement).not.toBe(input);
  });

  it('clears a separator that means no tag', async () => {
    const { entry, input } = showField();
    await userEvent.keyboard(',');
    expect(entry.value).toEqual({ tags: [], text: '' });
    expect(input.value).toBe('');
  });

  it('makes chips of a pasted line', async () => {
    const { entry, input } = showField();
    input.value = 'go, 并发、k8s，Ingre';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
    expect(entry.value).toEqual({ tags: ['go', '并发', 'k8s'], text: 'Ingre' });
  });

  it('keeps one chip for two spellings of a tag', async () => {
    const { entry } = showField({ tags: ['Go'] });
    await userEvent.keyboard('ＧＯ{Enter}');
    expect(entry.value).toEqual({ tags: ['Go'], text: '' });
  });

  it('takes the last chip back with Backspace, to be edited', async () => {
    const { entry } = showField({ tags: ['go', 'rust'] });
    await userEvent.keyboard('{Backspace}');
    expect(entry.value).toEqual({ tags: ['go'], text: 'rust' });
    await userEvent.keyboard('{Backspace}{Enter}');
    expect(entry.value).toEqual({ tags: ['go', 'rus'], text: '' });
  });

  it('offers recents first, and what the text would become in its normalised form', async () => {
    showField();
    await expect.poll(options).toEqual(['并发', 'Go', 'scheduler']);
    await userEvent.keyboard('Ｋ８ｓ');
    await expect.poll(options).toContain('Add “K8s”');
  });

  it('chooses with the arrow keys, and says so to a screen reader', async () => {
    const { entry, input } = showField();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    const active = input.getAttribute('aria-activedescendant') ?? '';
    expect(document.querySelector(`#${CSS.escape(active)}`)?.textContent).toContain('Go');
    await userEvent.keyboard('{Enter}');
    expect(entry.value.tags).toEqual(['Go']);
    await userEvent.keyboard('{ArrowUp}');
    await userEvent.keyboard('{Enter}');
    expect(entry.value.tags).toEqual(['Go', 'scheduler']);
  });

  it('closes its list with Escape, and only then lets Escape pass', async () => {
    const { input } = showField();
    let passed = 0;
    addEventListener('keydown', () => (passed += 1), { once: true });
    await userEvent.keyboard('{Escape}');
    expect(input.getAttribute('aria-expanded')).toBe('false');
    expect(passed).toBe(0);
    await userEvent.keyboard('{Escape}');
    expect(passed).toBe(1);
  });

  it('removes a chip with its button', async () => {
    const { entry } = showField({ tags: ['go', 'rust'] });
    await userEvent.click(find('[aria-label="Remove tag go"]', HTMLButtonElement));
    expect(entry.value.tags).toEqual(['rust']);
  });

  it('has nothing that axe objects to, open and closed', async () => {
    const { input } = showField({ tags: ['go', '并发'], text: 's' });
    await userEvent.keyboard('{ArrowDown}');
    await checkAccessibility();
    input.blur();
    await checkAccessibility();
  });
});
