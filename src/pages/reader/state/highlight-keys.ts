import { highlightColors, type Highlight } from '../../../core/highlight/highlight.ts';
import type { Keys } from '../../../ui/keys.ts';
import type { Highlighting } from './highlights.ts';

/** What keys do to highlights while the article is read. */
export function highlightKeys(
  highlighting: Highlighting,
  { goTo, closeBar }: { readonly goTo: (highlight: Highlight | null) => void; readonly closeBar: () => void },
): Readonly<Record<Keys, () => void>> {
  const { active, selected } = highlighting;
  const isOn = selected.peek() !== null || active.peek() !== null;
  const digits = highlightColors.map((color, index) => [
    String(index + 1),
    () => {
      highlighting.mark(color);
    },
  ]);
  const id = active.peek();
  return {
    '[': () => goTo(highlighting.step(-1)),
    ']': () => goTo(highlighting.step(1)),
    ...(isOn
      ? {
          h: () => highlighting.mark(),
          n: () => highlighting.write('note'),
          t: () => highlighting.write('tags'),
          ...Object.fromEntries(digits),
          Escape: () => {
            active.value = null;
            selected.value = null;
            closeBar();
          },
        }
      : {}),
    ...(id === null
      ? {}
      : { Delete: () => highlighting.remove(id), Backspace: () => highlighting.remove(id) }),
  };
}
