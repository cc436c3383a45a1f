import { gitHostOf, knownHosts } from '../../../core/sync/git-hosts.ts';
import { Button } from '../../../ui/button.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import type { SyncChoice } from '../state/sync-choice.ts';
import { EncryptionSetUp } from './sync-encryption.tsx';
import { WrongEntry } from './wrong-entry.tsx';

/** Where devices meet, and all that sync needs to know of it. Without a picker there is one way. */
export function SyncSetUp({ sync }: { readonly sync: SyncChoice }) {
  const { through } = sync.form.value;
  return (
    <>
      {sync.hasPicker ? <Through sync={sync} /> : null}
      {through === 'git' ? <RepositorySetUp sync={sync} /> : <FolderSetUp sync={sync} />}
    </>
  );
}

function Through({ sync }: { readonly sync: SyncChoice }) {
  const { t } = useTranslation();
  const { through } = sync.form.value;
  return (
    <fieldset>
      <legend>{t('syncThrough')}</legend>
      <div class="row start sync-through">
        {(['git', 'folder'] as const).map((carrier) => (
          <label class="options-check" key={carrier}>
            <input
              type="radio"
              name="sync-through"
              checked={through === carrier}
              onChange={() => sync.type({ through: carrier })}
            />
            {t(carrier === 'git' ? 'syncThroughGit' : 'folderName')}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function FolderSetUp({ sync }: { readonly sync: SyncChoice }) {
  const { t } = useTranslation();
  return (
    <div class="sync-form">
      <p>{t('syncFolderWhat')}</p>
      <DeviceField sync={sync} />
      <div>
        <Button kind="primary" onClick={sync.chooseFolder}>
          {t('folderChoose')}
        </Button>
      </div>
    </div>
  );
}

function DeviceField({ sync }: { readonly sync: SyncChoice }) {
  const { t } = useTranslation();
  return (
    <label>
      <span>{t('syncDevice')}</span>
      <input
        class="text-field"
        type="text"
        maxLength={60}
        value={sync.form.value.device}
        onInput={(event) => sync.type({ device: event.currentTarget.value })}
      />
    </label>
  );
}

/** Address, token and name. */
function RepositorySetUp({ sync }: { readonly sync: SyncChoice }) {
  const { t } = useTranslation();
  const { address } = sync.form.value;
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
      <DeviceField sync={sync} />
      <EncryptionSetUp sync={sync} />
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
