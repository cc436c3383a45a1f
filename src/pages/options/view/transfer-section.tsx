import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { failureText } from '../../../ui/failure-text.ts';
import { JobCard } from '../../../ui/job-card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { countText, useTranslation } from '../../../ui/translation.ts';
import type { Transfer, Transfers } from '../state/transfer.ts';
import type { ReminderChoice } from '../state/reminder-choice.ts';
import { ReminderFields } from './reminder-fields.tsx';
import type { LinkOffer } from '../state/link-offer.ts';
import type { FileJobs } from '../state/file-jobs.ts';
import { LinkOfferSection } from './link-offer-section.tsx';
import { droppedFiles, pickedFiles } from './picked-files.ts';
import { PreviewPanel } from './preview-panel.tsx';

/** Everything out in one file, and in from a file: a backup of ours or what another tool exports. */
export function TransferSection({
  transfers,
  fileJobs,
  reminder,
  links,
}: {
  readonly links: LinkOffer;
  readonly reminder: ReminderChoice;
  readonly transfers: Transfers;
  readonly fileJobs: FileJobs;
}) {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  useDrops(transfers);
  const state = transfers.state.value;
  const working = state.kind === 'working';
  return (
    <section aria-labelledby="transfer-title">
      <h2 id="transfer-title">{t('optionsTransfer')}</h2>
      <p>{t('optionsBackupWhat')}</p>
      <div class="row start">
        <Button kind="primary" busy={working && state.work === 'backup'} onClick={transfers.backUp}>
          {t('optionsBackUp')}
        </Button>
        <Button busy={working && state.work === 'reading'} onClick={() => picker.current?.click()}>
          {t('optionsTakeFile')}
        </Button>
        <Button busy={working && state.work === 'reading'} onClick={() => folder.current?.click()}>
          {t('optionsTakeFolder')}
        </Button>
        {working ? <Button onClick={transfers.cancel}>{t('optionsCancel')}</Button> : null}
      </div>
      <FileFields transfers={transfers} picker={picker} folder={folder} />
      <ReminderFields reminder={reminder} />
      <p>{t('optionsImportWhat')}</p>
      <div role="status">
        <Outcome state={state} />
      </div>
      {state.kind === 'preview' ? <PreviewPanel transfers={transfers} shown={state} /> : null}
      {fileJobs.views.value.map((view) => (
        <JobCard key={view.job.id} view={view} actions={fileJobs.actions} />
      ))}
      <LinkOfferSection offer={links} />
    </section>
  );
}

/** Files dropped anywhere on the page are looked at, and so is a list of addresses. */
function useDrops(transfers: Transfers): void {
  useEffect(() => {
    const allow = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (event.dataTransfer === null || isField) return;
      event.preventDefault();
      transfers.previewFiles(droppedFiles(event.dataTransfer));
    };
    document.addEventListener('dragover', allow);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', allow);
      document.removeEventListener('drop', drop);
    };
  }, [transfers]);
}

/** All browsers have it; the types do not. */
const ofFolder = { webkitdirectory: true };

const readable =
  '.zip,.html,.htm,.csv,.tsv,.json,.jsonl,.ndjson,.md,.markdown,.mdx,.org,.txt,.enex,.jex,.tar,.mht,.mhtml,.opml,.xml,.rss,.atom,.rdf,.ris,.bib,.url,.webloc,.epub';

function FileFields({
  transfers,
  picker,
  folder,
}: {
  readonly transfers: Transfers;
  readonly picker: RefObject<HTMLInputElement | null>;
  readonly folder: RefObject<HTMLInputElement | null>;
}) {
  const { t } = useTranslation();
  const take = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
    const files = pickedFiles(currentTarget.files);
    if (files.length > 0) transfers.previewFiles(files);
    currentTarget.value = '';
  };
  const field = { class: 'visually-hidden', type: 'file', tabIndex: -1, onChange: take } as const;
  return (
    <>
      <input {...field} ref={picker} multiple aria-label={t('optionsTakeFile')} accept={readable} />
      <input {...field} {...ofFolder} ref={folder} aria-label={t('optionsTakeFolder')} />
    </>
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
