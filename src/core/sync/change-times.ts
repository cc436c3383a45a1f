import { editableFields } from '../clip/clip-versions.ts';
import type { Clip } from '../clip/clip.ts';
import type { StampedField } from './stamp-clip.ts';

/** When single fields of a clip last changed (epoch ms). What is not in it changed with the clip, as far as is known. */
export type FieldTimes = Readonly<Record<string, number>>;

/** The fields that an edit changed, of those that the user gives a clip. */
export function changedFields(before: Clip, after: Clip): StampedField[] {
  const [had, has] = [new Set(before.tags), new Set(after.tags)];
  const tags = [...new Set([...had, ...has])].filter((key) => had.has(key) !== has.has(key));
  const plain = [...editableFields, 'note', 'readAt', 'starred'] as const;
  return [
    ...plain.filter((field) => before[field] !== after[field]),
    ...tags.map((key) => `tag:${key}` as const),
  ];
}

/** The times after an edit at `at`. */
export function timesAfter(
  times: FieldTimes | undefined,
  fields: readonly StampedField[],
  at: number,
): FieldTimes {
  return { ...times, ...Object.fromEntries(fields.map((field) => [field, at])) };
}

/** When a field last changed, by what the change log has of the clip; `known` where it has nothing of it. */
export function changeTimes(
  row: { readonly at: number; readonly fields?: FieldTimes } | null,
  known: number,
): (field: StampedField) => number {
  return (field) => row?.fields?.[field] ?? row?.at ?? known;
}
