import { Button, IconButton } from '../../../ui/button.tsx';
import { countText, useTranslation } from '../../../ui/translation.ts';
import type { CountedTag } from '../state/tag-counts.ts';
import type { TagEditing } from './tag-editor.tsx';

export interface TagBarProps {
  readonly chosen: readonly CountedTag[];
  /** How many tags the list shows. */
  readonly count: number;
  readonly onEdit: (editing: TagEditing) => void;
  readonly onClear: () => void;
}

/** How many tags there are; with some ticked, what can be done with all of them. */
export function TagBar({ chosen, count, onEdit, onClear }: TagBarProps) {
  const translation = useTranslation();
  const { t } = translation;
  if (chosen.length === 0) return <span class="list-count">{countText(translation, 'tagCount', count)}</span>;
  return (
    <div class="tag-bar" role="toolbar" aria-label={t('selectionTools')}>
      <IconButton icon="close" label={t('actionClear')} onClick={onClear} />
      <span class="list-count" role="status">
        {t('selectionCount', countText(translation, 'tagCount', chosen.length))}
      </span>
      {chosen.length < 2 ? null : (
        <Button icon="merge" onClick={() => onEdit({ kind: 'merge', tags: chosen })}>
          {t('tagsMerge')}
        </Button>
      )}
      <Button icon="nest" onClick={() => onEdit({ kind: 'nest', tags: chosen })}>
        {t('tagsNest')}
      </Button>
      <Button icon="trash" onClick={() => onEdit({ kind: 'delete', tags: chosen })}>
        {t('tagsDelete')}
      </Button>
    </div>
  );
}
