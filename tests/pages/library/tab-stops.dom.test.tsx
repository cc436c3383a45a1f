import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { eventually } from '../../factories/eventually.ts';
import { checkAccessibility, find } from '../../ui/show.tsx';
import { listed, showLibrary } from './show-library.tsx';

const clips = ['Pools', 'Queues', 'Caches'].map((id) => ({ id, own: ['go'] }));
const focused = () => document.activeElement;
const isInList = () => focused()?.closest('.windowed-row') !== null && focused() !== document.body;

/** The keys go to this document, from its top on. */
async function beginAtTop(): Promise<void> {
  await showLibrary(clips);
  await eventually(() => expect(listed()).toHaveLength(3));
  await userEvent.click(find('.search-field input', HTMLInputElement));
  find('.skip-link', HTMLElement).focus();
}

/** What Tab meets from the top of the page to the first clip. */
async function stops(): Promise<readonly string[]> {
  const names = ['the skip link'];
  while (!isInList() && names.length < 40) {
    await userEvent.keyboard('{Tab}');
    names.push(focused()?.getAttribute('aria-label') ?? focused()?.textContent ?? '');
  }
  return names;
}

test('ten stops of Tab at most lead from the top of the page to the first clip', async () => {
  await beginAtTop();
  await eventually(() => expect(document.querySelector('.rail button')).not.toBeNull());
  const met = await stops();
  // Those beyond the tenth are named.
  expect(met.slice(10)).toEqual([]);
  await checkAccessibility();
});

test('the skip link leads to the first clip', async () => {
  await beginAtTop();
  await userEvent.keyboard('{Enter}');
  await eventually(() => expect(isInList()).toBe(true));
});

test('arrow keys go along the tools above the list, and along those of the page', async () => {
  await beginAtTop();
  for (const row of ['.list-tools', '.frame-tools']) {
    const tools = [...document.querySelectorAll<HTMLElement>(`${row} :is(button, select, a[href])`)].filter(
      (each) => each.checkVisibility(),
    );
    expect(tools.length).toBeGreaterThan(1);
    find(`${row} [tabindex="0"]`, HTMLElement).focus();
    const met = new Set<Element | null>([focused()]);
    for (const _ of tools) {
      await userEvent.keyboard('{ArrowRight}');
      met.add(focused());
    }
    expect([...met]).toHaveLength(tools.length);
    await userEvent.keyboard('{ArrowLeft}');
    expect(focused()).toBe(tools.at(-1));
    // One stop of Tab: the next one is outside.
    await userEvent.keyboard('{Tab}');
    expect(focused()?.closest(row)).toBeNull();
  }
});
