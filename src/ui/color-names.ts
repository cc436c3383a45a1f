import type { HighlightColor } from '../core/highlight/highlight.ts';

/** What each color of highlights is called. */
export const colorNames = {
  yellow: 'colorYellow',
  green: 'colorGreen',
  blue: 'colorBlue',
  pink: 'colorPink',
  purple: 'colorPurple',
} as const satisfies Record<HighlightColor, string>;
