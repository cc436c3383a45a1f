import { gitHostOf, knownHosts } from '../../../core/sync/git-hosts.ts';
import type { MessageKey } from '../../../browser/translate.ts';
import { useTranslation } from '../../../ui/translation.ts';
import type { SyncChoice } from '../state/sync-choice.ts';

/** Address, token and name: all that sync needs to know. */
export function SyncSetUp({ sync }: { readonly sync: SyncChoice }) {
  const { t } = useTranslation();
  const { address, device } = sync.form.value;
  return (
    <form
      class="sync-form"
      onSubmit={(event) => {
        event.preventDefault();
        sync.connect();
      }}
    >
      <label>
        <span>{t('syncAddress')}</span>
        <input
          class="text-field"
          type="text"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          dir="ltr"
          placeholder="https://github.com/me/clips.git"
          value={address}
          aria-invalid={sync.wrong.value === 'address'}
          onInput={(event) => sync.type({ address: event.currentTarget.value })}
        />
      </label>
      <TokenField sync={sync} address={address} />
      <label>
        <span>{t('syncDevice')}</span>
        <input
          class="text-field"
          type="text"
          maxLength={60}
          value={device}
          onInput={(event) => sync.type({ device: event.currentTarget.value })}
        />
      </label>
      <WrongEntry wrong={sync.wrong.value} />
      <div>
        <button type="submit" class="button primary">
          {t('syncConnect')}
        </button>
      </div>
    </form>
  );
}

/** With the way to the page where the host makes a token. */
export function TokenField({ sync, address }: { readonly sync: SyncChoice; readonly address: string }) {
  const { t } = useTranslation();
  return (
    <div class="sync-token">
      <label>
        <span>{t('syncToken')}</span>
        <input
          class="text-field"
          type="password"
          autocomplete="off"
          spellcheck={false}
          value={sync.form.value.token}
          aria-describedby="sync-token-where"
          aria-invalid={sync.wrong.value === 'token'}
          onInput={(event) => sync.type({ token: event.currentTarget.value })}
        />
      </label>
      <p id="sync-token-where">
        <TokenPages address={address} />
      </p>
    </div>
  );
}

function TokenPages({ address }: { readonly address: string }) {
  const { t } = useTranslation();
  const host = gitHostOf(/^\w+:/.test(address) ? address : `https://${address}`);
  if (host !== null) {
    return (
      <>
        <a href={host.tokenPage} target="_blank" rel="noreferrer">
          {t('syncTokenPage', host.name)}
        </a>{' '}
        {t('syncTokenScope', host.scope)}
      </>
    );
  }
  return (
    <>
      {t('syncTokenPages')}{' '}
      {knownHosts.map(({ name, tokenPage }, index) => (
        <span key={name}>
          {index === 0 ? '' : ' · '}
          <a href={tokenPage} target="_blank" rel="noreferrer">
            {name}
          </a>
        </span>
      ))}
    </>
  );
}

const wrongTexts: Record<'address' | 'token' | 'access', MessageKey> = {
  address: 'failureSyncAddress',
  token: 'syncTokenMissing',
  access: 'failureSyncNoAccess',
};

export function WrongEntry({ wrong }: { readonly wrong: keyof typeof wrongTexts | null }) {
  const { t } = useTranslation();
  return (
    <p class="sync-wrong" role="alert">
      {wrong === null ? '' : t(wrongTexts[wrong])}
    </p>
  );
}
