import { useTranslation } from '../../../ui/translation.ts';

/** How to clip: the panel itself cannot, since the browser opens a page to us only where the toolbar button is pressed. */
export function ClipHint({ keys }: { readonly keys: string }) {
  const { t } = useTranslation();
  return <p class="panel-hint">{keys === '' ? t('panelHowToClip') : t('panelHowToClipKeys', keys)}</p>;
}
