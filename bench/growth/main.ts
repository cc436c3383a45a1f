import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { bundleScript } from '../browser/bundle-script.ts';
import { launchBrowser, PageTab } from '../browser/page-tab.ts';
import { round, table } from '../statistics.ts';
import { exponent } from './exponent.ts';
import { articleShapes, indexShapes, type PageShape } from './page-shapes.ts';
import { textShapes } from './text-shapes.ts';

/**
 * npm run bench:growth [-- --bytes 625000] [--only NAME]
 * How time grows with each kind of thing that a page or a file may have many of, at n, 2n, 4n and 8n bytes: the
 * exponent (1 is linear), and for pages the longest task of the tab. A size is left out once one took too long.
 */
const { values } = parseArgs({
  options: { bytes: { type: 'string', default: '625000' }, only: { type: 'string' } },
});
const sizes = [1, 2, 4, 8].map((times) => times * Number(values.bytes));
/** Milliseconds after which larger ones are not tried. */
const patience = 15_000;
/** A time below this is noise, and says nothing of growth. */
const noise = 3;

const wanted = (name: string): boolean => values.only === undefined || name.includes(values.only);

type Point = readonly [size: number, milliseconds: number];

function growth(points: readonly Point[]): string {
  const told = points.filter(([, time]) => time >= noise);
  return told.length < 2 ? '–' : exponent(told).toFixed(2);
}

interface Measured {
  readonly clip: number;
  readonly longest: number;
  readonly shown: number;
  readonly markdown: number;
  readonly failure: string;
}

const browser = await launchBrowser();

async function inNewTab(html: string, script: string): Promise<unknown> {
  const tab = await PageTab.open(browser);
  try {
    await tab.show('http://localhost/growth', html);
    return await tab.evaluate(script);
  } catch (error) {
    return error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
  } finally {
    await tab.close();
  }
}

async function articleRow({ name, page }: PageShape, script: string): Promise<readonly string[]> {
  const runs: (Measured & { readonly size: number })[] = [];
  let failure = '';
  for (const size of sizes) {
    const measured = await inNewTab(page(size), script);
    if (typeof measured !== 'object' || measured === null) {
      failure = `${String(size)}: ${String(measured)}`;
      break;
    }
    // eslint-disable-next-line typescript/no-unsafe-type-assertion -- what in-page-growth.ts gives
    const run = measured as Measured;
    if (run.failure !== '') failure = `${String(size)}: ${run.failure}`;
    runs.push({ size, ...run });
    if (run.clip + run.markdown + run.shown > patience) break;
  }
  const of = (what: 'clip' | 'shown' | 'markdown'): string =>
    growth(runs.map((run) => [run.size, run[what]]));
  const last = runs.at(-1);
  return [
    name,
    String(last?.size ?? 0),
    of('clip'),
    round(last?.clip ?? Number.NaN),
    round(last?.longest ?? Number.NaN),
    of('shown'),
    of('markdown'),
    round(last?.markdown ?? Number.NaN),
    failure.slice(0, 60),
  ];
}

console.log(`load ${(loadavg()[0] ?? 0).toFixed(1)}`);
const clip = await bundleScript('bench/growth/in-page-growth.ts');
const articleRows: (readonly string[])[] = [];
for (const shape of articleShapes) {
  if (wanted(shape.name))
    articleRows.push(await articleRow(shape, `${clip.replace(/clipshelfBundle;\s*$/, '')}clipshelfBundle()`));
}
console.log(
  table(
    ['page', 'largest', 'clip ^', 'ms', 'longest task', 'reader ^', 'Markdown ^', 'ms', 'failure'],
    articleRows,
  ),
);

const recognize = await bundleScript('bench/index/in-page-recognize.ts');
const indexRows: (readonly string[])[] = [];
for (const { name, page } of indexShapes.filter((shape) => wanted(shape.name))) {
  const points: Point[] = [];
  for (const size of sizes) {
    const script = `(() => { ${recognize.replace(/clipshelfBundle;\s*$/, '')} return clipshelfBundle().milliseconds; })()`;
    const time = Number(await inNewTab(page(size), script));
    points.push([size, time]);
    if (!(time < patience)) break;
  }
  indexRows.push([
    name,
    String(points.at(-1)?.[0] ?? 0),
    growth(points),
    round(points.at(-1)?.[1] ?? Number.NaN),
  ]);
}
console.log(table(['popup', 'largest', '^', 'ms'], indexRows));
await browser.close();

const textRows = textShapes
  .filter(({ name }) => wanted(name))
  .map(({ name, text, read }) => {
    const points: Point[] = [];
    for (const size of sizes) {
      const given = text(size);
      const start = performance.now();
      read(given);
      points.push([size, performance.now() - start]);
      if ((points.at(-1)?.[1] ?? 0) > patience) break;
    }
    return [name, String(points.at(-1)?.[0] ?? 0), growth(points), round(points.at(-1)?.[1] ?? Number.NaN)];
  });
console.log(table(['text', 'largest', '^', 'ms'], textRows));
