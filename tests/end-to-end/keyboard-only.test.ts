import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { shows } from '../harness/controls.ts';
import { jobsEnded } from '../harness/jobs.ts';
import { chord, goTo, keys } from '../harness/keyboard.ts';
import { poll } from '../harness/poll.ts';
import { Popup } from '../harness/popup.ts';
import type { RunningExtension } from '../harness/running-extension.ts';
import type { SampleSites } from '../harness/serve-samples.ts';
import { unbrokenJourney } from './journey.ts';
import { type SeededClip, seedClips } from './seed-clips.ts';

const html =
  '<p data-block="0">Keep the pool small.</p>' +
  '<pre data-block="1"><code class="language-go">db.SetMaxOpenConns(16)</code></pre>';
const blocks = [
  { kind: 'prose', text: 'Keep the pool small.' },
  { kind: 'code', text: 'db.SetMaxOpenConns(16)', language: 'go' },
] as const;
const clips: readonly SeededClip[] = [
  { title: 'Pools in Go', own: ['golang'], html, blocks },
  { title: 'Queues', own: ['queues'] },
  { title: 'Caches', own: ['golang'] },
  { title: 'Pages and frames', own: ['kernel'] },
];

/** The keys that paste: what a page has copied is in the field that has the focus then. */
async function pasted(page: Page): Promise<string> {
  await chord(page, 'Control', 'a');
  await chord(page, 'Control', 'v');
  return await page.evaluate(() => {
    const field = document.activeElement;
    return field instanceof HTMLInputElement ? field.value : '';
  });
}

function listed(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.library-row .row-title')].map((title) => title.textContent),
  );
}

async function lists(page: Page, wanted: readonly string[]): Promise<void> {
  await poll(`the clips ${wanted.join(', ')}`, async () =>
    JSON.stringify((await listed(page)).toSorted()) === JSON.stringify(wanted.toSorted()) ? true : null,
  );
}

/** Tags, a note, Enter: clipped. Letters search at once; the arrow and Enter open what is found. */
async function popup(app: RunningExtension, sites: SampleSites): Promise<Page> {
  const tab = await app.openTab(sites.at('paperlane', 'posts/madv-free/'));
  const page = await app.openPopup(tab);
  const seen = new Popup(page);
  await seen.read();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.type('kernel');
  await page.keyboard.press('Enter');
  await seen.hasTag('kernel');
  await goTo(page, /^Add a note$/);
  await page.keyboard.press('Enter');
  await page.keyboard.type('Before the talk.');
  // In the search box, while it is empty, Enter clips.
  await goTo(page, '.search-field input');
  await page.keyboard.press('Enter');
  await seen.saved();
  await page.keyboard.type('lazily freed');
  await seen.firstRow('What MADV_FREE does to your memory graphs', 'lazily freed');
  await page.keyboard.press('ArrowDown');
  // The popup is gone before the key is up again.
  return await app.tabOpenedBy(() => page.keyboard.press('Enter').catch(() => undefined));
}

/** Title and date are put right, and Ctrl+Enter saves; star, read; the article as Markdown; back to the library. */
async function reader(app: RunningExtension, page: Page): Promise<void> {
  await shows(page, 'Before the talk.');
  await page.keyboard.press('e');
  await poll('the dialog', () => page.$('.edit-dialog input:focus'));
  await chord(page, 'Control', 'a');
  await page.keyboard.type('MADV_FREE, explained');
  await goTo(page, '[type=date]');
  // Month, day and year are typed one after the other.
  await page.keyboard.type('03182024');
  await chord(page, 'Control', 'Enter');
  await shows(page, 'MADV_FREE, explained');
  await shows(page, /Published March 18, 2024/);
  await keys(page, 's', 'r');
  await shows(page, 'Marked as read');
  await page.keyboard.press('m');
  await poll('the dialog', () => page.$('dialog[open]'));
  await goTo(page, /^Markdown file$/);
  const file = await app.downloadedBy(() => page.keyboard.press('Enter'), /\.md$/);
  expect(file.toString()).toContain('MADV_FREE, explained');
  await page.keyboard.press('Escape');
  await poll('no dialog', async () => ((await page.$('dialog[open]')) === null ? true : null));
  await page.keyboard.press('a');
  await goTo(page, /^Dark$/);
  await page.keyboard.press('Enter');
  await poll('the dark theme', () => page.$('[data-theme=dark]'));
  await page.keyboard.press('Escape');
  await poll('the dialog to be gone', async () => ((await page.$('dialog')) === null ? true : null));
  await page.keyboard.press('u');
  await shows(page, '1 clip');
}

