import type { Clip } from '../../core/clip/clip.ts';
import { matchesFilter } from '../query/clip-filter.ts';
import type { Filter, Query, QueryGroup } from '../query/query.ts';

/** A query of filters alone, which the rows answer without the index; null where it has words. */
export function filterGroups(query: Query): readonly FilterGroup[] | null {
  const groups: FilterGroup[] = [];
  for (const group of query.groups) {
    const filters = filtersOf(group);
    if (filters === null) return null;
    groups.push({ not: group.not, filters });
  }
  return groups;
}

export interface FilterGroup {
  readonly not: boolean;
  /** Joined by OR. */
  readonly filters: readonly Filter[];
}

/** The clips that all groups admit. The trash is left out unless it is asked for. */
export function listClips(clips: readonly Clip[], groups: readonly FilterGroup[]): Clip[] {
  const trash = groups.some(({ not, filters }) => !not && filters.some(isTrash));
  return clips.filter(
    (clip) =>
      (trash || clip.trashedAt === null) &&
      groups.every(({ not, filters }) => filters.some((filter) => matchesFilter(clip, filter)) !== not),
  );
}

function filtersOf({ items }: QueryGroup): Filter[] | null {
  const filters = items.flatMap((item) => (item.kind === 'filter' ? [item.filter] : []));
  return filters.length === items.length ? filters : null;
}

function isTrash(filter: Filter): boolean {
  return filter.name === 'is' && filter.value === 'trash';
}
