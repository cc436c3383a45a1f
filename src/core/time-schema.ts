import * as v from 'valibot';
import { isTime } from './time.ts';

/** A time that the calendar has, in epoch milliseconds. */
export const timeSchema = v.pipe(
  v.number(),
  v.check((value) => isTime(value)),
);
