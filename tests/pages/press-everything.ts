import { expect } from 'vitest';
import { Failure } from '../../src/core/failure.ts';
import { eventually } from '../factories/eventually.ts';
import { english } from '../ui/translations.ts';

/** Refuses each command as a full disk does, after so many that it lets through, and keeps count of them. */
export function fullStore(letThrough = 0) {
  const refused: string[] = [];
  let left = letThrough;
  // What was typed is kept as a draft by itself, and the worker is woken by itself: nothing is pressed for either.
  const unasked = new Set(['saveDraft', 'clearDraft', 'continueJobs']);
  return {
    refused,
    refuse: (command: string) => {
      if (unasked.has(command)) return;
      left -= 1;
      if (left >= 0) return;
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

function shown(within = '*'): Map<string, HTMLElement> {
  const dialog = document.querySelector('dialog[open]');
  const found = [...(dialog ?? document).querySelectorAll<HTMLElement>(controls)];
  const there = found.filter((each) => each.checkVisibility() && each.closest(within) !== null);
  return new Map(there.map((each) => [nameOf(each), each]));
}

/** A dialog that asks for words gets some. */
function fillDialog(): void {
  const fields = 'dialog[open] :is(input:not([type]), input[type=text])';
  for (const field of document.querySelectorAll<HTMLInputElement>(fields)) {
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

export interface Presses {
  /** So many commands go through before one is refused, so that what takes them back is pressed, too. */
  readonly letThrough?: number;
  /** Where to look for the first control, the second, …, by selector; everywhere without one. */
  readonly within?: readonly string[];
}

/**
 * Presses each control of a page, and each that a press brings up, each time in a page of its own. Wherever a command was
 * refused the page has to say so. Returns the commands that were refused.
 */
export async function pressEverything(
  open: (store: FullStore) => Promise<unknown>,
  isReady: () => void,
  { letThrough = 0, within = [] }: Presses = {},
): Promise<string[]> {
  const reached = new Set<string>();
  const pressed = new Set<string>();
  const paths: string[][] = [[]];
  const message = english.t('failureStoreFull');
  for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
    for (const dialog of document.querySelectorAll('dialog')) dialog.close();
    const store = fullStore(letThrough);
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
      // Each message has its own way back.
      const keyOf = (name: string) => (name.includes('Undo') ? `${name} ${path.at(-1) ?? ''}` : name);
      for (const name of [...shown(within[path.length]).keys()].filter((each) => !pressed.has(keyOf(each)))) {
        pressed.add(keyOf(name));
        paths.push([...path, name]);
      }
    }
  }
  return [...reached].toSorted((a, b) => a.localeCompare(b));
}

/** Until what a press does at once is done: the browser has answered what was asked of the database before. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    const database = await own;
    await new Promise((resolve) => {
      database.transaction('rows').objectStore('rows').count().addEventListener('success', resolve);
    });
  }
}

/** An empty database, whose answers come after those that were asked for earlier. */
const own = new Promise<IDBDatabase>((resolve, reject) => {
  const request = indexedDB.open('press-everything', 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore('rows'));
  request.addEventListener('success', () => resolve(request.result));
  request.addEventListener('error', () => reject(request.error ?? new Error('no database')));
});
