import type { Clip, ClipBody, ClipId } from '../../core/clip/clip.ts';
import type { Highlight } from '../../core/highlight/highlight.ts';
import { highlightsOf } from '../highlights/highlight-queries.ts';
import type { Database } from '../database.ts';
import { allTagLabels, tagLabels } from '../tags/tag-queries.ts';

/** A clip with its text and the labels of its tags. */
export interface LabelledClip {
  readonly clip: Clip;
  readonly body: ClipBody | null;
  readonly tags: readonly string[];
  /** Oldest first, with the labels of their tags. */
  readonly highlights: readonly Highlight[];
}

/** The highlights of a clip, with the labels of their tags. */
export async function labelledHighlights(database: Database, clipId: ClipId): Promise<Highlight[]> {
  const highlights = await highlightsOf(database, clipId);
  const labels = await tagLabels(
    database,
    highlights.flatMap(({ tags }) => tags),
  );
  return highlights.map(({ tags, ...rest }) => ({
    ...rest,
    tags: tags.map((key) => labels.get(key) ?? key),
  }));
}

/** These clips one at a time, so that there may be any number; one that is gone meanwhile is passed over. */
export async function* labelledClips(
  database: Database,
  clipIds: readonly ClipId[],
): AsyncGenerator<LabelledClip> {
  for (const id of clipIds) {
    const [clip, body] = await Promise.all([database.clips.get(id), database.bodies.get(id)]);
    if (clip === undefined) continue;
    const labels = await tagLabels(database, clip.tags);
    const highlights = await labelledHighlights(database, id);
    yield { clip, body: body ?? null, tags: clip.tags.map((key) => labels.get(key) ?? key), highlights };
  }
}

/** The clips in the library, newest first, without their texts. */
export async function* shelvedClips(database: Database): AsyncGenerator<LabelledClip> {
  const labels = await allTagLabels(database);
  const clips = await database.clips.orderBy('savedAt').reverse().toArray();
  for (const clip of clips.filter(({ trashedAt }) => trashedAt === null))
    yield { clip, body: null, tags: clip.tags.map((key) => labels.get(key) ?? key), highlights: [] };
}
