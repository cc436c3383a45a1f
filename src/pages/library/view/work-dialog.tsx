import type { MessageKey } from '../../../platform/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { countText, useTranslation } from '../../../ui/translation.ts';
import type { ExportFormat } from '../../shelf/export-clips.ts';
import { ExportProgress } from '../../shelf/export-progress.tsx';
import { useLibrary } from '../state/library.ts';

const formats: readonly (readonly [ExportFormat, MessageKey])[] = [
  ['markdown', 'exportMarkdown'],
  ['html', 'exportHtml'],
  ['json', 'exportJson'],
];

/** What is done with the ticked clips as wholes: written into a file, or made anew. */
export function WorkDialog({ onClose }: { readonly onClose: () => void }) {
  const translation = useTranslation();
  const { t } = translation;
  const { selection, exporting, redo } = useLibrary();
  const ids = selection.target.value;
  const many = countText(translation, 'clipCount', ids.length);
  const close = () => {
    exporting.cancel();
    onClose();
  };
  return (
    <Dialog title={`${t('actionWork')} · ${many}`} kind="work-dialog" onClose={close}>
      <h3>{t('exportTitle')}</h3>
      <p>{t('exportManyWhat')}</p>
      <div class="dialog-buttons">
        {formats.map(([format, label]) => (
          <Button
            key={format}
            busy={exporting.state.value.kind === 'working'}
            onClick={() => exporting.clips(ids, format)}
          >
            {t(label)}
          </Button>
        ))}
      </div>
      <ExportProgress exporting={exporting} />
      <h3>{t('redoTitle')}</h3>
      <p>{t('redoManyWhat')}</p>
      <div class="dialog-buttons">
        <Button
          icon="update"
          onClick={() => {
            redo.start(`${t('redoTitle')}: ${many}`, ids);
            close();
          }}
        >
          {t('redoNow')}
        </Button>
      </div>
    </Dialog>
  );
}
