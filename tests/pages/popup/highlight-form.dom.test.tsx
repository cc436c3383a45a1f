import { expect, it, onTestFinished } from 'vitest';
import { userEvent } from 'vitest/browser';
import { checkAccessibility, find } from '../../ui/show.tsx';
import { pageTab, showPopup } from './show-popup.tsx';

const field = () => find('dialog[open] textarea', HTMLTextAreaElement);
const menuButton = () => find('.page-actions .menu-button', HTMLButtonElement);

async function openForm() {
  await expect.poll(() => find('.page-card', HTMLElement).dataset['state']).toBe('ready');
  menuButton().click();
  await expect.poll(() => document.activeElement?.textContent).toBe('Highlight the selection');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.querySelector('dialog[open]:modal')).not.toBeNull();
}

it('the form of a highlight is a dialog: it has the focus, gives it back, and keeps the note until it is made', async () => {
  onTestFinished(() => localStorage.removeItem(`page-note-draft:${pageTab.url}`));
  const { sent } = await showPopup({ isSelected: true });
  await openForm();
  expect(document.activeElement).toBe(field());
  await checkAccessibility();
  await userEvent.keyboard('Why 2?');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.querySelector('dialog')).toBeNull();
  expect(document.activeElement).toBe(menuButton());

  await openForm();
  expect(field().value).toBe('Why 2?');
  await userEvent.tab({ shift: true });
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect
    .poll(() => sent.filter(({ command }) => command === 'highlightSelection'))
    .toEqual([
      { command: 'highlightSelection', input: { tabId: pageTab.id, color: 'blue', note: 'Why 2?' } },
    ]);
  // The page said no: what was typed is still there.
  await openForm();
  expect(field().value).toBe('Why 2?');
});
