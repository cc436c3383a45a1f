import { siteOf } from '../../../core/clip/clip-from-article.ts';
import { isWebAddress } from '../../../core/parse-url.ts';
import { usePart } from '../../../ui/use-part.ts';
import { SiteLetter } from '../../../ui/site-letter.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import type { Popup } from '../state/popup.ts';
import { PageActions } from './page-actions.tsx';
import type { PageCardProps } from './page-card-props.ts';
import { PageForm } from './page-form.tsx';
import { PageNotice } from './page-notice.tsx';
import { PageSummary } from './page-summary.tsx';
import { PostsPanel } from './posts-panel.tsx';

const loadParts = async () => (await import('./parts-panel.tsx')).PartsPanel;

/** This page: what it is, where it stands, and the one thing to do with it. One line of it while a query stands. */
export function PageCard(props: PageCardProps) {
  const { t } = useTranslation();
  const { popup } = props;
  const { page, posts, clipList } = popup;
  const view = page.view.value;
  const offer = posts.offer.value;
  const isFolded = clipList.mode.value === 'search';
  const { value: PartsPanel } = usePart(popup.parts.list.value !== null, loadParts, popup.reportBug);
  return (
    <section
      class="page-card"
      aria-label={t('thisPage')}
      data-state={view.kind}
      data-offer={posts.taking.job.value === null || offer === 'page' ? offer : 'job'}
      data-folded={isFolded}
    >
      <PageHeader popup={popup} isFolded={isFolded} />
      {view.kind === 'failed' || (offer === 'page' && !isFolded) ? (
        <PageNotice popup={popup} view={view} />
      ) : null}
      {PartsPanel === null || isFolded || offer !== 'page' ? null : <PartsPanel parts={popup.parts} />}
      {isFolded ? (
        <PageActions popup={popup} mainOnly />
      ) : offer === 'page' ? (
        <PageForm {...props} />
      ) : (
        <PostsPanel {...props} />
      )}
    </section>
  );
}

function PageHeader({ popup, isFolded }: { readonly popup: Popup; readonly isFolded: boolean }) {
  const known = popup.page.tab.value;
  const url = known?.url ?? '';
  // A page of the browser has an address, but no site.
  const site = isWebAddress(url) ? siteOf(url) : '';
  const title = usePageTitle(popup);
  return (
    <div class="page-header">
      <SiteLetter site={site} />
      <div class="page-heading">
        <h1
          class="page-title"
          dir="auto"
          lang={usedLanguage(popup)}
          title={known === undefined ? undefined : title}
        >
          {known === undefined ? <span class="blank long" /> : title}
        </h1>
        {isFolded ? null : <PageSummary popup={popup} site={site} />}
      </div>
    </div>
  );
}

/** Of the title: signs of Chinese look otherwise in each language. */
function usedLanguage({ page, posts }: Popup): string | undefined {
  const reading = page.reading.value;
  const article = reading.kind === 'read' ? reading.article : page.clip.value;
  return posts.offer.value === 'page' ? (article?.language ?? undefined) : undefined;
}

/** A list is called by its own name: what was read as its article is the first of its posts. */
function usePageTitle({ page, posts }: Popup): string {
  const { t } = useTranslation();
  const { tab, reading, clip } = page;
  const article = reading.value.kind === 'read' ? reading.value.article : null;
  const offer = posts.offer.value;
  const ofList = offer === 'series' ? posts.recognized.value?.series?.name : tab.value?.title;
  const ofPage = [article?.title, clip.value?.title, tab.value?.title, tab.value?.url];
  const titles = [...(offer === 'page' ? [] : [ofList, tab.value?.title]), ...ofPage];
  // Of its own pages the browser tells neither title nor address.
  const nameless = t((tab.value?.url ?? '') === '' ? 'thisPage' : 'pageUntitled');
  return titles.find((text) => typeof text === 'string' && text.trim() !== '') ?? nameless;
}
