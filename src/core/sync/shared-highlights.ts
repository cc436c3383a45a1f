import type { ClipId } from '../clip/clip.ts';
import type { Highlight } from '../highlight/highlight.ts';
import { type Json, type SharedHighlight, livingFields } from './shared-clip.ts';

/** What is shared of a highlight: where it stands now is found anew in each library. */
export function fieldsOfHighlight(highlight: Highlight): Readonly<Record<string, Json>> {
  const { anchor, anchoredIn, color, createdAt, note, origin, tags } = highlight;
  const { from, to, quote, prefix, suffix, picture } = anchor;
  const ends = { from: { ...from }, to: { ...to } };
  const passage = { ...ends, quote, prefix, suffix, ...(picture === undefined ? {} : { picture }) };
  // The passage is one field: its place and its words belong together.
  return { color, createdAt, note, origin, tags, passage: { anchor: passage, anchoredIn } };
}

/** The row of a shared highlight, to be checked as any row from outside, and placed; null where it was deleted. */
export function highlightRow(id: string, clipId: ClipId, shared: SharedHighlight): unknown {
  const fields = livingFields(shared);
  if (fields === null) return null;
  const { passage, ...rest } = Object.fromEntries(fields);
  const changedAt = Math.max(...[...shared.fields.values()].map(({ at }) => at));
  const place = { place: null, state: 'absent' } as const;
  return { ...rest, ...(Object(passage) as object), ...place, id, clipId, changedAt };
}
