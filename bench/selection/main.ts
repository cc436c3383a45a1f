/**
 * `npm run bench:selection -- --corpus DIR [--every N] [--passages N] [--verbose]`: how well a passage that is selected on the
 * live page is found in its article. Of each stored page passages are drawn from elements that the article has; one is
 * right where what was found has the same signs, formulas and white space apart.
 */
import { parseArgs } from 'node:util';
import { findPassage } from '../../src/core/highlight/find-passage.ts';
import { anything } from '../../src/core/highlight/squeezed-text.ts';
import { anchorOf } from '../../src/core/highlight/anchor.ts';
import type { TextBlock } from '../../src/core/clip/article.ts';
import { launchBrowser } from '../browser/page-tab.ts';
import { bundleScript } from '../browser/bundle-script.ts';
import { eachPage } from '../corpus/each-page.ts';
import { readPage, truthPages } from '../corpus/truth-pages.ts';
import { HeldText, wordsOf } from '../corpus/words.ts';
import { extractStoredPage } from '../fidelity/extract-stored-page.ts';
import { table } from '../statistics.ts';
import type { Selected } from './in-page-select.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    every: { type: 'string', default: '1' },
    passages: { type: 'string', default: '20' },
    verbose: { type: 'boolean', default: false },
  },
});
if (values.corpus === undefined) throw new Error('--corpus DIR is missing');

interface Tally {
  exact: number;
  near: number;
  wrong: number;
  missed: number;
}

const tallies = new Map<Selected['kind'], Tally>();
const count = Number(values.passages);
const scripts = {
  extract: await bundleScript('src/content/extract.ts'),
  markdown: await bundleScript('bench/fidelity/in-page-markdown.ts'),
  select: await bundleScript('bench/selection/in-page-select.ts'),
};

function judge(id: string, { kind, passage, element }: Selected, blocks: readonly TextBlock[]): void {
  const tally = tallies.get(kind) ?? { exact: 0, near: 0, wrong: 0, missed: 0 };
  tallies.set(kind, tally);
  const found = findPassage(blocks, passage);
  const quote = found === null ? null : (anchorOf(blocks, found.range)?.quote ?? '');
  const verdict =
    quote === null
      ? 'missed'
      : found?.exact === true
        ? 'exact'
        : isNear(passage.quote, quote)
          ? 'near'
          : 'wrong';
  tally[verdict] += 1;
  if (values.verbose && verdict !== 'exact')
    console.log(
      `${verdict} ${kind} ${id}\n   page    ${JSON.stringify(passage.quote.slice(0, 300))}\n   article ${JSON.stringify(quote?.slice(0, 300))}\n   in ${JSON.stringify(element.slice(0, 200))}`,
    );
}

/** Most pairs of signs are the same. */
function isNear(wanted: string, found: string): boolean {
  const pairs = (text: string) => {
    const signs = text.replaceAll(/[\s\uFFFC]+/g, '');
    return Array.from({ length: Math.max(0, signs.length - 1) }, (_, at) => signs.slice(at, at + 2));
  };
  const [all, held] = [pairs(wanted), new Set(pairs(found))];
  return all.filter((pair) => held.has(pair)).length >= 0.8 * all.length;
}

const browser = await launchBrowser();
const pages = truthPages(values.corpus).filter((_, index) => index % Number(values.every) === 0);
let done = 0;
const failures = await eachPage(browser, pages, async (tab, page) => {
  const { address, html } = readPage(page);
  const { article } = await extractStoredPage(tab, scripts, address, html);
  const selected = (await tab.evaluate(
    `${scripts.select}\nclipshelfBundle(${JSON.stringify([count, ++done])});`,
  )) as readonly Selected[];
  const held = article.blocks.map(({ text }) => new HeldText(text));
  for (const each of selected) {
    const words = wordsOf(each.element.replaceAll(anything, ' '));
    // What the article does not have cannot be found in it.
    if (words.length > 0 && held.some((block) => block.count(words) >= 0.8 * words.length))
      judge(page.id, each, article.blocks);
  }
});
await browser.close();
for (const failure of failures) console.log(`  failed ${failure}`);
const percent = (part: number, whole: number) => ((100 * part) / Math.max(1, whole)).toFixed(2);
console.log(
  table(
    ['selected on the page', 'passages', 'found %', 'sign by sign %', 'wrong %', 'not found %'],
    [...tallies].map(([kind, { exact, near, wrong, missed }]) => {
      const all = exact + near + wrong + missed;
      return [
        kind,
        String(all),
        percent(exact + near, all),
        percent(exact, all),
        percent(wrong, all),
        percent(missed, all),
      ];
    }),
  ),
);
