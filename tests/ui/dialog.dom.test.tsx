import { useSignal } from '@preact/signals';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Dialog } from '../../src/ui/dialog.tsx';
import { checkAccessibility, find, show } from './show.tsx';

/** A dialog with a note; what becomes of it is written down. */
function showNote(ends: string[]): void {
  function Note() {
    const text = useSignal('');
    return (
      <Dialog
        title="Note"
        onClose={() => ends.push('closed')}
        onSubmit={() => ends.push(`saved ${text.value}`)}
        unsaved={text.value !== ''}
      >
        <textarea
          aria-label="Text"
          value={text.value}
          onInput={(event) => (text.value = event.currentTarget.value)}
        />
      </Dialog>
    );
  }
  show(<Note />);
}

const field = () => find('textarea', HTMLTextAreaElement);
const press = (name: string) =>
  [...document.querySelectorAll('button')]
    .find((each) => (each.ariaLabel ?? each.textContent) === name)
    ?.click();
const question = () => document.querySelector('.dialog-question')?.textContent ?? null;

test('Escape, the cross and a press beside it ask before they throw typed text away', async () => {
  const ends: string[] = [];
  showNote(ends);
  await userEvent.type(field(), 'typed');
  await userEvent.keyboard('{Escape}');
  await expect.poll(question).toContain('Discard what you typed?');
  await checkAccessibility();
  await userEvent.keyboard('{Escape}');
  await expect.poll(question).toBeNull();
  await userEvent.keyboard('{Escape}{Escape}{Escape}');
  await expect.poll(question).not.toBeNull();
  press('Keep editing');
  await expect.poll(question).toBeNull();
  find('.dialog-header button', HTMLButtonElement).click();
  await expect.poll(question).not.toBeNull();
  press('Keep editing');
  find('dialog', HTMLDialogElement).click();
  await expect.poll(question).not.toBeNull();
  expect([field().value, ends]).toEqual(['typed', []]);
  press('Discard');
  expect(ends).toEqual(['closed']);
});

test('Ctrl+Enter saves', async () => {
  const ends: string[] = [];
  showNote(ends);
  await userEvent.type(field(), 'typed');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(ends).toEqual(['saved typed']);
});

test('with nothing typed it closes at once', async () => {
  const ends: string[] = [];
  showNote(ends);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => ends).toEqual(['closed']);
});

test('a long dialog without a field begins at its title, from which the keys scroll it', async () => {
  show(
    <Dialog title="Keys" onClose={() => undefined}>
      <p style={{ minHeight: '3000px' }}>Much to read.</p>
    </Dialog>,
  );
  expect(document.activeElement?.textContent).toBe('Keys');
  await userEvent.keyboard('{PageDown}');
  await expect.poll(() => find('.dialog-content', HTMLElement).scrollTop).toBeGreaterThan(0);
});
