import { type ReadonlySignal, signal } from '@preact/signals';
import type { ClipId } from '../../../core/clip/clip.ts';
import { firstPictureOf } from '../../../database/images/image-queries.ts';
import type { OpenStore } from '../../store/open-store.ts';

/** Pictures of rows, read as the rows come into sight. */
export interface RowPictures {
  /** The address of the clip's first stored picture; null where there is none, or not yet. */
  readonly of: (clipId: ClipId) => ReadonlySignal<string | null>;
}

/** Pictures that are held: more than two windows of rows. */
const mostHeld = 120;

export function createRowPictures(store: OpenStore, reportBug: (error: unknown) => void): RowPictures {
  const held = new Map<ClipId, ReturnType<typeof signal<string | null>>>();
  const load = async (clipId: ClipId) => {
    const picture = signal<string | null>(null);
    held.set(clipId, picture);
    const file = await store.read((database) => firstPictureOf(database, clipId));
    if (file !== null && held.has(clipId)) picture.value = URL.createObjectURL(file);
  };
  const letGo = () => {
    for (const [clipId, picture] of held) {
      if (held.size <= mostHeld) return;
      held.delete(clipId);
      const address = picture.peek();
      if (typeof address === 'string') URL.revokeObjectURL(address);
    }
  };
  return {
    of(clipId) {
      const known = held.get(clipId);
      if (known === undefined) {
        letGo();
        load(clipId).catch(reportBug);
      }
      return (held.get(clipId) ?? signal(null)) as ReadonlySignal<string | null>;
    },
  };
}
