import { expect, it } from 'vitest';
import { eventually } from '../../factories/eventually.ts';
import { showLibrary } from './show-library.tsx';

it('the list is selected whole, also where that is asked before more than its first rows are read', async () => {
  const many = Array.from({ length: 75 }, (_, at) => ({ id: `Clip ${String(at)}` }));
  let counted = '';
  const drawn = new MutationObserver(() => {
    const all = document.querySelector<HTMLElement>('.list-tools [aria-label="Select all"]');
    if (all === null || document.querySelector('.library-row') === null) return;
    drawn.disconnect();
    counted = document.querySelector('.list-count')?.textContent ?? '';
    all.click();
  });
  document.querySelector('.library-column')?.remove();
  drawn.observe(document.body, { childList: true, subtree: true });
  await showLibrary(many);
  await eventually(() =>
    expect(document.querySelector('.selection-bar')?.textContent).toContain('75 clips selected'),
  );
  // The first rows alone were there.
  expect(counted).toBe('…');
});
