import { shortestPassphrase } from '../../../core/sync/library-lock.ts';
import type { MessageKey } from '../../../browser/translate.ts';
import { useTranslation } from '../../../ui/translation.ts';
import type { WrongSyncEntry } from '../state/sync-entry.ts';

const wrongTexts: Record<WrongSyncEntry, MessageKey> = {
  address: 'failureSyncAddress',
  token: 'syncTokenMissing',
  access: 'failureSyncNoAccess',
  'passphrase-short': 'syncPassphraseShort',
  'passphrase-differs': 'syncPassphraseDiffers',
  'passphrase-other': 'syncPassphraseWrong',
};

/** What the user typed, or did not, that stands in the way. */
export function WrongEntry({ wrong }: { readonly wrong: WrongSyncEntry | null }) {
  const { t } = useTranslation();
  return (
    <p class="sync-wrong" role="alert">
      {wrong === null ? '' : t(wrongTexts[wrong], shortestPassphrase)}
    </p>
  );
}
