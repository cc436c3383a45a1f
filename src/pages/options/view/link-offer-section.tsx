import { siteOf } from '../../../core/clip/clip-from-article.ts';
import { fetchEstimate } from '../../../core/job/fetch-estimate.ts';
import { Button } from '../../../ui/button.tsx';
import { JobCard } from '../../../ui/job-card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { countText, useTranslation } from '../../../ui/translation.ts';
import type { LinkOffer } from '../state/link-offer.ts';

/** After an import: how many links there are, how long their articles would take, and from which sites. */
export function LinkOfferSection({ offer }: { readonly offer: LinkOffer }) {
  const { t } = useTranslation();
  return (
    <>
      {offer.refused.value ? <Notice tone="warning" text={t('postsRefused')} /> : null}
      {offer.links.value.length === 0 ? null : <Offer offer={offer} />}
      {offer.jobs.views.value.map((view) => (
        <JobCard key={view.job.id} view={view} actions={offer.jobs.actions} />
      ))}
    </>
  );
}

function Offer({ offer }: { readonly offer: LinkOffer }) {
  const translation = useTranslation();
  const { t } = translation;
  const urls = offer.links.value.map(({ url }) => url);
  const { sites, perMinute } = fetchEstimate(urls);
  const many = countText(translation, 'linkCount', urls.length);
  return (
    <section class="link-offer" aria-labelledby="link-offer">
      <h3 id="link-offer">{t('linksTitle', many)}</h3>
      <p>{t('linksWhat', perMinute, countText(translation, 'siteCount', sites))}</p>
      <details>
        <summary>{t('linksSites')}</summary>
        <p>{[...new Set(urls.map(siteOf))].toSorted().join(' · ')}</p>
      </details>
      <div class="row start">
        <Button kind="primary" icon="add" onClick={() => offer.getArticles(t('linksTitle', many))}>
          {t('getArticles')}
        </Button>
      </div>
    </section>
  );
}
