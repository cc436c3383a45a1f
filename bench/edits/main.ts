/**
 * Searches while many clips are starred, tagged, trashed, taken out again, their tag renamed, and deleted for good, in the
 * built extension in real Chromium: ms of a search, alone and meanwhile, and how long the edit took.
 *
 *   npm run bench:edits -- [--clips 10000]   (after npm run build)
 */
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { bundleForPage } from '../../tests/harness/bundle-for-page.ts';
import { makeLibrary } from '../../tests/harness/large-library/make-library.ts';
import { indexIsReady, seedLibrary } from '../../tests/harness/large-library/seed-library.ts';
import { launch } from '../../tests/harness/launch.ts';
import { quantile, table } from '../statistics.ts';
import type { Meanwhile } from './in-page.ts';

const { values } = parseArgs({ options: { clips: { type: 'string', default: '10000' } } });
const count = Number(values.clips);

const app = await launch('chromium', { headless: true });
try {
  // A page that shows nothing of the library, so that its own work is not measured.
  const page = await app.openPage('jobs');
  await seedLibrary(page, makeLibrary(count, Date.now(), { blocks: 4 }));
  await indexIsReady(page, 1_800_000);
  await page.evaluate(await bundleForPage('bench/edits/in-page.ts', 'edits'));
  const ids = await call<readonly string[]>(page, 'clipIds');
  const alone = await call<readonly number[]>(page, 'searchAlone', 100);
  const rows = [row('nothing', alone, null)];
  const edits: readonly (readonly [name: string, command: string, input: object])[] = [
    ['starred', 'editClips', { clipIds: ids, edit: { starred: true } }],
    ['tagged', 'editClips', { clipIds: ids, edit: { addTags: ['bench'] } }],
    [
      'its tag renamed',
      'replaceTags',
      { replacements: [{ from: 'bench', to: { key: 'renamed', label: 'renamed' } }] },
    ],
    ['put in the trash', 'editClips', { clipIds: ids, edit: { trashed: true } }],
    ['taken out again', 'editClips', { clipIds: ids, edit: { trashed: false } }],
    ['put in the trash again', 'editClips', { clipIds: ids, edit: { trashed: true } }],
    ['deleted for good', 'deleteClips', { clipIds: ids }],
  ];
  for (const [name, command, input] of edits) {
    const { took, searches } = await call<Meanwhile>(page, 'searchMeanwhile', command, {
      ...input,
      subject: name,
    });
    rows.push(row(name, searches, took));
    console.error(rows.at(-1)?.join(' | '));
  }
  const head = ['meanwhile', 'searches', 'ms: median', '95th', 'longest', 'all of it, s'];
  console.log(`${count.toLocaleString('en')} clips\n\n${table(head, rows)}`);
  console.log(JSON.stringify(await call(page, 'counts')));
} finally {
  await app.close();
}

async function call<Result>(page: Page, name: string, ...inputs: readonly unknown[]): Promise<Result> {
  return (await page.evaluate(
    async (given, text) => {
      const bundle = Reflect.get(globalThis, 'edits') as Record<
        string,
        (...all: unknown[]) => Promise<unknown>
      >;
      return await bundle[given]?.(...(JSON.parse(text) as unknown[]));
    },
    name,
    JSON.stringify(inputs),
  )) as Result;
}

function row(name: string, searches: readonly number[], took: number | null): readonly string[] {
  const ms = (share: number) => String(Math.round(quantile(searches, share)));
  return [
    name,
    String(searches.length),
    ms(0.5),
    ms(0.95),
    ms(1),
    took === null ? '–' : (took / 1_000).toFixed(1),
  ];
}
