import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { poll } from '../harness/poll.ts';
import type { Hand } from './hand.ts';
import type { Task, World } from './world.ts';

async function openLibrary(hand: Hand, { app }: World, query = ''): Promise<void> {
  hand.at(await app.openPage('library', query));
  await hand.meets('.library-row');
  await poll('the whole library', () => hand.page.$('.rail .facet, .rail button'));
}

/** The list of commands, by words. */
async function command(hand: Hand, words: string): Promise<void> {
  await hand.keys('Control+k');
  await hand.meets('dialog[open] input:focus');
  await hand.type(words);
  await hand.keys('Enter');
}

const address = (hand: Hand) => hand.page.evaluate(() => new URLSearchParams(location.search).get('q') ?? '');

export const libraryTasks: readonly Task[] = [
  {
    name: 'Find a Chinese phrase in the library',
    run: async (hand, world) => {
      await openLibrary(hand, world);
      await hand.keys('/');
      await hand.type('主从复制');
      await hand.meets('.library-row mark');
      await hand.keys('Enter', 'Enter');
      await poll('the reader', () => Promise.resolve(hand.page.url().includes('/reader/') || null));
    },
  },
  {
    name: 'Copy Go code from the snippets',
    run: async (hand, world) => {
      await openLibrary(hand, world);
      await hand.keys('g', 's', '/');
      await hand.type('lang:go');
      await hand.meets('.snippet');
      await hand.keys('Escape', 'j');
      await hand.tabTo(/^Copy code$/);
      await hand.keys('Enter');
      await hand.sees('Copied');
    },
  },
  {
    name: 'Delete and undo',
    run: async (hand, world) => {
      await openLibrary(hand, world);
      await hand.keys('j', '#');
      await hand.sees('Moved to the trash');
      await hand.keys('z');
      await hand.sees(/Undone|Restored/);
    },
  },
  {
    name: 'Empty the trash',
    run: async (hand, world) => {
      await openLibrary(hand, world);
      await hand.keys('j', '#');
      await hand.sees('Moved to the trash');
      hand.steps.length = 0;
      await hand.keys('g', 'x');
      await hand.press('Empty trash');
      await hand.press(/^Delete .+ for good$/);
      await hand.sees('Deleted for good');
    },
  },
  {
    name: 'Merge two tags',
    run: async (hand, world) => {
      await openLibrary(hand, world);
      await hand.keys('g', 't');
      await hand.press(/^Keep “front-?end”/);
      await hand.sees(/Merged|merged/);
    },
  },
  {
    name: 'Rename a tag of many clips',
    run: async (hand, world) => {
      await openLibrary(hand, world);
      await hand.keys('g', 't');
      await hand.press('Rename “Kubernetes”');
      await hand.meets('dialog[open] input:focus');
      await hand.keys('Control+a');
      await hand.type('orchestration');
      await hand.keys('Enter');
      await hand.sees('Renamed to “orchestration”');
    },
  },
  {
    name: 'Unread, one tag, one site, last year',
    run: async (hand, world) => {
      await openLibrary(hand, world);
      await hand.press(/^Unread/);
      await hand.press(/^Linux/);
      await hand.press(/^notes\.lanhai\.dev/);
      await hand.press(/^20\d\d/);
      const query = await poll('four filters', async () => {
        const typed = await address(hand);
        return typed.split(' ').length >= 4 ? typed : null;
      });
      hand.note(`builds \`${query}\``);
    },
  },
  {
    name: 'Export all articles',
    run: async (hand, world) => {
      await openLibrary(hand, world);
      await command(hand, 'export all');
      await hand.sees('Clipshelf settings');
      await hand.saves(() => hand.press(/^Markdown/), /\.zip$/);
    },
  },
  {
    name: 'Back up',
    run: async (hand, world) => {
      await openLibrary(hand, world);
      await command(hand, 'back');
      await hand.sees('Clipshelf settings');
      await hand.saves(() => hand.press('Back up now'), /^clipshelf-.*\.zip$/);
    },
  },
  {
    name: 'Import bookmarks',
    run: async (hand, world) => {
      const folder = await mkdtemp(join(tmpdir(), 'clipshelf-tasks-'));
      const file = join(folder, 'bookmarks.html');
      const links = [1, 2, 3].map(
        (at) => `<DT><A HREF="https://b.example/${String(at)}">Mark ${String(at)}</A>`,
      );
      await writeFile(file, `<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p>${links.join('\n')}</DL>`);
      await openLibrary(hand, world);
      await command(hand, 'import');
      await hand.sees('Clipshelf settings');
      const field = await hand.page.waitForSelector('input[type=file]');
      await (field as unknown as { uploadFile: (path: string) => Promise<void> }).uploadFile(file);
      hand.note('choose the file');
      await hand.press('Import');
      await hand.sees(/3 (?:new|imported|added)|Get the article/i);
    },
  },
  {
    name: 'Share a link',
    run: async (hand, world) => {
      await openLibrary(hand, world);
      await hand.keys('j', 'c');
      await hand.sees(/link copied|Link copied|Copied/);
    },
  },
  {
    name: 'Star, mark as read',
    run: async (hand, world) => {
      await openLibrary(hand, world);
      const row = await hand.page.$('.library-row');
      await row?.hover();
      hand.note('point at the row');
      await hand.press(/^Star “/);
      await hand.sees('Starred');
      await hand.press(/^Mark “.+ as read/);
      await hand.sees('Marked as read');
    },
  },
  {
    name: 'Open 5 results at once',
    run: async (hand, world) => {
      await openLibrary(hand, world, '?q=redis');
      await hand.keys('j', 'x', 'j', 'x', 'j', 'x', 'j', 'x', 'j', 'x');
      await hand.sees('5 clips selected');
      const last = await world.app.tabOpenedBy(() => hand.keys('Shift+O'));
      hand.at(last);
      await hand.meets('.article');
    },
  },
  {
    name: 'Change the shortcut',
    run: async (hand, world) => {
      await openLibrary(hand, world);
      await command(hand, 'shortcuts');
      await hand.sees('Keyboard shortcuts');
      await hand.press(/^Change shortcuts/);
    },
    stumble: 'the browser’s own page is not driven',
  },
  {
    name: 'All tabs',
    run: async (hand, world) => {
      hand.at(await world.app.openPage('jobs'));
      await hand.press('Show the tabs');
    },
    stumble: 'the browser asks for the permission, which is not driven here',
  },
  {
    name: 'Statistics',
    run: async (hand, world) => {
      await openLibrary(hand, world);
      await hand.keys('g', 'n');
      await hand.sees('Left to read');
    },
  },
  {
    name: 'Reading list',
    run: async (hand, world) => {
      await openLibrary(hand, world);
      await hand.press('New smart list');
      await hand.press('Reading list, oldest first');
      await hand.press(/^Save/);
      await hand.press(/^Reading list/);
      await hand.meets('.library-row');
    },
  },
];
