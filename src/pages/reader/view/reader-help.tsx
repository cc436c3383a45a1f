import { Dialog } from '../../../ui/dialog.tsx';
import { keyCaps } from '../../../ui/keys.ts';
import { useTranslation } from '../../../ui/translation.ts';
import { readerKeys } from '../state/keys.ts';

export function ReaderHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('readerHelpTitle')} kind="reader-help" onClose={onClose}>
      <dl class="help-list">
        {readerKeys.map(([keys, label]) => (
          <div key={keys}>
            <dt>{t(label)}</dt>
            <dd>
              {keyCaps(keys, false).map((cap) => (
                <kbd key={cap}>{cap}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
