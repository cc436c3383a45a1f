import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { parseTag } from '../../../core/tag/tag.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { type TagEntry, type TagSuggestion, committed } from '../../../ui/tag-entry.ts';
import { TagInput } from '../../../ui/tag-input.tsx';
import { countText, useTranslation } from '../../../ui/translation.ts';
import { type Library, useLibrary } from '../state/library.ts';

/** Puts tags on the ticked clips (or the one that the keyboard stands on), or takes some of theirs off. */
export function TagDialog({
  kind,
  onClose,
}: {
  readonly kind: 'add' | 'remove';
  readonly onClose: () => void;
}) {
  const translation = useTranslation();
  const { t } = translation;
  const library = useLibrary();
  const { selection, edits } = library;
  const entry = useSignal<TagEntry>({ tags: [], text: '' });
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const ids = selection.target.value;
  const many = countText(translation, 'clipCount', ids.length);
  const title = t(kind === 'add' ? 'actionAddTags' : 'actionRemoveTags');
  const finish = () => {
    const { tags } = committed(entry.value);
    onClose();
    if (tags.length === 0) return;
    const edit = kind === 'add' ? { addTags: tags } : { removeTags: tags };
    void edits.editClips(ids, edit, t(kind === 'add' ? 'doneTagged' : 'doneUntagged', tags.join(', '), many));
  };
  return (
    <Dialog
      title={`${title} · ${many}`}
      kind="tag-dialog"
      onClose={onClose}
      onSubmit={finish}
      unsaved={entry.value.tags.length > 0 || entry.value.text.trim() !== ''}
    >
      <TagInput
        entry={entry.value}
        suggestions={suggestionsFor(library, kind, entry.value.text)}
        onChange={(next) => (entry.value = next)}
        onDone={finish}
        inputRef={field}
      />
      <div class="dialog-actions">
        <Button kind="primary" onClick={finish}>
          {title}
        </Button>
      </div>
    </Dialog>
  );
}

const shown = 8;

/** To add: all tags, the most used first. To remove: those that the clips have. */
function suggestionsFor(
  { tags, selection, rows }: Library,
  kind: 'add' | 'remove',
  text: string,
): TagSuggestion[] {
  const typed = parseTag(text)?.key ?? '';
  const own = new Set(selection.target.value.flatMap((id) => rows.byId.value.get(id)?.tags ?? []));
  const known = kind === 'remove' ? [...own] : [...tags.byKey.value.keys()];
  return known
    .filter((key) => key.includes(typed))
    .toSorted(
      (a, b) =>
        Number(b.startsWith(typed)) - Number(a.startsWith(typed)) ||
        (tags.counts.value.get(b) ?? 0) - (tags.counts.value.get(a) ?? 0),
    )
    .slice(0, shown)
    .map((key) => ({ label: tags.label(key), origin: 'known' }));
}
