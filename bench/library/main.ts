/**
 * The library page in real Chromium: until the first row stands, from a keystroke to its results, frames while scrolling,
 * until the first snippets stand; and the tag manager with thousands of tags. Against the page of an empty extension in
 * the same browser, taking turns. Times are ms, median (10th – 90th percentile).
 *
 *   npm run bench:library -- [--sizes 0,1000,10000,50000] [--tags 5000] [--clips 10000] [--runs 9]   (after npm run build)
 *
 * `--sizes ""` leaves the clips out, `--tags 0` the tags.
 */
import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { makeEmptyExtension } from '../browser/empty-extension.ts';
import { table } from '../statistics.ts';
import { clipsCase, clipsHead } from './clips-case.ts';
import { tagsCase, tagsHead } from './tags-case.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '0,1000,10000,50000' },
    tags: { type: 'string', default: '5000' },
    clips: { type: 'string', default: '10000' },
    runs: { type: 'string', default: '9' },
  },
});
const runs = Number(values.runs);
const sizes = values.sizes.split(',').filter(Boolean).map(Number);
const tags = Number(values.tags);

const emptyFolder = await makeEmptyExtension();
try {
  const rows: (readonly string[])[] = [];
  for (const size of sizes) {
    const row = await clipsCase(size, runs, emptyFolder);
    console.error(row.join(' | '));
    rows.push(row);
  }
  if (rows.length > 0) console.log(`${table(clipsHead, rows)}\n`);
  if (tags > 0) {
    const clips = Number(values.clips);
    console.log(table(tagsHead, await tagsCase({ tags, clips, runs }, emptyFolder)));
  }
} finally {
  await rm(emptyFolder, { recursive: true });
}
