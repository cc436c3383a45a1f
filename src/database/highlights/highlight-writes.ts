import type { Clip, ClipId } from '../../core/clip/clip.ts';
import { Failure } from '../../core/failure.ts';
import type { Highlight, HighlightChanges, NewHighlight } from '../../core/highlight/highlight.ts';
import { type HighlightUndo, undoneHighlight } from '../../core/highlight/highlight-undo.ts';
import { changedHighlight, makeHighlight } from '../../core/highlight/make-highlight.ts';
import { placeHighlights } from '../../core/highlight/place-highlights.ts';
import { parseTags } from '../../core/tag/tag.ts';
import { recordEdits } from '../change-writes.ts';
import type { Database } from '../database.ts';
import { indexLabels } from '../search/clip-index.ts';
import { keepTags } from '../tags/tag-writes.ts';
import { originalOf } from '../texts/text-queries.ts';
import { write } from '../write.ts';
import { type StoredText, textsOf, withSums } from './place-writes.ts';

/**
 * Adds highlights to a clip, in one transaction. What is there already, by its id, stays as it is. Throws `clip/not-found`,
 * `store/…`.
 */
export async function addHighlights(
  database: Database,
  clipId: ClipId,
  fresh: readonly NewHighlight[],
  now: number,
): Promise<HighlightUndo> {
  return await write(database, 'text', async () => {
    const { clip, ...text } = await storedText(database, clipId);
    const placed = await putNew(database, fresh, { text, current: text }, now);
    if (placed.length > 0) await settleHighlights(database, clip, placed, now);
    return { highlights: placed.map((after) => ({ before: null, after })) };
  });
}

/**
 * Stores new highlights of `text`, where they stand in the clip's `current` one, with their tags, inside the caller's
 * transaction. Who calls it puts the clip's row, `withSums`.
 */
export async function putNew(
  database: Database,
  fresh: readonly NewHighlight[],
  { text, current }: { readonly text: StoredText; readonly current: StoredText },
  now: number,
): Promise<readonly Highlight[]> {
  if (fresh.length === 0) return [];
  const { clipId } = current.shown;
  const there = await database.highlights.bulkGet(fresh.map(({ id }) => id));
  const added = fresh.filter((_each, index) => there[index] === undefined);
  await keepTags(database, parseTags(added.flatMap(({ tags }) => tags)), now);
  const rows = added.map((each) => makeHighlight(each, clipId, text, now));
  const placed = placeHighlights(rows, await textsOf(database, current));
  await database.highlights.bulkPut([...placed]);
  return placed;
}

/** Changes what the user says of a highlight, or puts it on another passage. Throws `highlight/not-found`. */
export async function changeHighlight(
  database: Database,
  id: string,
  changes: HighlightChanges,
  now: number,
): Promise<HighlightUndo> {
  return await write(database, 'text', async () => {
    const before = await database.highlights.get(id);
    if (before === undefined) throw new Failure('highlight/not-found', id);
    const { clip, shown, original } = await storedText(database, before.clipId);
    await keepTags(database, parseTags(changes.tags ?? []), now);
    const changed = changedHighlight(before, changes, { shown, original }, now);
    if (changed === before) return { highlights: [] };
    const texts = await textsOf(database, { shown, original });
    const [after = changed] = changes.passage === undefined ? [changed] : placeHighlights([changed], texts);
    await database.highlights.put(after);
    await settleHighlights(database, clip, [after], now);
    return { highlights: [{ before, after }] };
  });
}

/** Unknown ids are passed over. */
export async function removeHighlights(
  database: Database,
  ids: readonly string[],
  now: number,
): Promise<HighlightUndo> {
  return await write(database, 'text', async () => {
    const rows = (await database.highlights.bulkGet([...ids])).filter((row) => row !== undefined);
    await database.highlights.bulkDelete(rows.map(({ id }) => id));
    await settleAll(database, rows, now);
    return { highlights: rows.map((before) => ({ before, after: null })) };
  });
}

/**
 * Takes back what a command did to highlights and nothing that came after (core/highlight/highlight-undo.ts). What is put
 * back stands where the text of today has it; clips deleted meanwhile stay deleted.
 */
export async function undoHighlights(database: Database, undo: HighlightUndo, now: number): Promise<void> {
  await write(database, 'text', async () => {
    const touched: Highlight[] = [];
    for (const change of undo.highlights) {
      const id = (change.after ?? change.before)?.id ?? '';
      const row = (await database.highlights.get(id)) ?? null;
      const undone = undoneHighlight(row, change);
      const clipId = (undone ?? row)?.clipId;
      if (undone === row || clipId === undefined) continue;
      if ((await database.clips.get(clipId)) === undefined) continue;
      if (undone === null) await database.highlights.delete(id);
      else await putPlaced(database, undone, now);
      touched.push(...[undone ?? row].filter((each) => each !== null));
    }
    await settleAll(database, touched, now);
  });
}

async function putPlaced(database: Database, highlight: Highlight, now: number): Promise<void> {
  const { shown, original } = await storedText(database, highlight.clipId);
  const [placed = highlight] = placeHighlights([highlight], await textsOf(database, { shown, original }));
  const rows = await database.tags.bulkGet([...placed.tags]);
  const missing = placed.tags.filter((_key, index) => rows[index] === undefined);
  await keepTags(
    database,
    missing.map((key) => ({ key, label: key })),
    now,
  );
  await database.highlights.put(placed);
}

async function storedText(database: Database, clipId: ClipId): Promise<StoredText & { readonly clip: Clip }> {
  const [clip, shown] = await Promise.all([database.clips.get(clipId), database.bodies.get(clipId)]);
  if (clip === undefined || shown === undefined) throw new Failure('clip/not-found', clipId);
  return { clip, shown, original: await originalOf(database, shown) };
}

async function settleAll(database: Database, rows: readonly Highlight[], now: number): Promise<void> {
  for (const clipId of new Set(rows.map((row) => row.clipId))) {
    const clip = await database.clips.get(clipId);
    const own = rows.filter((row) => row.clipId === clipId);
    if (clip !== undefined) await settleHighlights(database, clip, own, now);
  }
}

/** What a clip's row and the index say of its highlights, and the change note: those of `changed` did. */
export async function settleHighlights(
  database: Database,
  clip: Clip,
  changed: readonly Highlight[],
  now: number,
): Promise<void> {
  const counted = await withSums(database, clip);
  await database.clips.put(counted);
  await indexLabels([counted]);
  const highlights = changed.map(({ id }) => id);
  await recordEdits(database, [{ before: clip, after: counted, highlights }], now);
}
