import type { ClipId } from '../../core/clip/clip.ts';
import { type ClipsChange, editedAtOnce } from '../../core/job/edit-work.ts';
import type { Handlers } from '../../rpc/commands/server.ts';
import {
  clipsWithTags,
  editClips,
  replaceTags,
  setTagColor,
  undoEdit,
} from '../../database/clips/bulk-writes.ts';
import { deleteTrashed } from '../../database/clips/clip-state-writes.ts';
import { createEditJob } from '../../database/jobs/edit-job-writes.ts';
import { deleteSmartList, putSmartList } from '../../database/lists/list-writes.ts';
import { undoRuleRuns } from '../../database/lists/rule-writes.ts';
import type { Library } from '../library.ts';

type LibraryCommand =
  | 'editClips'
  | 'deleteClips'
  | 'replaceTags'
  | 'setTagColor'
  | 'undoEdit'
  | 'putSmartList'
  | 'deleteSmartList'
  | 'undoRuleRuns';

/** What the library page does to many clips at once: few in one transaction, many as a job. `wake` starts its work. */
export function libraryCommands(library: Library, wake: () => void): Pick<Handlers, LibraryCommand> {
  const startJob = async (subject: string, change: ClipsChange, clipIds: readonly ClipId[]) => {
    const id = crypto.randomUUID();
    await createEditJob(await library.database(), { id, subject, change, createdAt: Date.now() }, clipIds);
    wake();
    return { jobId: id };
  };
  return {
    editClips: async ({ clipIds, subject, edit }) => {
      if (clipIds.length > editedAtOnce) return await startJob(subject, { kind: 'marks', edit }, clipIds);
      return { undo: await editClips(await library.database(), clipIds, edit, Date.now()) };
    },
    deleteClips: async ({ clipIds, subject }) => {
      if (clipIds.length > editedAtOnce) return await startJob(subject, { kind: 'delete' }, clipIds);
      await deleteTrashed(await library.database(), clipIds, Date.now());
      return { jobId: null };
    },
    replaceTags: async ({ replacements, subject }) => {
      const database = await library.database();
      const clipIds = await clipsWithTags(
        database,
        replacements.filter(({ from, to }) => from !== to?.key).map(({ from }) => from),
      );
      if (clipIds.length > editedAtOnce)
        return await startJob(subject, { kind: 'tags', replacements }, clipIds);
      return { undo: await replaceTags(database, replacements, Date.now()) };
    },
    setTagColor: async ({ key, color }) => {
      await setTagColor(await library.database(), key, color);
      return null;
    },
    putSmartList: async (list) => {
      await putSmartList(await library.database(), list, Date.now());
      return null;
    },
    deleteSmartList: async ({ id }) => {
      await deleteSmartList(await library.database(), id);
      return null;
    },
    undoRuleRuns: async ({ listId }) => {
      await undoRuleRuns(await library.database(), listId, Date.now());
      return null;
    },
    undoEdit: async (undo) => {
      await undoEdit(await library.database(), undo, Date.now());
      return null;
    },
  };
}
