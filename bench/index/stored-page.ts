import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface StoredPage {
  /** `<site>/<slug>` */
  readonly id: string;
  readonly site: string;
  readonly url: string;
  readonly html: string;
  /** The posts that an index page lists; none of an article. */
  readonly posts: readonly TruePost[];
}

export interface TruePost {
  readonly title: string;
  readonly url: string;
}

/** Pages of a folder `<site>/<slug>/page.html` with `truth.json` (index pages) or `meta.json` (articles) beside. */
export function* storedPages(corpus: string): Generator<StoredPage> {
  for (const site of folders(corpus)) {
    for (const slug of folders(join(corpus, site))) {
      const folder = join(corpus, site, slug);
      const facts = ['truth.json', 'meta.json']
        .map((name) => join(folder, name))
        .find((file) => existsSync(file));
      if (facts === undefined || !existsSync(join(folder, 'page.html'))) continue;
      const truth: unknown = JSON.parse(readFileSync(facts, 'utf8'));
      const html = readFileSync(join(folder, 'page.html'), 'utf8');
      yield { id: `${site}/${slug}`, site, html, url: text(truth, 'url'), posts: postsOf(truth) };
    }
  }
}

function folders(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

function postsOf(truth: unknown): readonly TruePost[] {
  const posts: unknown = typeof truth === 'object' && truth !== null && 'posts' in truth ? truth.posts : [];
  return Array.isArray(posts)
    ? posts.map((post) => ({ title: text(post, 'title'), url: text(post, 'url') }))
    : [];
}

function text(value: unknown, name: string): string {
  const found =
    typeof value === 'object' && value !== null
      ? Object.entries(value).find(([key]) => key === name)
      : undefined;
  return typeof found?.[1] === 'string' ? found[1] : '';
}
