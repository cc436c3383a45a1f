import { Button } from '../../../ui/button.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import type { Options } from '../state/options.ts';

/** The sites that may be read outside of a click: none at first, and each can be taken back. */
export function SitesSection({ options }: { readonly options: Options }) {
  const { t } = useTranslation();
  const sites = options.sites.value;
  return (
    <section aria-labelledby="sites-title">
      <h2 id="sites-title">{t('optionsSites')}</h2>
      <p>{sites.length === 0 ? t('optionsNoSites') : t('optionsSomeSites')}</p>
      {sites.length === 0 ? null : (
        <ul>
          {sites.map((pattern) => (
            <li key={pattern} class="row">
              <span>{pattern}</span>
              <Button onClick={() => options.withdraw(pattern)}>{t('optionsWithdraw')}</Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
