import axe from 'axe-core';
import { type ComponentChildren, render } from 'preact';
import { afterEach, expect } from 'vitest';
import '../../src/ui/style/ui.css';
import { type Translation, TranslationContext } from '../../src/ui/translation.ts';
import { english } from './translations.ts';

let shown: HTMLElement | null = null;

/** Puts a component into the page, as a page of ours would, and takes it away after the test. */
export function show(
  children: ComponentChildren,
  translation: Translation = english,
  root: 'main' | 'div' = 'main',
): HTMLElement {
  if (shown !== null) render(null, shown);
  shown?.remove();
  shown = document.createElement(root);
  document.documentElement.lang = translation.language;
  document.title = 'Clipshelf';
  document.body.append(shown);
  render(<TranslationContext.Provider value={translation}>{children}</TranslationContext.Provider>, shown);
  return shown;
}

afterEach(() => {
  if (shown === null) return;
  render(null, shown);
  shown.remove();
  shown = null;
});

/** WCAG 2.2 A and AA as far as axe can tell, in both themes. */
export async function checkAccessibility(): Promise<void> {
  for (const theme of ['light', 'dark']) {
    document.documentElement.dataset['theme'] = theme;
    const { violations } = await axe.run(document.body, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    const found = violations.map(
      ({ id, nodes }) => `${theme}: ${id}: ${nodes.map((node) => node.html).join(' ')}`,
    );
    expect(found).toEqual([]);
  }
  delete document.documentElement.dataset['theme'];
}

/** The one element, of the given kind, that the selector finds. */
export function find<Kind extends Element>(
  selector: string,
  kind: new () => Kind,
  within: ParentNode = document,
): Kind {
  const element = within.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`no ${kind.name} for ${selector}`);
  return element;
}
