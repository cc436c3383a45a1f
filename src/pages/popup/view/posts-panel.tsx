import { type RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { FetchOptions } from '../../../ui/fetch-options.tsx';
import { JobCard } from '../../../ui/job-card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PickList } from '../../../ui/pick-list.tsx';
import { TagInput } from '../../../ui/tag-input.tsx';
import { countText, useTranslation } from '../../../ui/translation.ts';
import type { Popup } from '../state/popup.ts';

export interface PostsPanelProps {
  readonly popup: Popup;
  readonly tagField: RefObject<HTMLInputElement | null>;
}

/** The posts of an index page or a series, to be clipped one by one into the library; then how that is going. */
export function PostsPanel({ popup, tagField }: PostsPanelProps) {
  const { t } = useTranslation();
  const { posts, tags } = popup;
  const job = posts.taking.job.value;
  if (job !== null) {
    return (
      <>
        <JobCard view={job} actions={posts.taking.actions} />
        <div class="page-actions">
          <Button kind="quiet" onClick={() => popup.openJob(job.job.id)}>
            {t('jobDetails')}
          </Button>
        </div>
      </>
    );
  }
  const next = posts.offer.value === 'posts' ? (posts.recognized.value?.next ?? null) : null;
  return (
    <>
      {posts.taking.refused.value ? <Notice tone="warning" text={t('postsRefused')} /> : null}
      <PickList picks={posts.picks} />
      {next === null ? null : (
        <label class="option">
          <input
            type="checkbox"
            checked={posts.follow.value}
            onChange={(event) => posts.setFollow(event.currentTarget.checked)}
          />
          {t('postsFollow')}
        </label>
      )}
      <details class="fetch-options">
        <summary>{t('postsOptions')}</summary>
        <FetchOptions choices={posts.fetching.choices.value} onChange={posts.fetching.choose} />
      </details>
      <TagInput
        entry={tags.entry.value}
        suggestions={tags.suggestions.value}
        onChange={tags.change}
        inputRef={tagField}
        onDone={popup.clipPosts}
      />
      <PostsActions popup={popup} />
    </>
  );
}

function PostsActions({ popup }: { readonly popup: Popup }) {
  const translation = useTranslation();
  const { t } = translation;
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) first.current?.focus();
  });
  const { posts } = popup;
  const chosen = posts.picks.chosen.value.length;
  return (
    <div class="page-actions">
      {chosen === 0 && !posts.follow.value ? (
        <p>{t('postsNone')}</p>
      ) : (
        <Button kind="primary" icon="add" buttonRef={first} onClick={popup.clipPosts}>
          {countText(translation, 'clipPosts', chosen)}
        </Button>
      )}
      {posts.offer.value === 'posts' ? (
        <Button kind="quiet" onClick={popup.keepList}>
          {t('postsKeepList')}
        </Button>
      ) : null}
      <Button kind="quiet" onClick={() => posts.show('page')}>
        {t('postsAsArticle')}
      </Button>
    </div>
  );
}

/** Under the page's own card: what else it offers. */
export function PostsOffer({ popup }: { readonly popup: Popup }) {
  const translation = useTranslation();
  const { posts } = popup;
  if (posts.others.value.length === 0) return null;
  return (
    <div class="page-actions">
      {posts.others.value.map(({ offer, count }) => (
        <Button key={offer} kind="quiet" onClick={() => posts.show(offer)}>
          {countText(translation, offer === 'series' ? 'seriesInstead' : 'postsInstead', count)}
        </Button>
      ))}
    </div>
  );
}
