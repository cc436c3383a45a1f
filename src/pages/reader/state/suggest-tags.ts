import type { ClipId } from '../../../core/clip/clip.ts';
import { parseTag } from '../../../core/tag/tag.ts';
import type { Database } from '../../../database/database.ts';
import { clipsLike } from '../../../database/search/search-queries.ts';
import { tagsMatching } from '../../../database/tags/matching-tags.ts';
import { recentTags, tagLabels } from '../../../database/tags/tag-queries.ts';
import type { TagSuggestion } from '../../../ui/tag-entry.ts';

const enough = 8;
/** Clips whose tags are asked. */
const neighbours = 5;

/** Tags for a clip: for a typed text those of the library; for none those of clips like it, then those used last. */
export async function suggestTags(
  database: Database,
  clipId: ClipId,
  text: string,
): Promise<readonly TagSuggestion[]> {
  const key = parseTag(text)?.key ?? '';
  if (key !== '') {
    const known = await tagsMatching(database, key, enough);
    return known.map(({ label }) => ({ label, origin: 'known' }));
  }
  const [similar, recent] = await Promise.all([
    clipsLike(database, clipId, neighbours),
    recentTags(database, enough),
  ]);
  const keys = [...new Set(similar.flatMap(({ clip }) => clip.tags))].slice(0, enough);
  const labels = await tagLabels(database, keys);
  return [
    ...keys.map((each): TagSuggestion => ({ label: labels.get(each) ?? each, origin: 'similar' })),
    ...recent.map(({ label }): TagSuggestion => ({ label, origin: 'recent' })),
  ];
}
