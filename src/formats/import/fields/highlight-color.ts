import { type HighlightColor, highlightColors } from '../../../core/highlight/highlight.ts';

/** What other tools call theirs, in English and Chinese. */
const names: readonly (readonly [RegExp, HighlightColor])[] = [
  [/yellow|orange|amber|gold|黄|橙|橘/i, 'yellow'],
  [/green|lime|teal|绿/i, 'green'],
  [/blue|cyan|indigo|蓝|青/i, 'blue'],
  [/pink|red|rose|magenta|粉|红/i, 'pink'],
  [/purple|violet|lavender|紫/i, 'purple'],
];

/** The nearest of our colours for a name or a hexadecimal colour of another tool; null where it says none. */
export function highlightColor(text: string): HighlightColor | null {
  const own = highlightColors.find((color) => color === text.trim().toLowerCase());
  if (own !== undefined) return own;
  const [, hex] = /^#?([\da-f]{6}|[\da-f]{3})(?:[\da-f]{2})?$/i.exec(text.trim()) ?? [];
  if (hex !== undefined) return byHue(hex.length === 3 ? hex.replaceAll(/./g, '$&$&') : hex);
  return names.find(([pattern]) => pattern.test(text.slice(0, 100)))?.[1] ?? null;
}

/** Degrees of the colour wheel at which the next colour begins. */
const hues: readonly (readonly [number, HighlightColor])[] = [
  [20, 'pink'],
  [70, 'yellow'],
  [170, 'green'],
  [250, 'blue'],
  [295, 'purple'],
  [360, 'pink'],
];

function byHue(hex: string): HighlightColor | null {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  // Grey is no colour.
  if (spread < 8) return null;
  const sector =
    most === red
      ? ((green - blue) / spread + 6) % 6
      : most === green
        ? (blue - red) / spread + 2
        : (red - green) / spread + 4;
  return hues.find(([end]) => sector * 60 < end)?.[1] ?? 'pink';
}
