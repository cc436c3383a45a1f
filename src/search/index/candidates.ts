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
