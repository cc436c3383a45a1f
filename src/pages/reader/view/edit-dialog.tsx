import { type Signal, useSignal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { type TagEntry, type TagSuggestion, committed } from '../../../ui/tag-entry.ts';
import { useTranslation } from '../../../ui/translation.ts';
import type { ReaderActions } from '../state/actions.ts';
import { type DraftStorage, type NoteDraft, noteDraft } from '../../../ui/note-draft.ts';
import type { ShownClip } from '../state/reader.ts';
import { TagsField } from './tags-field.tsx';

export interface EditDialogProps {
  readonly shown: ShownClip;
  /** What was typed as a note and not saved outlives the page there. */
  readonly storage: DraftStorage;
  readonly save: ReaderActions['save'];
  readonly suggestTags: (text: string) => Promise<readonly TagSuggestion[]>;
  readonly reportBug: (error: unknown) => void;
  readonly onClose: () => void;
}

/** What is known about the clip, changed by hand; an empty author or date takes it away. */
export function EditDialog({ shown: { clip, tags }, storage, save, onClose, ...props }: EditDialogProps) {
  const { t } = useTranslation();
  const title = useSignal(clip.title);
  const author = useSignal(clip.author ?? '');
  const date = useSignal(clip.publishedAt?.slice(0, 10) ?? '');
  const [draft] = useState(() => noteDraft(storage, 'clip', clip.id, clip.note));
  const note = useSignal(draft.restored ?? clip.note);
  const entry = useSignal<TagEntry>({ tags, text: '' });
  const finish = () => {
    const changedDate = date.value !== (clip.publishedAt?.slice(0, 10) ?? '');
    save(
      {
        ...(title.value.trim() === '' || title.value === clip.title ? {} : { title: title.value.trim() }),
        author: author.value.trim() === '' ? null : author.value.trim(),
        // A date that was not touched keeps the time of day that the page gave.
        ...(changedDate ? { publishedAt: date.value === '' ? null : date.value } : {}),
        note: note.value,
      },
      committed(entry.value).tags,
      draft.drop,
    );
    onClose();
  };
  // Closed without saving, the user has said that it may go.
  const close = () => {
    draft.drop();
    onClose();
  };
  const unsaved =
    title.value !== clip.title ||
    author.value !== (clip.author ?? '') ||
    date.value !== (clip.publishedAt?.slice(0, 10) ?? '') ||
    note.value !== clip.note ||
    entry.value.text.trim() !== '' ||
    entry.value.tags.join('\n') !== tags.join('\n');
  return (
    <Dialog title={t('readerEdit')} kind="edit-dialog" onClose={close} onSubmit={finish} unsaved={unsaved}>
      <Field label={t('editTitle')} value={title} />
      <TagsField entry={entry} {...props} />
      <div class="field-row">
        <Field label={t('editAuthor')} value={author} />
        <label class="field">
          <span>{t('editDate')}</span>
          <input
            class="text-field"
            type="date"
            value={date.value}
            onInput={(event) => (date.value = event.currentTarget.value)}
          />
        </label>
      </div>
      <NoteField note={note} draft={draft} written={clip.note} />
      <div class="dialog-actions">
        <Button kind="primary" onClick={finish}>
          {t('editSave')}
        </Button>
      </div>
    </Dialog>
  );
}

function Field({ label, value }: { readonly label: string; readonly value: Signal<string> }) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        class="text-field"
        type="text"
        value={value.value}
        onInput={(event) => (value.value = event.currentTarget.value)}
      />
    </label>
  );
}

interface NoteFieldProps {
  readonly note: Signal<string>;
  readonly draft: NoteDraft;
  readonly written: string;
}

function NoteField({ note, draft, written }: NoteFieldProps) {
  const { t } = useTranslation();
  return (
    <>
      <label class="field">
        <span>{t('editNote')}</span>
        <textarea
          class="text-field"
          rows={5}
          value={note.value}
          onInput={({ currentTarget: { value } }) => {
            draft.keep(value, written);
            note.value = value;
          }}
        />
      </label>
      {draft.restored === null ? null : <p role="status">{t('editNoteRestored')}</p>}
    </>
  );
}
