/**
 * What each part of the release may weigh, gzipped: `npm run budgets` after a build. A page counts with everything
 * that it loads at once: its modules and styles.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { outputFolder, pageNames } from './bundles.ts';

/** kB of 1,000 bytes. What each buys, and what should come down again: docs/decisions/bundle-sizes.md. */
const budgets: Readonly<Record<string, number>> = {
  'extract.js': 97,
  'sandbox.js': 105,
  'selection.js': 2,
  'paint.js': 6,
  'part.js': 3,
  'opened.js': 0.3,
  'opening.js': 1,
  'markdown.js': 28,
  'background.js': 136,
  'pages/popup': 98,
  'pages/panel': 81,
  'pages/library': 130,
  'pages/reader': 70,
  'pages/jobs': 76,
  'pages/options': 102,
  'pages/welcome': 30,
  'pages/parser': 122,
};

const folder = outputFolder('chrome');

async function gzippedSize(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    paths.map(async (path) => gzipSync(await readFile(`${folder}/${path}`), { level: 9 }).byteLength),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** The page's own modules and styles and, transitively, what they import before they run. */
async function loadedByPage(name: string): Promise<readonly string[]> {
  const html = await readFile(`${folder}/pages/${name}/index.html`, 'utf8');
  const loaded = new Set(
    [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((match) => match[1] ?? ''),
  );
  for (const path of loaded) {
    if (!path.endsWith('.js')) continue;
    const source = await readFile(`${folder}/${path}`, 'utf8');
    for (const match of source.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)) {
      loaded.add(`assets/${match[1] ?? ''}`);
    }
  }
  return [...loaded];
}

const parts = new Map<string, readonly string[]>();
for (const script of [
  'extract.js',
  'selection.js',
  'paint.js',
  'part.js',
  'opened.js',
  'opening.js',
  'markdown.js',
  'sandbox.js',
  'background.js',
]) {
  if (existsSync(`${folder}/${script}`)) parts.set(script, [script]);
}
for (const name of pageNames()) parts.set(`pages/${name}`, await loadedByPage(name));

let failed = 0;
for (const [part, paths] of parts) {
  const size = (await gzippedSize(paths)) / 1000;
  const budget = budgets[part];
  const within = budget !== undefined && size <= budget;
  if (!within) failed += 1;
  const verdict = budget === undefined ? 'no budget: give it one in build/budgets.ts' : `of ${budget} kB`;
  console.log(`${within ? 'ok  ' : 'OVER'} ${part.padEnd(16)} ${size.toFixed(1).padStart(6)} kB ${verdict}`);
}
process.exitCode = failed === 0 ? 0 : 1;
