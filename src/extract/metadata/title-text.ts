import { textOf } from './text-of.ts';

/** Marks beside a title, by their class or by what they say. */
const badges = '[class*="tag" i], [class*="badge" i], [class*="label" i]';
const badgeText =
  /^[[【(]?(?:原创|转载|翻译|置顶|推荐|精华|精|荐|付费|new|hot|pinned|sticky|featured|draft)[\]】)]?$/i;

/** The text of a title's element without `原创`, `置顶`, `New` in elements of their own. */
export function titleText(element: Element | null): string {
  if (element === null) return '';
  let text = textOf(element, badges) || textOf(element);
  for (const part of element.querySelectorAll('span, i, em, b, small, sup, strong, div')) {
    const badge = textOf(part);
    if (!badgeText.test(badge)) continue;
    if (text.startsWith(badge)) text = text.slice(badge.length).trimStart();
    else if (text.endsWith(badge)) text = text.slice(0, -badge.length).trimEnd();
  }
  return text;
}
