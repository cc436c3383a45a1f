import { useLayoutEffect } from 'preact/hooks';
import { IconButton } from '../../../ui/button.tsx';
import { TagInput } from '../../../ui/tag-input.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import { cardActions } from '../state/card-actions.ts';
import type { Note } from '../state/note.ts';
import { PageActions } from './page-actions.tsx';
import type { PageCardProps } from './page-card-props.ts';

/**
 * Tags, note and buttons. The suggestions for a tag stand below all of them, in the flow: they push the list down, which
 * gives way, and cover nothing that can be pressed.
 */
export function PageForm({ popup, tagField, noteField }: PageCardProps) {
  const { t } = useTranslation();
  const { page, tags, note, posts } = popup;
  const view = page.view.value;
  const isList = posts.offer.value !== 'page';
  const takesTags = isList || view.kind !== 'unreadable' || view.linkable;
  const takesNote = !isList && takesTags && view.kind !== 'trashed';
  const clips = isList || view.kind === 'reading' || view.kind === 'ready';
  const done = clips ? { onDone: () => cardActions(popup).main?.run() } : {};
  return (
    <div class="page-form">
      {takesTags ? (
        <TagInput
          entry={tags.entry.value}
          suggestions={tags.suggestions.value}
          onChange={tags.change}
          inputRef={tagField}
          {...done}
        />
      ) : null}
      {takesNote && !note.shown.value ? (
        <IconButton icon="note" label={t('noteAdd')} keys="Alt+N" onClick={note.show} />
      ) : null}
      <PageActions popup={popup} />
      {takesNote && note.shown.value ? <NoteField note={note} noteField={noteField} /> : null}
      {tags.isRestoredDraft.value && !isList ? <span class="page-draft">{t('pageDraft')}</span> : null}
    </div>
  );
}

/** Has the focus from the beginning where the user asked for it. */
function NoteField({
  note,
  noteField,
}: {
  readonly note: Note;
  readonly noteField: PageCardProps['noteField'];
}) {
  const { t } = useTranslation();
  useLayoutEffect(() => {
    if (note.wanted.peek()) noteField.current?.focus();
  }, [note, noteField]);
  return (
    <textarea
      ref={noteField}
      class="text-field page-note"
      aria-label={t('editNote')}
      placeholder={t('notePlaceholder')}
      rows={2}
      value={note.text.value}
      onInput={(event) => note.change(event.currentTarget.value)}
      onBlur={note.flush}
    />
  );
}
