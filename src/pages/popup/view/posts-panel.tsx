import { FetchOptions } from '../../../ui/fetch-options.tsx';
import { JobCard } from '../../../ui/job-card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PickList } from '../../../ui/pick-list.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import { PageActions } from './page-actions.tsx';
import type { PageCardProps } from './page-card-props.ts';
import { PageForm } from './page-form.tsx';

/** The posts of an index page or a series, to be clipped one by one; then how that is going. */
export function PostsPanel(props: PageCardProps) {
  const { t } = useTranslation();
  const { posts } = props.popup;
  const job = posts.taking.job.value;
  if (job !== null) {
    return (
      <>
        <JobCard view={job} actions={posts.taking.actions} />
        <PageActions popup={props.popup} />
      </>
    );
  }
  const next = posts.offer.value === 'posts' ? (posts.recognized.value?.next ?? null) : null;
  return (
    <>
      {posts.taking.refused.value ? <Notice tone="warning" text={t('postsRefused')} /> : null}
      {posts.offer.value === 'posts' && posts.recognized.value?.isCut === true ? (
        <Notice tone="info" text={t('postsCut', posts.recognized.value.posts.length)} />
      ) : null}
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
      <PageForm {...props} />
    </>
  );
}
