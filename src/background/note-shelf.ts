import { markOf, parseShelfMark, shelfMarkName } from '../domain/shelf/shelf-mark.ts';
import { everChanged } from '../storage/clips/row-queries.ts';
import type { Database } from '../storage/database.ts';

interface Settings {
  readonly read: (name: string) => Promise<unknown>;
  readonly write: (name: string, value: object) => Promise<void>;
}

/** Notes that there is a shelf, or that there was one and the browser has begun an empty one in its place. */
export async function noteShelf(database: Database, { read, write }: Settings, now: number): Promise<void> {
  const before = parseShelfMark(await read(shelfMarkName));
  const mark = markOf(before, await everChanged(database), now);
  if (mark !== before) await write(shelfMarkName, mark);
}
