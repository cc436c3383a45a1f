import { Button } from '../../../ui/button.tsx';
import { JobCard } from '../../../ui/job-card.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import { ExportProgress } from '../../export/export-progress.tsx';
import type { LibraryWork } from '../state/library-work.ts';

/** All clips as bookmarks; all clips made anew from their kept pages. */
export function LibraryWorkSection({ work }: { readonly work: LibraryWork }) {
  const { t } = useTranslation();
  const { exporting, reextract } = work;
  const job = reextract.job.value;
  return (
    <>
      <section aria-labelledby="export-all">
        <h2 id="export-all">{t('exportTitle')}</h2>
        <p>{t('exportBookmarksWhat')}</p>
        <div>
          <Button busy={exporting.state.value.kind === 'working'} onClick={exporting.bookmarks}>
            {t('exportBookmarks')}
          </Button>
        </div>
        <ExportProgress exporting={exporting} />
      </section>
      <section aria-labelledby="reextract-all">
        <h2 id="reextract-all">{t('reextractTitle')}</h2>
        <p>{t('reextractManyWhat')}</p>
        <div>
          <Button
            icon="update"
            busy={job?.job.state === 'running'}
            onClick={() => reextract.start(t('reextractAll'), 'all')}
          >
            {t('reextractAll')}
          </Button>
        </div>
        {job === null ? null : <JobCard view={job} actions={reextract.actions} />}
      </section>
    </>
  );
}
