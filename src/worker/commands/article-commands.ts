import { Failure } from '../../core/failure.ts';
import type { Handlers } from '../../rpc/commands/server.ts';
import { bodyOf } from '../../database/clips/clip-queries.ts';
import { editArticle } from '../../database/texts/edit-writes.ts';
import { wantImages } from '../../database/images/image-writes.ts';
import type { Library } from '../library.ts';

type ReaderCommand = 'editArticle' | 'wantImages';

/** What the reader page does to the article itself. */
export function readerCommands(library: Library): Pick<Handlers, ReaderCommand> {
  return {
    editArticle: async ({ clipId, edits }) => {
      await editArticle(await library.database(), clipId, edits, Date.now());
      return null;
    },
    wantImages: async ({ clipId }) => {
      const database = await library.database();
      const body = await bodyOf(database, clipId);
      if (body === null) throw new Failure('clip/not-found', clipId);
      await wantImages(
        database,
        clipId,
        body.images.map(({ url }) => url),
      );
      library.images?.wake();
      return null;
    },
  };
}
