import type { Clip } from '../../core/clip/clip.ts';
import { type Snippet, type SnippetFilter, snippetsOf } from '../../search/lists/snippets.ts';
import type { Database } from '../database.ts';

/** Bodies of one read. */
const batch = 24;

export interface SnippetPage {
  readonly snippets: readonly Snippet[];
  /** How many of the clips were looked through: where the next page starts. */
  readonly looked: number;
}

/**
 * The next code blocks of these clips, in their order, starting with the clip at `from`: at least `wanted` of them where
 * there are so many. Bodies are read a few at a time and not kept (docs/decisions/library-and-reader.md). Clips without code, or
 * without code in one of the filter's languages, should not be among `clips`: their rows tell.
 */
export async function snippetPage(
  database: Database,
  clips: readonly Clip[],
  filter: SnippetFilter,
  { from, wanted, signal }: { from: number; wanted: number; signal: AbortSignal },
): Promise<SnippetPage> {
  const snippets: Snippet[] = [];
  let looked = from;
  while (looked < clips.length && snippets.length < wanted) {
    const some = clips.slice(looked, looked + batch);
    const bodies = await database.bodies.bulkGet(some.map((clip) => clip.id));
    signal.throwIfAborted();
    for (const [index, clip] of some.entries()) {
      const body = bodies[index];
      if (body !== undefined) for (const each of snippetsOf(clip, body, filter)) snippets.push(each);
    }
    looked += some.length;
  }
  return { snippets, looked };
}
