import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { urlKey } from '../../src/core/clip/url-key.ts';

// npm run bench:keys -- --corpus DIR: of all folders of DIR with a page.html and a meta.json that names its `url`, whether two
// pages have one key, and whether each page has one key under its tracking variants.

const { values } = parseArgs({ options: { corpus: { type: 'string' } } });
if (values.corpus === undefined) throw new Error('--corpus DIR is missing');
const { corpus } = values;

const tracking = [
  'utm_source=x&utm_medium=y',
  'fbclid=IwAR0',
  'gclid=1',
  'msclkid=1',
  'spm=a2c6h.12873639.0.0',
  'mc_cid=1&mc_eid=2',
];

function canonicalOf(html: string, url: string): string | null {
  const link = /<link\b[^>]*\brel=["']?canonical\b[^>]*>/i.exec(html)?.[0] ?? '';
  const address = /\bhref=["']?([^"'\s>]+)/i.exec(link)?.[1]?.replaceAll('&amp;', '&') ?? null;
  return address !== null && URL.canParse(address, url) ? new URL(address, url).href : null;
}

function variantsOf(url: string): string[] {
  const tracked = tracking.map((pairs) => {
    const variant = new URL(url);
    variant.search = variant.search === '' ? pairs : `${variant.search}&${pairs}`;
    return variant.href;
  });
  return [...tracked, url.replace(/^https:/, 'http:'), url.includes('#') ? url : `${url}#a-section`];
}

const pages = new Map<string, Set<string>>();
let variants = 0;
let different = 0;
for (const path of await readdir(corpus, { recursive: true })) {
  if (!/(?:^|[\\/])meta\.json$/.test(path)) continue;
  const { url } = JSON.parse(await readFile(join(corpus, path), 'utf8')) as { url: string };
  const html = await readFile(join(corpus, path, '..', 'page.html'), 'utf8');
  const canonical = canonicalOf(html, url);
  const key = urlKey(url, canonical);
  pages.set(key, (pages.get(key) ?? new Set()).add(url));
  for (const variant of variantsOf(url)) {
    variants += 1;
    const own = urlKey(variant, canonical);
    if (own === key) continue;
    different += 1;
    console.log(`${variant}: ${own}, not ${key}`);
  }
}
const shared = [...pages].filter(([, urls]) => urls.size > 1);
for (const [key, urls] of shared) console.log(`one key, ${key}: ${[...urls].join(' ')}`);
const count = [...pages.values()].reduce((sum, urls) => sum + urls.size, 0);
console.log(
  `${String(count)} pages, ${String(pages.size)} keys; ${String(variants)} variants, ${String(different)} with another key`,
);
process.exitCode = shared.length + different === 0 ? 0 : 1;
