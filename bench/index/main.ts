import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { RecognizedPage } from '../../src/core/clip/index-page.ts';
import { bundleScript } from '../browser/bundle-script.ts';
import { launchBrowser, PageTab } from '../browser/page-tab.ts';
import { macro, scorePosts, type PostsScore } from './score-posts.ts';
import { storedPages, type StoredPage } from './stored-page.ts';

/**
 * npm run bench:index -- --corpus DIR --out DIR [--articles DIR]
 * Index pages DIR/<site>/<slug>/{page.html, truth.json} → OUT/<site>/<slug>.json = {kind, posts}, one per page
 * whatever happens. Articles ({page.html, meta.json}) count as what must not be taken for an index.
 */
const { values } = parseArgs({
  options: { corpus: { type: 'string' }, out: { type: 'string' }, articles: { type: 'string' } },
});
const { corpus, out, articles } = values;
if (corpus === undefined || out === undefined) {
  console.error('usage: npm run bench:index -- --corpus DIR --out DIR [--articles DIR]');
  process.exit(2);
}
const script = `${await bundleScript('bench/index/in-page-recognize.ts')}\nclipshelfBundle();`;
const browser = await launchBrowser();
let tab = await PageTab.open(browser);
const times: number[] = [];
const wrong: string[] = [];

async function recognize(stored: StoredPage): Promise<Pick<RecognizedPage, 'kind' | 'confidence' | 'posts'>> {
  try {
    await tab.show(stored.url, stored.html);
    const result = await tab.evaluate(script);
    if (!isResult(result)) throw new Error('no result');
    times.push(result.milliseconds);
    return result.page;
  } catch (error) {
    wrong.push(`${stored.id}: ${String(error).slice(0, 200)}`);
    tab = await PageTab.open(browser);
    return { kind: 'other', confidence: 0, posts: [] };
  }
}

function isResult(value: unknown): value is { readonly page: RecognizedPage; readonly milliseconds: number } {
  return typeof value === 'object' && value !== null && 'page' in value;
}

const scores: PostsScore[] = [];
let indexes = 0;
for (const stored of storedPages(corpus)) {
  const { kind, confidence, posts } = await recognize(stored);
  const file = join(out, `${stored.id}.json`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ kind, confidence, posts }));
  if (kind === 'index') indexes++;
  else wrong.push(`${stored.id}: taken for ${kind}, confidence ${confidence.toFixed(2)}`);
  const score = scorePosts(stored.site, posts, stored.posts);
  if (score.precision < 1 || score.recall < 1 || score.titles < 1)
    wrong.push(`${stored.id}: ${posts.length} posts given, ${stored.posts.length} listed`);
  scores.push(score);
}
let counted = 0;
let kept = 0;
for (const stored of articles === undefined ? [] : storedPages(articles)) {
  const { kind, confidence } = await recognize(stored);
  counted++;
  if (kind === 'index') wrong.push(`${stored.id}: taken for an index, confidence ${confidence.toFixed(2)}`);
  else kept++;
}
await browser.close();

times.sort((a, b) => a - b);
const at = (share: number): string =>
  (times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0).toFixed(1);
for (const line of wrong) console.log(`  ${line}`);
console.log(`kind        ${((100 * (indexes + kept)) / (scores.length + counted)).toFixed(1)} %`);
console.log(`            index pages ${indexes} of ${scores.length}, articles ${kept} of ${counted}`);
console.log(
  `precision   ${macro(scores, ({ precision }) => precision)} % of the posts given, macro over sites`,
);
console.log(`recall      ${macro(scores, ({ recall }) => recall)} % of the posts listed`);
console.log(`titles      ${macro(scores, ({ titles }) => titles)} % exact`);
console.log(`time        median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, longest ${at(1)} ms`);
