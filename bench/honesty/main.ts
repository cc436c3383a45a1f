import { parseArgs } from 'node:util';
import { launchBrowser } from '../browser/page-tab.ts';
import { clipManuals } from '../manuals/clip-manuals.ts';
import { manualPages } from '../manuals/manual-pages.ts';
import { honestyTable, isFalseAlarm, isFalseComplete, type Assessed } from './assess.ts';
import { assessCorpus } from './assess-corpus.ts';

/**
 * npm run bench:honesty -- [--corpus DIR [--every n]] [--manuals DIR [--pages n]] [--verbose]
 * What clips say of themselves against what is missing by the truth: of pages with their authors' Markdown beside them,
 * and of manuals (see bench:manuals).
 */
const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    every: { type: 'string', default: '1' },
    manuals: { type: 'string' },
    pages: { type: 'string', default: '30' },
    verbose: { type: 'boolean', default: false },
  },
});
const browser = await launchBrowser();
const corpora = new Map<string, readonly Assessed[]>();
if (values.corpus !== undefined)
  corpora.set('authors’ Markdown', await assessCorpus(browser, values.corpus, Number(values.every)));
if (values.manuals !== undefined) {
  const manuals = await clipManuals(browser, manualPages(values.manuals, Number(values.pages), 1, /./));
  const assessed = [...manuals.values()].flat().map(({ kept, content, code, ...page }) => ({
    ...page,
    kept: kept / content,
    codeMissing: code.missing,
  }));
  corpora.set('manuals', assessed);
}
await browser.close();
console.log(honestyTable(corpora));
if (values.verbose) {
  for (const page of [...corpora.values()].flat()) {
    const fault = isFalseComplete(page) ? 'false Complete' : isFalseAlarm(page) ? 'false alarm' : null;
    if (fault === null) continue;
    console.log(
      `${fault}: ${page.id}, ${(100 * page.kept).toFixed(1)} % kept, code blocks missing: ${page.codeMissing}`,
    );
    for (const line of page.lost) console.log(`    lost: ${line.slice(0, 160)}`);
  }
}
