import { Button } from '../../../ui/button.tsx';
import { byteText } from '../../../ui/byte-text.ts';
import { Notice } from '../../../ui/notice.tsx';
import { countText, useTranslation } from '../../../ui/translation.ts';
import type { Options } from '../state/options.ts';

/** What is used, by what, and whether the browser has promised to keep it. */
export function StorageSection({ options }: { readonly options: Options }) {
  const translation = useTranslation();
  const { t, language } = translation;
  const counts = options.counts.value;
  const bytes = options.bytes.value;
  const usage = options.usage.value;
  return (
    <section aria-labelledby="storage-title">
      <h2 id="storage-title">{t('optionsStorage')}</h2>
      <p>{t('optionsStorageWhere')}</p>
      <dl>
        <dt>{t('optionsClips')}</dt>
        <dd>{counts === null ? '…' : countText(translation, 'clipCount', counts.clips)}</dd>
        <dt>{t('optionsInTrash')}</dt>
        <dd>{counts === null ? '…' : countText(translation, 'clipCount', counts.trashed)}</dd>
        <dt>{t('optionsUsed')}</dt>
        <dd>{bytes === null ? '…' : byteText(bytes, language)}</dd>
        {usage.state !== 'answered' ? null : (
          <>
            <dt>{t('optionsUsedByArticles')}</dt>
            <dd>{byteText(usage.result.articles, language)}</dd>
            <dt>{t('optionsUsedBySources')}</dt>
            <dd>{byteText(usage.result.pageSources, language)}</dd>
            <dt>{t('optionsUsedByImages')}</dt>
            <dd>{byteText(usage.result.images, language)}</dd>
            <dt>{t('optionsUsedByVersions')}</dt>
            <dd>{byteText(usage.result.earlierVersions, language)}</dd>
            {usage.result.repository === 0 ? null : (
              <>
                <dt>{t('optionsUsedByRepository')}</dt>
                <dd>{byteText(usage.result.repository, language)}</dd>
              </>
            )}
          </>
        )}
      </dl>
      {usage.state === 'answered' ? null : (
        <div>
          <Button busy={usage.state === 'working'} onClick={options.measureUsage}>
            {t('optionsMeasure')}
          </Button>
        </div>
      )}
      <Persistence options={options} />
    </section>
  );
}

function Persistence({ options }: { readonly options: Options }) {
  const { t } = useTranslation();
  switch (options.persisted.value) {
    case null:
      return null;
    case true:
      return <Notice tone="info" text={t('optionsPersisted')} />;
    case false:
      return (
        <Notice
          tone="warning"
          text={t('optionsNotPersisted')}
          action={{ label: t('optionsAskToPersist'), run: options.askToPersist }}
        />
      );
  }
}
