import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { bundleScript } from '../browser/bundle-script.ts';
import { launchBrowser, PageTab } from '../browser/page-tab.ts';
import { median, quantile, ratio, spread } from '../statistics.ts';
import { bigPage } from './big-page.ts';
import { printSteps } from './print-steps.ts';
import { storedPages } from './stored-pages.ts';

/**
 * npm run bench:extract [-- --corpus DIR] [--every n] [--steps]
 * The extractor against Readability alone on the same pages in the same run: each is run three times in turn on a
 * page and its median taken. Of a page of 5 MB also the longest wait of the tab, as its reader meets it: each run in a
 * new tab, with its code cold, in turn. `--steps` prints each step's share of all pages instead.
 */
const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    every: { type: 'string', default: '1' },
    steps: { type: 'boolean', default: false },
  },
});
const rounds = 3;
const readability = await bundleScript('bench/extract/in-page-readability.ts', 'whole');
const extract = await bundleScript('bench/extract/in-page-extract.ts');
const inTurns = await bundleScript('bench/extract/in-page-turns.ts');
const browser = await launchBrowser();

function run(script: string, timed: boolean): string {
  const work = script.replace(/clipshelfBundle;\s*$/, '');
  return timed
    ? `(() => { ${work} const start = performance.now(); try { clipshelfBundle(); } catch { return NaN; } return performance.now() - start; })()`
    : `(() => { ${work} return clipshelfBundle(); })()`;
}

/** The runs that came to an end. */
function ended(milliseconds: readonly number[]): readonly number[] {
  return milliseconds.filter((each) => !Number.isNaN(each));
}

/** Milliseconds of Readability alone and of ours on a page: medians. */
async function compare(tab: PageTab, address: string, html: string): Promise<readonly [number, number]> {
  await tab.show(address, html);
  const alone: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < rounds; round++) {
    alone.push(Number(await tab.evaluate(run(readability, true))));
    ours.push(Number(await tab.evaluate(run(extract, true))));
  }
  return [median(ended(alone)), median(ended(ours))];
}

async function inNewTab(html: string, script: string): Promise<number> {
  const tab = await PageTab.open(browser);
  await tab.show('http://localhost/big', html);
  const milliseconds = Number(await tab.evaluate(script));
  await tab.close();
  return milliseconds;
}

const pages = storedPages(values.corpus, Number(values.every));
console.log(`load ${(loadavg()[0] ?? 0).toFixed(1)}; ${pages.length} pages`);
const tab = await PageTab.open(browser);
if (values.steps) {
  await printSteps(tab, pages);
  await browser.close();
  process.exit();
}
const pairs: (readonly [number, number])[] = [];
for (const { address, html } of pages) pairs.push(await compare(tab, address, html));
await tab.close();
const ratios = pairs.map(([alone, ours]) => ours / alone);
for (const share of [0.5, 0.95]) {
  const alone = quantile(ended(pairs.map((pair) => pair[0])), share);
  const ours = quantile(ended(pairs.map((pair) => pair[1])), share);
  const name = share === 0.5 ? 'median' : '95th percentile';
  console.log(
    `${name}: Readability alone ${alone.toFixed(1)} ms, ours ${ours.toFixed(1)} ms; ratio of a page ${quantile(ended(ratios), share).toFixed(2)}`,
  );
}

const html = bigPage(5_000_000);
const big = { alone: [] as number[], ours: [] as number[], longestWait: [] as number[] };
for (let round = 0; round < rounds; round++) {
  big.alone.push(await inNewTab(html, run(readability, true)));
  big.ours.push(await inNewTab(html, run(extract, true)));
  big.longestWait.push(await inNewTab(html, run(inTurns, false)));
}
console.log(
  `5 MB page: Readability alone ${spread(big.alone)} ms, ours ${spread(big.ours)} ms: ${ratio(big.ours, big.alone)} times; the tab waits at the longest ${spread(big.longestWait)} ms: ${ratio(big.longestWait, big.alone)} times`,
);
await browser.close();
