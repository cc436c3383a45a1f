import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { bundleScript } from '../browser/bundle-script.ts';
import { launchBrowser, PageTab } from '../browser/page-tab.ts';
import { parseExtraction } from '../../src/core/clip/extraction.ts';
import type { TaggedPage, TagHits } from './in-page.ts';

/**
 * npm run bench:tags -- --corpus DIR
 * DIR/<site>/<slug>/{page.html, meta.json}; meta.json has `url` and `tags`, the author's. How often are these among the
 * first five suggestions, asked of each page with all others in the library?
 */
const { values } = parseArgs({ options: { corpus: { type: 'string' } } });
if (values.corpus === undefined) {
  console.error('usage: npm run bench:tags -- --corpus DIR');
  process.exit(2);
}
const { corpus } = values;
const metaShape = v.object({ url: v.string(), tags: v.array(v.string()) });
const folders = readdirSync(corpus)
  .filter((site) => existsSync(join(corpus, site)))
  .flatMap((site) => readdirSync(join(corpus, site)).map((slug) => join(corpus, site, slug)))
  .filter((folder) => existsSync(join(folder, 'page.html')));

const extract = await bundleScript('src/content/extract.ts');
const browser = await launchBrowser();
try {
  let tab = await PageTab.open(browser);
  const pages: TaggedPage[] = [];
  for (const folder of folders) {
    const meta = v.parse(metaShape, JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8')));
    if (meta.tags.length === 0) continue;
    try {
      await tab.show(meta.url, readFileSync(join(folder, 'page.html'), 'utf8'));
      const { article } = parseExtraction(await tab.evaluate(extract));
      pages.push({ article, tags: meta.tags });
    } catch (error) {
      console.error(`${folder}: ${String(error).slice(0, 200)}`);
      tab = await PageTab.open(browser);
    }
  }
  await tab.show('https://bench.example/', '<!doctype html><title>bench</title>');
  const measure = await bundleScript('bench/tags/in-page.ts');
  const hits = await tab.evaluate(`${measure}\nclipshelfBundle(${JSON.stringify(pages)});`);
  console.log(`${pages.length} pages with tags of their author`);
  for (const [kind, { anyOfFive, recall }] of Object.entries(hits as Record<string, TagHits>)) {
    console.log(
      `${kind.padEnd(30)} one of the author's tags among five: ${percent(anyOfFive)}  of them found: ${percent(recall)}`,
    );
  }
} finally {
  await browser.close();
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`.padStart(7);
}
