import type { TagRow } from '../../core/tag/tag.ts';
import type { Database } from '../database.ts';

/**
 * Tags for a typed text, by key: those that start with it, then those with a nested level that does, then those that
 * hold it anywhere, then Chinese ones that sound like it (`qianduan` or `qd` for 前端); within each, last used first.
 */
export async function tagsMatching(database: Database, key: string, limit: number): Promise<TagRow[]> {
  const tags = await database.tags.orderBy('usedAt').reverse().toArray();
  const sounds = await soundsOf(key, tags);
  const rank = (tag: TagRow) => {
    if (tag.key.startsWith(key)) return 0;
    if (tag.key.includes(`/${key}`)) return 1;
    if (tag.key.includes(key)) return 2;
    return sounds(tag) ? 3 : 4;
  };
  const ranked = tags.map((tag) => ({ tag, rank: rank(tag) })).filter((each) => each.rank < 4);
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map((each) => each.tag);
}

/** Says of a tag whether it is typed by its sound. The tables for that are loaded where there are Chinese tags. */
async function soundsOf(key: string, tags: readonly TagRow[]): Promise<(tag: TagRow) => boolean> {
  if (!/^[a-z]{2,36}$/.test(key) || !tags.some((tag) => /\p{Script=Han}/u.test(tag.key))) return () => false;
  const [{ soundsLike }, { foldHan }] = await Promise.all([
    import('../../search/index/pinyin.ts'),
    import('../../search/text/han-script.ts'),
  ]);
  return (tag) => tag.key.split('/').some((level) => soundsLike(foldHan(level), key));
}
