import { isLink } from '../../core/clip/is-link.ts';
import type { Clip } from '../../core/clip/clip.ts';
import { wholeCoverage } from '../../core/clip/completeness.ts';
import { isRange, type ClipPart, type ClipState, type Filter, type RangeFilter } from './query.ts';
import { canonicalLanguage, foldedSite, foldedTag } from './label-names.ts';
import { foldName } from '../text/fold-name.ts';

function isUnder(tag: string, parent: string): boolean {
  const key = foldedTag(tag);
  return key === parent || key.startsWith(`${parent}/`);
}

function isWithinSite(site: string, wanted: string): boolean {
  const host = foldedSite(site);
  return host === wanted || host.endsWith(`.${wanted}`) || host.split('.').includes(wanted);
}

function hasPart(clip: Clip, part: ClipPart): boolean {
  if (part === 'code') return clip.codeBlocks > 0;
  if (part === 'image') return clip.images > 0;
  if (part === 'highlight') return (clip.highlights ?? 0) > 0;
  return part === 'math' ? clip.formulas > 0 : clip.note.trim() !== '';
}

/** Whether the clip is in a state that its row tells of. */
export function isInState(clip: Clip, state: ClipState): boolean {
  switch (state) {
    case 'starred':
      return clip.starred;
    case 'trash':
      return clip.trashedAt !== null;
    case 'read':
      return clip.readAt !== null;
    case 'unread':
      return clip.readAt === null;
    case 'started':
      return clip.reading !== undefined && clip.readAt === null;
    case 'link':
      return isLink(clip);
    case 'selection':
      return clip.url.includes(':~:text=');
    case 'edited':
      return (clip.edited?.length ?? 0) > 0;
    case 'incomplete':
      return !isLink(clip) && (clip.incomplete ?? clip.coverage < wholeCoverage.before);
    case 'moved':
    case 'absent':
      return clip.highlightStates?.includes(state) === true;
  }
}

/** What a range is of: null where the clip does not say. */
function rangeValue(clip: Clip, name: RangeFilter['name']): number | null {
  if (name === 'date') return clip.savedAt;
  if (name === 'words') return clip.words;
  if (name === 'time') return clip.readingMinutes;
  const published = clip.publishedAt === null ? Number.NaN : parsedDay(clip.publishedAt);
  return Number.isNaN(published) ? null : published;
}

/** A date without a time is a day of the user's, not of Greenwich. */
function parsedDay(date: string): number {
  return new Date(/^\d{4}-\d{2}-\d{2}$/u.test(date) ? `${date}T00:00:00` : date).getTime();
}

/** What a filter means, decided on the clip itself. The index only narrows down which clips to ask. */
export function matchesFilter(clip: Clip, filter: Filter): boolean {
  if (isRange(filter)) {
    const value = rangeValue(clip, filter.name);
    return value !== null && value >= filter.from && value < filter.until;
  }
  if (filter.name === 'has') return hasPart(clip, filter.value);
  if (filter.name === 'color') return clip.highlightColors?.includes(filter.value) === true;
  if (filter.name === 'is') return isInState(clip, filter.value);
  if (filter.name === 'source') return (clip.source ?? 'page') === filter.value;
  const { name, value } = filter;
  if (name === 'tag')
    return value === '' ? clip.tags.length === 0 : clip.tags.some((tag) => isUnder(tag, value));
  if (name === 'site') return isWithinSite(clip.site, value);
  if (name === 'lang') return clip.codeLanguages.some((language) => canonicalLanguage(language) === value);
  return foldName(clip.author ?? '').includes(value);
}
