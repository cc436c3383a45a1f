import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { frontMatter } from '../../src/formats/markdown/write/front-matter.ts';
import { bundleScript } from '../browser/bundle-script.ts';
import { launchBrowser, PageTab } from '../browser/page-tab.ts';
import { extractStoredPage } from './extract-stored-page.ts';

/**
 * npm run clip -- page.html --url URL [--json]   or   npm run clip -- http://localhost:8000/page.html [--json]
 * Prints the article as Markdown with front matter (or as JSON), through the extension's own extractor in Chromium.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { url: { type: 'string' }, json: { type: 'boolean', default: false } },
});
const [source] = positionals;
if (source === undefined) {
  console.error('usage: npm run -s clip -- page.html|URL [--url URL] [--json]');
  process.exit(2);
}
const remote = /^https?:/.test(source);
const html = remote ? await (await fetch(source)).text() : readFileSync(source, 'utf8');
const address = values.url ?? (remote ? source : 'http://localhost/');
const scripts = {
  extract: await bundleScript('src/content/extract.ts'),
  markdown: await bundleScript('bench/fidelity/in-page-markdown.ts'),
};
const browser = await launchBrowser();
try {
  const { article, markdown } = await extractStoredPage(await PageTab.open(browser), scripts, address, html);
  process.stdout.write(
    values.json ? `${JSON.stringify(article, null, 2)}\n` : `${frontMatter(article)}\n${markdown}`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await browser.close();
}
