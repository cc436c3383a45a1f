import { type ClipSort, isClipSort } from '../../core/library/sort-clips.ts';

/** Everything that the page shows by choice, and all of it stands in its address: Back, reload and bookmarks restore it. */
export interface LibraryRoute {
  readonly view: View;
  readonly query: string;
  /** null: by relevance where there are words, else newest first. */
  readonly sort: ClipSort | null;
  /** Primary language subtag of the text, or null for any. */
  readonly text: string | null;
  /** A job whose clips alone are listed. */
  readonly job: string | null;
}

export const views = ['clips', 'highlights', 'snippets', 'tags'] as const;
export type View = (typeof views)[number];

export function routeOf(search: string): LibraryRoute {
  const parameters = new URLSearchParams(search);
  const view = parameters.get('view');
  const sort = parameters.get('sort');
  return {
    view: views.find((each) => each === view) ?? 'clips',
    query: parameters.get('q') ?? '',
    sort: isClipSort(sort) ? sort : null,
    text: parameters.get('text'),
    job: parameters.get('job'),
  };
}

/** The part of an address after the path: empty for the plain library. */
export function searchOf({ view, query, sort, text, job }: LibraryRoute): string {
  const parameters = new URLSearchParams();
  if (view !== 'clips') parameters.set('view', view);
  if (query.trim() !== '') parameters.set('q', query);
  if (sort !== null) parameters.set('sort', sort);
  if (text !== null) parameters.set('text', text);
  if (job !== null) parameters.set('job', job);
  const search = parameters.toString();
  return search === '' ? '' : `?${search}`;
}
