import { type ReadonlySignal, signal } from '@preact/signals';
import { Failure } from '../../../domain/failure.ts';
import type { JobView } from '../../../domain/job/job.ts';
import { keepJobsGoing } from '../../../messages/keep-jobs-going.ts';
import type { Database } from '../../../storage/database.ts';
import { failureText } from '../../../ui/failure-text.ts';
import type { ExportFormat } from '../../shelf/export-clips.ts';
import { attemptOnShown } from './reader-world.ts';
import type { ShownClip } from './reader.ts';
import { type Versions, createVersions } from './versions.ts';
import type { ReaderWork, WorkWorld } from './work-world.ts';

/** What the reader does with a whole clip: takes it out, makes it anew, goes back to what it was. */
export interface ClipWork {
  readonly versions: Versions;
  /** The clip is being made anew. */
  readonly redoing: ReadonlySignal<boolean>;
  readonly showMore: () => void;
  readonly exportAs: (format: ExportFormat) => void;
  readonly redo: () => void;
}

export function createClipWork(world: WorkWorld): ClipWork {
  const { actions, toasts, translation, loadWorkRoom } = world;
  const { t } = translation;
  const redoing = signal(false);
  let opening: Promise<Database> | null = null;
  const attempt = attemptOnShown(world);
  const database = () => (opening ??= loadWorkRoom().then((room) => room.openDatabase()));
  const work: ReaderWork = { world, dialog: actions.dialog, loadWorkRoom, database, attempt };
  const versions = createVersions(work);
  return {
    versions,
    redoing,
    showMore: () => (actions.dialog.value = 'more'),
    exportAs: (format) =>
      attempt(async ({ clip }) => {
        const { exportClips } = await world.loadExports();
        const now = new Date();
        const { name, content } = await exportClips(await database(), [clip.id], format, { now });
        world.saveFile(name, content);
        actions.dialog.value = null;
        toasts.show({ text: t('exported', name) });
      }),
    redo: () => {
      if (redoing.peek()) return;
      redoing.value = true;
      attempt((shown) => redo(work, versions, shown).finally(() => (redoing.value = false)));
    },
  };
}

async function redo(work: ReaderWork, versions: Versions, { clip }: ShownClip): Promise<void> {
  const { world, dialog } = work;
  const { send, toasts, translation, requestParserPage } = world;
  const { t } = translation;
  await requestParserPage();
  const { jobId } = await send('reextractClips', { subject: clip.title, clipIds: [clip.id] });
  const { progress, failed } = await over(work, jobId);
  dialog.value = null;
  // The way back is in the versions.
  await send('forgetJob', { jobId });
  if (progress.done > 0) {
    versions.show();
    return;
  }
  const [item] = failed;
  toasts.show({ text: t(item?.code ? failureText(item.code).message : 'redoSame') });
}

/** Resolves once the job is over; meanwhile a worker that died is woken. */
async function over({ loadWorkRoom, world, database }: ReaderWork, jobId: string): Promise<JobView> {
  const { live, jobViews } = await loadWorkRoom();
  const shelf = await database();
  let stop = () => {};
  const leave = keepJobsGoing(world.send, (knock) => void knock().catch(world.reportBug));
  try {
    return await new Promise<JobView>((resolve, reject) => {
      const look = ([view]: readonly JobView[]) => {
        if (view === undefined) reject(new Failure('job/not-found', jobId));
        else if (view.job.state === 'ended' || view.job.state === 'cancelled') resolve(view);
      };
      stop = live(() => jobViews(shelf, 1, jobId), look, reject);
    });
  } finally {
    stop();
    leave();
  }
}
