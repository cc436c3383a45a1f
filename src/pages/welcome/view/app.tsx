import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import { Toast } from '../../../ui/toast.tsx';
import type { Toasts } from '../../../ui/toasts.ts';
import { useTranslation } from '../../../ui/translation.ts';
import { settingsAddress } from '../../frame/settings-groups.ts';
import type { Welcome } from '../state/welcome.ts';

export interface AppProps {
  readonly welcome: Welcome;
  readonly toasts: Toasts;
}

/** Shown once, after installation: what the button does, its key, how to begin, where everything stays. */
export function App({ welcome, toasts }: AppProps) {
  const { t } = useTranslation();
  return (
    <>
      <main class="panels welcome">
        <header>
          <img src="/icons/128.png" width={64} height={64} alt="" />
          <h1>{t('welcomeTitle')}</h1>
          <p>{t('extensionDescription')}</p>
        </header>
        <Step icon="add" title={t('welcomeButton')}>
          <p>{t('welcomeButtonWhat')}</p>
          <Keys welcome={welcome} />
        </Step>
        <Step icon="bookmark" title={t('welcomePin')}>
          <p>{t('welcomePinWhat')}</p>
        </Step>
        <Step icon="library" title={t('welcomeBegin')}>
          <p>{t('welcomeBeginWhat')}</p>
          <div class="row">
            <Button kind="primary" onClick={welcome.trySample}>
              {t('welcomeSample')}
            </Button>
            <a class="button" href={settingsAddress('transfer')}>
              {t('welcomeImport')}
            </a>
            <a class="button" href="../library/index.html">
              {t('openLibrary')}
            </a>
          </div>
        </Step>
        <Step icon="info" title={t('welcomeData')}>
          <p>{t('optionsStorageWhere')}</p>
          <p>{t('welcomeDataWhat')}</p>
        </Step>
      </main>
      <Toast toasts={toasts} />
    </>
  );
}

interface StepProps {
  readonly icon: IconName;
  readonly title: string;
  readonly children: ComponentChildren;
}

function Step({ icon, title, children }: StepProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        <Icon name={icon} />
        {title}
      </h2>
      {children}
    </section>
  );
}

/** The key that the browser has really given; where it has none, the way to set one. */
function Keys({ welcome: { keys, changeKeys } }: { readonly welcome: Welcome }) {
  const { t } = useTranslation();
  if (keys.value === null) return null;
  return (
    <div class="row">
      <span>{keys.value === '' ? t('emptyRecentNoKeys') : t('emptyRecentKeys', keys.value)}</span>
      <Button onClick={changeKeys}>{t(keys.value === '' ? 'setKeys' : 'optionsChangeShortcuts')}</Button>
    </div>
  );
}
