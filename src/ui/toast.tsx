import { Button, IconButton } from './button.tsx';
import type { Toasts } from './toasts.ts';
import { useTranslation } from './translation.ts';

/** The region is always there, since text is read out only where it changes, not where it appears. */
export function Toast({ toasts }: { readonly toasts: Toasts }) {
  return <div role="status">{toasts.current.value === null ? null : <ToastBox toasts={toasts} />}</div>;
}

function ToastBox({ toasts }: { readonly toasts: Toasts }) {
  const { t } = useTranslation();
  const toast = toasts.current.value;
  if (toast === null) return null;
  const { undo } = toast;
  return (
    <div
      class="toast"
      onMouseEnter={toasts.pause}
      onMouseLeave={toasts.resume}
      onFocusIn={toasts.pause}
      onFocusOut={toasts.resume}
    >
      <span class="toast-text">{toast.text}</span>
      <span class="toast-actions">
        {undo === undefined ? null : (
          <Button
            onClick={() => {
              toasts.dismiss();
              undo();
            }}
          >
            {t('undo')}
          </Button>
        )}
        <IconButton icon="close" label={t('dismiss')} onClick={toasts.dismiss} />
      </span>
    </div>
  );
}
