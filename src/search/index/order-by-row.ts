import type { Clip } from '../../core/clip/clip.ts';
import { sortClips, type ClipSort } from '../../core/library/sort-clips.ts';
import { slotsByAge } from './order.ts';
import { result } from './request.ts';
import type { DocRow } from './state.ts';
import type { Matches } from './tally.ts';

/** Rows read to put them in order: of more clips than that, those saved last. */
const mostRows = 5000;

/** The clips in an order that only their rows tell: by title, length or date of publication. */
export async function slotsByRow(
  transaction: IDBTransaction,
  matches: Matches | null,
  without: Matches,
  sort: ClipSort,
  count: number,
): Promise<readonly number[]> {
  const slots = await slotsByAge(transaction, matches, without, 'newest', mostRows);
  const docs = transaction.objectStore('searchDocs');
  const clips = transaction.objectStore('clips');
  const slotOf = new Map<string, number>();
  const rows = await Promise.all(
    slots.map(async (slot) => {
      const row = await result<DocRow | undefined>(docs.get(slot));
      if (row === undefined) return [];
      slotOf.set(row.id, slot);
      return (await result<Clip | undefined>(clips.get(row.id))) ?? [];
    }),
  );
  return sortClips(rows.flat(), sort, 'en')
    .slice(0, count)
    .flatMap(({ id }) => slotOf.get(id) ?? []);
}
