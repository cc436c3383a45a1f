import { isoTime } from '../../../core/time.ts';
import type { SideChanges } from '../../../core/job/sync-work.ts';
import type { SyncJob } from '../../../database/jobs/sync-job-queries.ts';
import type { MessageKey } from '../../../browser/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { fullDate } from '../../../ui/date-text.ts';
import { ProblemList } from '../../../ui/problem-list.tsx';
import { type Translation, countText, useTranslation } from '../../../ui/translation.ts';
import type { SyncChoice } from '../state/sync-choice.ts';
import type { Transfers } from '../state/transfer.ts';

/** The backup that is offered before a sync which changes much. */
export type OfferedBackup = Pick<Transfers, 'state' | 'backUp'>;

/** The sync that is under way, or asks; and those that changed something, to be taken back. */
export function SyncRuns({ sync, backup }: { readonly sync: SyncChoice; readonly backup: OfferedBackup }) {
  const { t } = useTranslation();
  const open = sync.jobs.value.find(({ endedAt }) => endedAt === null);
  const over = sync.jobs.value.filter(({ endedAt }) => endedAt !== null);
  return (
    <>
      {open === undefined ? null : open.sync.question === null ? (
        // What it failed on is said above; it has not been paused by anybody.
        open.sync.failure === null ? (
          <Progress sync={sync} job={open} />
        ) : (
          <Unread problems={open.sync.problems} />
        )
      ) : (
        <Question sync={sync} job={open} backup={backup} />
      )}
      {over.length === 0 ? null : (
        <details class="sync-runs">
          <summary>{t('syncRuns')}</summary>
          <ul>
            {over.map((job) => (
              <Run key={job.id} sync={sync} job={job} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** What a sync is going to do, before anything is written. */
function Question({
  sync,
  job,
  backup,
}: {
  readonly sync: SyncChoice;
  readonly job: SyncJob;
  readonly backup: OfferedBackup;
}) {
  const translation = useTranslation();
  const { t } = translation;
  const { question, doubts, here, there, problems } = job.sync;
  if (question === null) return null;
  const { reason, hereBefore, thereBefore, together } = question;
  const clips = (count: number) => countText(translation, 'clipCount', count);
  return (
    <div class="preview" role="region" aria-label={t('syncPreview')}>
      <h3>{t(reason === 'first' ? 'syncPreview' : 'syncManyTitle')}</h3>
      <p class="sync-together">
        {reason === 'first'
          ? `${t('syncTogether', clips(hereBefore), clips(thereBefore), clips(together))} `
          : ''}
        {doubts === 0 ? '' : countText(translation, 'syncDoubts', doubts)}
      </p>
      <Sides here={here} there={there} />
      <Unread problems={problems} />
      <BackupFirst backup={backup} />
      <div class="row start">
        <Button kind="primary" onClick={() => sync.answer(job, true)}>
          {t('syncGoOn')}
        </Button>
        <Button onClick={() => sync.answer(job, false)}>{t('syncNotNow')}</Button>
      </div>
    </div>
  );
}

/** A file with all that is here, before anything is changed. */
function BackupFirst({ backup }: { readonly backup: OfferedBackup }) {
  const { t } = useTranslation();
  const state = backup.state.value;
  const isWorking = state.kind === 'working' && state.work === 'backup';
  return (
    <div class="row start">
      <span>{t('syncBackupFirst')}</span>
      <Button busy={isWorking} onClick={backup.backUp}>
        {t('optionsBackUp')}
      </Button>
      <span role="status">{state.kind === 'saved' ? t('optionsBackedUp', state.fileName) : ''}</span>
    </div>
  );
}

const phases: Record<SyncJob['sync']['phase'], MessageKey> = {
  looking: 'syncLooking',
  receiving: 'syncReceiving',
  sending: 'syncSending',
};

function Progress({ sync, job }: { readonly sync: SyncChoice; readonly job: SyncJob }) {
  const { t } = useTranslation();
  const { phase, done, total, problems } = job.sync;
  const text = t(job.state === 'paused' ? 'jobPaused' : phases[phase]);
  return (
    <div class="job" data-state={job.state} role="region" aria-label={t('syncProgress')}>
      <p class="job-counts">
        <span>{text}</span>
        {total === 0 ? null : <span>{t('jobOf', done, total)}</span>}
      </p>
      <progress class="job-bar" value={done} max={Math.max(1, total)} aria-label={text} />
      <Unread problems={problems} />
      {job.state === 'running' ? (
        <div>
          <Button onClick={() => sync.stop(job)}>{t('jobPause')}</Button>
        </div>
      ) : null}
    </div>
  );
}

function Run({ sync, job }: { readonly sync: SyncChoice; readonly job: SyncJob }) {
  const translation = useTranslation();
  const { t, language } = translation;
  const { here, there, doubts, problems } = job.sync;
  const texts = [
    ...sideTexts(translation, 'syncHere', here),
    ...sideTexts(translation, 'syncThere', there),
    ...(doubts === 0 ? [] : [countText(translation, 'syncDoubts', doubts)]),
    ...(job.sync.undone === true ? [t('syncUndone')] : []),
  ];
  const canUndo = here.added + here.changed + here.removed > 0;
  return (
    <li class="row">
      <span>
        <time dateTime={isoTime(job.createdAt)}>{fullDate(job.createdAt, language)}</time>
        {` · ${texts.join(' · ')}`}
      </span>
      {canUndo ? (
        <Button icon="restore" onClick={() => sync.undo(job)}>
          {t('syncUndo')}
        </Button>
      ) : null}
      <Unread problems={problems} />
    </li>
  );
}

/** Files of the repository that say nothing, and why. */
function Unread({ problems }: Pick<SyncJob['sync'], 'problems'>) {
  const translation = useTranslation();
  if (problems.length === 0) return null;
  return (
    <details>
      <summary>{countText(translation, 'syncUnread', problems.length)}</summary>
      <ProblemList problems={problems} />
    </details>
  );
}

function Sides({ here, there }: { readonly here: SideChanges; readonly there: SideChanges }) {
  const translation = useTranslation();
  const texts = [...sideTexts(translation, 'syncHere', here), ...sideTexts(translation, 'syncThere', there)];
  return texts.length === 0 ? null : (
    <ul class="sync-sides">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

/** "Here: 3 new, 1 changed". */
function sideTexts(
  { t, language }: Translation,
  side: 'syncHere' | 'syncThere',
  { added, changed, removed }: SideChanges,
): string[] {
  const number = (count: number) => new Intl.NumberFormat(language).format(count);
  const counts: readonly (readonly [MessageKey, number])[] = [
    ['syncAdded', added],
    ['syncChanged', changed],
    ['syncRemoved', removed],
  ];
  const parts = counts.filter(([, count]) => count > 0).map(([key, count]) => t(key, number(count)));
  return parts.length === 0 ? [] : [t(side, parts.join(t('listComma')))];
}
