import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { bundleScript } from '../browser/bundle-script.ts';
import { launchBrowser, PageTab } from '../browser/page-tab.ts';
import { round } from '../statistics.ts';
import { exponent } from './exponent.ts';
import type { PageShape } from './page-parts.ts';
import { articleShapes, indexShapes } from './page-shapes.ts';
import { textShapes } from './text-shapes.ts';

/**
 * npm run bench:growth [-- --bytes 625000] [--times 1,2,4,8] [--only NAME,NAME]
 * How time grows with each kind of thing that a page or a file may have many of, at n, 2n, 4n and 8n bytes: the
 * exponent (1 is linear), and for pages the longest task of the tab. A size is left out once one took too long.
 */
const { values } = parseArgs({
  options: {
    bytes: { type: 'string', default: '625000' },
    times: { type: 'string', default: '1,2,4,8' },
    only: { type: 'string' },
  },
});
const sizes = values.times.split(',').map((times) => Number(times) * Number(values.bytes));
/** Milliseconds after which larger ones are not tried. */
const patience = 15_000;
/** A time below this is noise, and says nothing of growth. */
const noise = 3;

const wanted = (name: string): boolean =>
  values.only === undefined || values.only.split(',').some((part) => name.includes(part));

type Point = readonly [size: number, milliseconds: number];

function growth(points: readonly Point[]): string {
  const told = points.filter(([, time]) => time >= noise);
  return told.length < 2 ? '–' : exponent(told).toFixed(2);
}

interface Measured {
  readonly clip: number;
  readonly steps: Readonly<Record<string, number>>;
  readonly longest: number;
  readonly shown: number;
  readonly markdown: number;
  readonly failure: string;
}

/** Prints the row at once: a bench that is broken off has told what it knows. */
function print(cells: readonly string[]): void {
  console.log(`| ${cells.join(' | ')} |`);
}

function printHead(cells: readonly string[]): void {
  console.log('');
  print(cells);
  print(cells.map((_, index) => (index === 0 ? '---' : '--:')));
}

type Run = Measured & { readonly size: number };

/** The steps that take longest of the largest page, with milliseconds, and how they grow. */
function slowestSteps(runs: readonly Run[]): string {
  const steps = Object.entries(runs.at(-1)?.steps ?? {}).toSorted((a, b) => b[1] - a[1]);
  return steps
    .slice(0, 3)
    .map(([name, time]) => {
      const points = runs.map((run): Point => [run.size, run.steps[name] ?? 0]);
      return `${name} ${round(time)} (${growth(points)})`;
    })
    .join(', ');
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
  const runs: Run[] = [];
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
    slowestSteps(runs),
    of('shown'),
    of('markdown'),
    round(last?.markdown ?? Number.NaN),
    failure.slice(0, 60),
  ];
}

console.log(`load ${(loadavg()[0] ?? 0).toFixed(1)}`);
const clip = await bundleScript('bench/growth/in-page-growth.ts');
printHead([
  'page',
  'largest',
  'clip ^',
  'ms',
  'longest task',
  'slowest steps: ms (^)',
  'reader ^',
  'Markdown ^',
  'ms',
  'failure',
]);
for (const shape of articleShapes) {
  if (wanted(shape.name))
    print(await articleRow(shape, `${clip.replace(/clipshelfBundle;\s*$/, '')}clipshelfBundle()`));
}

const recognize = await bundleScript('bench/index/in-page-recognize.ts');
printHead(['popup', 'largest', '^', 'ms']);
for (const { name, page } of indexShapes.filter((shape) => wanted(shape.name))) {
  const points: Point[] = [];
  for (const size of sizes) {
    const script = `(() => { ${recognize.replace(/clipshelfBundle;\s*$/, '')} return clipshelfBundle().milliseconds; })()`;
    const time = Number(await inNewTab(page(size), script));
    points.push([size, time]);
    if (!(time < patience)) break;
  }
  print([name, String(points.at(-1)?.[0] ?? 0), growth(points), round(points.at(-1)?.[1] ?? Number.NaN)]);
}
await browser.close();

printHead(['text', 'largest', '^', 'ms']);
for (const { name, text, read } of textShapes.filter((shape) => wanted(shape.name))) {
  const points: Point[] = [];
  for (const size of sizes) {
    const given = text(size);
    const start = performance.now();
    read(given);
    points.push([size, performance.now() - start]);
    if ((points.at(-1)?.[1] ?? 0) > patience) break;
  }
  print([name, String(points.at(-1)?.[0] ?? 0), growth(points), round(points.at(-1)?.[1] ?? Number.NaN)]);
}
