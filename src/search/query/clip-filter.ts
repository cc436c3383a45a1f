import type { Clip } from '../../core/clip/clip.ts';
import type { Filter } from './query.ts';
import { canonicalLanguage, foldedSite, foldedTag } from './filters.ts';
import { foldName } from '../text/fold-name.ts';

function isUnder(tag: string, parent: string): boolean {
  const key = foldedTag(tag);
  return key === parent || key.startsWith(`${parent}/`);
}

function isWithinSite(site: string, wanted: string): boolean {
  const host = foldedSite(site);
  return host === wanted || host.endsWith(`.${wanted}`) || host.split('.').includes(wanted);
}

function hasPart(clip: Clip, part: 'code' | 'image' | 'math' | 'note'): boolean {
  if (part === 'code') return clip.codeBlocks > 0;
  if (part === 'image') return clip.images > 0;
  return part === 'math' ? clip.formulas > 0 : clip.note.trim() !== '';
}

function isInState(clip: Clip, state: 'unread' | 'read' | 'starred' | 'trash'): boolean {
  if (state === 'starred') return clip.starred;
  if (state === 'trash') return clip.trashedAt !== null;
  return (clip.readAt !== null) === (state === 'read');
}

/** What a filter means, decided on the clip itself. The index only narrows down which clips to ask. */
export function matchesFilter(clip: Clip, filter: Filter): boolean {
  if (filter.name === 'date') return clip.savedAt >= filter.from && clip.savedAt < filter.until;
  if (filter.name === 'has') return hasPart(clip, filter.value);
  if (filter.name === 'is') return isInState(clip, filter.value);
  const { name, value } = filter;
  if (name === 'tag') return clip.tags.some((tag) => isUnder(tag, value));
  if (name === 'site') return isWithinSite(clip.site, value);
  if (name === 'lang') return clip.codeLanguages.some((language) => canonicalLanguage(language) === value);
  return foldName(clip.author ?? '').includes(value);
}
