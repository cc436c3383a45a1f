import { Failure } from '../domain/failure.ts';
import type { Handlers } from '../messages/server.ts';
import { bodyOf } from '../storage/clips/clip-queries.ts';
import { editArticle } from '../storage/texts/edit-writes.ts';
import { wantImages } from '../storage/images/image-writes.ts';
import type { Shelf } from './shelf.ts';

type ReaderCommand = 'editArticle' | 'wantImages';

/** What the reader page does to the article itself. */
export function readerCommands(shelf: Shelf): Pick<Handlers, ReaderCommand> {
  return {
    editArticle: async ({ clipId, edits }) => {
      await editArticle(await shelf.database(), clipId, edits, Date.now());
      return null;
    },
    wantImages: async ({ clipId }) => {
      const database = await shelf.database();
      const body = await bodyOf(database, clipId);
      if (body === null) throw new Failure('clip/not-found', clipId);
      await wantImages(
        database,
        clipId,
        body.images.map(({ url }) => url),
      );
      shelf.images?.wake();
      return null;
    },
  };
}
