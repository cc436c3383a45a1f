import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { eventually } from '../../factories/eventually.ts';
import type { Database } from '../../../src/database/database.ts';
import { importFile } from '../../../src/formats/import/import-file.ts';
import { recordItem } from '../../../src/database/jobs/job-writes.ts';
import { afterClip } from '../../../src/core/job/outcome.ts';
import { collect } from '../../factories/zip.ts';
import { checkAccessibility } from '../../ui/show.tsx';
import { chinese } from '../../ui/translations.ts';
import { listed, showLibrary } from './show-library.tsx';

/** Presses the button of this name, or the one below `within`: rows have buttons of the same names. */
const press = async (label: string, within = '') => {
  const button = await eventually(() => {
    const found = [...document.querySelectorAll<HTMLButtonElement>(`${within} button`)].find(
      ({ textContent, ariaLabel }) => textContent === label || ariaLabel === label,
    );
    if (found === undefined) throw new Error(`no button ${label}`);
    return found;
  });
  button.click();
};
const text = (selector: string) => document.querySelector(selector)?.textContent ?? '';

afterEach(() => {
  for (const dialog of document.querySelectorAll('dialog')) dialog.close();
});

async function withSelection(ids: readonly string[]) {
  const library = await showLibrary(ids.map((id) => ({ id, own: ['Go', id] })));
  await eventually(() => expect(listed()).toHaveLength(ids.length));
  await press('Select all');
  await press('Export & more');
  return library;
}

test.each([
  ['Markdown file', /^clipshelf-markdown-[\d-]+\.zip$/],
  ['JSON file', /^clipshelf-clips-[\d-]+\.json$/],
])('a selection as %s comes in again', async (label, name) => {
  const { saved } = await withSelection(['one', 'two', 'three']);
  await press(label);
  await eventually(() => expect(saved).toHaveLength(1));
  expect(text('.work-dialog .notice')).toContain(saved[0]?.name);
  const [file] = saved;
  expect(file?.name).toMatch(name);
  const { entries } = await importFile(file?.content ?? new Blob([]), file?.name ?? '');
  const clips = (await collect(entries)).map((entry) => (entry.kind === 'clip' ? entry.clip : null));
  const tags = new Map(clips.map((clip) => [clip?.title, clip?.tags]));
  expect(tags).toEqual(new Map(['one', 'two', 'three'].map((id) => [id, ['Go', id]])));
  await checkAccessibility();
});

test('a selection is made anew as a job that is shown over the list, and taken back there', async () => {
  const { database } = await withSelection(['one', 'two']);
  await press('Re-extract now');
  await eventually(() => expect(text('.job')).toContain('Re-extracting'));
  expect(text('.job')).toContain('0 of 2');
  await checkAccessibility();
  for (const item of await database.jobItems.toArray())
    await recordItem(database, afterClip(item, item.index === 0 ? 'done' : 'skipped', item.clipId), 9);
  await eventually(() => expect(text('.job')).toContain('1 re-extracted'));
  expect(text('.job')).toContain('1 unchanged');
  await press('Undo');
  await eventually(() => expect(text('.job')).toContain('Undoing'));
  expect((await database.jobs.toArray()).map(({ kind }) => kind)).toEqual(['take-back']);
});

test('Chinese', async () => {
  await showLibrary([{ id: 'one' }], { translation: chinese });
  await eventually(() => expect(listed()).toHaveLength(1));
  await userEvent.keyboard('j{Shift>}e{/Shift}');
  await eventually(() => expect(text('.work-dialog h2')).toContain('导出与更多'));
  await checkAccessibility();
});

const many = Array.from({ length: 60 }, (_each, index) => ({ id: `clip ${index}` }));
const starred = async (database: Database) =>
  (await database.clips.toArray()).filter((clip) => clip.starred).length;

test('an edit of many clips is a job over the list, taken back there', async () => {
  const { database } = await showLibrary(many);
  await eventually(() => expect(listed()).not.toHaveLength(0));
  await userEvent.keyboard('{Control>}a{/Control}');
  await press('Star', '.selection-bar');
  await eventually(() => expect(text('.job')).toContain('60 changed'));
  expect(text('.job')).toContain('Starred · 60 clips');
  expect(text('.job')).toContain('60 of 60');
  expect(await starred(database)).toBe(60);
  // The reminder of a backup has a test of its own; here the bar of the selection lies over half of it.
  await press('Not now');
  await eventually(() => expect(document.querySelector('.backup-line')).toBeNull());
  await checkAccessibility();
  await press('Undo');
  await eventually(() => expect(text('.job')).toContain('60 restored'));
  expect(await starred(database)).toBe(0);
  await press('Remove from the list');
  await eventually(() => expect(document.querySelector('.job')).toBeNull());
  expect(await database.editPieces.count()).toBe(0);
});

test('the key that undoes takes back an edit of many clips, too', async () => {
  const { database } = await showLibrary(many);
  await eventually(() => expect(listed()).not.toHaveLength(0));
  await userEvent.keyboard('{Control>}a{/Control}');
  await press('Move to the trash', '.selection-bar');
  await eventually(() => expect(text('.job')).toContain('60 changed'));
  await eventually(() => expect(listed()).toHaveLength(0));
  await userEvent.keyboard('z');
  await eventually(() => expect(text('.job')).toContain('60 restored'));
  expect((await database.clips.toArray()).filter(({ trashedAt }) => trashedAt !== null)).toEqual([]);
});
