import { expect } from 'vitest';
import { Failure } from '../../src/core/failure.ts';
import { eventually } from '../factories/eventually.ts';
import { english } from '../ui/translations.ts';

/** Refuses each command as a full disk does, and keeps count of them. */
export function fullStore() {
  const refused: string[] = [];
  // What was typed is kept as a draft by itself, and the worker is woken by itself: nothing is pressed for either.
  const unasked = new Set(['saveDraft', 'clearDraft', 'continueJobs']);
  return {
    refused,
    refuse: (command: string) => {
      if (unasked.has(command)) return;
      refused.push(command);
      throw new Failure('store/full');
    },
  };
}

export type FullStore = ReturnType<typeof fullStore>;

const controls = 'button, [role=menuitem], input[type=checkbox], input[type=radio], select';

function nameOf(element: HTMLElement): string {
  const box = element.closest('dialog, [role=menu], section, li, .selection-bar');
  const within = box instanceof HTMLElement ? (box.ariaLabel ?? box.className) : '';
  const label = element instanceof HTMLInputElement ? element.closest('label')?.textContent : '';
  return `${within} › ${element.ariaLabel ?? ''} ${element.textContent} ${label ?? ''}`;
}

function shown(): Map<string, HTMLElement> {
  const dialog = document.querySelector('dialog[open]');
  const found = [...(dialog ?? document).querySelectorAll<HTMLElement>(controls)];
  return new Map(found.filter((each) => each.checkVisibility()).map((each) => [nameOf(each), each]));
}

/** A dialog that asks for words gets some. */
function fillDialog(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('dialog[open] input:not([type])')) {
    field.value = `${field.value}Word`;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
}

function operate(element: HTMLElement | undefined): void {
  if (element instanceof HTMLSelectElement) {
    element.selectedIndex = (element.selectedIndex + 1) % element.options.length;
    element.dispatchEvent(new Event('change', { bubbles: true }));
  } else element?.click();
}

/**
 * Presses each control of a page, and each that a press brings up, each time in a page of its own. Wherever a command was
 * refused the page has to say so. Returns the commands that were refused.
 */
export async function pressEverything(
  open: (store: FullStore) => Promise<unknown>,
  isReady: () => void,
): Promise<string[]> {
  const reached = new Set<string>();
  const pressed = new Set<string>();
  const paths: string[][] = [[]];
  const message = english.t('failureStoreFull');
  for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
    for (const dialog of document.querySelectorAll('dialog')) dialog.close();
    const store = fullStore();
    await open(store);
    await eventually(isReady);
    for (const name of path) {
      fillDialog();
      await settled();
      operate(shown().get(name));
      await settled();
    }
    for (const command of store.refused) reached.add(command);
    const told = path;
    if (store.refused.length > 0)
      await eventually(() =>
        expect([told, document.body.textContent.includes(message)]).toEqual([told, true]),
      );
    else if (path.length < 4) {
      const fresh = [...shown().keys()].filter((name) => !pressed.has(name));
      for (const name of fresh) {
        pressed.add(name);
        paths.push([...path, name]);
      }
    }
  }
  return [...reached].toSorted((a, b) => a.localeCompare(b));
}

/** Long enough for what a press does at once; what is refused is waited for. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve, 10));
}
