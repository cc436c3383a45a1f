import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleScript } from '../browser/bundle-script.ts';
import { launchBrowser, PageTab } from '../browser/page-tab.ts';
import { bigPage } from './big-page.ts';

/**
 * npm run bench:extract -- --corpus DIR [--every n]
 * The extractor against Readability alone on the same pages in the same run: each is run three times in turn on a
 * page and its median taken.
 */
const { values } = parseArgs({
  options: { corpus: { type: 'string' }, every: { type: 'string', default: '4' } },
});
const scripts = [
  await bundleScript('bench/extract/in-page-readability.ts'),
  await bundleScript('bench/extract/in-page-extract.ts'),
];
const browser = await launchBrowser();
const tab = await PageTab.open(browser);

async function time(script: string): Promise<number> {
  const value = await tab.evaluate(`(() => { ${script.replace(/clipshelfBundle;\s*$/, '')}
    const start = performance.now(); try { clipshelfBundle(); } catch (error) { return NaN; } return performance.now() - start; })()`);
  return typeof value === 'number' ? value : NaN;
}

async function compare(address: string, html: string): Promise<readonly [number, number]> {
  await tab.show(address, html);
  const runs: [number[], number[]] = [[], []];
  for (let round = 0; round < 3; round++) {
    for (const [index, script] of scripts.entries()) runs[index === 0 ? 0 : 1].push(await time(script));
  }
  return [quantile(runs[0], 0.5), quantile(runs[1], 0.5)];
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.filter((number) => !Number.isNaN(number)).toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

const { corpus } = values;
const results: (readonly [number, number])[] = [];
if (corpus !== undefined) {
  const pages = readdirSync(corpus).flatMap((site) =>
    readdirSync(join(corpus, site)).map((slug) => join(corpus, site, slug)),
  );
  for (const folder of pages.filter((_, index) => index % Number(values.every) === 0)) {
    if (!existsSync(join(folder, 'page.html'))) continue;
    const meta: unknown = JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8'));
    const address =
      typeof meta === 'object' && meta !== null && 'url' in meta ? String(meta.url) : 'http://localhost/';
    results.push(await compare(address, readFileSync(join(folder, 'page.html'), 'utf8')));
  }
}
const report = (name: string, pairs: readonly (readonly [number, number])[]): void => {
  const ratios = pairs.map(([alone, ours]) => ours / alone);
  const ms = (share: number, index: 0 | 1): string =>
    quantile(
      pairs.map((pair) => pair[index]),
      share,
    ).toFixed(1);
  console.log(
    `${name}: ${String(pairs.length)} pages; Readability alone ${ms(0.5, 0)} ms, ours ${ms(0.5, 1)} ms (p95 ${ms(0.95, 0)} / ${ms(0.95, 1)}); ratio median ${quantile(ratios, 0.5).toFixed(2)}, p95 ${quantile(ratios, 0.95).toFixed(2)}`,
  );
};
if (results.length > 0) report('corpus', results);
report('5 MB page', [await compare('http://localhost/big', bigPage(5_000_000))]);
const turns = await bundleScript('bench/extract/in-page-turns.ts');
const freeze = await tab.evaluate(
  `(() => { ${turns.replace(/clipshelfBundle;\s*$/, '')} return clipshelfBundle(); })()`,
);
console.log(`5 MB page: in turns, the page waits ${Number(freeze).toFixed(0)} ms at the longest`);
await browser.close();
