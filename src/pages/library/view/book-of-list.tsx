import type { Clip } from '../../../core/clip/clip.ts';
import { Button } from '../../../ui/button.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import { BookChoice } from '../../export/book-choice.tsx';
import { ExportProgress } from '../../export/export-progress.tsx';
import { useLibrary } from '../state/library.ts';

/** All that a smart list finds now, as one book of its name. */
export function BookOfList({ name, clips }: { readonly name: string; readonly clips: readonly Clip[] }) {
  const { t } = useTranslation();
  const { exporting } = useLibrary();
  const ids = clips.map(({ id }) => id);
  return (
    <section class="book-of-list">
      <BookChoice highlights={exporting.bookHighlights} />
      <Button
        icon="bookmark"
        busy={exporting.state.value.kind === 'working'}
        onClick={() => exporting.clips(ids, 'epub', name)}
      >
        {t('exportEpub')}
      </Button>
      <ExportProgress exporting={exporting} />
    </section>
  );
}
