import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { press, shows, pressMatch } from '../harness/controls.ts';
import { giveCommand } from '../harness/give-commands.ts';
import { launch } from '../harness/launch.ts';
import { poll } from '../harness/poll.ts';
import { syncNow, syncStatus, synced } from '../harness/sync.ts';
import { rowsOf } from '../harness/table-rows.ts';
import { answerPicker, filesInVault, putInVault, treeInVault } from './folder-in-page.ts';
import { seedClips } from './seed-clips.ts';

/** As a person does it: the way, the folder, the preview, and the first sync to its end. */
async function setUpFolder(page: Page): Promise<void> {
  await pressMatch(page, '.options input[type=radio][name=sync-through]:not(:checked)');
  await pressMatch(page, '.sync-form button');
  await press(page, 'Sync');
  await synced(page);
}

test(
  'one library through a folder that another program carries: clipped here, read there, changed on both sides and by hand (chromium)',
  { timeout: 240_000 },
  async () => {
    const [first, second] = await Promise.all([launch('chromium'), launch('chromium')]);
    try {
      const [here, there] = [await first.openPage('options'), await second.openPage('options')];
      await Promise.all([answerPicker(here), answerPicker(there)]);
      const [one = '', two = ''] = await seedClips(here, [
        { title: '负载均衡', own: ['网络'] },
        { title: 'Second', own: ['go'] },
      ]);
      // The one-way copy of before goes with the first sync; what the user wrote beside it stays.
      await press(here, 'Choose a folder…');
      await poll('the copy', async () => (Object.keys(await filesInVault(here)).length >= 3 ? true : null));
      await putInVault(here, { ...(await treeInVault(here)), 'mine.md': 'of the user' });
      await setUpFolder(here);
      await shows(here, 'vault/Clipshelf');
      const carry = async (from: Page, to: Page) => await putInVault(to, await treeInVault(from));
      const files = await treeInVault(here);
      expect(Object.keys(files).filter((path) => !path.startsWith('Clipshelf/'))).toEqual(['mine.md']);

      await carry(here, there);
      await setUpFolder(there);
      expect((await rowsOf(there, 'clips')).map(({ id }) => id).toSorted()).toEqual([one, two].toSorted());
      await carry(there, here);
      await syncNow(here);

      await giveCommand(here, 'editClip', { clipId: one, changes: { note: 'from the desk' } });
      await syncNow(here);
      await giveCommand(there, 'setTags', { clipId: one, tags: ['网络', 'later'] });
      await carry(here, there);
      await syncNow(there);
      const edited = Object.entries(await treeInVault(there)).map(([path, text]) =>
        path.endsWith('.md') && path.includes(two.slice(0, 8))
          ? ([path, text.replace(/^---$/m, '---\nnote: typed in an editor')] as const)
          : ([path, text] as const),
      );
      await putInVault(there, Object.fromEntries(edited));
      await syncNow(there);
      await carry(there, here);
      await syncNow(here);
      for (const page of [here, there]) {
        const clips = await rowsOf(page, 'clips');
        const clip = clips.find(({ id }) => id === one);
        expect(clip).toMatchObject({ note: 'from the desk' });
        expect(new Set(clip?.tags)).toEqual(new Set(['网络', 'later']));
        expect(clips.find(({ id }) => id === two)).toMatchObject({ note: 'typed in an editor' });
      }

      // An empty folder is no order to delete.
      await putInVault(there, {});
      await press(there, 'Sync now');
      await poll('the failure', async () =>
        (await syncStatus(there)).code === 'folder/emptied' ? true : null,
      );
      await shows(there, 'Nothing was deleted here');
      expect((await rowsOf(there, 'clips')).every(({ trashedAt }) => trashedAt === null)).toBe(true);
      expect([...first.takeProblems(), ...second.takeProblems()]).toEqual([]);
    } finally {
      await Promise.all([first.close(), second.close()]);
    }
  },
);
