import { field, fieldCount, levels } from '../text/fields.ts';
import { frequencyOfLevel } from './frequency.ts';

/** BM25's k1: how soon more occurrences stop to matter. */
const saturation = 1.2;

/**
 * What one posting adds to a term's weight in a clip, by field (BM25F: fields are weighed and summed before
 * saturation; Robertson, Zaragoza, Taylor 2004).
 */
export const fieldWeights: readonly number[] = Array.from({ length: fieldCount }, (_, value) => {
  if (value < field.code) return frequencyOfLevel(value);
  if (value < field.code + levels) return 0.7 * frequencyOfLevel(value - field.code);
  if (value === field.heading) return 3;
  if (value === field.title) return 3;
  if (value === field.note) return 4;
  return value === field.label ? 4 : 0.1;
});

export function inverseDocumentFrequency(found: number, documents: number): number {
  return Math.log(1 + (Math.max(documents, found) - found + 0.5) / (found + 0.5));
}

/** What a term in the title adds after saturation: else a long text that repeats it would outweigh the title. */
export const titleBonus = 1.6;

export function saturated(weight: number): number {
  return (weight * (saturation + 1)) / (weight + saturation);
}
