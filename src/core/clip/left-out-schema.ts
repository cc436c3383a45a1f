import * as v from 'valibot';
import { type LeftOut, leftOutLimits, leftOutReasons } from './left-out.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Apart from the shapes, so that the script in the page does not carry the library that checks them. */
export const leftOutSchema: v.GenericSchema<unknown, LeftOut> = v.object({
  reason: v.picklist(leftOutReasons),
  rule: v.pipe(v.string(), v.maxLength(80)),
  text: v.pipe(v.string(), v.maxLength(leftOutLimits.text)),
  words: count,
  isMissing: v.boolean(),
  after: v.pipe(v.number(), v.integer(), v.minValue(-1)),
  html: v.nullable(v.pipe(v.string(), v.maxLength(leftOutLimits.html))),
});
