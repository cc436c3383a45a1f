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

/**
 * The clips of these slots, in that order, with their texts (or what is highlighted in them), as they come: null for those
 * that are gone.
 */
export function readCandidates(
  reader: TermReader,
  slots: readonly number[],
  highlighted = false,
): readonly Promise<Candidate | null>[] {
  const reading = slots.map(async (slot) => {
    const candidate = await candidateOf(reader, slot);
    return candidate !== null && highlighted
      ? await withHighlightedText(reader.transaction, candidate)
      : candidate;
  });
  // Who waits for one after the other hears of the first that fails, and waits for none after it.
  for (const one of reading) one.catch(() => undefined);
  return reading;
}

async function candidateOf(reader: TermReader, slot: number): Promise<Candidate | null> {
  const row = await docOf(reader, slot);
  if (row === undefined) return null;
  const [clip, text] = await Promise.all([
    result<Clip | undefined>(reader.transaction.objectStore('clips').get(row.id)),
    textOf(reader, row),
  ]);
  return clip === undefined ? null : { slot, clip, text };
}

/** All of them at once; those that are gone are left out. */
export async function loadCandidates(
  reader: TermReader,
  slots: readonly number[],
): Promise<readonly Candidate[]> {
  const loaded = await Promise.all(readCandidates(reader, slots));
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

/** The candidate with its highlights for its text: each in the place of its block, so that an excerpt leads there. */
export async function withHighlightedText(
  transaction: IDBTransaction,
  candidate: Candidate,
): Promise<Candidate> {
  const index = transaction.objectStore('highlights').index('clipId');
  const highlights = await result<Highlight[]>(index.getAll(candidate.clip.id));
  return { ...candidate, text: new ClipText(highlightedBlocks(candidate.text.blocks, highlights)) };
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