/** To the first clip in ten stops; filters by arrows; several at once; the trash is emptied after one question. */
async function library(app: RunningExtension): Promise<void> {
  const page = await app.openPage('library');
  await lists(page, ['Pages and frames', 'Caches', 'Queues', 'Pools in Go']);
  expect(await goTo(page, '.windowed-row *', { most: 10 })).toBeLessThanOrEqual(10);
  await keys(page, 's', 'r');

  await page.keyboard.press('/');
  await page.keyboard.type('is:starred is:read');
  await lists(page, ['Pages and frames']);
  await chord(page, 'Control', 'a');
  await page.keyboard.type('tag:golang is:unread');
  await lists(page, ['Caches', 'Pools in Go']);
  await page.keyboard.press('Escape');
  await chord(page, 'Control', 'a');
  await shows(page, '2 clips selected');
  await page.keyboard.press('c');
  await shows(page, '2 links copied');
  const opened = await app.tabOpenedBy(() => chord(page, 'Shift', 'O'));
  await opened.close();
  await page.bringToFront();
  await page.keyboard.press('#');
  await lists(page, []);
  await keys(page, 'Escape', 'g', 'x');
  await lists(page, ['Caches', 'Pools in Go']);
  await keys(page, 'j', 'u');
  await poll('one left', async () => ((await listed(page)).length === 1 ? true : null));
  await goTo(page, /^Empty trash$/, { by: 'Shift+Tab' });
  await page.keyboard.press('Enter');
  await goTo(page, /^Delete .+ for good$/);
  await page.keyboard.press('Enter');
  await shows(page, 'Deleted for good');
}

/** A tag is renamed, code is copied, a command leads to the settings. */
async function elsewhere(app: RunningExtension): Promise<void> {
  const page = await app.openPage('library');
  await lists(page, ['Pages and frames', 'Caches', 'Queues', 'Pools in Go']);
  await keys(page, 'g', 't');
  await goTo(page, /^Rename “kernel”$/);
  await page.keyboard.press('Enter');
  await poll('the field', () => page.$('dialog[open] input:focus'));
  await chord(page, 'Control', 'a');
  await page.keyboard.type('memory');
  await page.keyboard.press('Enter');
  await shows(page, 'Renamed to “memory”');

  await keys(page, 'g', 's');
  await poll('snippets', () => page.$('.snippet'));
  await page.keyboard.press('j');
  await goTo(page, /^Copy code$/, { most: 2 });
  const code = await page.evaluate(
    () => document.activeElement?.closest('.snippet')?.querySelector('code')?.textContent ?? '',
  );
  await page.keyboard.press('Enter');
  await shows(page, 'Copied');
  await page.keyboard.press('/');
  expect(await pasted(page)).toContain(code.split('\n')[0]?.trim());
  await page.keyboard.press('Escape');

  await chord(page, 'Control', 'k');
  await poll('the commands', () => page.$('dialog[open] input:focus'));
  await page.keyboard.type('settings');
  await page.keyboard.press('Enter');
  await shows(page, 'Clipshelf settings');
}

/** The list of groups leads to each; a choice is made by Tab and Enter. */
async function settings(app: RunningExtension): Promise<void> {
  const page = await app.openPage('options');
  await shows(page, 'Keyboard shortcuts');
  await goTo(page, /^Keyboard shortcuts$/);
  await page.keyboard.press('Enter');
  await poll('the group', async () => ((await page.evaluate(() => location.hash)) === '' ? null : true));
  await goTo(page, /^Change/);
  const again = await app.openPage('options');
  await shows(again, 'Keyboard shortcuts');
  await goTo(again, /^Skip to/, { most: 1 });
  await again.keyboard.press('Enter');
  await goTo(again, /^Light$/, { most: 3 });
  await again.keyboard.press('Enter');
  await poll('the light theme', () => again.$('[data-theme=light]'));
  await again.close();
}

/** A list of addresses becomes a job; from the job to what came of it. */
async function jobs(app: RunningExtension, sites: SampleSites): Promise<void> {
  const address = sites.at('paperlane', 'posts/coordinated-omission/');
  await app.allowSites([new URL(address).hostname]);
  const page = await app.openPage('jobs');
  await goTo(page, 'textarea');
  await page.keyboard.type(address);
  await goTo(page, /^Clip 1 page/);
  await page.keyboard.press('Enter');
  await jobsEnded(page);
  await goTo(page, /^Show its clips/, { by: 'Shift+Tab' });
  await page.keyboard.press('Enter');
  await shows(page, 'Coordinated omission');
  await shows(page, '1 clip');
}

unbrokenJourney('without a mouse: from the popup to the reader', async ({ app, sites }) => {
  const opened = await popup(app, sites);
  await reader(app, opened);
});

unbrokenJourney('without a mouse: the library', async ({ app }) => {
  await seedClips(await app.openPage('welcome'), clips);
  await library(app);
});

unbrokenJourney('without a mouse: tags, snippets and commands', async ({ app }) => {
  await seedClips(await app.openPage('welcome'), clips);
  await elsewhere(app);
});

unbrokenJourney('without a mouse: settings and jobs', async ({ app, sites }) => {
  await settings(app);
  await jobs(app, sites);
});
