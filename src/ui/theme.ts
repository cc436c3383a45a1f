import { type ReadonlySignal, effect, signal } from '@preact/signals';

export const themes = ['system', 'light', 'sepia', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The colours of all pages of ours. */
export interface ThemeChoice {
  readonly current: ReadonlySignal<Theme>;
  readonly change: (theme: Theme) => void;
}

/** Kept where a page can read it before its first paint: `first-theme.ts` does. */
export const themeKey = 'theme';

/** What is no theme, and nothing, is the system's. */
export function parseTheme(value: unknown): Theme {
  return themes.find((theme) => theme === value) ?? 'system';
}

/** Dresses the page, now and whenever this page or another one changes the theme. */
export function createTheme(storage: Storage, root: HTMLElement): ThemeChoice {
  const current = signal(parseTheme(storage.getItem(themeKey)));
  effect(() => {
    if (current.value === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = current.value;
  });
  addEventListener('storage', ({ key, newValue }) => {
    if (key === themeKey) current.value = parseTheme(newValue);
  });
  return {
    current,
    change(theme) {
      current.value = theme;
      storage.setItem(themeKey, theme);
    },
  };
}
