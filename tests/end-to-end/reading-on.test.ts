import { expect } from 'vitest';
import { press, shows, visibleText, pressMatch } from '../harness/controls.ts';
import { poll } from '../harness/poll.ts';
import { unbrokenJourney } from './journey.ts';
import { type SeededClip, seedClips } from './seed-clips.ts';

const clips: readonly SeededClip[] = [
  { title: 'Backpressure in queues', own: ['queues'] },
  { title: 'A pool that stalls', own: ['go'] },
];

unbrokenJourney('an article ends with what one does next', async ({ app }) => {
  const own = await app.openPage('options');
  const [, newest = ''] = await seedClips(own, clips);
  const page = await app.openPage('reader', `?id=${newest}`);
  await pressMatch(page, '.article-end .button.primary');
  await shows(page, 'Mark as unread');

  const next = await poll('the next unread clip', () => page.$('.article-end .end-next'));
  expect(await next.evaluate((link) => link.textContent)).toContain('Backpressure in queues');
  const address = await next.evaluate((link) => (link as HTMLAnchorElement).search);
  const second = await app.openPage('reader', address);
  await shows(second, 'Backpressure in queues');
  // Of the two that were unread this one is left: nothing comes next.
  await poll('the end', () => second.$('.article-end'));
  expect(await second.$('.article-end .end-next')).toBeNull();

  await second.keyboard.press('#');
  await press(second, 'Undo');
  const library = await app.openPage('library', '?q=is:unread');
  await shows(library, 'Backpressure in queues');
  expect(await visibleText(library)).not.toContain('A pool that stalls');
});
