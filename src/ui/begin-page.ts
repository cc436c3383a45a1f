import { type ComponentChildren, h, render } from 'preact';
import { translate, uiLanguage } from '../browser/translate.ts';
import { type ThemeChoice, createTheme } from './theme.ts';
import { type Translation, TranslationContext } from './translation.ts';

export interface Page {
  readonly translation: Translation;
  readonly theme: ThemeChoice;
  /** Draws the page in place of what the first paint showed. */
  readonly draw: (content: ComponentChildren) => void;
}

/** What every page begins with: its language and its theme. */
export function beginPage(): Page {
  const translation = { t: translate, language: uiLanguage() };
  document.documentElement.lang = translation.language;
  return {
    translation,
    theme: createTheme(localStorage, document.documentElement),
    draw(content) {
      const root = document.querySelector('#app');
      if (root === null) return;
      root.replaceChildren();
      render(h(TranslationContext.Provider, { value: translation }, content), root);
    },
  };
}
