import { type ReadonlySignal, type Signal, computed, signal, untracked } from '@preact/signals';
import type { Highlight, HighlightChanges } from '../../../core/highlight/highlight.ts';
import type { NoteDraft } from '../../../ui/note-draft.ts';
import { type TagEntry, committed } from '../../../ui/tag-entry.ts';

/** The note and the tags of a highlight while they are typed. There is nothing to save: `write` is called at each pause. */
export interface HighlightWriting {
  readonly note: Signal<string>;
  readonly entry: Signal<TagEntry>;
  /** Whether the library has all that was typed. */
  readonly isKept: ReadonlySignal<boolean>;
  /** Writes what is typed now, after what is being written. Rejects where that fails; the draft stays then. */
  readonly write: () => Promise<void>;
  /** The same for the end: a tag that is half typed is one. */
  readonly finish: () => Promise<void>;
}

export function createHighlightWriting(
  highlight: Pick<Highlight, 'note'> & { readonly labels: readonly string[] },
  draft: NoteDraft,
  save: (changes: HighlightChanges) => Promise<void>,
): HighlightWriting {
  const note = signal(draft.restored ?? highlight.note);
  const entry = signal<TagEntry>({ tags: highlight.labels, text: '' });
  const kept = signal<Written>({ note: highlight.note, tags: highlight.labels });
  let last: Promise<unknown> = Promise.resolve();
  const typedNow = () => ({ note: note.value, tags: entry.value.tags });
  const isKept = computed(() => entry.value.text.trim() === '' && isSame(typedNow(), kept.value));
  const saveNow = async () => {
    const typed = untracked(typedNow);
    if (isSame(typed, kept.peek())) return;
    await save(typed);
    kept.value = typed;
    // What was typed meanwhile is in the draft, and is written next.
    if (note.peek() === typed.note) draft.drop();
  };
  const write = async () => {
    const own = last.then(saveNow, saveNow);
    last = own;
    await own;
  };
  return {
    note,
    entry,
    isKept,
    write,
    async finish() {
      entry.value = committed(entry.peek());
      await write();
    },
  };
}

interface Written {
  readonly note: string;
  readonly tags: readonly string[];
}

function isSame(a: Written, b: Written): boolean {
  return a.note === b.note && a.tags.join('\n') === b.tags.join('\n');
}
