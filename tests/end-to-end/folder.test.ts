import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { press, shows } from '../harness/controls.ts';
import { giveCommand } from '../harness/give-commands.ts';
import { launch } from '../harness/launch.ts';
import { poll } from '../harness/poll.ts';
import { answerPicker, filesInVault, loadedBy } from './folder-in-page.ts';
import { seedClips } from './seed-clips.ts';

/** Its articles; beside them is the index. */
const articlesIn = (files: Readonly<Record<string, string>>) =>
  Object.keys(files).filter((name) => name.endsWith('.md'));

/** Waits until the folder's files are so. */
async function vaultIs(
  page: Page,
  what: string,
  isSo: (files: Readonly<Record<string, string>>) => boolean,
): Promise<void> {
  let files: Record<string, string> = {};
  await poll(what, async () => {
    files = await filesInVault(page);
    return isSo(files) ? true : null;
  }).catch((error: unknown) => {
    throw new Error(`${String(error)}; the folder has ${JSON.stringify(files)}`, { cause: error });
  });
}

test('the library as a folder: files come, change and go with their clips, by whichever page is open (chromium)', async () => {
  const app = await launch('chromium');
  try {
    const library = await app.openPage('library');
    await shows(library, 'clip');
    const options = await app.openPage('options');
    await answerPicker(options);
    const [one = ''] = await seedClips(options, [{ title: '连接池 Pools', own: ['Go'] }]);
    // Longer than a page waits before it looks whether there is a folder.
    await poll('the page to be up for a while', () =>
      options.evaluate(() => (performance.now() > 4_000 ? true : null)),
    );
    const before = await loadedBy(options);
    expect(before.databases).toEqual(['clipshelf']);
    expect(before.modules.filter((name) => name.includes('keep-folder'))).toEqual([]);

    await press(options, 'Choose a folder…');
    await shows(options, 'vault');
    await vaultIs(options, 'the first file', (files) => articlesIn(files).length === 1);
    const [name = ''] = articlesIn(await filesInVault(options));
    expect(name).toMatch(/^连接池 Pools .*\.md$/);
    expect((await filesInVault(options))[name]).toContain('## 连接池');

    // Another page goes on when this one is closed.
    await options.close();
    const [two = ''] = await seedClips(library, [{ title: 'Second', own: [], url: 'https://two.example/' }]);
    await vaultIs(library, 'a second file', (files) => articlesIn(files).length === 2);
    await giveCommand(library, 'setTags', { clipId: one, tags: ['Go', '调度'] });
    await vaultIs(library, 'the new tag', (files) => files[name]?.includes('调度') === true);
    await giveCommand(library, 'trashClips', { clipIds: [one] });
    await vaultIs(library, 'the file to go', (files) => files[name] === undefined);
    expect(articlesIn(await filesInVault(library))).toHaveLength(1);
    expect(Object.keys(await filesInVault(library))).toContain('index.jsonl');
    await giveCommand(library, 'restoreClips', { clipIds: [one] });
    await vaultIs(library, 'the file to come back', (files) => files[name]?.includes('调度') === true);

    await app.restart();
    const again = await app.openPage('options');
    await answerPicker(again, 'prompt');
    await giveCommand(again, 'editClip', { clipId: two, changes: { note: 'after the restart' } });
    await shows(again, 'asks again');
    await shows(again, '1 clip');
    await press(again, 'Allow');
    await vaultIs(again, 'the note', (files) =>
      Object.values(files).some((text) => text.includes('after the restart')),
    );
    await press(again, 'Stop');
    await giveCommand(again, 'trashClips', { clipIds: [two] });
    await again.reload();
    await shows(again, 'Choose a folder…');
    expect(articlesIn(await filesInVault(again))).toHaveLength(2);
    expect(app.takeProblems()).toEqual([]);
  } finally {
    await app.close();
  }
});
