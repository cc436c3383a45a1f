import { markdownFormKey } from '../../../core/export-settings.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import {
  formOf,
  type MarkdownField,
  type MarkdownForm,
  type MarkdownPreset,
  parseMarkdownForm,
  readMarkdownForm,
  withKey,
} from '../../../formats/export/markdown-form.ts';
import type { Attempt } from '../../../ui/attempt.ts';

/** A file as it would be. */
export interface MarkdownSample {
  readonly name: string;
  readonly text: string;
}

export interface MarkdownChoice {
  readonly current: ReadonlySignal<MarkdownForm>;
  /** Of the newest clip, or of one that is made up; null until it is known. */
  readonly sample: ReadonlySignal<MarkdownSample | null>;
  readonly choose: (preset: MarkdownPreset) => void;
  readonly change: (part: Partial<Pick<MarkdownForm, 'fileName' | 'copyProperties' | 'vault'>>) => void;
  readonly setKey: (field: MarkdownField, key: string | null) => void;
  readonly start: () => void;
  readonly reportBug: (error: unknown) => void;
}

export interface MarkdownChoiceDependencies {
  readonly local: Pick<Storage, 'getItem' | 'setItem'>;
  /** The newest clip, written in this form. */
  readonly sampleOf: (form: MarkdownForm) => Promise<MarkdownSample>;
  /** Tells the worker, which has no `localStorage`: it copies by a key. */
  readonly tell: (form: MarkdownForm) => Promise<void>;
  readonly attempt: Attempt;
  readonly reportBug: (error: unknown) => void;
}

/** How clips are written as Markdown: a preset, and what of it the user wants otherwise, shown on a clip at once. */
export function createMarkdownChoice({
  local,
  sampleOf,
  tell,
  attempt,
  reportBug,
}: MarkdownChoiceDependencies): MarkdownChoice {
  const current = signal(readMarkdownForm(local.getItem(markdownFormKey)));
  const sample = signal<MarkdownSample | null>(null);
  const show = () => {
    const form = current.peek();
    attempt(() => tell(form));
    attempt(async () => {
      const made = await sampleOf(form);
      // A later choice may have been faster.
      if (form === current.peek()) sample.value = made;
    });
  };
  const set = (form: MarkdownForm) => {
    current.value = form;
    local.setItem(markdownFormKey, JSON.stringify(form));
    show();
  };
  return {
    current,
    sample,
    choose: (preset) => set(formOf(preset, current.peek())),
    change: (part) => set(parseMarkdownForm({ ...current.peek(), ...part })),
    setKey: (field, key) => set(withKey(current.peek(), field, key)),
    start: show,
    reportBug,
  };
}
