import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import type { Browser } from 'puppeteer-core';
import { isComplete } from '../../src/core/clip/completeness.ts';
import { bundleScript } from '../browser/bundle-script.ts';
import { eachPage } from '../corpus/each-page.ts';
import type { SeenPage } from '../corpus/in-page-seen.ts';
import { readPage, truthPages } from '../corpus/truth-pages.ts';
import { HeldText, wordsOf } from '../corpus/words.ts';
import { extractStoredPage } from '../fidelity/extract-stored-page.ts';
import type { Assessed } from './assess.ts';

const markdown = new MarkdownIt({ html: true });

interface Truth {
  readonly lines: readonly string[];
  readonly code: readonly string[];
}

/** Assesses the clips of pages beside which the author's own Markdown lies: what of it the page shows must come through. */
export async function assessCorpus(
  browser: Browser,
  corpus: string,
  every: number,
): Promise<readonly Assessed[]> {
  const scripts = {
    extract: await bundleScript('src/content/extract.ts'),
    markdown: await bundleScript('bench/fidelity/in-page-markdown.ts'),
    seen: await bundleScript('bench/corpus/in-page-seen.ts'),
    text: await bundleScript('bench/corpus/in-page-text.ts'),
  };
  const pages = truthPages(corpus)
    .filter(({ folder }) => existsSync(join(folder, 'truth.md')))
    .filter((_, index) => index % every === 0);
  const assessed: Assessed[] = [];
  const failures = await eachPage(browser, pages, async (tab, page) => {
    const { address, html } = readPage(page);
    const { article } = await extractStoredPage(tab, scripts, address, html);
    const seen = (await tab.evaluate(`${scripts.seen}\nclipshelfBundle();`)) as SeenPage;
    const textOf = async (source: string): Promise<string> =>
      String(await tab.evaluate(`${scripts.text}\nclipshelfBundle(${JSON.stringify(source)});`));
    const source = withoutNotation(readFileSync(join(page.folder, 'truth.md'), 'utf8'));
    const truth = {
      lines: (await textOf(markdown.render(source))).split('\n'),
      code: markdown
        .parse(source, {})
        .filter(({ type }) => type === 'fence')
        .map(({ content }) => content),
    };
    const shown = new HeldText(seen.lines.map(({ text }) => text).join('\n'));
    const written = new HeldText(`${article.title}\n${await textOf(article.html)}`);
    assessed.push({
      id: page.id,
      complete: isComplete(article.integrity),
      ...compare(truth, shown, written),
    });
  });
  for (const failure of failures) console.log(`  failed ${failure}`);
  return assessed;
}

/** Formulas and the marks of notes are written in another way than they are shown. */
function withoutNotation(source: string): string {
  return source.replace(/\$\$[^$]*\$\$|(?<![\\$])\$(?!\s)[^$\n]+\$(?!\d)|\[\^[^\]\s]{1,40}\]/g, ' ');
}

/** Texts with fewer words than this say nothing about a share of them. */
const fewestWords = 40;

function compare(
  truth: Truth,
  shown: HeldText,
  written: HeldText,
): Pick<Assessed, 'kept' | 'codeMissing' | 'lost'> {
  const lost: string[] = [];
  let content = 0;
  let kept = 0;
  for (const line of truth.lines) {
    const words = wordsOf(line);
    const onPage = shown.count(words);
    content += onPage;
    const count = Math.min(onPage, written.count(words));
    kept += count;
    if (count * 2 < onPage) lost.push(line);
  }
  const missing = truth.code
    .map((block) => wordsOf(block))
    .filter((words) => words.length > 0 && shown.count(words) >= 0.9 * words.length)
    .filter((words) => written.count(words) < 0.5 * words.length);
  return {
    kept: content < fewestWords ? 1 : kept / content,
    codeMissing: missing.length,
    lost: lost.toSorted((a, b) => b.length - a.length).slice(0, 4),
  };
}
