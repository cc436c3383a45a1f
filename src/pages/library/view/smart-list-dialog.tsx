import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import {
  editOfRule,
  longestListName,
  longestListQuery,
  type SmartList,
} from '../../../core/library/smart-list.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { countText, useTranslation } from '../../../ui/translation.ts';
import { useLibrary } from '../state/library.ts';
import { listExamples } from '../state/list-examples.ts';
import type { NewSmartList } from '../state/smart-lists.ts';
import { BookOfList } from './book-of-list.tsx';
import { type RuleEntry, RuleFields, ruleEntryOf, ruleOf } from './rule-fields.tsx';
import { RulePreview, useFoundClips } from './rule-preview.tsx';
import { RuleRuns } from './rule-runs.tsx';

/** What is typed into the dialog, and what it comes to. */
function useListEntry(before: NewSmartList) {
  const name = useSignal(before.name);
  const query = useSignal(before.query);
  const entry = useSignal<RuleEntry>(ruleEntryOf(before.rule));
  const list: NewSmartList = {
    id: before.id,
    name: name.value.trim(),
    query: query.value.trim(),
    rule: ruleOf(entry.value),
  };
  return {
    name,
    query,
    entry,
    list,
    isWhole: list.name !== '' && list.query !== '',
    isUntouched: before.id === '' && name.value === '',
    use: (example: Omit<NewSmartList, 'id'>) => {
      name.value = example.name;
      query.value = example.query;
      entry.value = ruleEntryOf(example.rule);
    },
  };
}

/** A smart list, new or as it is: its name, its query with what that finds now, and its rule with what that would change. */
export function SmartListDialog({ onClose }: { readonly onClose: () => void }) {
  const translation = useTranslation();
  const { t } = translation;
  const { smartLists, edits } = useLibrary();
  const before = smartLists.edited.value;
  const { name, query, entry, list, isWhole, isUntouched, use } = useListEntry(before);
  const { found, changing } = useFoundClips(list.query, list.rule);
  const edit = list.rule === null ? null : editOfRule(list.rule);
  const kept = smartLists.lists.value.find(({ id }) => id === before.id);

  const save = async () => {
    if (!isWhole || !(await smartLists.save(list))) return false;
    onClose();
    return true;
  };
  const run = async () => {
    const ids = (changing ?? []).map(({ id }) => id);
    if (edit === null || !(await save())) return;
    await edits.editClips(ids, edit, `${list.name} · ${countText(translation, 'clipsChanged', ids.length)}`);
  };
  return (
    <Dialog
      title={kept === undefined ? t('smartListNew') : t('smartListEdit', kept.name)}
      kind="smart-list-dialog"
      onClose={onClose}
      onSubmit={() => void save()}
      unsaved={isChanged(before, list)}
    >
      <div class="smart-list-form">
        <ListFields name={name} query={query} />
        {isUntouched ? <Examples onUse={use} /> : null}
        {/* Always a line, so that what stands below stays in its place. */}
        <p class="smart-list-finds" role="status">
          {found === null || list.query === '' ? '' : countText(translation, 'smartListFinds', found.length)}
        </p>
        <RuleFields entry={entry} />
        {edit === null || changing === null ? null : <RulePreview clips={changing} edit={edit} />}
        {kept === undefined ? null : <RuleRuns list={kept} />}
        {kept === undefined || found === null || found.length === 0 ? null : (
          <BookOfList name={kept.name} clips={found} />
        )}
        <div class="dialog-actions">
          {kept === undefined ? null : <DeleteButton list={kept} onClose={onClose} />}
          {changing === null || changing.length === 0 || !isWhole ? null : (
            <Button onClick={() => void run()}>
              {countText(translation, 'smartListRun', changing.length)}
            </Button>
          )}
          <Button kind="primary" idle={!isWhole} onClick={() => void save()}>
            {t('smartListSave')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function DeleteButton({ list, onClose }: { readonly list: SmartList; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { smartLists } = useLibrary();
  return (
    <Button
      kind="quiet"
      icon="trash"
      onClick={() => {
        onClose();
        void smartLists.remove(list);
      }}
    >
      {t('smartListDelete')}
    </Button>
  );
}

function isChanged(before: NewSmartList, now: NewSmartList): boolean {
  const plain = ({ name, query, rule }: NewSmartList) => JSON.stringify([name, query, rule]);
  return plain(before) !== plain(now);
}

interface Text {
  value: string;
}

function ListFields({ name, query }: { readonly name: Text; readonly query: Text }) {
  const { t } = useTranslation();
  return (
    <>
      <label>
        <span>{t('smartListName')}</span>
        <input
          class="text-field"
          type="text"
          maxLength={longestListName}
          value={name.value}
          autocomplete="off"
          onInput={(event) => (name.value = event.currentTarget.value)}
        />
      </label>
      <label>
        <span>{t('smartListQuery')}</span>
        <input
          class="text-field"
          type="text"
          maxLength={longestListQuery}
          value={query.value}
          spellcheck={false}
          autocomplete="off"
          onInput={(event) => (query.value = event.currentTarget.value)}
        />
      </label>
    </>
  );
}

function Examples({ onUse }: { readonly onUse: (example: Omit<NewSmartList, 'id'>) => void }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{t('smartListExamples')}</h3>
      <ul class="list-examples">
        {listExamples.map(({ name, query, rule }) => (
          <li key={name}>
            <Button onClick={() => onUse({ name: t(name), query, rule })}>{t(name)}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
