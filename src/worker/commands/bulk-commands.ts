import type { Handlers } from '../../rpc/commands/server.ts';
import { editClips, replaceTags, setTagColor, undoEdit } from '../../database/clips/bulk-writes.ts';
import type { Library } from '../library.ts';

type LibraryCommand = 'editClips' | 'replaceTags' | 'setTagColor' | 'undoEdit';

/** What the library page does to many clips at once. */
export function libraryCommands(library: Library): Pick<Handlers, LibraryCommand> {
  return {
    editClips: async ({ clipIds, edit }) => editClips(await library.database(), clipIds, edit, Date.now()),
    replaceTags: async ({ replacements }) => replaceTags(await library.database(), replacements, Date.now()),
    setTagColor: async ({ key, color }) => {
      await setTagColor(await library.database(), key, color);
      return null;
    },
    undoEdit: async (undo) => {
      await undoEdit(await library.database(), undo, Date.now());
      return null;
    },
  };
}
