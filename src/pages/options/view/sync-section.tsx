import { type GitSetting, type SyncSetting, placeName } from '../../../core/sync/sync-setting.ts';
import type { FailureCode } from '../../../core/failure.ts';
import { Button } from '../../../ui/button.tsx';
import { fullDate } from '../../../ui/date-text.ts';
import { failureText } from '../../../ui/failure-text.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import type { SyncChoice } from '../state/sync-choice.ts';
import { type OfferedBackup, SyncRuns } from './sync-runs.tsx';
import { Unlock } from './sync-encryption.tsx';
import { SyncSetUp, TokenField } from './sync-set-up.tsx';
import { WrongEntry } from './wrong-entry.tsx';

/** One library on several machines, in a Git repository of the user's. */
export function SyncSection({ sync, backup }: { readonly sync: SyncChoice; readonly backup: OfferedBackup }) {
  const { t } = useTranslation();
  const setting = sync.setting.value;
  return (
    <section aria-labelledby="sync-title">
      <h2 id="sync-title">{t('syncTitle')}</h2>
      <p>{t('syncWhat')}</p>
      {setting === undefined ? null : setting === null ? (
        <SyncSetUp sync={sync} />
      ) : (
        <Connected sync={sync} setting={setting} backup={backup} />
      )}
    </section>
  );
}

/** After these the host wants another token. */
const asksForToken: ReadonlySet<FailureCode | null> = new Set<FailureCode>([
  'sync/unauthorised',
  'sync/forbidden',
  'sync/no-token',
]);

function Connected({
  sync,
  setting,
  backup,
}: {
  readonly sync: SyncChoice;
  readonly setting: SyncSetting;
  readonly backup: OfferedBackup;
}) {
  const { t, language } = useTranslation();
  const { syncedAt, code } = sync.status.value;
  const [newest] = sync.jobs.value;
  const isRunning = newest?.state === 'running';
  const asks = newest !== undefined && newest.endedAt === null && newest.sync.question !== null;
  const { carrier } = setting;
  return (
    <>
      <dl class="sync-facts">
        <dt>{t(carrier === 'git' ? 'syncRepository' : 'folderName')}</dt>
        <dd dir={carrier === 'git' ? 'ltr' : 'auto'}>{carrier === 'git' ? setting.address : setting.name}</dd>
        {setting.carrier === 'git' && code !== 'sync/locked' ? (
          <>
            <dt>{t('syncEncryption')}</dt>
            <dd>{t(setting.isEncrypted ? 'syncEncrypted' : 'syncNotEncrypted')}</dd>
          </>
        ) : null}
        <dt>{t('syncDevice')}</dt>
        <dd dir="auto">{setting.device.name}</dd>
        <dt>{t('syncLast')}</dt>
        <dd>{syncedAt === null ? t('syncNotYet') : fullDate(syncedAt, language)}</dd>
      </dl>
      {code === null ? null : (
        <Notice
          tone="warning"
          text={`${placeName(setting)}: ${t(failureText(code).message)}`}
          action={
            code === 'sync/locked'
              ? undefined
              : { label: t(code === 'folder/no-access' ? 'folderAllow' : 'actionRetry'), run: sync.syncNow }
          }
        />
      )}
      {carrier === 'git' && asksForToken.has(code) ? <NewToken sync={sync} setting={setting} /> : null}
      {carrier === 'git' && code === 'sync/locked' ? <Unlock sync={sync} /> : null}
      <SyncRuns sync={sync} backup={backup} />
      <div class="row start">
        {asks ? null : (
          <Button icon="update" busy={isRunning} onClick={sync.syncNow}>
            {t('syncNow')}
          </Button>
        )}
        <Button onClick={sync.disconnect}>{t('syncDisconnect')}</Button>
      </div>
    </>
  );
}

function NewToken({ sync, setting }: { readonly sync: SyncChoice; readonly setting: GitSetting }) {
  const { t } = useTranslation();
  return (
    <div class="sync-form">
      <TokenField sync={sync} address={setting.address} />
      <WrongEntry wrong={sync.wrong.value} />
      <div>
        <Button kind="primary" onClick={sync.replaceToken}>
          {t('syncReplaceToken')}
        </Button>
      </div>
    </div>
  );
}
