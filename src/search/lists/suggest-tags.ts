import type { Article } from '../../core/clip/article.ts';
import { canonicalLanguage } from '../query/label-names.ts';
import { foldName } from '../text/fold-name.ts';
import { parseTag, type Tag } from '../../core/tag/tag.ts';

/** A tag for a page that is about to be clipped, and why. */
export interface SuggestedTag extends Tag {
  readonly reason: SuggestionReason;
  readonly score: number;
}

/** `page`: its own keywords · `similar`: on clips like it · `title`: named in its title · `code`: language of its code. */
export type SuggestionReason = 'page' | 'similar' | 'title' | 'code';

export interface TagEvidence {
  readonly article: Pick<Article, 'title' | 'tags' | 'blocks'>;
  /** Clips like the page, with how much, 0 to 1. */
  readonly similar: readonly { readonly tags: readonly string[]; readonly score: number }[];
  /** The library's tags. */
  readonly known: readonly Tag[];
}

/**
 * What each kind of evidence is worth where it is as strong as can be; added up for a tag that has several. Chosen on
 * the dev pages of `npm run bench:tags`, in steps of 0.1.
 */
const weights = { page: 1, knownOnPage: 0.5, similar: 1.2, title: 0.9, heading: 0.3, code: 0.5 } as const;

/** Tags for the page, best first; those that a user would have to clear away again are left out rather than guessed. */
export function suggestTags({ article, similar, known }: TagEvidence, limit: number): SuggestedTag[] {
  const found = new Map<string, { tag: Tag; score: number; best: number; reason: SuggestionReason }>();
  const byKey = new Map(known.map((tag) => [tag.key, tag]));
  const add = (tag: Tag, reason: SuggestionReason, score: number) => {
    const before = found.get(tag.key);
    const isBest = before === undefined || score > before.best;
    found.set(tag.key, {
      tag: byKey.get(tag.key) ?? tag,
      score: (before?.score ?? 0) + score,
      best: isBest ? score : before.best,
      reason: isBest ? reason : before.reason,
    });
  };
  for (const [index, text] of article.tags.entries()) {
    const tag = parseTag(text);
    if (tag === null) continue;
    // Authors name what matters first; long lists of keywords are for search engines.
    const weight = weights.page * 0.95 ** index + (byKey.has(tag.key) ? weights.knownOnPage : 0);
    add(tag, 'page', weight);
  }
  for (const { tag, share } of tagsOfSimilar(similar, byKey)) add(tag, 'similar', weights.similar * share);
  for (const { tag, place } of namedTags(article, known)) {
    add(tag, 'title', place === 'title' ? weights.title : weights.heading);
  }
  for (const { tag, share } of codeTags(article, byKey)) add(tag, 'code', weights.code * share);
  return [...found.values()]
    .map(({ tag, score, reason }) => ({ key: tag.key, label: tag.label, reason, score }))
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
    .slice(0, limit);
}

function tagsOfSimilar(
  similar: TagEvidence['similar'],
  byKey: ReadonlyMap<string, Tag>,
): { tag: Tag; share: number }[] {
  const total = similar.reduce((sum, clip) => sum + clip.score, 0);
  const shares = new Map<string, number>();
  for (const clip of similar) {
    for (const key of clip.tags) shares.set(key, (shares.get(key) ?? 0) + clip.score / total);
  }
  return [...shares].map(([key, share]) => ({ tag: byKey.get(key) ?? { key, label: key }, share }));
}

/** Tags of the library whose last level stands in the title or in a heading, as a whole word where it is Latin. */
function namedTags(
  { title, blocks }: TagEvidence['article'],
  known: readonly Tag[],
): { tag: Tag; place: 'title' | 'heading' }[] {
  const inTitle = words(title);
  const inHeadings = words(
    blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : [])).join(' \n '),
  );
  return known.flatMap((tag) => {
    const name = foldName(tag.key.split('/').at(-1) ?? '');
    if (name.length < 2 && !/^\p{Script=Han}$/u.test(name)) return [];
    const place = inTitle(name) ? ('title' as const) : inHeadings(name) ? ('heading' as const) : null;
    return place === null ? [] : [{ tag, place }];
  });
}

/** A test for whether a name stands in the text; Han names may stand inside of others, as words are not parted there. */
function words(text: string): (name: string) => boolean {
  const folded = foldName(text);
  const spaced = ` ${folded.replaceAll(/[^\p{L}\p{N}+#]+/gu, ' ')} `;
  return (name) => {
    if (/\p{Script=Han}/u.test(name)) return folded.includes(name);
    const bare = name.replaceAll(/[^\p{L}\p{N}+#]+/gu, ' ').trim();
    if (bare === '') return false;
    // A Latin word right beside Han is a word of its own: `Redis主从`.
    for (let at = spaced.indexOf(bare); at >= 0; at = spaced.indexOf(bare, at + 1)) {
      if (isEdge(spaced[at - 1]) && isEdge(spaced[at + bare.length])) return true;
    }
    return false;
  };
}

function isEdge(character: string | undefined): boolean {
  return character === undefined || !/[a-z0-9+#]/.test(character);
}

/** Languages that say what an article is about; every other one has a shell line in it. */
const plainLanguages = new Set([
  'bash',
  'text',
  'plaintext',
  'console',
  'json',
  'yaml',
  'xml',
  'html',
  'ini',
  'toml',
  'diff',
]);

function codeTags({ blocks }: TagEvidence['article'], byKey: ReadonlyMap<string, Tag>) {
  const counts = new Map<string, number>();
  let total = 0;
  for (const block of blocks) {
    if (block.kind !== 'code' || block.language === null) continue;
    total += 1;
    const language = canonicalLanguage(block.language);
    if (!plainLanguages.has(language)) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].flatMap(([language, count]) => {
    const tag = byKey.get(language) ?? byKey.get(`lang/${language}`) ?? parseTag(language);
    return tag === null || tag === undefined ? [] : [{ tag, share: count / total }];
  });
}
