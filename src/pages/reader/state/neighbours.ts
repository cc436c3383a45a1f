import type { Clip, ClipId } from '../../../domain/clip/clip.ts';
import type { Database } from '../../../storage/database.ts';
import { listedClips } from '../../shelf/listed-clips.ts';
import { placeOf } from '../../shelf/place.ts';
import { type Neighbour, type Neighbours, noNeighbours } from './no-neighbours.ts';

/** `list` is the library's own search part, '' for the whole shelf. */
export async function neighboursOf(
  database: Database,
  clipId: ClipId,
  list: string,
  { now, uiLanguage }: { now: number; uiLanguage: string },
): Promise<Neighbours> {
  const clips = await listedClips(database, placeOf(list), { now, uiLanguage });
  const at = clips.findIndex((clip) => clip.id === clipId);
  if (at < 0) return noNeighbours(list);
  return {
    ...noNeighbours(list),
    previous: neighbour(clips[at - 1], list),
    next: neighbour(clips[at + 1], list),
  };
}

function neighbour(clip: Clip | undefined, list: string): Neighbour | null {
  if (clip === undefined) return null;
  const parameters = new URLSearchParams({ id: clip.id });
  if (list !== '') parameters.set('list', list);
  return { address: `?${parameters.toString()}`, title: clip.title };
}
