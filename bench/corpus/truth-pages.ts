import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A stored page of a corpus: `CORPUS/<site>/<slug>/{page.html, meta.json}`, mostly with `truth.md` beside them. */
export interface TruthPage {
  /** `<site>/<slug>`. */
  readonly id: string;
  readonly folder: string;
}

/** The pages of a corpus, or of some of its sites. */
export function truthPages(corpus: string, sites?: readonly string[]): readonly TruthPage[] {
  return (sites ?? foldersOf(corpus))
    .flatMap((site) => foldersOf(join(corpus, site)).map((slug) => join(site, slug)))
    .map((id) => ({ id, folder: join(corpus, id) }))
    .filter(({ folder }) => existsSync(join(folder, 'page.html')));
}

function foldersOf(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

/** The address and the HTML of a stored page. */
export function readPage({ folder }: TruthPage): { readonly address: string; readonly html: string } {
  const meta: unknown = JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8'));
  const address = typeof meta === 'object' && meta !== null && 'url' in meta ? String(meta.url) : '';
  return { address, html: readFileSync(join(folder, 'page.html'), 'utf8') };
}
