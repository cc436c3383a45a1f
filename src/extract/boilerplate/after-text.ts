import { leaveOut } from '../account/leave-out.ts';
import { plainInkOf, textLengthOf } from './ink.ts';

const holders = /^(?:DIV|SECTION|ARTICLE|MAIN)$/;
const tails = /^(?:DIV|SECTION|UL|OL|ASIDE)$/;
const data =
  'pre, table, blockquote, math, video, [data-math], [data-footnotes], [data-footnote-ref], [data-callout], [data-tabs], dl';
/** Share of the article that an element holds whose end is the article's. */
const nearlyAll = 0.7;
/** Siblings after the text that are looked at, and levels down to it. */
const limits = { siblings: 12, levels: 6 } as const;

/**
 * Takes out what stands after the element that holds nearly all of the article's text: links to what comes next, counts,
 * who wrote it. A passage of its own words is the article's, wherever it stands.
 */
export function dropAfterText(root: Element): void {
  let outer = root;
  for (let level = 0; level < limits.levels; level++) {
    const enough = plainInkOf(outer) * nearlyAll;
    const text = [...outer.children].find((each) => holders.test(each.tagName) && plainInkOf(each) >= enough);
    if (text === undefined) return;
    const after: Element[] = [];
    for (let each = text.nextElementSibling; each !== null; each = each.nextElementSibling) after.push(each);
    if (after.length <= limits.siblings)
      for (const each of after) {
        const reason = tailReason(each);
        if (reason !== null) leaveOut(each, reason, 'choice/after-text');
      }
    outer = text;
  }
}

/** Why an element after the text is none of it; null where it is. */
function tailReason(element: Element): 'author' | 'related' | null {
  if (!tails.test(element.tagName) || element.matches(data) || element.querySelector(data) !== null)
    return null;
  const ink = textLengthOf(element);
  if (ink === 0) return null;
  const plain = plainInkOf(element);
  if (isCard(element, plain)) return 'author';
  const isTail =
    plain < ink ? plain < Math.min(ink * 0.5, 150) : ink < 40 && isLabel(element) && !hasImage(element);
  return isTail ? 'related' : null;
}

/** Words that are no sentence. */
function isLabel(element: Element): boolean {
  return !/[.。!！?？:：]$/.test((element.textContent ?? '').trim());
}

function hasImage(element: Element): boolean {
  return element.querySelector('img') !== null;
}

/** A portrait, and the name of whom it shows in an element of its own. */
function isCard(element: Element, plain: number): boolean {
  if (plain > 400 || element.querySelector('h2 + p + p, p + p + p') !== null) return false;
  const names = new Set(
    [...element.querySelectorAll('img[alt]')].map((image) => bare(image.getAttribute('alt') ?? '')),
  );
  return [...element.querySelectorAll('a, strong, b, span, div, h2, h3, h4, h5')].some((each) => {
    const name = bare(each.textContent ?? '');
    return name.length >= 2 && name.length <= 40 && names.has(name);
  });
}

function bare(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
