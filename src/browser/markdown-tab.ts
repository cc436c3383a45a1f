import type { Article } from '../core/clip/article.ts';
import { Failure } from '../core/failure.ts';
import { browser } from './browser.ts';
import { inTab } from './in-tab.ts';

/** Longest text that is copied, in UTF-16 units. */
const longest = 40_000_000;

/**
 * An article of the tab's page as Markdown, written in that page since the background has no document. `form` is what
 * markdown.js parses. Throws `page/changed` where the page gives none, and other `page/…` codes.
 */
export async function markdownInTab(tabId: number, article: Article, form: unknown): Promise<string> {
  const target = { tabId };
  const result = await inTab(tabId, async () => {
    await browser.scripting.executeScript({ target, files: ['/markdown.js'] });
    const [frame] = await browser.scripting.executeScript({
      target,
      func: write,
      args: [article, form, Date.now()],
    });
    return frame?.result;
  });
  if (typeof result !== 'string' || result.length > longest) throw new Failure('page/changed', 'no Markdown');
  return result;
}

/** Runs in the page's isolated world, by what /markdown.js left there. */
function write(article: Article, form: unknown, now: number): unknown {
  const markdownOf: unknown = Reflect.get(globalThis, 'clipshelfMarkdown');
  return typeof markdownOf === 'function' ? Reflect.apply(markdownOf, undefined, [article, form, now]) : null;
}
