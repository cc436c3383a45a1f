import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { checkLibrary } from '../../../src/database/check-library.ts';
import { makeArticle } from '../../factories/article.ts';
import { checkAccessibility } from '../../ui/show.tsx';
import { chinese } from '../../ui/translations.ts';
import { showReader } from './show-reader.tsx';

const article = {
  html: '<p data-block="0">Take the lease.</p><p data-block="1">Give it back.</p>',
  blocks: [
    { kind: 'prose', text: 'Take the lease.' },
    { kind: 'prose', text: 'Give it back.' },
  ],
  integrity: {
    ...makeArticle({}).integrity,
    coverage: 0.6,
    leftOut: [
      {
        reason: 'navigation',
        rule: 'prune/name',
        text: 'Home All articles',
        words: 3,
        isMissing: false,
        after: -1,
        html: null,
      },
      {
        reason: 'unaccounted',
        rule: 'step',
        text: 'Renew it in time.',
        words: 50,
        isMissing: true,
        after: 0,
        html: '<p>Renew it in time.</p><p onclick="boom()">Twice.</p><script>boom()</script>',
      },
    ],
  },
} as const;
const textOf = (selector: string) => document.querySelector(selector)?.textContent ?? '';
const button = (name: string) =>
  [...document.querySelectorAll('button')].find((each) => (each.textContent ?? '').includes(name));

async function press(name: string): Promise<void> {
  await expect.poll(() => button(name)).not.toBeUndefined();
  const found = button(name);
  if (found !== undefined) await userEvent.click(found);
}

test('what was left out is named by its reason, and one press puts a passage back where it stood', async () => {
  const { database, clipId } = await showReader({ article });
  await expect.poll(() => textOf('.integrity')).toContain('Something is missing');
  await press('Left out (2)');
  await expect.poll(() => textOf('.left-out-dialog')).toContain('For no known reason');
  expect(textOf('.left-out-dialog')).toContain('Home All articles');
  expect(document.querySelectorAll('.left-out button')).toHaveLength(1);
  await checkAccessibility();
  await press('Put back');
  await expect.poll(() => textOf('.article')).toBe('Take the lease.Renew it in time.Twice.Give it back.');
  expect(document.querySelector('.article [onclick], .article script')).toBeNull();
  await expect.poll(() => textOf('.integrity')).toContain('Complete');
  expect((await database.clips.get(clipId))?.incomplete).toBe(false);
  expect((await checkLibrary(database)).problems).toEqual([]);
  await press('Take out again');
  await expect.poll(() => textOf('.article')).toBe('Take the lease.Give it back.');
  expect((await database.clips.get(clipId))?.incomplete).toBe(true);
});

test('in Chinese', async () => {
  await showReader({ article, translation: chinese });
  await press('未收入的内容（2）');
  await expect.poll(() => textOf('.left-out-dialog')).toContain('原因不明');
  await press('放回');
  await expect.poll(() => textOf('.article')).toContain('Renew it in time.');
});
