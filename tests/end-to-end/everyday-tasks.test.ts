import { expect } from 'vitest';
import { press, shows } from '../harness/controls.ts';
import { chord, goTo, keys } from '../harness/keyboard.ts';
import { poll } from '../harness/poll.ts';
import { Popup } from '../harness/popup.ts';
import { unbrokenJourney } from './journey.ts';
import { type SeededClip, seedClips } from './seed-clips.ts';

const clips: readonly SeededClip[] = [
  { title: 'Pools in Go', own: ['golang'] },
  { title: 'Queues', own: ['queues'] },
  { title: 'Caches', own: ['golang'] },
];

unbrokenJourney('a page that changed says what, and leads to the comparison', async ({ app, sites }) => {
  const tab = await app.openTab(sites.at('paperlane', 'posts/madv-free/'));
  const first = new Popup(await app.openPopup(tab));
  await first.read();
  await first.press('clip');
  await first.saved();
  await app.closePopup();
  await tab.evaluate(() => {
    const paragraph = document.querySelector('article p, .post-content p');
    if (paragraph !== null)
      paragraph.textContent = 'This paragraph was written anew, with other words in it.';
  });
  const page = await app.openPopup(tab);
  const again = new Popup(page);
  await again.shows(/The page has changed: 1 paragraph/);
  await again.press('clipUpdate');
  await again.shows('Updated');
  const reader = await app.tabOpenedBy(() => press(page, /^See what changed/));
  await shows(reader, 'This paragraph was written anew');
});

unbrokenJourney('what one does with a library, by keys', async ({ app }) => {
  await seedClips(await app.openPage('welcome'), clips);
  const library = await app.openPage('library');
  await poll('three clips', async () => ((await library.$$('.library-row')).length === 3 ? true : null));

  // A filter beside the list: one stop of Tab, and arrows along it.
  await goTo(library, '.rail *');
  await goTo(library, /^golang\s*2$/, { by: 'ArrowDown' });
  await library.keyboard.press('Enter');
  await poll('two clips', async () => ((await library.$$('.library-row')).length === 2 ? true : null));

  // The article as Markdown is where it is pasted.
  await keys(library, 'j', 'y');
  await shows(library, /copied/i);
  await library.keyboard.press('/');
  await chord(library, 'Control', 'a');
  await chord(library, 'Control', 'v');
  await poll('the title in the search box', () =>
    library.evaluate(() => {
      const field = document.activeElement;
      return field instanceof HTMLInputElement && field.value.includes('Caches') ? true : null;
    }),
  );
  await chord(library, 'Control', 'a');
  await library.keyboard.press('Delete');
  await library.keyboard.press('Escape');

  await chord(library, 'Control', 'k');
  await poll('the commands', () => library.$('dialog[open] input:focus'));
  await library.keyboard.type('export all');
  await library.keyboard.press('Enter');
  await shows(library, 'Clipshelf settings');
  expect(await library.evaluate(() => location.hash)).toBe('#export-title');
  await goTo(library, /^Markdown/);
  const file = await app.downloadedBy(() => library.keyboard.press('Enter'), /\.zip$/);
  expect(file.byteLength).toBeGreaterThan(200);

  const again = await app.openPage('library', '?sort=oldest');
  await poll('the oldest first', () =>
    again.evaluate(() => document.querySelector('.row-title')?.textContent === 'Pools in Go' || null),
  );
  await chord(again, 'Control', 'k');
  await poll('the commands', () => again.$('dialog[open] input:focus'));
  await again.keyboard.type('shortcuts');
  await again.keyboard.press('Enter');
  await shows(again, 'Change shortcuts');
});
