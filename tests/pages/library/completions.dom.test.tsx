import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { eventually } from '../../factories/eventually.ts';
import { checkAccessibility, find } from '../../ui/show.tsx';
import { listed, showLibrary } from './show-library.tsx';

const clips = [
  { id: 'one', own: ['Net'], author: 'Ada L.' },
  { id: 'two', own: ['Nest/inner'] },
  { id: 'three' },
];

/** What lies under the list of completions and could be pressed. */
function covered(): readonly string[] {
  const list = find('.completions', HTMLElement).getBoundingClientRect();
  return [...document.querySelectorAll('button, a[href], input, select')].flatMap((control) => {
    const box = control.getBoundingClientRect();
    const apart =
      box.width === 0 ||
      box.right <= list.left ||
      box.left >= list.right ||
      box.bottom <= list.top ||
      box.top >= list.bottom;
    return apart || control.closest('.completions') !== null ? [] : [control.outerHTML.slice(0, 80)];
  });
}

it.each([1200, 700, 390])(
  'completes in the header, and covers nothing that may be pressed: %d px',
  async (width) => {
    await page.viewport(width, 800);
    await showLibrary(clips, { search: '?q=is:unread' });
    await eventually(() => expect(listed()).toHaveLength(3));
    const field = find('.search-field input', HTMLInputElement);
    field.focus();
    field.setSelectionRange(99, 99);
    await userEvent.keyboard(' tag:ne');
    await eventually(() => expect(document.querySelectorAll('.completion')).toHaveLength(3));
    expect(covered()).toEqual([]);
    await checkAccessibility();
    await userEvent.keyboard('{Tab}');
    await eventually(() => expect(listed()).toHaveLength(1));
    expect(field.value).toMatch(/^is:unread tag:\S+ $/u);
    await userEvent.keyboard('by:ad');
    await eventually(() => expect(find('.completion', HTMLElement).textContent).toContain('by:"Ada L."'));
  },
);
