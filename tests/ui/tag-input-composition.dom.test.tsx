import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { TagEntry } from '../../src/ui/tag-entry.ts';
import { TagInput } from '../../src/ui/tag-input.tsx';
import { find, show } from './show.tsx';

function showField() {
  const entry = signal<TagEntry>({ tags: [], text: '' });
  function Field() {
    return (
      <TagInput
        entry={entry.value}
        suggestions={[]}
        onChange={(next) => {
          entry.value = next;
        }}
      />
    );
  }
  show(<Field />);
  return { entry, input: find('input', HTMLInputElement) };
}

function key(input: HTMLInputElement, name: string, init: KeyboardEventInit) {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...init });
  input.dispatchEvent(event);
  return event;
}

function compose(input: HTMLInputElement, text: string) {
  input.dispatchEvent(new CompositionEvent('compositionupdate', { bubbles: true, data: text }));
  input.value = text;
  input.dispatchEvent(
    new InputEvent('input', { bubbles: true, isComposing: true, inputType: 'insertCompositionText' }),
  );
}

describe('tag input within an input method', () => {
  it('makes no chip with the Enter that chooses a candidate', () => {
    const { entry, input } = showField();
    input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    compose(input, 'bing fa');
    const event = key(input, 'Enter', { isComposing: true });
    expect(event.defaultPrevented).toBe(false);
    expect(entry.value).toEqual({ tags: [], text: 'bing fa' });
  });

  it('makes no chip with a key that only its code 229 gives away', () => {
    const { entry, input } = showField();
    compose(input, '并发');
    key(input, 'Enter', { keyCode: 229 });
    key(input, 'Tab', { keyCode: 229 });
    expect(entry.value).toEqual({ tags: [], text: '并发' });
  });

  it('does not split at a comma within a composition, but does when it ends', () => {
    const { entry, input } = showField();
    input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    compose(input, '并发，');
    expect(entry.value).toEqual({ tags: [], text: '并发，' });
    input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '并发，' }));
    expect(entry.value).toEqual({ tags: ['并发'], text: '' });
  });

  it('makes the chip with the first Enter after the composition', async () => {
    const { entry, input } = showField();
    compose(input, '调度器');
    input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '调度器' }));
    await Promise.resolve();
    key(input, 'Enter', {});
    expect(entry.value).toEqual({ tags: ['调度器'], text: '' });
  });

  it('keeps the composition as it is while the page draws anew', async () => {
    const { entry, input } = showField();
    input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    compose(input, "diao'du");
    entry.value = { ...entry.value, tags: ['go'] };
    await expect.poll(() => document.querySelector('.chip')?.textContent).toBe('go');
    expect(input.value).toBe("diao'du");
  });
});
