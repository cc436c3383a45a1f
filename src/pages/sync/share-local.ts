import { changeTimes } from '../../core/sync/change-times.ts';
import type { SharedClip } from '../../core/sync/shared-clip.ts';
import type { DeviceId } from '../../core/sync/stamp.ts';
import { type SharedWithTexts, shareClip } from '../../formats/repository/share-clip.ts';
import type { ChangeRow } from '../../database/database.ts';
import type { LocalClip } from '../../database/sync/local-clip-queries.ts';

/** The shared form of a clip of this library. `base`: what was last shared of it; `change`: its row in the change log. */
export async function shareLocal(
  clip: LocalClip,
  base: SharedClip | null,
  device: DeviceId,
  change: ChangeRow | null,
): Promise<SharedWithTexts> {
  return await shareClip(clip, base, { device, changedAt: changeTimes(change, clip.whole.clip.updatedAt) });
}
