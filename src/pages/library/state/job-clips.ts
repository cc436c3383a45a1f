import { type ReadonlySignal, computed, effect, signal } from '@preact/signals';
import type { ClipId } from '../../../core/clip/clip.ts';
import { clipsOfJob, jobById } from '../../../database/jobs/job-queries.ts';
import type { OpenStore } from '../../store/open-store.ts';
import type { Address } from './router.ts';

/** The job whose clips alone are listed. */
export interface JobClips {
  readonly subject: string;
  readonly clipIds: ReadonlySet<ClipId>;
}

/** null where the address names no job; without clips until they are read, or where the job was removed. */
export function watchJobClips(store: OpenStore, address: Address): ReadonlySignal<JobClips | null> {
  const jobId = computed(() => address.place.value.job);
  const clips = signal<JobClips | null>(null);
  effect(() => {
    const id = jobId.value;
    clips.value = id === null ? null : { subject: '', clipIds: new Set() };
    if (id === null) return undefined;
    return store.watch(
      async (database) => ({
        subject: (await jobById(database, id))?.subject ?? '',
        clipIds: await clipsOfJob(database, id),
      }),
      (found) => {
        clips.value = found;
      },
    );
  });
  return clips;
}
