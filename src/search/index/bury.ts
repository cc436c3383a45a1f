import { result } from './request.ts';
import type { DocRow, FreshRow, IndexState, Segment } from './state.ts';

/** What write `seq` said about a part of a slot no longer holds. */
export interface Death {
  readonly seq: number;
  readonly slot: number;
  readonly part: 'text' | 'labels';
}

/** Of all that the index holds of a clip. */
export function deathsOf({ slot, textWrite, labelsWrite }: DocRow): readonly Death[] {
  return [
    { seq: textWrite, slot, part: 'text' },
    { seq: labelsWrite, slot, part: 'labels' },
  ];
}

function appended(slots: Uint32Array, deaths: readonly Death[], part: Death['part']): Uint32Array {
  const more = deaths.filter((death) => death.part === part);
  if (more.length === 0) return slots;
  const longer = new Uint32Array(slots.length + more.length);
  longer.set(slots);
  more.forEach(({ slot }, index) => (longer[slots.length + index] = slot));
  return longer;
}

function without(row: FreshRow, deaths: readonly Death[]): FreshRow {
  const dies = (part: Death['part']) => deaths.some((death) => death.part === part);
  return { ...row, text: dies('text') ? null : row.text, labels: dies('labels') ? null : row.labels };
}

function addTo<Key>(groups: Map<Key, Death[]>, key: Key, death: Death): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [death]);
  else group.push(death);
}

/** Marks them in their segments, or takes them out of level 0. The state returned has yet to be written. */
export async function bury(
  transaction: IDBTransaction,
  state: IndexState,
  deaths: readonly Death[],
): Promise<IndexState> {
  const inSegments = new Map<Segment, Death[]>();
  const inFresh = new Map<number, Death[]>();
  for (const death of deaths) {
    const segment = state.segments.find(({ first, last }) => first <= death.seq && death.seq <= last);
    if (segment === undefined) addTo(inFresh, death.seq, death);
    else addTo(inSegments, segment, death);
  }
  const fresh = transaction.objectStore('searchFresh');
  await Promise.all(
    [...inFresh].map(async ([seq, dead]) => {
      const row = await result<FreshRow | undefined>(fresh.get(seq));
      if (row === undefined) return;
      const left = without(row, dead);
      if (left.text === null && left.labels === null) await result(fresh.delete(seq));
      else await result(fresh.put(left));
    }),
  );
  const segments = state.segments.map((segment) => {
    const dead = inSegments.get(segment);
    if (dead === undefined) return segment;
    return {
      ...segment,
      deletedTexts: appended(segment.deletedTexts, dead, 'text'),
      deletedLabels: appended(segment.deletedLabels, dead, 'labels'),
    };
  });
  return { ...state, segments };
}
