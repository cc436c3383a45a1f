import { parseArgs } from 'node:util';
import { bundleScript } from '../browser/bundle-script.ts';
import { launchBrowser, type PageTab } from '../browser/page-tab.ts';
import { eachPage } from '../corpus/each-page.ts';
import { extractStoredPage } from '../fidelity/extract-stored-page.ts';
import { table } from '../statistics.ts';
import { type Match, type Score, matchPieces, matchTexts, scoreAll, scoreOf } from './score.ts';
import { type SuitePage, type SuiteTruth, suites } from './suite-pages.ts';

/**
 * npm run bench:suites -- --set NAME --dir CHECKOUT [--every n] [--verbose]
 * Suites that others wrote, from checkouts of their public repositories: ours and bare Readability on the same pages
 * in the same browser, scored as those suites do.
 */
const { values } = parseArgs({
  options: {
    set: { type: 'string', default: '' },
    dir: { type: 'string' },
    every: { type: 'string', default: '1' },
    verbose: { type: 'boolean', default: false },
  },
});
const suite = suites[values.set];
if (suite === undefined || values.dir === undefined) {
  console.error(
    `usage: npm run bench:suites -- --set ${Object.keys(suites).join('|')} --dir CHECKOUT [--every n] [--verbose]`,
  );
  process.exit(2);
}
const scripts = {
  extract: await bundleScript('src/content/extract.ts'),
  markdown: await bundleScript('bench/fidelity/in-page-markdown.ts'),
  readability: await bundleScript('bench/suites/in-page-readability.ts', 'whole'),
  text: await bundleScript('bench/corpus/in-page-text.ts'),
};

interface Result {
  readonly id: string;
  readonly ours: Match;
  readonly readability: Match;
  /** The failure's code where nothing was clipped. */
  readonly failure: string | null;
}

async function textOf(tab: PageTab, html: string): Promise<string> {
  return String(await tab.evaluate(`${scripts.text}\nclipshelfBundle(${JSON.stringify(html)});`));
}

async function matched(tab: PageTab, truth: SuiteTruth, html: string): Promise<Match> {
  const text = await textOf(tab, html);
  if ('with' in truth) return matchPieces(truth, text);
  return matchTexts('text' in truth ? truth.text : await textOf(tab, truth.html), text);
}

async function run(tab: PageTab, { id, address, html, truth }: SuitePage): Promise<Result> {
  let failure: string | null = null;
  let ours = '';
  try {
    ours = (await extractStoredPage(tab, scripts, address, html)).article.html;
  } catch (error) {
    failure = String(error).slice(0, 200);
  }
  await tab.show(address, html);
  const alone = String(await tab.evaluate(`${scripts.readability}\nclipshelfBundle();`));
  return {
    id,
    ours: await matched(tab, truth, ours),
    readability: await matched(tab, truth, alone),
    failure,
  };
}

const pages = suite(values.dir).filter((_, index) => index % Number(values.every) === 0);
const browser = await launchBrowser();
const results: Result[] = [];
const failures = await eachPage(browser, pages, async (tab, page) => {
  results.push(await run(tab, page));
});
await browser.close();
for (const failure of failures) console.log(`failed ${failure}`);

function cells({ precision, recall, f1 }: Score): readonly string[] {
  return [f1, precision, recall].map((share) => share.toFixed(3));
}

const inPieces = pages.some(({ truth }) => 'with' in truth);
const rows = (['ours', 'readability'] as const).map((who) => [
  who,
  ...cells(
    scoreAll(
      results.map((result) => result[who]),
      inPieces,
    ),
  ),
]);
console.log(table([`${values.set}, ${results.length} pages`, 'F1', 'precision', 'recall'], rows));
for (const { id, failure } of results) if (failure !== null) console.log(`no clip: ${id}: ${failure}`);
if (values.verbose) {
  const behind = results
    .map((result) => ({ ...result, by: scoreOf(result.readability).f1 - scoreOf(result.ours).f1 }))
    .filter(({ by, ours }) => by > 0.02 || scoreOf(ours).recall < 0.9)
    .toSorted((a, b) => b.by - a.by);
  for (const { id, ours, readability } of behind)
    console.log(
      `${cells(scoreOf(ours)).join(' ')} | Readability ${cells(scoreOf(readability)).join(' ')} | ${id}`,
    );
}
