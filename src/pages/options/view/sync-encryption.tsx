import { shortestPassphrase } from '../../../core/sync/library-lock.ts';
import type { MessageKey } from '../../../browser/translate.ts';
import { useTranslation } from '../../../ui/translation.ts';
import type { SyncChoice } from '../state/sync-choice.ts';
import { WrongEntry } from './wrong-entry.tsx';

const costs: readonly MessageKey[] = [
  'syncEncryptUnreadable',
  'syncEncryptForgotten',
  'syncEncryptSize',
  'syncEncryptNew',
];

/** A new repository that only its devices can read, and what that costs. */
export function EncryptionSetUp({ sync }: { readonly sync: SyncChoice }) {
  const { t } = useTranslation();
  const { encrypts, again } = sync.form.value;
  return (
    <>
      <label class="options-check">
        <input
          type="checkbox"
          checked={encrypts}
          onChange={(event) => sync.type({ encrypts: event.currentTarget.checked })}
        />
        {t('syncEncrypt')}
      </label>
      {encrypts ? (
        <>
          <div class="sync-costs">
            <p>{t('syncEncryptCosts')}</p>
            <ul>
              {costs.map((cost) => (
                <li key={cost}>{t(cost)}</li>
              ))}
            </ul>
          </div>
          <PassphraseField sync={sync} isNew />
          <label>
            <span>{t('syncPassphraseAgain')}</span>
            <input
              class="text-field"
              type="password"
              autocomplete="new-password"
              value={again}
              aria-invalid={sync.wrong.value === 'passphrase-differs'}
              onInput={(event) => sync.type({ again: event.currentTarget.value })}
            />
          </label>
        </>
      ) : null}
    </>
  );
}

/** Asks for the passphrase of a repository that another device encrypted. */
export function Unlock({ sync }: { readonly sync: SyncChoice }) {
  const { t } = useTranslation();
  return (
    <form
      class="sync-form"
      onSubmit={(event) => {
        event.preventDefault();
        sync.unlock();
      }}
    >
      <PassphraseField sync={sync} isNew={false} />
      <WrongEntry wrong={sync.wrong.value} />
      <div>
        <button type="submit" class="button primary">
          {t('syncUnlock')}
        </button>
      </div>
    </form>
  );
}

function PassphraseField({ sync, isNew }: { readonly sync: SyncChoice; readonly isNew: boolean }) {
  const { t } = useTranslation();
  const wrong = sync.wrong.value;
  return (
    <div class="sync-token">
      <label>
        <span>{t('syncPassphrase')}</span>
        <input
          class="text-field"
          type="password"
          autocomplete={isNew ? 'new-password' : 'off'}
          value={sync.form.value.passphrase}
          aria-invalid={wrong === 'passphrase-short' || wrong === 'passphrase-other'}
          aria-describedby={isNew ? 'sync-passphrase-advice' : undefined}
          onInput={(event) => sync.type({ passphrase: event.currentTarget.value })}
        />
      </label>
      {isNew ? <p id="sync-passphrase-advice">{t('syncPassphraseAdvice', shortestPassphrase)}</p> : null}
    </div>
  );
}
