import type { Article } from '../../../src/domain/clip/article.ts';
import '../../../src/pages/reader/article.css';
import '../../../src/pages/reader/reader.css';
import * as readingRoom from '../../../src/pages/reader/state/reading-room.ts';
import { createReader } from '../../../src/pages/reader/state/reader.ts';
import { ReaderPage } from '../../../src/pages/reader/view/reader-view.tsx';
import type { Database } from '../../../src/storage/database.ts';
import { createAnnouncer } from '../../../src/ui/announcer.tsx';
import type { Translation } from '../../../src/ui/translation.ts';
import { makeArticle } from '../../making/article.ts';
import { makeDatabase } from '../../making/database.ts';
import { workerOver } from '../../making/worker.ts';
import { show } from '../../ui/show.tsx';
import { english } from '../../ui/translations.ts';
import { everyConstruct } from './every-construct.ts';

export interface ReaderWorld {
  readonly article?: Partial<Article>;
  readonly clipId?: string;
  readonly block?: number;
  readonly openDatabase?: () => Promise<Database>;
  readonly copy?: (text: string) => Promise<void>;
  readonly translation?: Translation;
}

/** The reader over a real database that holds one clip, stored by the worker's own command. */
export async function showReader(world: ReaderWorld = {}) {
  const database = await makeDatabase();
  const send = workerOver(database);
  const { clipId } = await send('saveArticle', {
    article: makeArticle({ html: everyConstruct, ...world.article }),
    tags: ['Go', '并发'],
  });
  const copied: string[] = [];
  const announcer = createAnnouncer();
  const reader = createReader(world.clipId ?? clipId, {
    loadReadingRoom: () =>
      Promise.resolve({
        ...readingRoom,
        openDatabase: world.openDatabase ?? (() => Promise.resolve(database)),
      }),
    send,
    reportBug: (error) => {
      throw error;
    },
  });
  const root = show(
    <ReaderPage
      reader={reader}
      block={world.block ?? null}
      copy={world.copy ?? ((text) => Promise.resolve(void copied.push(text)))}
      announcer={announcer}
      now={Date.now}
    />,
    world.translation ?? english,
  );
  root.className = 'reader';
  reader.start();
  return { root, reader, database, send, clipId, copied, announcer };
}
