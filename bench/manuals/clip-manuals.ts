import type { Browser } from 'puppeteer-core';
import { isComplete } from '../../src/core/clip/completeness.ts';
import { bundleScript } from '../browser/bundle-script.ts';
import type { PageTab } from '../browser/page-tab.ts';
import { eachPage } from '../corpus/each-page.ts';
import type { SeenPage } from '../corpus/in-page-seen.ts';
import { extractStoredPage } from '../fidelity/extract-stored-page.ts';
import type { ManualPage } from './manual-pages.ts';
import { type ManualResult, type PageScore, scoreManual } from './score-page.ts';

/** Clips each page with its style sheets and scores it, by manual. A page without an article has kept nothing. */
export async function clipManuals(
  browser: Browser,
  manuals: ReadonlyMap<string, readonly ManualPage[]>,
): Promise<ReadonlyMap<string, readonly PageScore[]>> {
  const scripts = {
    extract: await bundleScript('src/content/extract.ts'),
    markdown: await bundleScript('bench/fidelity/in-page-markdown.ts'),
    seen: await bundleScript('bench/corpus/in-page-seen.ts'),
    text: await bundleScript('bench/corpus/in-page-text.ts'),
  };
  const clip = async (
    tab: PageTab,
    { id, address, html, styles, menu }: ManualPage,
  ): Promise<ManualResult> => {
    await tab.show(address, html, styles);
    const seen = (await tab.evaluate(`${scripts.seen}\nclipshelfBundle();`)) as SeenPage;
    const look = [...html.matchAll(/<link[^>]+href="([^"]+\.css)[^>]*>/g)]
      .map((match) => match[1]?.replace(/^.*\//, ''))
      .join(' ');
    const nothing = { id, seen, look, menu: menu(), text: '', code: [], complete: false };
    try {
      const { article } = await extractStoredPage(tab, scripts, address, html, styles);
      const text = await tab.evaluate(
        `${scripts.text}\nclipshelfBundle(${JSON.stringify(`<h1>${article.title}</h1>${article.html}`)});`,
      );
      const code = article.blocks.filter(({ kind }) => kind === 'code').map((block) => block.text);
      return { ...nothing, text: String(text), code, complete: isComplete(article.integrity) };
    } catch (error) {
      if (!String(error).includes('page/no-article')) throw error;
      return nothing;
    }
  };
  const scores = new Map<string, readonly PageScore[]>();
  for (const [manual, pages] of manuals) {
    const results: ManualResult[] = [];
    const failures = await eachPage(browser, pages, async (tab, page) => {
      results.push(await clip(tab, page));
    });
    for (const failure of failures) console.log(`  failed ${failure}`);
    scores.set(manual, scoreManual(results.toSorted((a, b) => (a.id < b.id ? -1 : 1))));
  }
  return scores;
}
