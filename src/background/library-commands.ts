import type { Handlers } from '../messages/server.ts';
import { editClips, replaceTags, setTagColor, undoEdit } from '../storage/clips/bulk-writes.ts';
import type { Shelf } from './shelf.ts';

type LibraryCommand = 'editClips' | 'replaceTags' | 'setTagColor' | 'undoEdit';

/** What the library page does to many clips at once. */
export function libraryCommands(shelf: Shelf): Pick<Handlers, LibraryCommand> {
  return {
    editClips: async ({ clipIds, edit }) => editClips(await shelf.database(), clipIds, edit, Date.now()),
    replaceTags: async ({ replacements }) => replaceTags(await shelf.database(), replacements, Date.now()),
    setTagColor: async ({ key, color }) => {
      await setTagColor(await shelf.database(), key, color);
      return null;
    },
    undoEdit: async (undo) => {
      await undoEdit(await shelf.database(), undo, Date.now());
      return null;
    },
  };
}
