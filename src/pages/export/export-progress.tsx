import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { countText, useTranslation } from '../../ui/translation.ts';
import type { Exporting } from './exporting.ts';

/** How an export is going, and the file that came of it. */
export function ExportProgress({ exporting }: { readonly exporting: Exporting }) {
  const translation = useTranslation();
  const { t } = translation;
  const state = exporting.state.value;
  return (
    <div role="status">
      {state.kind === 'working' ? (
        <>
          <p>{countText(translation, 'clipCount', state.done)}</p>
          {state.total === null ? null : (
            <progress value={state.done} max={Math.max(1, state.total)} aria-label={t('exportTitle')} />
          )}
          <Button onClick={exporting.cancel}>{t('optionsCancel')}</Button>
        </>
      ) : null}
      {state.kind === 'saved' ? <Notice tone="info" text={t('exported', state.name)} /> : null}
    </div>
  );
}
