import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleScript } from '../browser/bundle-script.ts';
import { launchBrowser, type PageTab } from '../browser/page-tab.ts';
import { eachPage } from '../corpus/each-page.ts';
import { readPage, type TruthPage, truthPages } from '../corpus/truth-pages.ts';
import { extractStoredPage, type Scripts } from './extract-stored-page.ts';
import { type GivenName, namesItsAuthor, printGivenNames } from './given-names.ts';
import type { NamePlace } from './in-page-name.ts';
import { printScore } from './print-score.ts';

/**
 * npm run bench:fidelity -- --corpus DIR --out DIR [--site id] [--scorer DIR]
 * DIR/<site>/<slug>/{page.html, meta.json} → OUT/<site>/<slug>.json, one per page whatever happens, and the scorer's
 * table where a scorer is given. Of pages whose files name no author it prints whom they were given, and where the page says it.
 */
const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    out: { type: 'string' },
    site: { type: 'string' },
    scorer: { type: 'string' },
  },
});
if (values.corpus === undefined || values.out === undefined) {
  console.error('usage: npm run bench:fidelity -- --corpus DIR --out DIR [--site id] [--scorer DIR]');
  process.exit(2);
}
const { corpus, out } = values;
const pages = truthPages(corpus, values.site?.split(','));
const scripts: Scripts = {
  extract: await bundleScript('src/content/extract.ts'),
  markdown: await bundleScript('bench/fidelity/in-page-markdown.ts'),
};
const whereNamed = await bundleScript('bench/fidelity/in-page-name.ts');
const unnamed = { pages: 0, given: [] as GivenName[] };
const browser = await launchBrowser();

async function clip(tab: PageTab, page: TruthPage): Promise<void> {
  write(page.id, { markdown: '' });
  const { address, html } = readPage(page);
  const { article, markdown, milliseconds } = await extractStoredPage(tab, scripts, address, html);
  const { title, author, publishedAt: date, tags, language, integrity } = article;
  write(page.id, {
    markdown,
    html: article.html,
    title,
    author,
    date,
    tags,
    language,
    milliseconds,
    integrity,
    notice: integrity.notice,
  });
  if (namesItsAuthor(page, html)) return;
  unnamed.pages += 1;
  if (author === null) return;
  const place = (await tab.evaluate(
    `${whereNamed}\nclipshelfBundle(${JSON.stringify(author)});`,
  )) as NamePlace;
  unnamed.given.push({ id: page.id, name: author, place });
}

function write(id: string, result: object): void {
  const file = join(out, `${id}.json`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(result));
}

const start = Date.now();
const failures = await eachPage(browser, pages, clip);
await browser.close();
console.log(
  `${pages.length} pages in ${((Date.now() - start) / 1000).toFixed(1)} s; ${failures.length} failed`,
);
for (const failure of failures) console.log(`  ${failure}`);
printGivenNames(unnamed.pages, unnamed.given);
if (values.scorer !== undefined) printScore(values.scorer, out, values.site);
