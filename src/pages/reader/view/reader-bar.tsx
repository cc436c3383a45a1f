import type { Clip } from '../../../core/clip/clip.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { countText, useTranslation } from '../../../ui/translation.ts';
import type { ReaderActions } from '../state/actions.ts';
import type { ClipWork } from '../state/work.ts';
import type { Neighbours } from '../state/no-neighbours.ts';

export interface ReaderBarProps {
  readonly clip: Clip;
  readonly neighbours: Neighbours;
  /** Share of the article above the window's top, 0 to 1. */
  readonly read: number;
  readonly actions: ReaderActions;
  readonly work: ClipWork;
}

/** Over the article: back to the list and its neighbours; what can be done with this one. */
export function ReaderBar({ clip, neighbours, read, actions, work }: ReaderBarProps) {
  const translation = useTranslation();
  const { t } = translation;
  const left = Math.ceil(clip.readingMinutes * (1 - read));
  return (
    <header class="reader-bar">
      <a class="icon-button" href={neighbours.list} aria-label={t('openLibrary')} title={t('openLibrary')}>
        <Icon name="library" />
      </a>
      <Step clip={neighbours.previous} label={t('readerPrevious')} icon="back" />
      <Step clip={neighbours.next} label={t('readerNext')} icon="chevron" />
      <span class="reader-left">
        {clip.words === 0 || read > 0.98 ? '' : t('readerLeft', countText(translation, 'minutes', left))}
      </span>
      <span class="reader-tools">
        <span class="outline-button">
          <IconButton icon="filter" label={t('outlineTitle')} onClick={actions.showOutline} />
        </span>
        {(clip.highlights ?? 0) === 0 ? null : (
          <span class="highlights-button">
            <IconButton icon="mark" label={t('highlightsTitle')} onClick={actions.showHighlights} />
          </span>
        )}
        <span data-on={clip.starred}>
          <IconButton
            icon="star"
            label={t(clip.starred ? 'actionUnstar' : 'actionStar')}
            onClick={actions.star}
          />
        </span>
        <span data-on={clip.readAt !== null}>
          <IconButton
            icon="check"
            label={t(clip.readAt === null ? 'actionRead' : 'actionUnread')}
            onClick={actions.markRead}
          />
        </span>
        <span class="wide-tool">
          <IconButton icon="link" label={t('copyLink')} onClick={actions.copyLink} />
        </span>
        <span class="wide-tool">
          <IconButton icon="trash" label={t('actionTrash')} onClick={actions.trash} />
        </span>
        <IconButton icon="edit" label={t('readerEdit')} onClick={actions.edit} />
        <span class="tidy-button" data-on={actions.isTidying.value}>
          <IconButton
            icon="erase"
            label={t(actions.isTidying.value ? 'readerTidyEnd' : 'readerTidy')}
            onClick={actions.tidy}
          />
        </span>
        <IconButton icon="type" label={t('typographyTitle')} onClick={actions.showTypography} />
        <IconButton icon="more" label={t('readerMore')} onClick={work.showMore} />
      </span>
      <progress class="reader-progress" max={1} value={read} aria-label={t('readerProgress')} />
    </header>
  );
}

function Step({
  clip,
  label,
  icon,
}: {
  readonly clip: { readonly address: string; readonly title: string } | null;
  readonly label: string;
  readonly icon: 'back' | 'chevron';
}) {
  if (clip === null) return null;
  return (
    <a
      class="icon-button"
      href={clip.address}
      aria-label={`${label}: ${clip.title}`}
      title={`${label}: ${clip.title}`}
    >
      <Icon name={icon} />
    </a>
  );
}
