import type { TruePost } from './stored-page.ts';

export interface PostsScore {
  readonly site: string;
  /** Shares from 0 to 1: of the posts given that are listed, of those listed that were given, with their very title. */
  readonly precision: number;
  readonly recall: number;
  readonly titles: number;
}

export function scorePosts(
  site: string,
  given: readonly TruePost[],
  listed: readonly TruePost[],
): PostsScore {
  const found = listed.map((post) => given.find((other) => samePath(other.url, post.url)));
  const right = given.filter((post) => listed.some((other) => samePath(post.url, other.url)));
  const titled = found.filter(
    (post, at) => post !== undefined && bare(post.title) === bare(listed[at]?.title ?? ''),
  );
  return {
    site,
    precision: given.length === 0 ? 0 : right.length / given.length,
    recall: found.filter((post) => post !== undefined).length / listed.length,
    titles: titled.length / listed.length,
  };
}

/** By path, since stored pages may link the site under another host than they were stored from. */
function samePath(a: string, b: string): boolean {
  const [first, second] = [pathOf(a), pathOf(b)];
  if (first === second) return true;
  const [short, long] = first.length < second.length ? [first, second] : [second, first];
  return short.length > 5 && long.endsWith(short);
}

function pathOf(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  return decodeURIComponent(path)
    .toLowerCase()
    .replace(/(?:\/index\.html|\.html|\/)$/, '');
}

function bare(title: string): string {
  return title.normalize('NFKC').replace(/\s+/g, '');
}

/** The mean over sites of the mean over a site's pages, in percent. */
export function macro(scores: readonly PostsScore[], of: (score: PostsScore) => number): string {
  const sites = [...new Set(scores.map(({ site }) => site))];
  const means = sites.map((site) =>
    mean(scores.filter((score) => score.site === site).map((score) => of(score))),
  );
  return (100 * mean(means)).toFixed(1);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
