import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import {
  type TagReplacement,
  mergeTags,
  nestTags,
  renameTag,
  tagsUnder,
} from '../../../core/tag/replace-tags.ts';
import { tagColors } from '../../../core/tag/tag-colors.ts';
import { parseTag } from '../../../core/tag/tag.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import { type Library, useLibrary } from '../state/library.ts';
import type { CountedTag } from '../state/tag-counts.ts';

export interface TagEditing {
  readonly kind: 'rename' | 'merge' | 'nest' | 'delete' | 'color';
  readonly tags: readonly CountedTag[];
}

export interface TagEditorProps {
  readonly editing: TagEditing;
  readonly onClose: (done: boolean) => void;
}

export function TagEditor(props: TagEditorProps) {
  const { t } = useTranslation();
  const { kind, tags } = props.editing;
  const names = tags.map((tag) => tag.label).join(', ');
  const titles = {
    rename: t('tagRename', names),
    merge: t('tagsMerge'),
    nest: t('tagsNest'),
    delete: t('tagDelete', names),
    color: t('tagColor', names),
  };
  const typed = useSignal(false);
  return (
    <Dialog title={titles[kind]} kind="tag-dialog" onClose={() => props.onClose(false)} unsaved={typed.value}>
      {kind === 'color' ? (
        <ColorChoice {...props} />
      ) : (
        <NameForm {...props} onTyped={() => (typed.value = true)} />
      )}
    </Dialog>
  );
}

/** A name, where one is asked for, and what the change will do. */
function NameForm({ editing, onClose, onTyped }: TagEditorProps & { readonly onTyped: () => void }) {
  const { t } = useTranslation();
  const library = useLibrary();
  const { kind, tags } = editing;
  const [most] = tags.toSorted((a, b) => b.count - a.count);
  const name = useSignal(kind === 'rename' || kind === 'merge' ? (most?.label ?? '') : '');
  const field = useRef<HTMLInputElement>(null);
  // Before it is painted: what is typed at once replaces the name.
  useLayoutEffect(() => field.current?.select(), []);
  const plan = planFor(library, editing, name.value, t);
  const run = () => {
    if (plan.replacements === null) return;
    onClose(true);
    if (plan.replacements.length > 0) void library.edits.replaceTags(plan.replacements, plan.done);
  };
  return (
    <form
      class="tag-form"
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      {kind === 'delete' ? null : (
        <label>
          <span>{t(kind === 'nest' ? 'tagParent' : 'tagNewName')}</span>
          <input
            ref={field}
            class="text-field"
            type="text"
            value={name.value}
            onInput={(event) => {
              name.value = event.currentTarget.value;
              onTyped();
            }}
          />
        </label>
      )}
      <p class="tag-plan" role="status">
        {plan.text}
      </p>
      <div class="dialog-actions">
        <Button kind="primary" onClick={run}>
          {plan.action}
        </Button>
      </div>
    </form>
  );
}

interface Plan {
  /** null where the name is none. */
  readonly replacements: readonly TagReplacement[] | null;
  readonly text: string;
  readonly action: string;
  readonly done: string;
}

function planFor(
  { tags: store }: Library,
  { kind, tags }: TagEditing,
  name: string,
  t: ReturnType<typeof useTranslation>['t'],
): Plan {
  const all = store.tags.peek();
  const names = tags.map((tag) => tag.label).join(', ');
  const keys = tags.map((tag) => tag.key);
  if (kind === 'delete') {
    const under = keys.flatMap((key) => tagsUnder(all, key));
    const text = t('tagDeletePlan', new Set(under.map((tag) => tag.key)).size);
    const replacements = under.map(({ key }) => ({ from: key, to: null }));
    return { replacements, text, action: t('tagsDelete'), done: t('doneTagsDeleted', names) };
  }
  const target = parseTag(name);
  const action = t(kind === 'rename' ? 'tagsRename' : kind === 'merge' ? 'tagsMerge' : 'tagsNest');
  if (kind === 'nest') {
    const parent = target?.label ?? '';
    const text = parent === '' ? t('tagTopPlan') : t('tagNestPlan', parent);
    return { replacements: nestTags(all, keys, parent), text, action, done: t('doneTagsMoved', names) };
  }
  const [only] = keys;
  if (target === null || only === undefined)
    return { replacements: null, text: t('failureTagInvalid'), action, done: '' };
  if (kind === 'merge') {
    const text = t('tagMergePlan', names, target.label);
    return {
      replacements: mergeTags(all, keys, target),
      text,
      action,
      done: t('doneTagsMerged', target.label),
    };
  }
  const there = target.key === only ? undefined : store.byKey.peek().get(target.key);
  const text =
    there === undefined ? t('tagRenamePlan', names, target.label) : t('tagMergePlan', names, there.label);
  return {
    replacements: renameTag(all, only, name),
    text,
    action: there === undefined ? action : t('tagsMerge'),
    done: there === undefined ? t('doneTagRenamed', target.label) : t('doneTagsMerged', there.label),
  };
}

function ColorChoice({ editing, onClose }: TagEditorProps) {
  const { t } = useTranslation();
  const { edits } = useLibrary();
  const [tag] = editing.tags;
  const choose = (color: string | null) => {
    if (tag !== undefined) void edits.setTagColor(tag.key, color);
    onClose(true);
  };
  return (
    <ul class="color-choice">
      {[null, ...tagColors].map((color) => (
        <li key={color ?? 'none'}>
          <button
            type="button"
            class="tag-dot"
            data-color={color}
            aria-pressed={tag?.color === color}
            aria-label={t(colorLabels[color ?? 'none'])}
            title={t(colorLabels[color ?? 'none'])}
            onClick={() => choose(color)}
          />
        </li>
      ))}
    </ul>
  );
}

const colorLabels = {
  none: 'colorNone',
  red: 'colorRed',
  orange: 'colorOrange',
  yellow: 'colorYellow',
  green: 'colorGreen',
  teal: 'colorTeal',
  blue: 'colorBlue',
  purple: 'colorPurple',
  pink: 'colorPink',
} as const;
