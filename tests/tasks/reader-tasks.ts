import { poll } from '../harness/poll.ts';
import type { Hand } from './hand.ts';
import type { Task, World } from './world.ts';

/** The article of a sample, or of another site of the library. */
async function openReader(hand: Hand, { app }: World, query: string): Promise<void> {
  const page = await app.openPage('library', `?q=${encodeURIComponent(query)}`);
  const link = await poll('a clip', () => page.$('.row-link'));
  const address = await link.evaluate((found) => new URL((found as HTMLAnchorElement).href).search);
  await page.close();
  hand.at(await app.openPage('reader', address));
  await hand.meets('.article [data-block]');
}

const sample = 'site:yunshan.localhost';

export const readerTasks: readonly Task[] = [
  {
    name: 'Fix a wrong title and date',
    run: async (hand, world) => {
      await openReader(hand, world, sample);
      await hand.keys('e');
      await hand.meets('.edit-dialog input:focus');
      await hand.keys('Control+a');
      await hand.type('The right title');
      await hand.tabTo('[type=date]');
      await hand.type('03182024');
      await hand.keys('Control+Enter');
      await hand.sees('The right title');
      await hand.sees(/Published March 18, 2024/);
    },
  },
  {
    name: 'Export one as Markdown',
    run: async (hand, world) => {
      await openReader(hand, world, sample);
      await hand.keys('m');
      await hand.saves(() => hand.press('Markdown file'), /\.md$/);
    },
  },
  {
    name: 'Copy an article as Markdown',
    run: async (hand, world) => {
      await openReader(hand, world, sample);
      await hand.keys('y');
      await hand.sees('Copied');
    },
  },
  {
    name: 'Read offline',
    run: async (hand, world) => {
      await openReader(hand, world, sample);
      await hand.page.setOfflineMode(true);
      await hand.page.reload();
      await hand.meets('.article [data-block]');
      await hand.page.setOfflineMode(false);
      hand.note('open it');
    },
  },
  {
    name: 'Open the original page',
    run: async (hand, world) => {
      await openReader(hand, world, sample);
      await hand.into(() => hand.press(/^Original page/, 'link'));
      await hand.meets('body');
    },
  },
  {
    name: 'Highlight a passage',
    run: async (hand, world) => {
      await openReader(hand, world, sample);
      const paragraph = await poll('a paragraph', () => hand.page.$('.article p[data-block]'));
      await paragraph.scrollIntoView();
      const box = await paragraph.boundingBox();
      if (box === null) throw new Error('the paragraph has no place');
      await hand.page.mouse.move(box.x + 4, box.y + 12);
      await hand.page.mouse.down();
      await hand.page.mouse.move(box.x + 200, box.y + 12, { steps: 6 });
      await hand.page.mouse.up();
      hand.note('select by mouse');
      await hand.meets('.highlight-bar');
      await hand.keys('h');
      await hand.meets('.highlight-item');
    },
  },
  {
    name: 'Print',
    run: async (hand, world) => {
      await openReader(hand, world, sample);
      await hand.page.emulateMediaType('print');
      await poll('no buttons on paper', () =>
        hand.page.evaluate(
          () =>
            [...document.querySelectorAll('button:not(.code-language)')].every(
              (button) => !button.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
            ) || null,
        ),
      );
      hand.note('Ctrl+P');
    },
    stumble: 'the browser’s dialog is not driven; the page in print media is',
  },
  {
    name: 'What next after reading',
    run: async (hand, world) => {
      await openReader(hand, world, `${sample} is:unread`);
      await hand.press('Mark as read');
      await hand.sees('Mark as unread');
      const before = hand.page.url();
      await hand.press(/^Next unread/, 'link');
      await poll('another article', () => Promise.resolve(hand.page.url() === before ? null : true));
    },
  },
];
