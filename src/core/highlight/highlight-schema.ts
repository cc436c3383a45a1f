import * as v from 'valibot';
import { timeSchema } from '../time-schema.ts';
import { type Highlight, type NewHighlight, highlightColors } from './highlight.ts';

/** What one highlight may be, and how many may come at once. Characters are UTF-16 units. */
const highlightLimits = { quote: 200_000, context: 1_000, note: 100_000, tags: 100, atOnce: 5_000 };

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
const text = (length: number) => v.pipe(v.string(), v.maxLength(length));
const point = v.object({ block: whole, offset: v.nullable(whole) });
const range = v.object({ from: point, to: point });
const color = v.picklist(highlightColors);
const note = text(highlightLimits.note);
const tags = v.pipe(v.array(text(200)), v.maxLength(highlightLimits.tags));
const origin = v.pipe(v.string(), v.regex(/^[\w.-]{1,40}$/));
const picture = v.exactOptional(v.string());
const quotation = {
  quote: text(highlightLimits.quote),
  prefix: text(highlightLimits.context),
  suffix: text(highlightLimits.context),
};

/** A row as a backup has it. */
export const highlightSchema: v.GenericSchema<unknown, Highlight> = v.object({
  id,
  clipId: id,
  createdAt: v.number(),
  changedAt: v.number(),
  color,
  note,
  tags,
  origin,
  anchor: v.object({ from: point, to: point, ...quotation, picture }),
  anchoredIn: v.nullable(v.pipe(v.string(), v.regex(/^[\da-f]{16}$/))),
  place: v.nullable(range),
  state: v.picklist(['sure', 'moved', 'absent']),
});

/** What a page asks the worker to add, and what an import found. */
export const newHighlightSchema: v.GenericSchema<unknown, NewHighlight> = v.object({
  id,
  ...quotation,
  range: v.nullable(range),
  picture,
  color,
  note,
  tags,
  origin,
  createdAt: v.exactOptional(timeSchema),
});

export const newHighlightsSchema = v.pipe(v.array(newHighlightSchema), v.maxLength(highlightLimits.atOnce));

export const highlightChangesSchema = v.object({
  color: v.exactOptional(color),
  note: v.exactOptional(note),
  tags: v.exactOptional(tags),
  passage: v.exactOptional(v.object({ ...quotation, range: v.nullable(range), picture })),
});
