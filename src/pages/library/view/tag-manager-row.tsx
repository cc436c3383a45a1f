import { IconButton } from '../../../ui/button.tsx';
import { filterText } from '../../../search/query/edit-query.ts';
import { countText, useTranslation } from '../../../ui/translation.ts';
import { searchOf } from '../../library-route/library-route.ts';
import { useLibrary } from '../state/library.ts';
import type { CountedTag } from '../state/tag-counts.ts';
import type { TagEditing } from './tag-editor.tsx';

export interface TagManagerRowProps {
  readonly tag: CountedTag;
  readonly ticked: boolean;
  readonly onTick: () => void;
  readonly onEdit: (kind: TagEditing['kind']) => void;
}

export function TagManagerRow({ tag, ticked, onTick, onEdit }: TagManagerRowProps) {
  const translation = useTranslation();
  const { t, language } = translation;
  const { address } = useLibrary();
  const place = {
    view: 'clips',
    query: filterText({ name: 'tag', value: tag.key }),
    sort: null,
    text: null,
    job: null,
  } as const;
  return (
    <div class="tag-row" data-ticked={ticked} data-depth={Math.min(tag.depth, 4)}>
      <label class="tag-tick">
        <input type="checkbox" checked={ticked} aria-label={t('rowTick', tag.label)} onChange={onTick} />
      </label>
      <button
        type="button"
        class="tag-dot"
        data-color={tag.color}
        aria-label={t('tagColor', tag.label)}
        title={t('tagColor', tag.label)}
        onClick={() => onEdit('color')}
      />
      <a
        class="tag-name"
        data-row-link
        dir="auto"
        href={searchOf(place)}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          address.go(place);
        }}
      >
        {tag.label}
      </a>
      {tag.marks === 0 ? null : (
        <span class="tag-marks">{countText(translation, 'highlightCount', tag.marks)}</span>
      )}
      <span class="tag-count">{new Intl.NumberFormat(language).format(tag.count)}</span>
      <IconButton icon="edit" label={t('tagRename', tag.label)} onClick={() => onEdit('rename')} />
      <IconButton icon="trash" label={t('tagDelete', tag.label)} onClick={() => onEdit('delete')} />
    </div>
  );
}
