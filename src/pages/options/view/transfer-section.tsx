import { useRef } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { failureText } from '../../../ui/failure-text.ts';
import { JobCard } from '../../../ui/job-card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { countText, useTranslation } from '../../../ui/translation.ts';
import type { Transfer, Transfers } from '../state/transfer.ts';
import type { ReminderChoice } from '../state/reminder-choice.ts';
import { ReminderFields } from './reminder-fields.tsx';
import type { FileJobs } from '../state/file-jobs.ts';
import { PreviewPanel } from './preview-panel.tsx';

/** Everything out in one file, and in from a file: a backup of ours or what another tool exports. */
export function TransferSection({
  transfers,
  fileJobs,
  reminder,
}: {
  readonly reminder: ReminderChoice;
  readonly transfers: Transfers;
  readonly fileJobs: FileJobs;
}) {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  const state = transfers.state.value;
  const working = state.kind === 'working';
  return (
    <section aria-labelledby="transfer">
      <h2 id="transfer">{t('optionsTransfer')}</h2>
      <p>{t('optionsBackupWhat')}</p>
      <div class="row start">
        <Button kind="primary" busy={working && state.work === 'backup'} onClick={transfers.backUp}>
          {t('optionsBackUp')}
        </Button>
        <Button busy={working && state.work === 'reading'} onClick={() => picker.current?.click()}>
          {t('optionsTakeFile')}
        </Button>
        {working ? <Button onClick={transfers.cancel}>{t('optionsCancel')}</Button> : null}
      </div>
      <input
        ref={picker}
        class="visually-hidden"
        type="file"
        tabIndex={-1}
        aria-label={t('optionsTakeFile')}
        accept=".zip,.html,.htm,.csv,.json,.md,.markdown,.txt"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) transfers.previewFile(file);
          currentTarget.value = '';
        }}
      />
      <ReminderFields reminder={reminder} />
      <p>{t('optionsImportWhat')}</p>
      <div role="status">
        <Outcome state={state} />
      </div>
      {state.kind === 'preview' ? <PreviewPanel transfers={transfers} shown={state} /> : null}
      {fileJobs.views.value.map((view) => (
        <JobCard key={view.job.id} view={view} actions={fileJobs.actions} />
      ))}
    </section>
  );
}

function Outcome({ state }: { readonly state: Transfer }) {
  const translation = useTranslation();
  const { t } = translation;
  const clips = (count: number) => countText(translation, 'clipCount', count);
  switch (state.kind) {
    case 'idle':
      return null;
    case 'working':
      return (
        <>
          <p>{clips(state.done)}</p>
          {state.total === null ? null : (
            <progress value={state.done} max={state.total} aria-label={t('optionsTransfer')} />
          )}
        </>
      );
    case 'saved':
      return <Notice tone="info" text={t('optionsBackedUp', state.fileName)} />;
    case 'cancelled':
      return <Notice tone="info" text={t('optionsCancelled')} />;
    case 'failed':
      return <Notice tone="error" text={t(failureText(state.code).message)} more={t('optionsNothingLost')} />;
    case 'preview':
      return null;
  }
}
