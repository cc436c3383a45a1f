import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { highlightColors } from '../../src/core/highlight/highlight.ts';

const sheets = [
  'src/ui/style/tokens.css',
  'src/ui/style/highlight-colors.css',
  'src/pages/reader/style/code-colors.css',
].map((path) => readFileSync(path, 'utf8'));

const themes = { light: ':root', sepia: "[data-theme='sepia']", dark: "[data-theme='dark']" } as const;

/** The colors that a theme names; what it does not change is as in the light one. */
function colorsOf(theme: keyof typeof themes): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  for (const wanted of ['light', theme] as const)
    for (const sheet of sheets)
      for (const [, selector = '', body = ''] of sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
        const where = selector.replaceAll(/\/\*[^]*?\*\//g, '').trim();
        const isOf = wanted === 'light' ? where === ':root' : where.endsWith(themes[wanted]);
        if (!isOf) continue;
        for (const [, name = '', value = ''] of body.matchAll(/(--[\w-]+):\s*(#[\da-f]{6})/g))
          named.set(name, value);
      }
  return named;
}

/** Relative luminance, WCAG 2.2. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

test.each(['light', 'sepia', 'dark'] as const)('what is highlighted can be read (%s)', (theme) => {
  const colors = colorsOf(theme);
  const of = (name: string) => colors.get(name) ?? expect.fail(`no ${name}`);
  const texts = [
    '--ink',
    '--ink-soft',
    '--accent',
    ...[...colors.keys()].filter((name) => name.startsWith('--code-')),
  ];
  const poor = highlightColors.flatMap((color) => [
    ...texts
      .filter((text) => contrast(of(text), of(`--hl-${color}`)) < 4.5)
      .map((text) => `${text} on ${color}: ${contrast(of(text), of(`--hl-${color}`)).toFixed(2)}`),
    // The line tells colors and states apart where the shade alone does not.
    ...(contrast(of(`--hl-${color}-line`), of('--paper')) < 3 ? [`line of ${color}`] : []),
  ]);
  expect(poor).toEqual([]);
});
