/** Draws build/icon.svg at the sizes the browsers ask for: `npm run icons`, after changing the drawing. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright';
import { findBrowser } from '../tests/harness/find-browser.ts';
import { inProject } from './paths.ts';

/** Sizes in the package; and the logo that Edge's store asks for. */
const files = [16, 32, 48, 128].map((size) => ({ size, file: `public/icons/${String(size)}.png` }));
files.push({ size: 300, file: 'store/tiles/logo-300x300.png' });

const svg = await readFile(inProject('build/icon.svg'), 'utf8');
const found = findBrowser('chromium');
const browser = await chromium.launch({
  ...(found === null ? {} : { executablePath: found.path }),
  args: ['--no-sandbox', '--disable-gpu'],
});
await mkdir(inProject('store/tiles'), { recursive: true });
for (const { size, file } of files) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  await page.setContent(
    `<style>body{margin:0}img{display:block;width:${String(size)}px;height:${String(size)}px}</style><img src="${source}">`,
  );
  const png = await page.screenshot({ omitBackground: true });
  await writeFile(inProject(file), png);
  await page.close();
}
await browser.close();
