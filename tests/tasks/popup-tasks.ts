import { enPosts } from '../harness/blog/posts.ts';
import type { Task } from './world.ts';

const saved = /Saved|Clipped just now/;

export const popupTasks: readonly Task[] = [
  {
    name: 'First clip',
    run: async (hand, { fresh }) => {
      await hand.openPopup(fresh());
      await hand.keys('Enter');
      await hand.sees(saved);
    },
  },
  {
    name: 'Tag with a new and an existing tag',
    run: async (hand, { fresh }) => {
      await hand.openPopup(fresh());
      await hand.keys('Alt+t');
      await hand.type('Kubernetes');
      await hand.keys('Enter');
      await hand.type('never used');
      await hand.keys('Enter', 'Enter');
      await hand.sees(saved);
    },
  },
  {
    name: 'Find by a Chinese phrase',
    run: async (hand, { fresh }) => {
      await hand.openPopup(fresh());
      await hand.type('负载均衡');
      await hand.meets('.clip-row mark');
      await hand.into(() => hand.keys('Enter'));
      await hand.sees('负载均衡');
    },
  },
  {
    name: 'Find Go code and copy it',
    run: async (hand, { fresh }) => {
      await hand.openPopup(fresh());
      await hand.type('lang:go context.WithTimeout');
      await hand.meets('.clip-row mark');
      await hand.press(/^Copy the code found in/);
      await hand.sees('Copied');
    },
  },
  {
    name: 'Clip the posts of a home page',
    run: async (hand, { blog }) => {
      await hand.openPopup(blog.at('en'));
      await hand.sees(/Clip 4 posts/);
      await hand.keys('Enter');
      await hand.sees(/clipped: show/);
      await hand.into(() => hand.press(/clipped: show/));
      await hand.sees(enPosts[0]?.title ?? '');
    },
  },
  {
    name: 'Clip a changed page again, see the changes',
    run: async (hand, { app, sites }) => {
      const tab = await app.openTab(sites.at('paperlane', 'posts/madv-free/'));
      await hand.openPopupOn(tab);
      await hand.keys('Enter');
      await hand.sees(saved);
      await app.closePopup();
      await tab.evaluate(() => {
        const paragraph = document.querySelector('article p, .post-content p');
        if (paragraph !== null) paragraph.textContent = 'These words are new, all of them.';
      });
      hand.steps.length = 0;
      await hand.openPopupOn(tab);
      await hand.sees(/The page has changed: 1 paragraph/);
      await hand.press(/^Update/);
      await hand.sees('Updated');
      await hand.into(() => hand.press(/^See what changed/));
      await hand.sees('These words are new');
    },
  },
  {
    name: 'Side panel',
    run: async (hand, { app, fresh }) => {
      await hand.openPopup(fresh());
      const panel = await app.panelOpenedBy(() => hand.keys('Alt+s'));
      hand.at(panel);
      await hand.sees('Recent');
      await hand.sees(/To clip a page/);
    },
  },
  {
    name: 'Clip a selection, a link',
    run: async (hand, { app, sites }) => {
      const tab = await app.openTab(sites.at('paperlane', 'posts/madv-free/'));
      hand.at(tab);
      await tab.evaluate(() =>
        getSelection()?.selectAllChildren(document.querySelector('pre') ?? document.body),
      );
      await app.chooseInMenu(tab, 'pre', 'clip-selection');
      hand.note('select');
      hand.note('right click, “Clip the selection”');
      hand.at(await app.openPage('library', '?q=is:selection'));
      await hand.meets('.row-kind');
    },
  },
  {
    name: 'Add a note',
    run: async (hand, { fresh }) => {
      await hand.openPopup(fresh());
      await hand.keys('Alt+n');
      await hand.type('Before the talk.');
      await hand.keys('Control+Enter');
      await hand.sees(saved);
    },
  },
];
