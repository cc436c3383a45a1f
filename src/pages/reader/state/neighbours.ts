import type { Clip, ClipId } from '../../../core/clip/clip.ts';
import type { Database } from '../../../database/database.ts';
import { listedClips } from '../../library-route/listed-clips.ts';
import { routeOf } from '../../library-route/library-route.ts';
import { type Neighbour, type Neighbours, noNeighbours } from './no-neighbours.ts';

/** `list` is the library's own search part, '' for the whole library. */
export async function neighboursOf(
  database: Database,
  clipId: ClipId,
  list: string,
  { now, uiLanguage }: { now: number; uiLanguage: string },
): Promise<Neighbours> {
  const clips = await listedClips(database, routeOf(list), { now, uiLanguage });
  const at = clips.findIndex((clip) => clip.id === clipId);
  const others = at < 0 ? clips : [...clips.slice(at + 1), ...clips.slice(0, at)];
  const nextUnread = neighbour(
    others.find(({ readAt }) => readAt === null),
    list,
  );
  // A list of what is unread does not have it any more once it is read, and goes on from its start.
  if (at < 0) return { ...noNeighbours(list), nextUnread };
  return {
    ...noNeighbours(list),
    previous: neighbour(clips[at - 1], list),
    next: neighbour(clips[at + 1], list),
    nextUnread,
  };
}

function neighbour(clip: Clip | undefined, list: string): Neighbour | null {
  if (clip === undefined) return null;
  const parameters = new URLSearchParams({ id: clip.id });
  if (list !== '') parameters.set('list', list);
  return { address: `?${parameters.toString()}`, title: clip.title };
}
