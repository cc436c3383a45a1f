import type { RefObject } from 'preact';
import { siteOf } from '../../../core/clip/clip-from-article.ts';
import { isWebAddress } from '../../../core/parse-url.ts';
import { SiteLetter } from '../../../ui/site-letter.tsx';
import { TagInput } from '../../../ui/tag-input.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import type { Popup } from '../state/popup.ts';
import { PageActions } from './page-actions.tsx';
import { PageNotice } from './page-notice.tsx';
import { PostsOffer, PostsPanel } from './posts-panel.tsx';
import { PageSummary } from './page-summary.tsx';

export interface PageCardProps {
  readonly popup: Popup;
  readonly tagField: RefObject<HTMLInputElement | null>;
}

/** This page: what it is, where it stands, and the one thing to do with it. */
export function PageCard({ popup, tagField }: PageCardProps) {
  const { t } = useTranslation();
  const view = popup.page.view.value;
  return (
    <section class="page-card" aria-label={t('thisPage')} data-state={view.kind}>
      <PageHeader popup={popup} />
      {popup.posts.offer.value === 'page' ? (
        <PageForm popup={popup} tagField={tagField} />
      ) : (
        <PostsPanel popup={popup} tagField={tagField} />
      )}
    </section>
  );
}

function PageForm({ popup, tagField }: PageCardProps) {
  const { t } = useTranslation();
  const view = popup.page.view.value;
  const takesTags = view.kind !== 'unreadable' || view.linkable;
  const clips = view.kind === 'reading' || view.kind === 'ready' ? { onDone: popup.clip } : {};
  return (
    <>
      <PageNotice popup={popup} view={view} />
      <div class="page-form">
        {takesTags ? (
          <div class="page-tags">
            <TagInput
              entry={popup.tags.entry.value}
              suggestions={popup.tags.suggestions.value}
              onChange={popup.tags.change}
              inputRef={tagField}
              {...clips}
            />
            {popup.tags.isRestoredDraft.value ? <span class="page-draft">{t('pageDraft')}</span> : null}
          </div>
        ) : null}
        <PageActions popup={popup} view={view} />
      </div>
      <PostsOffer popup={popup} />
    </>
  );
}

function PageHeader({ popup }: { readonly popup: Popup }) {
  const { t } = useTranslation();
  const { tab, reading, clip } = popup.page;
  const article = reading.value.kind === 'read' ? reading.value.article : null;
  const known = tab.value;
  const url = known?.url ?? '';
  // A page of the browser has an address, but no site.
  const site = isWebAddress(url) ? siteOf(url) : '';
  const titles = [article?.title, clip.value?.title, known?.title, known?.url, t('pageUntitled')];
  const title = titles.find((text) => text !== undefined && text.trim() !== '') ?? '';
  return (
    <div class="page-header">
      <SiteLetter site={site} />
      <div class="page-heading">
        <h1 class="page-title" dir="auto" title={known === undefined ? undefined : title}>
          {known === undefined ? <span class="blank long" /> : title}
        </h1>
        <PageSummary
          site={site}
          article={article}
          clip={clip.value}
          reading={reading.value.kind === 'reading'}
        />
      </div>
    </div>
  );
}
