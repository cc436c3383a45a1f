import { parseTags } from '../../core/tag/tag.ts';
import type { ClipEdits } from '../../rpc/commands/contract.ts';
import type { Handlers } from '../../rpc/commands/server.ts';
import { clearDraft, saveDraft } from '../../database/clips/draft-writes.ts';
import { type ClipChanges, editClip, setTrashed } from '../../database/clips/clip-state-writes.ts';
import { keepReadingPlace } from '../../database/clips/reading-writes.ts';
import { setTags } from '../../database/tags/tag-writes.ts';
import { deleteVersion, putVersionBack, restoreVersion } from '../../database/texts/version-writes.ts';
import type { JobCommand } from '../jobs/job-commands.ts';
import { libraryCommands } from './bulk-commands.ts';
import { readerCommands } from './article-commands.ts';
import { highlightCommands } from './highlight-commands.ts';
import type { PageHighlightCommand } from './page-highlight-commands.ts';
import { saveArticle } from '../saving/save-article.ts';
import { saveLink } from '../saving/save-links.ts';
import type { Library } from '../library.ts';
import type { SyncCommand } from '../sync/sync-commands.ts';

/** What the worker does for each command about clips. `wake` starts the work on a job. */
export function commands(
  library: Library,
  wake: () => void,
): Omit<Handlers, JobCommand | SyncCommand | PageHighlightCommand> {
  return {
    ...libraryCommands(library, wake),
    ...readerCommands(library),
    ...highlightCommands(library),
    saveArticle: (input) => saveArticle(library, input),
    saveLink: (input) => saveLink(library, input),
    setTags: async ({ clipId, tags }) => {
      await setTags(await library.database(), clipId, parseTags(tags), Date.now());
      return null;
    },
    editClip: async ({ clipId, changes }) => {
      const now = Date.now();
      await editClip(await library.database(), clipId, clipChanges(changes, now), now);
      return null;
    },
    keepReadingPlace: async ({ clipId, ...place }) => {
      await keepReadingPlace(await library.database(), clipId, place, Date.now());
      return null;
    },
    trashClips: async ({ clipIds }) => {
      const now = Date.now();
      await setTrashed(await library.database(), clipIds, now, now);
      return null;
    },
    restoreClips: async ({ clipIds }) => {
      await setTrashed(await library.database(), clipIds, null, Date.now());
      return null;
    },
    restoreVersion: async ({ versionId }) => {
      return { kept: await restoreVersion(await library.database(), versionId, Date.now()) };
    },
    deleteVersion: async ({ versionId }) => deleteVersion(await library.database(), versionId, Date.now()),
    putVersionBack: async (version) => {
      await putVersionBack(await library.database(), version, Date.now());
      return null;
    },
    saveDraft: async (draft) => {
      await saveDraft(await library.database(), { ...draft, updatedAt: Date.now() });
      return null;
    },
    clearDraft: async ({ urlKey }) => {
      await clearDraft(await library.database(), urlKey);
      return null;
    },
  };
}

function clipChanges({ read, ...rest }: ClipEdits, now: number): ClipChanges {
  return read === undefined ? rest : { ...rest, readAt: read ? now : null };
}
