import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import type { ProblemReporting } from '../state/problem-report.ts';

/** The report as a text to read, change and copy. */
export function ProblemReportDialog({ reporting }: { readonly reporting: ProblemReporting }) {
  const { t } = useTranslation();
  if (!reporting.isOpen.value) return null;
  const text = reporting.text.value;
  return (
    <Dialog title={t('reportTitle')} kind="report" onClose={reporting.close} onSubmit={reporting.copy}>
      <p>{t('reportWhat')}</p>
      <textarea
        class="text-field report-text"
        rows={16}
        aria-label={t('reportText')}
        aria-busy={text === null}
        spellcheck={false}
        value={text ?? t('reportGathering')}
        readOnly={text === null}
        onInput={(event) => reporting.change(event.currentTarget.value)}
      />
      {reporting.hasAddress.value ? (
        <label class="option">
          <input
            type="checkbox"
            checked={reporting.withAddress.value}
            onChange={(event) => reporting.includeAddress(event.currentTarget.checked)}
          />
          {t('reportWithAddress')}
        </label>
      ) : null}
      <div class="row">
        <span role="status">{reporting.isCopied.value ? t('reportCopied') : ''}</span>
        <Button kind="primary" idle={text === null} onClick={reporting.copy}>
          {t('reportCopy')}
        </Button>
      </div>
    </Dialog>
  );
}
