import { expect, it } from 'vitest';
import { eventually } from '../../factories/eventually.ts';
import { checkAccessibility, find } from '../../ui/show.tsx';
import { type MadeClip, listed, showLibrary } from './show-library.tsx';

const clips: readonly MadeClip[] = [
  { id: 'gRPC', own: ['lang/Go', 'k8s'] },
  { id: 'Redis', own: ['db/redis'] },
  { id: 'io_uring', own: ['Kubernetes', 'lang/Go'] },
];

it('the statistics tell what the list amounts to, and narrow it to a value', async () => {
  await showLibrary(clips, { search: '?q=tag%3Alang' });
  await eventually(() => expect(listed()).toHaveLength(2));
  document.querySelector<HTMLElement>('[aria-label=Statistics]')?.click();
  await eventually(() => expect(document.querySelector('dialog[open] h2')?.textContent).toBe('Statistics'));
  const told = find('.statistics-numbers', HTMLElement);
  expect(told.innerText.replaceAll(/\s+/gu, ' ')).toContain('Clips 2 Read 0 (0%)');
  expect(document.querySelectorAll('.statistics-months tbody tr')).toHaveLength(12);
  await checkAccessibility();
  const value = [...document.querySelectorAll<HTMLElement>('.statistics-value')].find(({ textContent }) =>
    textContent.startsWith('k8s'),
  );
  value?.click();
  await eventually(() => expect(listed()).toEqual(['gRPC']));
  expect(document.querySelector('dialog[open]')).toBeNull();
});
