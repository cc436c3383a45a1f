import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SimilarClip } from '../../../search/index/similar-clips.ts';
import { hasOriginalPage } from '../../../core/clip/original-page.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { RelativeDate } from '../../../ui/relative-date.tsx';
import { TitleText } from '../../../ui/title-text.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import type { ReaderActions } from '../state/actions.ts';
import type { Neighbours } from '../state/no-neighbours.ts';
import type { ShownClip } from '../state/reader.ts';

export interface ArticleEndProps {
  readonly shown: ShownClip;
  readonly actions: ReaderActions;
  readonly neighbours: Neighbours;
  readonly related: () => Promise<readonly SimilarClip[]>;
  readonly reportBug: (error: unknown) => void;
  /** Epoch ms. */
  readonly now: number;
}

/** Where an article ends: what one does now, and what of the library goes with it. */
export function ArticleEnd({ shown: { clip }, actions, neighbours, ...props }: ArticleEndProps) {
  const { t } = useTranslation();
  const isRead = clip.readAt !== null;
  const inTrash = clip.trashedAt !== null;
  const next = neighbours.nextUnread;
  return (
    <footer class="article-end" aria-label={t('readerEnd')}>
      <div class="end-actions">
        <Button kind={isRead ? 'plain' : 'primary'} icon="check" onClick={actions.markRead}>
          {t(isRead ? 'actionUnread' : 'actionRead')}
        </Button>
        {next === null ? null : (
          <a class="button end-next" href={next.address} title={next.title}>
            <span>{t('readerNextUnread', next.title)}</span>
            <Icon name="chevron" />
          </a>
        )}
        <Button icon="star" onClick={actions.star}>
          {t(clip.starred ? 'actionUnstar' : 'actionStar')}
        </Button>
        {inTrash ? null : (
          <Button icon="trash" onClick={actions.trash}>
            {t('actionTrash')}
          </Button>
        )}
        {hasOriginalPage(clip.url) ? (
          <a class="button" href={clip.url} target="_blank" rel="noreferrer noopener">
            <Icon name="external" />
            {t('openOriginal')}
          </a>
        ) : null}
      </div>
      <Related {...props} />
    </footer>
  );
}

function Related({ related, reportBug, now }: Pick<ArticleEndProps, 'related' | 'reportBug' | 'now'>) {
  const { t } = useTranslation();
  const found = useSignal<readonly SimilarClip[]>([]);
  useEffect(() => {
    related().then((clips) => (found.value = clips), reportBug);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for the clip
  }, []);
  if (found.value.length === 0) return null;
  return (
    <section class="related" aria-labelledby="related">
      <h2 id="related">{t('readerRelated')}</h2>
      <ul>
        {found.value.map(({ clip, shared }) => (
          <li key={clip.id}>
            <a href={`?${new URLSearchParams({ id: clip.id }).toString()}`}>
              <span class="related-title" dir="auto" lang={clip.language ?? undefined}>
                <TitleText title={clip.title} language={clip.language} />
              </span>
              <span class="related-facts">
                <span>{clip.site}</span>
                <RelativeDate time={clip.savedAt} now={now} />
                {shared.length === 0 ? null : <span>{t('readerShared', shared.join(t('listComma')))}</span>}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
