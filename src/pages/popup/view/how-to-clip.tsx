import { Button } from '../../../ui/button.tsx';
import { useTranslation } from '../../../ui/translation.ts';

export interface HowToClipProps {
  /** The keys that open the popup, as the browser writes them: empty where it has given us none, null while it is asked. */
  readonly keys: string | null;
  /** Enter clips the page that the popup stands over. */
  readonly enterClips: boolean;
  readonly onChange: () => void;
}

/** In an empty library: how to fill it, with the key that is really set. */
export function HowToClip({ keys, enterClips, onChange }: HowToClipProps) {
  const { t } = useTranslation();
  const begin = t(enterClips ? 'emptyRecent' : 'emptyRecentElsewhere');
  return (
    <>
      <p>{begin}</p>
      {keys === null ? null : <p>{keys === '' ? t('emptyRecentNoKeys') : t('emptyRecentKeys', keys)}</p>}
      {keys === '' ? <Button onClick={onChange}>{t('setKeys')}</Button> : null}
    </>
  );
}
