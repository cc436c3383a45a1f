import { useEffect, useRef, useState } from 'preact/hooks';
import type { MessageKey } from '../../../browser/translate.ts';
import { failureCode } from '../../../core/failure.ts';
import type { Highlight, HighlightChanges } from '../../../core/highlight/highlight.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { failureText } from '../../../ui/failure-text.ts';
import { type DraftStorage, noteDraft } from '../../../ui/note-draft.ts';
import { useTranslation } from '../../../ui/translation.ts';
import { createHighlightWriting } from '../state/highlight-writing.ts';
import { TagsField, type TagsFieldProps } from './tags-field.tsx';

export interface HighlightNoteProps extends Pick<TagsFieldProps, 'suggestTags' | 'reportBug'> {
  readonly highlight: Highlight;
  /** Of tags, by key. */
  readonly labels: ReadonlyMap<string, string>;
  /** Where one begins to type. */
  readonly first: 'note' | 'tags';
  /** What was typed and not written yet outlives the page there. */
  readonly storage: DraftStorage;
  readonly save: (changes: HighlightChanges) => Promise<void>;
  /** `last` is the writing that is still under way; it may fail. */
  readonly onClose: (last: Promise<void>) => void;
}

/** Without a key for this long (ms) what was typed is written. */
const pause = 600;

/** The note and the tags of a highlight. They are written while they are typed. */
export function HighlightNote(props: HighlightNoteProps) {
  const { highlight, labels, first, storage, save, suggestTags, reportBug, onClose } = props;
  const { t } = useTranslation();
  const { id, anchor, color } = highlight;
  const [draft] = useState(() => noteDraft(storage, 'highlight', id, highlight.note));
  const [writing] = useState(() => {
    const ownLabels = highlight.tags.map((key) => labels.get(key) ?? key);
    return createHighlightWriting({ note: highlight.note, labels: ownLabels }, draft, save);
  });
  const [failed, setFailed] = useState<MessageKey | null>(null);
  const noteField = useRef<HTMLTextAreaElement>(null);
  const tagsField = useRef<HTMLInputElement>(null);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- only as it opens
  useEffect(() => (first === 'note' ? noteField : tagsField).current?.focus(), []);
  const note = writing.note.value;
  const { tags } = writing.entry.value;
  useEffect(() => {
    if (writing.isKept.peek()) return undefined;
    const timer = setTimeout(() => {
      writing.write().then(
        () => setFailed(null),
        (error: unknown) => setFailed(failureText(failureCode(error, reportBug)).message),
      );
    }, pause);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what was typed is the only reason to write
  }, [note, tags]);
  const close = () => onClose(writing.finish());
  return (
    <Dialog title={t('highlightNote')} kind="highlight-note-dialog" onClose={close} onSubmit={close}>
      <blockquote class="highlight-quote" data-color={color} dir="auto">
        {anchor.quote}
      </blockquote>
      <TagsField entry={writing.entry} suggestTags={suggestTags} reportBug={reportBug} inputRef={tagsField} />
      <label class="field">
        {t('highlightNoteLabel')}
        <textarea
          ref={noteField}
          class="text-field"
          rows={6}
          dir="auto"
          value={note}
          onInput={({ currentTarget: { value } }) => {
            draft.keep(value, highlight.note);
            writing.note.value = value;
          }}
        />
      </label>
      <p class="highlight-kept" role="status">
        {t(failed ?? (writing.isKept.value ? 'highlightNoteKept' : 'highlightNoteTyping'))}
      </p>
    </Dialog>
  );
}
