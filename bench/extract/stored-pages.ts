import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../../build/paths.ts';

export interface StoredPage {
  readonly address: string;
  readonly html: string;
}

function addressOf(folder: string): string {
  const file = join(folder, 'meta.json');
  const meta: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  return typeof meta === 'object' && meta !== null && 'url' in meta
    ? String(meta.url)
    : 'https://example.org/post';
}

function foldersBelow(folder: string): readonly string[] {
  const inner = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name));
  return [folder, ...inner.flatMap(foldersBelow)];
}

/** Every nth `page.html` below a corpus, each with the address in its `meta.json`; below our own fixtures without one. */
export function storedPages(corpus: string | undefined, every: number): readonly StoredPage[] {
  return foldersBelow(corpus ?? inProject('tests/fixtures/articles'))
    .filter((folder) => existsSync(join(folder, 'page.html')))
    .filter((_, index) => index % every === 0)
    .map((folder) => ({ address: addressOf(folder), html: readFileSync(join(folder, 'page.html'), 'utf8') }));
}
