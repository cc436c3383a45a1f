import type { TextBlock } from '../../core/clip/article.ts';
import type { Highlight } from '../../core/highlight/highlight.ts';
import type { Clip, ClipBody } from '../../core/clip/clip.ts';
import { ClipText } from './clip-text.ts';
import { result } from './request.ts';
import type { DocRow } from './state.ts';
import type { TermReader } from './term-reader.ts';

export interface Candidate {
  readonly slot: number;
  readonly clip: Clip;
  readonly text: ClipText;
}

/** The clips of these slots, in that order, with their texts; those that are gone are left out. */
export async function loadCandidates(
  reader: TermReader,
  slots: readonly number[],
): Promise<readonly Candidate[]> {
  const clips = reader.transaction.objectStore('clips');
  const loaded = await Promise.all(
    slots.map(async (slot): Promise<Candidate | null> => {
      const row = await docOf(reader, slot);
      if (row === undefined) return null;
      const [clip, text] = await Promise.all([
        result<Clip | undefined>(clips.get(row.id)),
        textOf(reader, row),
      ]);
      return clip === undefined ? null : { slot, clip, text };
    }),
  );
  return loaded.filter((candidate) => candidate !== null);
}

async function docOf({ transaction, memory }: TermReader, slot: number): Promise<DocRow | undefined> {
  const known = memory.passing.docs.get(slot);
  if (known !== undefined) return known;
  const row = await result<DocRow | undefined>(transaction.objectStore('searchDocs').get(slot));
  if (row !== undefined) memory.passing.docs.set(slot, row, 100);
  return row;
}

async function textOf({ transaction, memory }: TermReader, { id, textWrite }: DocRow): Promise<ClipText> {
  const known = memory.lasting.texts.get(textWrite);
  if (known !== undefined) return known;
  const body = await result<ClipBody | undefined>(transaction.objectStore('bodies').get(id));
  const text = new ClipText(body?.blocks ?? []);
  memory.lasting.texts.set(textWrite, text, text.bytes);
  return text;
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
      return { ...candidate, text: new ClipText(highlightedBlocks(candidate.text.blocks, highlights)) };
    }),
  );
}

function highlightedBlocks(
  blocks: readonly TextBlock[],
  highlights: readonly Highlight[],
): readonly TextBlock[] {
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
