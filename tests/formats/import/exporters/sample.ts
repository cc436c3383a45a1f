import type { ImportedClip } from '../../../../src/formats/import/imported-clip.ts';

export const unsaid: Omit<ImportedClip, 'url' | 'title'> = {
  content: null,
  tags: [],
  note: '',
  highlights: [],
  savedAt: null,
  read: false,
  readAt: null,
  starred: false,
  publishedAt: null,
  author: null,
  language: null,
  siteName: null,
  description: null,
};

export const march5 = Date.UTC(2024, 2, 5, 2, 20, 30);
export const local = (year: number, month: number, day: number, hour = 0, minute = 0, second = 0) =>
  new Date(year, month - 1, day, hour, minute, second).getTime();
export const quote = (text: string, note = '') => ({ quote: text, note, color: null, createdAt: null });

export interface Sample {
  readonly file: string;
  readonly format: string;
  readonly clips: readonly (Partial<ImportedClip> & Pick<ImportedClip, 'url' | 'title'>)[];
  /** Reason and place of each entry that is not taken. */
  readonly problems?: readonly string[];
  readonly remarks?: readonly string[];
}
