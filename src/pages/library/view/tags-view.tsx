import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { foldName } from '../../../search/text/fold-name.ts';
import { countText, useTranslation } from '../../../ui/translation.ts';
import { Icon } from '../../../ui/icon.tsx';
import { WindowedList } from '../../../ui/windowed-list.tsx';
import { useLibrary } from '../state/library.ts';
import type { CountedTag } from '../state/tag-counts.ts';
import { EmptyState } from './empty-state.tsx';
import { JobCards } from './job-cards.tsx';
import { NearDuplicateList } from './near-duplicate-list.tsx';
import { TagBar } from './tag-bar.tsx';
import { TagEditor, type TagEditing } from './tag-editor.tsx';
import { TagManagerRow } from './tag-manager-row.tsx';

/** All tags: rename, merge, nest, colour, delete, and those that seem to be one. */
export function TagsView() {
  const translation = useTranslation();
  const { t } = translation;
  const { tags, rows, dependencies } = useLibrary();
  const wanted = useSignal('');
  const ticked = useSignal<ReadonlySet<string>>(new Set());
  const editing = useSignal<TagEditing | null>(null);
  const words = foldName(wanted.value.trim());
  const all = tags.tags.value;
  const shown = words === '' ? all : all.filter((tag) => foldName(tag.label).includes(words));
  const chosen = all.filter((tag) => ticked.value.has(tag.key));
  useEffect(() => {
    if (words !== '') dependencies.announcer.say(countText(translation, 'tagCount', shown.length));
  }, [words, shown.length, dependencies, translation]);
  const tick = (tag: CountedTag) => {
    const next = new Set(ticked.value);
    if (!next.delete(tag.key)) next.add(tag.key);
    ticked.value = next;
  };
  if (rows.stage.value !== 'whole') return <p class="empty">{t('listLoading')}</p>;
  return (
    <div class="tag-manager">
      <JobCards />
      <NearDuplicateList />
      <div class="tag-manager-bar">
        <TagFilter text={wanted.value} onInput={(text) => (wanted.value = text)} />
        <TagBar
          chosen={chosen}
          count={shown.length}
          onEdit={(next) => (editing.value = next)}
          onClear={() => (ticked.value = new Set())}
        />
      </div>
      {all.length === 0 ? (
        <EmptyState icon="tag" text={t('emptyTags')} />
      ) : (
        <TagRows
          tags={shown}
          ticked={ticked.value}
          onTick={tick}
          onEdit={(kind, tag) => (editing.value = { kind, tags: [tag] })}
        />
      )}
      {editing.value === null ? null : (
        <TagEditor
          editing={editing.value}
          onClose={(done) => {
            editing.value = null;
            if (done) ticked.value = new Set();
          }}
        />
      )}
    </div>
  );
}

function TagFilter({ text, onInput }: { readonly text: string; readonly onInput: (text: string) => void }) {
  const { t } = useTranslation();
  return (
    <div class="search-field">
      <Icon name="search" />
      <input
        class="text-field"
        type="search"
        aria-label={t('tagsFilter')}
        placeholder={t('tagsFilter')}
        value={text}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}

interface TagRowsProps {
  readonly tags: readonly CountedTag[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (tag: CountedTag) => void;
  readonly onEdit: (kind: TagEditing['kind'], tag: CountedTag) => void;
}

function TagRows({ tags, ticked, onTick, onEdit }: TagRowsProps) {
  const { t } = useTranslation();
  return (
    <WindowedList
      label={t('viewTags')}
      kind="tag-rows"
      count={tags.length}
      active={-1}
      focusTurn={0}
      row={(index) => {
        const tag = tags[index];
        if (tag === undefined) return { key: String(index), content: null };
        const row = (
          <TagManagerRow
            tag={tag}
            ticked={ticked.has(tag.key)}
            onTick={() => onTick(tag)}
            onEdit={(kind) => onEdit(kind, tag)}
          />
        );
        return { key: tag.key, content: row };
      }}
    />
  );
}
