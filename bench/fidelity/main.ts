import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleScript } from '../browser/bundle-script.ts';
import { launchBrowser, PageTab } from '../browser/page-tab.ts';
import { extractStoredPage, type Scripts } from './extract-stored-page.ts';
import { printScore } from './print-score.ts';

/**
 * npm run bench:fidelity -- --corpus DIR --out DIR [--site id] [--scorer DIR]
 * DIR/<site>/<slug>/{page.html, meta.json} → OUT/<site>/<slug>.json, one per page whatever happens, and the scorer's
 * table where a scorer is given.
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
const sites =
  values.site?.split(',') ??
  readdirSync(corpus, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
const pages = sites
  .flatMap((site) => readdirSync(join(corpus, site)).map((slug) => join(site, slug)))
  .filter((id) => existsSync(join(corpus, id, 'page.html')));
const scripts: Scripts = {
  extract: await bundleScript('src/content/extract.ts'),
  markdown: await bundleScript('bench/fidelity/in-page-markdown.ts'),
};
const browser = await launchBrowser();
const queue = [...pages];
const failures: string[] = [];

async function work(): Promise<void> {
  let tab = await PageTab.open(browser);
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    try {
      write(id, await read(tab, id));
    } catch (error) {
      failures.push(`${id}: ${String(error).slice(0, 300)}`);
      write(id, { markdown: '' });
      tab = await PageTab.open(browser);
    }
  }
}

async function read(tab: PageTab, id: string): Promise<object> {
  const folder = join(corpus, id);
  const meta: unknown = JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8'));
  const address = typeof meta === 'object' && meta !== null && 'url' in meta ? String(meta.url) : '';
  const html = readFileSync(join(folder, 'page.html'), 'utf8');
  const { article, markdown, milliseconds } = await extractStoredPage(tab, scripts, address, html);
  const { title, author, publishedAt, tags, language, integrity } = article;
  return {
    markdown,
    html: article.html,
    title,
    author,
    date: publishedAt,
    tags,
    language,
    milliseconds,
    integrity,
  };
}

function write(id: string, result: object): void {
  const file = join(out, `${id}.json`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(result));
}

const start = Date.now();
await Promise.all([work(), work()]);
await browser.close();
console.log(
  `${pages.length} pages in ${((Date.now() - start) / 1000).toFixed(1)} s; ${failures.length} failed`,
);
for (const failure of failures) console.log(`  ${failure}`);
if (values.scorer !== undefined) printScore(values.scorer, out, values.site);
