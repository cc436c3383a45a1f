import { actionLabels, failureText } from '../../../ui/failure-text.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import type { Store } from '../state/store.ts';

/** Says so where the database does not open, or takes its time. */
export function LibraryNotice({ store }: { readonly store: Store }) {
  const { t } = useTranslation();
  const state = store.state.value;
  if (state.kind === 'open' || (state.kind === 'opening' && !state.slow)) return null;
  if (state.kind === 'opening') {
    return (
      <div class="popup-notice">
        <Notice tone="info" text={t('storeSlow')} />
      </div>
    );
  }
  const { message, action } = failureText(state.code);
  const retry = { label: t(actionLabels.retry), run: store.open };
  return (
    <div class="popup-notice">
      <Notice tone="error" text={t(message)} action={action === 'retry' ? retry : undefined} />
    </div>
  );
}
