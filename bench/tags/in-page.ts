import { Dexie } from 'dexie';
import type { Article } from '../../src/core/clip/article.ts';
import { suggestTags } from '../../src/search/lists/suggest-tags.ts';
import { parseTag, parseTags } from '../../src/core/tag/tag.ts';
import { saveClip } from '../../src/database/clips/clip-writes.ts';
import { openDatabase } from '../../src/database/database.ts';
import { maintainIndex } from '../../src/database/search/index-maintenance.ts';
import { clipsLike } from '../../src/database/search/search-queries.ts';

export interface TaggedPage {
  readonly article: Article;
  /** The tags that its author gave it. */
  readonly tags: readonly string[];
}

export interface TagHits {
  readonly pages: number;
  /** Share of the pages where one of the author's tags, and of the author's tags that, are among the first five. */
  readonly anyOfFive: number;
  readonly recall: number;
}

const first = 5;

/**
 * Leave-one-out in a real library: every page is clipped with its author's tags; then each is asked for suggestions as
 * if it were new: its own tags are known only where another clip has them too.
 */
async function measureTags(pages: readonly TaggedPage[]): Promise<Record<string, TagHits>> {
  const name = 'bench-tags';
  await Dexie.delete(name);
  const database = await openDatabase(name);
  for (const [index, { article, tags }] of pages.entries()) {
    const clip = { article, tags: parseTags(tags), note: undefined, source: null };
    await saveClip(database, clip, { newId: `page-${index}`, now: index + 1 });
    if (index % 20 === 0) await maintainIndex(database);
  }
  await maintainIndex(database);
  const known = await database.tags.toArray();
  const uses = new Map<string, number>();
  for (const clip of await database.clips.toArray())
    for (const key of clip.tags) uses.set(key, (uses.get(key) ?? 0) + 1);
  const tallies: Record<string, Tally> = {};
  for (const [index, { article, tags }] of pages.entries()) {
    const wanted = new Set(parseTags(tags).map((tag) => tag.key));
    const others = (key: string) => (uses.get(key) ?? 0) - (wanted.has(key) ? 1 : 0);
    const evidence = {
      similar: (await clipsLike(database, `page-${index}`, 12)).map(({ clip, score }) => ({
        tags: clip.tags,
        score,
      })),
      known: known.filter((tag) => others(tag.key) > 0),
    };
    const blind = { ...article, tags: [] };
    const answers = {
      suggested: keysOf(suggestTags({ article, ...evidence }, first)),
      'without the page’s own tags': keysOf(suggestTags({ article: blind, ...evidence }, first)),
      'the page’s own tags alone': keysOf(parseTags(article.tags).slice(0, first)),
      'the most frequent tags': known
        .toSorted((a, b) => others(b.key) - others(a.key) || (a.key < b.key ? -1 : 1))
        .slice(0, first)
        .map((tag) => tag.key),
    };
    for (const [kind, keys] of Object.entries(answers)) (tallies[kind] ??= newTally()).add(wanted, keys);
  }
  database.close();
  await Dexie.delete(name);
  return Object.fromEntries(Object.entries(tallies).map(([kind, tally]) => [kind, tally.hits()]));
}

type Tally = ReturnType<typeof newTally>;

function newTally() {
  let [pages, any, recalled] = [0, 0, 0];
  return {
    add(wanted: ReadonlySet<string>, keys: readonly string[]) {
      const found = keys.filter((key) => wanted.has(key)).length;
      pages += 1;
      if (found > 0) any += 1;
      // Of five suggestions no more than five tags can be found.
      recalled += found / Math.min(first, wanted.size);
    },
    hits: (): TagHits => ({ pages, anyOfFive: any / pages, recall: recalled / pages }),
  };
}

function keysOf(tags: readonly { readonly label: string }[]): string[] {
  return tags.flatMap(({ label }) => parseTag(label)?.key ?? []);
}

// oxlint-disable-next-line import/no-default-export -- what bundleScript evaluates to
export default measureTags;
