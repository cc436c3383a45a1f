import * as v from 'valibot';

/** Which pictures are kept with a clip, and how. */
export interface ImageSettings {
  /** `free`: those that can be had without access to more sites. */
  readonly keep: 'none' | 'free' | 'all';
  /** Larger files are left out. */
  readonly maxBytes: number;
  /** `webp`: photographs and screenshots are made smaller, for the eye alike. */
  readonly format: 'original' | 'webp';
}

const MB = 1_000_000;

export const imageSizes: readonly number[] = [1 * MB, 5 * MB, 20 * MB];

export const usualImageSettings: ImageSettings = { keep: 'free', maxBytes: 5 * MB, format: 'original' };

const schema: v.GenericSchema<unknown, ImageSettings> = v.object({
  keep: v.fallback(v.picklist(['none', 'free', 'all']), usualImageSettings.keep),
  maxBytes: v.fallback(v.picklist(imageSizes), usualImageSettings.maxBytes),
  format: v.fallback(v.picklist(['original', 'webp']), usualImageSettings.format),
});

/** What was kept; a field that is not as it should be is the usual one, its neighbours stay. */
export function parseImageSettings(value: unknown): ImageSettings {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? parsed.output : usualImageSettings;
}
