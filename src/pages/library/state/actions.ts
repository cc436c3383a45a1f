import type { MessageKey } from '../../../browser/translate.ts';
import type { Keys } from '../../../ui/keys.ts';
import { countText } from '../../../ui/translation.ts';
import type { Action } from './action.ts';
import { copyClips } from './copying.ts';
import type { Library } from './library.ts';
import { emptyList } from './smart-lists.ts';
import { readerAddress } from './reader-address.ts';
import { stepActions } from './step-actions.ts';
import { copyLinks, openSelected } from './selected-links.ts';

export function createActions(library: Library): readonly Action[] {
  return [...listActions(library), ...clipActions(library), ...pageActions(library)];
}

const always = () => true;

function listActions(library: Library): Action[] {
  const { address, results, selection, selectAll, focusRow, dependencies } = library;
  const isList = () => address.place.peek().view === 'clips' && results.clips.peek().length > 0;
  const action = (id: string, label: MessageKey, keys: readonly Keys[], run: () => void): Action => ({
    id,
    label,
    group: 'list',
    keys,
    isPossible: isList,
    run,
  });
  const place = () => selection.active.peek();
  const extend = (step: number) => {
    if (selection.ids.peek().size === 0 && place() >= 0) selection.toggle(place());
    focusRow(place() + step);
    selection.extendTo(place());
  };
  return [
    ...stepActions(library),
    action('first', 'actionFirst', ['g g'], () => focusRow(0)),
    action('last', 'actionLast', ['Shift+G'], () => focusRow(results.clips.peek().length - 1)),
    action('open', 'actionOpen', ['o'], () => {
      const clip = results.clips.peek()[Math.max(0, place())];
      if (clip !== undefined) dependencies.visit(readerAddress({ address, results }, clip));
    }),
    action('tick', 'actionTick', ['x'], () => selection.toggle(Math.max(0, place()))),
    action('extend-down', 'actionExtendDown', ['Shift+J', 'Shift+ArrowDown'], () => extend(1)),
    action('extend-up', 'actionExtendUp', ['Shift+K', 'Shift+ArrowUp'], () => extend(-1)),
    action('all', 'actionSelectAll', ['Mod+A'], selectAll),
    action('open-selected', 'actionOpenSelected', ['Shift+O'], () => openSelected(library)),
    action('copy-links', 'actionCopyLinks', ['c'], () => copyLinks(library)),
    action('copy-markdown-links', 'copyLinksMarkdown', ['Shift+C'], () => copyClips(library, 'links')),
    action('copy-markdown', 'readerCopyMarkdown', ['y'], () => copyClips(library, 'markdown')),
    action('copy-rich', 'copyRich', ['Shift+Y'], () => copyClips(library, 'rich')),
  ];
}

function clipActions(library: Library): Action[] {
  const { selection, edits, rows, showDialog, dependencies } = library;
  const { translation } = dependencies;
  const isPossible = () =>
    library.address.place.peek().view === 'clips' && selection.target.peek().length > 0;
  const action = (id: string, label: MessageKey, keys: readonly Keys[], run: () => void): Action => ({
    id,
    label,
    group: 'clips',
    keys,
    isPossible,
    run,
  });
  const clips = () => selection.target.peek().flatMap((id) => rows.byId.peek().get(id) ?? []);
  const edit = (change: Parameters<typeof edits.editClips>[1], done: MessageKey) => {
    const ids = selection.target.peek();
    void edits.editClips(
      ids,
      change,
      `${translation.t(done)} · ${countText(translation, 'clipCount', ids.length)}`,
    );
  };
  return [
    action('star', 'actionStar', ['s'], () => {
      const starred = !clips().every((clip) => clip.starred);
      edit({ starred }, starred ? 'doneStarred' : 'doneUnstarred');
    }),
    action('read', 'actionRead', ['r'], () => {
      const read = !clips().every((clip) => clip.readAt !== null);
      edit({ read }, read ? 'doneRead' : 'doneUnread');
    }),
    action('tag', 'actionAddTags', ['t'], () => showDialog('add-tags')),
    action('untag', 'actionRemoveTags', ['Shift+T'], () => showDialog('remove-tags')),
    action('work', 'actionWork', ['Shift+E'], () => showDialog('work')),
    action('trash', 'actionTrash', ['#', 'Delete'], () => {
      // What is in the trash already is not taken out by the key that deletes.
      if (clips().every((clip) => clip.trashedAt !== null)) showDialog('delete');
      else edit({ trashed: true }, 'movedToTrash');
    }),
    action('restore', 'clipRestore', ['u'], () => {
      if (clips().some((clip) => clip.trashedAt !== null)) edit({ trashed: false }, 'restored');
    }),
  ];
}

function pageActions(library: Library): Action[] {
  const { address, showDialog, selection, edits, smartLists } = library;
  const action = (id: string, label: MessageKey, keys: readonly Keys[], run: () => void): Action => ({
    id,
    label,
    group: 'page',
    keys,
    isPossible: always,
    run,
  });
  return [
    action('search', 'actionSearch', ['/'], () => {
      // The box of the view itself, where it has one, before that of the header.
      const field =
        document.querySelector<HTMLInputElement>('main .search-field input') ?? library.searchInput.current;
      field?.focus();
      field?.select();
    }),
    action('smart-list', 'smartListNew', ['Shift+L'], () => {
      smartLists.edit({ ...emptyList, query: address.place.peek().query.trim() });
      showDialog('smart-list');
    }),
    action('palette', 'paletteTitle', ['Mod+K'], () => showDialog('palette')),
    action('help', 'helpTitle', ['?'], () => showDialog('help')),
    action('clips', 'viewClips', ['g c'], () => address.go({ view: 'clips' })),
    action('highlights', 'highlightsTitle', ['g h'], () => address.go({ view: 'highlights' })),
    action('snippets', 'viewSnippets', ['g s'], () => address.go({ view: 'snippets' })),
    action('tags', 'viewTags', ['g t'], () => address.go({ view: 'tags' })),
    action('trash-list', 'showTrash', ['g x'], () => address.go({ view: 'clips', query: 'is:trash' })),
    action('statistics', 'statisticsTitle', ['g n'], () => showDialog('statistics')),
    action('clip-list', 'jobsTitle', ['g l'], () => library.dependencies.clipList('')),
    action('settings', 'settings', ['g ,'], () => library.dependencies.visit('../options/index.html')),
    action('transfer', 'optionsTransfer', [], library.openBackup),
    action('undo', 'undo', ['z'], edits.undoLast),
    action('clear', 'actionClear', ['Escape'], () => {
      if (selection.ids.peek().size > 0) selection.clear();
      else if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
    }),
  ];
}
