import { parseTags } from '../domain/tag/tag.ts';
import type { ClipEdits } from '../messages/contract.ts';
import type { Handlers } from '../messages/server.ts';
import { clearDraft, saveDraft } from '../storage/clips/draft-writes.ts';
import { type ClipChanges, deleteTrashed, editClip, setTrashed } from '../storage/clips/shelf-writes.ts';
import { setTags } from '../storage/tags/tag-writes.ts';
import { deleteVersion, putVersionBack, restoreVersion } from '../storage/texts/version-writes.ts';
import type { JobCommand } from './jobs/job-commands.ts';
import { libraryCommands } from './library-commands.ts';
import { readerCommands } from './reader-commands.ts';
import { saveArticle } from './saving/save-article.ts';
import { saveLink } from './saving/save-link.ts';
import type { Shelf } from './shelf.ts';

/** What the worker does for each command about clips. */
export function commands(shelf: Shelf): Omit<Handlers, JobCommand> {
  return {
    ...libraryCommands(shelf),
    ...readerCommands(shelf),
    saveArticle: (input) => saveArticle(shelf, input),
    saveLink: (input) => saveLink(shelf, input),
    setTags: async ({ clipId, tags }) => {
      await setTags(await shelf.database(), clipId, parseTags(tags), Date.now());
      return null;
    },
    editClip: async ({ clipId, changes }) => {
      const now = Date.now();
      await editClip(await shelf.database(), clipId, clipChanges(changes, now), now);
      return null;
    },
    trashClips: async ({ clipIds }) => {
      const now = Date.now();
      await setTrashed(await shelf.database(), clipIds, now, now);
      return null;
    },
    restoreClips: async ({ clipIds }) => {
      await setTrashed(await shelf.database(), clipIds, null, Date.now());
      return null;
    },
    deleteClips: async ({ clipIds }) => {
      await deleteTrashed(await shelf.database(), clipIds, Date.now());
      return null;
    },
    restoreVersion: async ({ versionId }) => {
      return { kept: await restoreVersion(await shelf.database(), versionId, Date.now()) };
    },
    deleteVersion: async ({ versionId }) => deleteVersion(await shelf.database(), versionId, Date.now()),
    putVersionBack: async (version) => {
      await putVersionBack(await shelf.database(), version, Date.now());
      return null;
    },
    saveDraft: async (draft) => {
      await saveDraft(await shelf.database(), { ...draft, updatedAt: Date.now() });
      return null;
    },
    clearDraft: async ({ urlKey }) => {
      await clearDraft(await shelf.database(), urlKey);
      return null;
    },
  };
}

function clipChanges({ read, ...rest }: ClipEdits, now: number): ClipChanges {
  return read === undefined ? rest : { ...rest, readAt: read ? now : null };
}
