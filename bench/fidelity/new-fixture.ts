import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../../build/paths.ts';
import { bundleScript } from '../browser/bundle-script.ts';
import { launchBrowser, PageTab } from '../browser/page-tab.ts';
import { extractStoredPage } from './extract-stored-page.ts';

/**
 * npm run new:fixture -- NAME [page.html]   makes tests/fixtures/articles/NAME with what the extractor gives today
 * npm run new:fixture -- --all              writes every expected.md anew: read the difference before you commit it
 */
const [name, file] = process.argv.slice(2);
const folder = inProject('tests/fixtures/articles');
if (name === undefined) throw new Error('usage: npm run new:fixture -- NAME [page.html] | --all');
if (name !== '--all') {
  mkdirSync(join(folder, name), { recursive: true });
  if (file !== undefined) writeFileSync(join(folder, name, 'page.html'), readFileSync(file));
}
const names = name === '--all' ? readdirSync(folder) : [name];
const scripts = {
  extract: await bundleScript('src/content/extract.ts'),
  markdown: await bundleScript('bench/fidelity/in-page-markdown.ts'),
};
const browser = await launchBrowser();
const tab = await PageTab.open(browser);
for (const fixture of names) {
  const html = readFileSync(join(folder, fixture, 'page.html'), 'utf8');
  const { markdown } = await extractStoredPage(tab, scripts, 'http://localhost/', html);
  writeFileSync(join(folder, fixture, 'expected.md'), markdown);
}
await browser.close();
