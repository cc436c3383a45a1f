import * as v from 'valibot';
import type { WrittenHighlight } from '../export/written-highlight.ts';
import type { ImportedHighlight } from './imported-clip.ts';

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const point = v.object({ block: whole, offset: v.nullable(whole) });

const written: v.GenericSchema<unknown, WrittenHighlight> = v.object({
  id: v.string(),
  range: v.nullable(v.object({ from: point, to: point })),
  hash: v.string(),
  quote: v.string(),
  prefix: v.string(),
  suffix: v.string(),
  color: v.string(),
  note: v.string(),
  tags: v.array(v.string()),
  createdAt: v.number(),
  picture: v.string(),
});

/** The highlights of a clip in our own HTML and JSON. */
export const writtenHighlights = v.pipe(
  v.array(written),
  v.maxLength(5_000),
  v.transform((list) => list.map(fromWritten)),
);

/** As importers say it. */
export function fromWritten(highlight: WrittenHighlight): ImportedHighlight {
  const { id, range, hash, quote, prefix, suffix, color, note, tags, createdAt, picture } = highlight;
  return {
    quote,
    prefix,
    suffix,
    note,
    tags,
    color: color === '' ? null : color,
    createdAt: Number.isFinite(createdAt) ? createdAt : null,
    ...(id === '' ? {} : { exact: { id, range, hash, ...(picture === '' ? {} : { picture }) } }),
  };
}
