/** Draws build/icon.svg at the sizes the browsers ask for: `npm run icons`, after changing the drawing. */
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright';
import { findBrowser } from '../tests/harness/find-browser.ts';
import { inProject } from './paths.ts';

const sizes = [16, 32, 48, 128];

const svg = await readFile(inProject('build/icon.svg'), 'utf8');
const found = findBrowser('chromium');
const browser = await chromium.launch({
  ...(found === null ? {} : { executablePath: found.path }),
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const size of sizes) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  await page.setContent(
    `<style>body{margin:0}img{display:block;width:${String(size)}px;height:${String(size)}px}</style><img src="${source}">`,
  );
  const png = await page.screenshot({ omitBackground: true });
  await writeFile(inProject(`public/icons/${String(size)}.png`), png);
  await page.close();
}
await browser.close();
