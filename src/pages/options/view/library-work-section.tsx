import { Button } from '../../../ui/button.tsx';
import { JobCard } from '../../../ui/job-card.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import { BookChoice } from '../../export/book-choice.tsx';
import { exportFormats } from '../../export/export-formats.ts';
import { ExportProgress } from '../../export/export-progress.tsx';
import type { LibraryWork } from '../state/library-work.ts';

/** All clips in files for other programs. */
export function ExportSection({ work: { exporting } }: { readonly work: LibraryWork }) {
  const { t } = useTranslation();
  const busy = exporting.state.value.kind === 'working';
  return (
    <section aria-labelledby="export-title">
      <h2 id="export-title">{t('exportAllTitle')}</h2>
      <p>{t('exportManyWhat')}</p>
      <p>{t('exportBookmarksWhat')}</p>
      <div class="row start">
        {exportFormats.map(([format, label]) => (
          <Button key={format} busy={busy} onClick={() => exporting.all(format)}>
            {t(label)}
          </Button>
        ))}
        <Button busy={busy} onClick={exporting.bookmarks}>
          {t('exportBookmarks')}
        </Button>
      </div>
      <BookChoice highlights={exporting.bookHighlights} />
      <ExportProgress exporting={exporting} />
    </section>
  );
}

/** All clips made anew from their kept pages. */
export function ReextractSection({ work: { jobs, reextract } }: { readonly work: LibraryWork }) {
  const { t } = useTranslation();
  const [view] = jobs.views.value;
  return (
    <section aria-labelledby="reextract-title">
      <h2 id="reextract-title">{t('reextractTitle')}</h2>
      <p>{t('reextractManyWhat')}</p>
      <div>
        <Button
          icon="update"
          busy={view?.job.state === 'running'}
          onClick={() => reextract(t('reextractAll'), 'all')}
        >
          {t('reextractAll')}
        </Button>
      </div>
      {view === undefined ? null : <JobCard view={view} actions={jobs.actions} />}
    </section>
  );
}
