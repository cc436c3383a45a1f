import { isUndoableEdit } from '../core/job/edit-work.ts';
import type { KeptCounts } from '../core/job/file-work.ts';
import type { Job, JobKind, JobView } from '../core/job/job.ts';
import type { CountKey, MessageKey } from '../browser/translate.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import type { JobActions } from './job-actions.ts';
import { FailedItems } from './failed-items.tsx';
import { failureText } from './failure-text.ts';
import { Notice } from './notice.tsx';
import { ProblemList } from './problem-list.tsx';
import { WaitedSites } from './waited-sites.tsx';
import { type Translation, countText, useTranslation } from './translation.ts';

const stateTexts: Record<Exclude<Job['state'], 'running'>, MessageKey> = {
  'needs-access': 'jobNeedsAccess',
  paused: 'jobPaused',
  ended: 'jobEnded',
  cancelled: 'jobCancelled',
};

interface KindTexts {
  readonly running: MessageKey;
  readonly done: CountKey;
  readonly skipped: CountKey;
  readonly failed: CountKey;
  /** Why it waits to be allowed. */
  readonly access: MessageKey | null;
}

const ofFile: KindTexts = {
  running: 'jobReading',
  done: 'jobAdded',
  skipped: 'jobSkipped',
  failed: 'jobUnreadable',
  access: 'jobParsingWhy',
};
const kindTexts: Record<JobKind, KindTexts> = {
  'clip-pages': {
    running: 'jobRunning',
    done: 'jobClipped',
    skipped: 'jobSkipped',
    failed: 'jobFailed',
    access: 'jobAccessWhy',
  },
  're-extract': {
    running: 'jobReextracting',
    done: 'jobReextracted',
    skipped: 'jobSame',
    failed: 'jobFailed',
    access: null,
  },
  'take-back': {
    running: 'jobUndoing',
    done: 'jobUndone',
    skipped: 'jobSame',
    failed: 'jobFailed',
    access: null,
  },
  edit: {
    running: 'jobEditing',
    done: 'jobEdited',
    skipped: 'jobSame',
    failed: 'jobFailed',
    access: null,
  },
  'undo-edit': {
    running: 'jobUndoing',
    done: 'jobUndone',
    skipped: 'jobSame',
    failed: 'jobFailed',
    access: null,
  },
  sync: ofFile,
  import: ofFile,
  restore: ofFile,
};

export interface JobCardProps {
  readonly view: JobView;
  readonly actions: JobActions;
  /** Address of the list of its clips. */
  readonly clipsAt?: string | undefined;
}

/** How a job is going, and what can be done about it. */
export function JobCard({ view, actions, clipsAt }: JobCardProps) {
  const translation = useTranslation();
  const { t } = translation;
  const { job, progress } = view;
  const texts = kindTexts[job.kind];
  const failure = job.state === 'paused' ? (job.file?.failure ?? job.failure ?? null) : null;
  const over = progress.done + progress.skipped + progress.failed;
  return (
    <section class="job" aria-label={job.subject} data-state={job.state}>
      <p class="job-subject" dir="auto">
        {job.subject}
      </p>
      <progress class="job-bar" value={over} max={Math.max(1, job.total)} aria-label={job.subject} />
      <p class="job-counts">
        <span>{t(job.state === 'running' ? texts.running : stateTexts[job.state])}</span>
        <span>{t('jobOf', over, job.total)}</span>
        {progress.done === 0 ? null : <span>{countText(translation, texts.done, progress.done)}</span>}
        {progress.skipped === 0 ? null : (
          <span>{countText(translation, texts.skipped, progress.skipped)}</span>
        )}
        {progress.failed === 0 ? null : <span>{countText(translation, texts.failed, progress.failed)}</span>}
        {keptTexts(translation, job.file?.kept).map((text) => (
          <span key={text}>{text}</span>
        ))}
      </p>
      {job.state === 'needs-access' && texts.access !== null ? (
        <Notice tone="info" text={t(texts.access)} />
      ) : null}
      {failure === null ? null : <Notice tone="error" text={t(failureText(failure).message)} />}
      {(job.leftOut ?? 0) === 0 ? null : (
        <Notice tone="info" text={countText(translation, 'jobLeftOut', job.leftOut ?? 0)} />
      )}
      <WaitedSites view={view} actions={actions} />
      <ProblemList problems={job.file?.problems ?? []} />
      <JobButtons view={view} actions={actions} clipsAt={clipsAt} />
      {view.failed.length === 0 ? null : <FailedItems view={view} actions={actions} />}
    </section>
  );
}

/** What a merge keeps in another place than before. */
function keptTexts(translation: Translation, kept: KeptCounts | undefined): string[] {
  const counts: readonly [CountKey, number | undefined][] = [
    ['keptAsVersion', kept?.versions],
    ['keptInNote', kept?.notes],
    ['keptFromTrash', kept?.fromTrash],
  ];
  return counts.flatMap(([key, count = 0]) => (count === 0 ? [] : [countText(translation, key, count)]));
}

function JobButtons({ view, actions, clipsAt }: JobCardProps) {
  const { t } = useTranslation();
  const { job } = view;
  const show =
    clipsAt === undefined ? null : (
      <a class="button" href={clipsAt}>
        <Icon name="library" />
        {t('jobShowClips')}
      </a>
    );
  const cancel = <Button onClick={() => actions.cancel(job.id)}>{t('jobCancel')}</Button>;
  switch (job.state) {
    case 'needs-access':
      return (
        <div class="job-buttons">
          {show}
          <Button kind="primary" onClick={() => actions.allow(view)}>
            {t('jobAllow')}
          </Button>
          {cancel}
        </div>
      );
    case 'running':
      return (
        <div class="job-buttons">
          {show}
          <Button onClick={() => actions.pause(job.id)}>{t('jobPause')}</Button>
          {cancel}
        </div>
      );
    case 'paused':
      return (
        <div class="job-buttons">
          {show}
          <Button kind="primary" onClick={() => actions.resume(job.id)}>
            {t('jobResume')}
          </Button>
          {cancel}
        </div>
      );
    case 'ended':
    case 'cancelled':
      return (
        <div class="job-buttons">
          {show}
          {view.failed.length === 0 ? null : (
            <Button icon="update" onClick={() => actions.retry(view)}>
              {t('jobRetry')}
            </Button>
          )}
          {!isUndoable(view) ? null : (
            <Button icon="restore" onClick={() => actions.undo(job.id)}>
              {t('undo')}
            </Button>
          )}
          <Button onClick={() => actions.forget(job.id)}>{t('jobForget')}</Button>
        </div>
      );
  }
}

function isUndoable({ job, progress }: JobView): boolean {
  return job.kind === 're-extract' ? progress.done > 0 : isUndoableEdit(job);
}
