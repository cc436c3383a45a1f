import type { Page } from 'puppeteer-core';
import { makeLibrary } from '../../tests/harness/large-library/make-library.ts';
import { control } from '../../tests/harness/controls.ts';
import { ratio, spread } from '../statistics.ts';
import { withExtension } from './bench-library.ts';
import { keystrokes, reaction, until } from './page-clock.ts';

export const tagsHead = ['tags', 'clips', 'what', 'ms', 'ratio to an empty page'];

const topics = ['网络', 'db', 'lang', '性能', 'frontend', 'k8s', 'os', 'algorithms', '工具', 'security'];

/** `count` labels, a third of them nested; the first are used most. */
function manyLabels(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const topic = topics[index % topics.length] ?? '';
    return index % 3 === 0 ? `${topic}/part ${index}` : `${topic} ${index}`;
  });
}

/** The rows of the table: the tag manager with `tags` tags, of which some are on hundreds of the `clips` clips. */
export async function tagsCase(
  { tags, clips, runs }: { readonly tags: number; readonly clips: number; readonly runs: number },
  emptyFolder: string,
): Promise<readonly (readonly string[])[]> {
  const labels = manyLabels(tags);
  const made = makeLibrary(clips, Date.now(), { blocks: 4, labels });
  return await withExtension(made, emptyFolder, async ({ page, library, empty }) => {
    const [floor, open, keys, rename, most, merge] = [[], [], [], [], [], []] as number[][];
    for (let run = 0; run <= runs; run += 1) {
      const [nothing, opened] = [
        await until(page, empty, 'p'),
        await until(page, `${library}?view=tags`, '.tag-row'),
      ];
      const typed = await typeInFilter(page, `part ${3 * run}`);
      const renamed = await renameTag(page, labels[tags - 1 - 3 * run] ?? '', `renamed ${run}`);
      const renamedMost = await renameTag(page, labels[run] ?? '', `most used ${run}`);
      const pair = [tags - 2 - 3 * run, tags - 3 - 3 * run].map((place) => labels[place] ?? '');
      const merged = await mergeTags(page, pair, `merged ${run}`);
      // The first turn warms all of it.
      if (run === 0) continue;
      floor?.push(nothing);
      open?.push(opened);
      keys?.push(...typed);
      rename?.push(renamed);
      most?.push(renamedMost);
      merge?.push(merged);
    }
    const line = (what: string, times: readonly number[] = []) => [
      tags.toLocaleString('en'),
      clips.toLocaleString('en'),
      what,
      spread(times),
      ratio(times, floor ?? []),
    ];
    return [
      line('an empty page', floor),
      line('open the tag manager: first row', open),
      line('filter: key to rows', keys),
      line('rename a tag of a few clips', rename),
      line('rename one of the most used', most),
      line('merge two', merge),
    ];
  });
}

const filter = '.tag-manager-bar input[type=search]';

async function showOnly(page: Page, text: string): Promise<void> {
  await page.$eval(filter, (input) => input instanceof HTMLInputElement && input.select());
  await page.focus(filter);
  await page.keyboard.press('Backspace');
  await page.type(filter, text);
}

async function typeInFilter(page: Page, text: string): Promise<readonly number[]> {
  await page.focus(filter);
  const times = await keystrokes(page, text);
  await showOnly(page, ' ');
  return times;
}

/** In the dialog that has opened, whose field gets the focus with all of its text selected. */
async function typeName(page: Page, name: string): Promise<void> {
  await page.waitForFunction(() => document.activeElement?.matches('dialog .text-field') === true);
  await page.keyboard.type(name);
}

async function renameTag(page: Page, label: string, name: string): Promise<number> {
  await showOnly(page, label);
  await (await control(page, 'button', `Rename “${label}”`)).click();
  await typeName(page, name);
  // Its row stands in the list, under the filter by the old name or not: the message, or the job where it is on many clips, is what is always there.
  return await reaction(
    page,
    () => page.keyboard.press('Enter'),
    '.toast-text, .job-subject',
    `Renamed to “${name}”`,
  );
}

async function mergeTags(page: Page, labels: readonly string[], name: string): Promise<number> {
  for (const label of labels) {
    await showOnly(page, label);
    await (await control(page, 'checkbox', `Select “${label}”`)).click();
  }
  await (await control(page, 'button', 'Merge')).click();
  await typeName(page, name);
  return await reaction(page, () => page.keyboard.press('Enter'), '.toast-text', `Merged into “${name}”`);
}
