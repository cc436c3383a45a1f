import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { countText, useTranslation } from '../../../ui/translation.ts';
import type { Options } from '../state/options.ts';

/** Proves on request that every table of the library and the index agree. */
export function CheckSection({ options }: { readonly options: Options }) {
  const translation = useTranslation();
  const { t } = translation;
  const check = options.check.value;
  return (
    <section aria-labelledby="check-title">
      <h2 id="check-title">{t('optionsCheck')}</h2>
      <p>{t('optionsCheckWhat')}</p>
      <div>
        <Button busy={check.state === 'working'} onClick={options.runCheck}>
          {t('optionsRunCheck')}
        </Button>
      </div>
      <div role="status">
        {check.state !== 'answered' ? null : check.result.sound ? (
          <Notice
            tone="info"
            text={t('optionsSound', countText(translation, 'clipCount', check.result.clips))}
          />
        ) : (
          <>
            <Notice tone="error" text={t('optionsUnsound')} more={t('optionsUnsoundMore')} />
            <ul class="problems">
              {check.result.problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}
