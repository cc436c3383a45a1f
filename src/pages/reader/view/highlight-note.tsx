import { useEffect, useRef, useState } from 'preact/hooks';
import type { Highlight, HighlightChanges } from '../../../core/highlight/highlight.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import { type DraftStorage, noteDraft } from '../../../ui/note-draft.ts';

export interface HighlightNoteProps {
  readonly highlight: Highlight;
  /** What was typed and not written yet outlives the page there. */
  readonly storage: DraftStorage;
  readonly save: (changes: HighlightChanges) => Promise<void>;
  readonly onClose: () => void;
}

/** Without a key for this long (ms) what was typed is written. */
const pause = 600;

/** The note and the tags of a highlight. They are written while they are typed: there is nothing to save. */
export function HighlightNote({ highlight, storage, save, onClose }: HighlightNoteProps) {
  const { t } = useTranslation();
  const { id, anchor, color } = highlight;
  const [draft] = useState(() => noteDraft(storage, 'highlight', id, highlight.note));
  const [note, setNote] = useState(draft.restored ?? highlight.note);
  const [tags, setTags] = useState(highlight.tags.join(', '));
  const [isKept, setKept] = useState(true);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const last = useRef({ note, tags });
  last.current = { note, tags };
  const write = async () => {
    const typed = last.current;
    await save({ note: typed.note, tags: typed.tags.split(/[,，、]/) });
    if (last.current.note !== typed.note) return;
    draft.drop();
    setKept(true);
  };
  // Where it fails the draft stays, and the next key tries again.
  const tryToWrite = () => void write().catch(() => undefined);
  useEffect(() => {
    if (isKept && note === highlight.note) return undefined;
    const timer = setTimeout(tryToWrite, pause);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what was typed is the only reason to write
  }, [note, tags]);
  const close = () => {
    if (!isKept || note !== highlight.note) tryToWrite();
    onClose();
  };
  return (
    <Dialog title={t('highlightNote')} kind="highlight-note-dialog" onClose={close} onSubmit={close}>
      <blockquote class="highlight-quote" data-color={color} dir="auto">
        {anchor.quote}
      </blockquote>
      <label class="field">
        {t('highlightNoteLabel')}
        <textarea
          ref={field}
          class="text-field"
          rows={6}
          dir="auto"
          value={note}
          onInput={({ currentTarget: { value } }) => {
            draft.keep(value, highlight.note);
            setKept(false);
            setNote(value);
          }}
        />
      </label>
      <TagsField
        tags={tags}
        onInput={(value) => {
          setKept(false);
          setTags(value);
        }}
      />
      <p class="highlight-kept" role="status">
        {t(isKept ? 'highlightNoteKept' : 'highlightNoteTyping')}
      </p>
    </Dialog>
  );
}

function TagsField({ tags, onInput }: { readonly tags: string; readonly onInput: (tags: string) => void }) {
  const { t } = useTranslation();
  return (
    <label class="field">
      {t('tagsLabel')}
      <input
        type="text"
        class="text-field"
        autocomplete="off"
        value={tags}
        placeholder={t('tagsPlaceholder')}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
    </label>
  );
}
