import type { TextBlock } from '../../core/clip/article.ts';
import type { Highlight } from '../../core/highlight/highlight.ts';
import type { Clip, ClipBody } from '../../core/clip/clip.ts';
import { result } from './request.ts';
import type { DocRow } from './state.ts';

export interface Candidate {
  readonly slot: number;
  readonly clip: Clip;
  readonly body: ClipBody | null;
}

/** The clips of these slots, in that order, with their bodies; those that are gone are left out. */
export async function loadCandidates(
  transaction: IDBTransaction,
  slots: readonly number[],
): Promise<readonly Candidate[]> {
  const docs = transaction.objectStore('searchDocs');
  const clips = transaction.objectStore('clips');
  const bodies = transaction.objectStore('bodies');
  const loaded = await Promise.all(
    slots.map(async (slot): Promise<Candidate | null> => {
      const row = await result<DocRow | undefined>(docs.get(slot));
      if (row === undefined) return null;
      const [clip, body] = await Promise.all([
        result<Clip | undefined>(clips.get(row.id)),
        result<ClipBody | undefined>(bodies.get(row.id)),
      ]);
      return clip === undefined ? null : { slot, clip, body: body ?? null };
    }),
  );
  return loaded.filter((candidate) => candidate !== null);
}

/** These with their highlights for their text: each in the place of its block, so that an excerpt leads there. */
export async function withHighlightedTexts(
  transaction: IDBTransaction,
  candidates: readonly Candidate[],
): Promise<readonly Candidate[]> {
  const index = transaction.objectStore('highlights').index('clipId');
  return await Promise.all(
    candidates.map(async (candidate): Promise<Candidate> => {
      const highlights = await result<Highlight[]>(index.getAll(candidate.clip.id));
      const { body } = candidate;
      return body === null
        ? candidate
        : { ...candidate, body: { ...body, blocks: highlightedBlocks(body, highlights) } };
    }),
  );
}

function highlightedBlocks({ blocks }: ClipBody, highlights: readonly Highlight[]): readonly TextBlock[] {
  const texts = blocks.map((): string[] => []);
  const beyond: string[] = [];
  for (const { place, anchor, note } of highlights)
    (texts[place?.from.block ?? -1] ?? beyond).push(anchor.quote, note);
  return [...texts, beyond].map((parts, index): TextBlock => ({
    kind: blocks[index]?.kind === 'code' ? 'code' : 'prose',
    text: parts.filter((part) => part !== '').join('\n'),
    language: null,
  }));
}
