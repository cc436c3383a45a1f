import { type ReadonlySignal, signal } from '@preact/signals';
import { Failure } from '../../../core/failure.ts';
import type { JobView } from '../../../core/job/job.ts';
import { getArticles } from '../../job-actions/start-job.ts';
import { keepWorkerAlive } from '../../job-actions/keep-worker-alive.ts';
import type { JobItem } from '../../../core/job/job.ts';
import type { Database } from '../../../database/database.ts';
import { failureText } from '../../../ui/failure-text.ts';
import type { ExportFormat } from '../../export/export-clips.ts';
import { attemptOnShown } from './reader-dependencies.ts';
import type { ShownClip } from './reader.ts';
import { type Versions, createVersions } from './versions.ts';
import type { ReaderWork, ReaderWorkDependencies } from './work-dependencies.ts';

/** What the user does with a whole clip: takes it out, makes it anew, goes back to what it was. */
export interface ClipWork {
  readonly versions: Versions;
  /** The clip is being made anew. */
  readonly reextracting: ReadonlySignal<boolean>;
  readonly showMore: () => void;
  readonly exportAs: (format: ExportFormat) => void;
  readonly reextract: () => void;
  /** The article behind a link is being fetched. */
  readonly fetching: ReadonlySignal<boolean>;
  /** Within the user's gesture. */
  readonly getArticle: () => void;
}

export function createClipWork(world: ReaderWorkDependencies): ClipWork {
  const { actions, toasts, translation, loadWorkModules } = world;
  const { t } = translation;
  const reextracting = signal(false);
  const fetching = signal(false);
  let opening: Promise<Database> | null = null;
  const attempt = attemptOnShown(world);
  const database = () => (opening ??= loadWorkModules().then((modules) => modules.openDatabase()));
  const work: ReaderWork = { world, dialog: actions.dialog, loadWorkModules, database, attempt };
  const versions = createVersions(work);
  return {
    versions,
    reextracting,
    fetching,
    getArticle: () => {
      if (fetching.peek()) return;
      fetching.value = true;
      attempt((shown) => getArticle(work, shown).finally(() => (fetching.value = false)));
    },
    showMore: () => (actions.dialog.value = 'more'),
    exportAs: (format) =>
      attempt(async ({ clip }) => {
        const [{ exportClips }, { chosenForm }] = await Promise.all([
          world.loadExports(),
          import('../../export/chosen-form.ts'),
        ]);
        const options = { now: new Date(), form: chosenForm() };
        const { name, content } = await exportClips(await database(), [clip.id], format, options);
        world.saveFile(name, content);
        actions.dialog.value = null;
        toasts.show({ text: t('exported', name) });
      }),
    reextract: () => {
      if (reextracting.peek()) return;
      reextracting.value = true;
      attempt((shown) => reextract(work, versions, shown).finally(() => (reextracting.value = false)));
    },
  };
}

async function getArticle(work: ReaderWork, { clip }: ShownClip): Promise<void> {
  const { toasts, translation } = work.world;
  const { t } = translation;
  const jobId = await getArticles(work.world, clip.title, [clip]);
  if (jobId === null) {
    toasts.show({ text: t('postsRefused') });
    return;
  }
  const { job, failed } = await overOrHeld(work, jobId);
  const [item] = failed;
  // The job stays in the list, with the way to try again.
  if (item !== undefined) toasts.show({ text: t(failureText(item.code ?? 'bug').message), stays: true });
  else if (job.state !== 'ended') toasts.show({ text: t('articleHeld'), stays: true });
}

async function reextract(work: ReaderWork, versions: Versions, { clip }: ShownClip): Promise<void> {
  const { world, dialog } = work;
  const { send, toasts, translation, requestParserPage } = world;
  const { t } = translation;
  await requestParserPage();
  const { jobId } = await send('reextractClips', { subject: clip.title, clipIds: [clip.id] });
  const { job, progress, failed } = await overOrHeld(work, jobId);
  dialog.value = null;
  if (job.state !== 'ended' && job.state !== 'cancelled') {
    // The job stays: it goes on by itself, or where the user lets it.
    toasts.show({ text: t('reextractHeld'), stays: true });
    return;
  }
  // The way back is in the versions.
  await send('forgetJob', { jobId });
  if (progress.done > 0) {
    versions.show();
    return;
  }
  const [item] = failed;
  toasts.show({ text: t(item?.code ? failureText(item.code).message : 'reextractSame') });
}

/** Resolves once the job is over, pauses or waits for a later time; meanwhile a worker that died is woken. */
async function overOrHeld({ loadWorkModules, world, database }: ReaderWork, jobId: string): Promise<JobView> {
  const { live, jobViews, itemsOf } = await loadWorkModules();
  const store = await database();
  let stop = () => {};
  const leave = keepWorkerAlive(world.send, (ping) => void ping().catch(world.reportBug));
  try {
    return await new Promise<JobView>((resolve, reject) => {
      const look = ([[view], waiting]: readonly [readonly JobView[], readonly JobItem[]]) => {
        if (view === undefined) reject(new Failure('job/not-found', jobId));
        else if (view.job.state !== 'running' || waiting.some(({ attempts }) => attempts > 0)) resolve(view);
      };
      stop = live(
        () => Promise.all([jobViews(store, 1, jobId), itemsOf(store, jobId, 'waiting')]),
        look,
        reject,
      );
    });
  } finally {
    stop();
    leave();
  }
}
