import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { countText, useTranslation } from '../../../ui/translation.ts';
import { exportFormats } from '../../export/export-formats.ts';
import { ExportProgress } from '../../export/export-progress.tsx';
import { useLibrary } from '../state/library.ts';

/** What is done with the ticked clips as wholes: written into a file, or made anew. */
export function WorkDialog({ onClose }: { readonly onClose: () => void }) {
  const translation = useTranslation();
  const { t } = translation;
  const { selection, exporting, reextract } = useLibrary();
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
        {exportFormats.map(([format, label]) => (
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
      <h3>{t('reextractTitle')}</h3>
      <p>{t('reextractManyWhat')}</p>
      <div class="dialog-buttons">
        <Button
          icon="update"
          onClick={() => {
            reextract(`${t('reextractTitle')}: ${many}`, ids);
            close();
          }}
        >
          {t('reextractNow')}
        </Button>
      </div>
    </Dialog>
  );
}
