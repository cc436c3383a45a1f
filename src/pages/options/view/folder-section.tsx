import type { FailureCode } from '../../../core/failure.ts';
import { Button } from '../../../ui/button.tsx';
import { fullDate } from '../../../ui/date-text.ts';
import { failureText } from '../../../ui/failure-text.ts';
import { Notice } from '../../../ui/notice.tsx';
import { countText, useTranslation } from '../../../ui/translation.ts';
import type { FolderChoice } from '../state/folder-choice.ts';

/** A folder of the user's that has each clip as a file, where the browser lets us write there. */
export function FolderSection({ folder }: { readonly folder: FolderChoice }) {
  const { t } = useTranslation();
  const isChosen = folder.chosen.value !== null;
  return (
    <section aria-labelledby="folder-title">
      <h2 id="folder-title">{t('folderTitle')}</h2>
      <p>{t(folder.hasPicker ? 'folderWhat' : 'folderNoPicker')}</p>
      <FolderFacts folder={folder} />
      {folder.hasPicker ? (
        <div class="row start">
          <Button onClick={folder.choose}>{t(isChosen ? 'folderChooseOther' : 'folderChoose')}</Button>
          {isChosen ? <Button onClick={folder.stop}>{t('folderStop')}</Button> : null}
        </div>
      ) : null}
    </section>
  );
}

function FolderFacts({ folder }: { readonly folder: FolderChoice }) {
  const translation = useTranslation();
  const { t, language } = translation;
  const chosen = folder.chosen.value;
  const state = folder.state.value;
  if (chosen === null) return null;
  const writtenAt = state?.writtenAt ?? null;
  return (
    <>
      <dl>
        <dt>{t('folderName')}</dt>
        <dd dir="auto">{chosen.handle.name}</dd>
        <dt>{t('folderWritten')}</dt>
        <dd>{writtenAt === null ? t('folderNotYet') : fullDate(writtenAt, language)}</dd>
        <dt>{t('folderWaiting')}</dt>
        <dd>{state === null ? '…' : countText(translation, 'clipCount', state.waiting)}</dd>
      </dl>
      {state === null || state.code === null ? null : <Trouble code={state.code} retry={folder.retry} />}
    </>
  );
}

function Trouble({ code, retry }: { readonly code: FailureCode; readonly retry: () => void }) {
  const { t } = useTranslation();
  const label = t(code === 'folder/no-access' ? 'folderAllow' : 'actionRetry');
  return <Notice tone="warning" text={t(failureText(code).message)} action={{ label, run: retry }} />;
}
