/** Where the clip stands in the list that it was opened from. */
export interface Neighbours {
  /** Address of the list. */
  readonly list: string;
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
  /** The next one that was not read, from the list's start again where there is none below. */
  readonly nextUnread: Neighbour | null;
}

export interface Neighbour {
  readonly address: string;
  readonly title: string;
}

export function noNeighbours(list: string): Neighbours {
  return { list: `../library/index.html${list}`, previous: null, next: null, nextUnread: null };
}
