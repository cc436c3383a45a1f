import { Dexie } from 'dexie';
import { expect, onTestFinished, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../../src/ui/style/panels.css';
import '../../../src/pages/options/options.css';
import {
  type FolderChoiceDependencies,
  createFolderChoice,
} from '../../../src/pages/options/state/folder-choice.ts';
import { FolderSection } from '../../../src/pages/options/view/folder-section.tsx';
import { openFolderRecord } from '../../../src/database/transfer/folder-record.ts';
import { live } from '../../../src/database/live.ts';
import { checkAccessibility, find, show } from '../../ui/show.tsx';

async function showSection(changes: Partial<FolderChoiceDependencies> = {}) {
  const name = `folder-record-${crypto.randomUUID()}`;
  const record = await openFolderRecord(name);
  onTestFinished(async () => {
    record.close();
    await Dexie.delete(name);
  });
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle('vault', { create: true });
  const bugs: unknown[] = [];
  let isChosen = false;
  let opened = 0;
  const choice = createFolderChoice({
    hasPicker: true,
    pick: () => Promise.resolve(folder),
    askToWrite: () => Promise.resolve(true),
    openRecord: () => {
      opened += 1;
      return Promise.resolve(record);
    },
    isChosen: () => Promise.resolve(isChosen),
    keepChosen: (value) => {
      isChosen = value;
      return Promise.resolve();
    },
    live,
    now: () => 7,
    attempt: (work) => void work().catch((error: unknown) => bugs.push(error)),
    fail: (error) => void bugs.push(error),
    ...changes,
  });
  const shown = show(
    <div class="options">
      <h1>Options</h1>
      <FolderSection folder={choice} />
    </div>,
  );
  choice.start();
  return { record, shown, bugs, isChosen: () => isChosen, opened: () => opened };
}

const press = (label: string) => {
  const button = [...document.querySelectorAll('button')].find((each) => each.textContent === label);
  if (button === undefined) throw new Error(`no button ${label}`);
  return userEvent.click(button);
};

test('a folder is chosen, its trouble is shown and retried, and it is stopped', async () => {
  const { record, shown, bugs, isChosen, opened } = await showSection();
  expect(opened()).toBe(0);
  await press('Choose a folder…');
  await expect.poll(() => shown.textContent).toContain('vault');
  await expect.poll(isChosen).toBe(true);
  await record.state.put({ id: 'state', waiting: 3, writtenAt: null, code: 'folder/no-access' });
  await expect.poll(() => find('.notice', HTMLElement).textContent).toContain('asks again');
  expect(shown.textContent).toContain('3 clips');
  await checkAccessibility();
  await record.folder.update('folder', { askedAt: 1 });
  await press('Allow');
  await expect.poll(async () => (await record.folder.get('folder'))?.askedAt).toBe(7);
  await press('Stop');
  await expect.poll(() => shown.textContent).not.toContain('vault');
  expect((await record.folder.get('folder'))?.active).toBe(false);
  await expect.poll(isChosen).toBe(false);
  expect(bugs).toEqual([]);
});

test('a browser without the picker says so', async () => {
  const { shown } = await showSection({ hasPicker: false });
  expect(shown.textContent).toContain('does not let an extension write into a folder');
  expect(shown.querySelector('button')).toBeNull();
});
