import type { PageClasses } from '../page-classes.ts';
import { type ArticlePlace, isAfter } from './article-place.ts';
import { parseDate } from './date-text.ts';
import { isElement, oneLine, partsOf, shortTextOf } from './text-of.ts';

interface ShownDate {
  readonly iso: string;
  readonly role: 'published' | 'updated' | 'unknown';
  /** Lower is nearer to the title and surer to be a date of the article. */
  readonly distance: number;
}

const places =
  'time, [datetime], [itemprop~="datePublished"], [itemprop~="dateCreated"], [itemprop~="dateModified"], [class*="date" i], [class*="time" i], ' +
  '[class*="publish" i], [class*="meta" i], [class*="updated" i], [class*="info" i], [class*="byline" i], [id*="publish" i], [id*="date" i], [id*="poston" i]';

const updatedWords =
  /updat|modif|edited|revis|aktualisiert|mis à jour|actualiza|atualiza|aggiornat|обновл|изменен|更新|修改|编辑于|最后|最近|수정|갱신/i;
const publishedWords =
  /publish|posted|created|written|released|veröffentlicht|publié|publicad|pubblicat|опубликован|작성|게시|公開|投稿|发布|发表|创建|撰写|写于|写作|发文|日期|原创|首发/i;

/** The dates that a user sees by the title, or at the end of the article. */
export function shownDates(
  document: Document,
  classes: PageClasses,
  place: ArticlePlace,
): { readonly published: string | null; readonly updated: string | null } {
  const language = document.documentElement.getAttribute('lang');
  const { heading } = place;
  const dates: ShownDate[] = [];
  for (const element of classes.select(places)) {
    const steps = place.stepsTo(element);
    if (steps > 6 || place.isElsewhere(element)) continue;
    if (element.closest('table, pre, blockquote, figure') !== null) continue;
    const date = readShown(element, steps, heading, language);
    if (date !== null) dates.push(date);
  }
  const near = nearTitle(heading, language);
  if (near !== null) dates.push(near);
  dates.sort((a, b) => a.distance - b.distance);
  const published =
    dates.find(({ role }) => role === 'published') ?? dates.find(({ role }) => role === 'unknown');
  return {
    published: published?.iso ?? null,
    updated: dates.find(({ role }) => role === 'updated')?.iso ?? null,
  };
}

function readShown(
  element: Element,
  steps: number,
  heading: Element | null,
  language: string | null,
): ShownDate | null {
  const machine = ['datetime', 'content', 'data-datetime', 'data-date', 'data-time']
    .map((name) => element.getAttribute(name) ?? '')
    .find((value) => parseDate(value) !== null);
  const text = shortTextOf(element, 120) ?? '';
  // Larger blocks hold other dates than their own.
  const iso =
    parseDate(machine ?? text, language) ??
    (machine === undefined ? parseDate(element.getAttribute('title') ?? '', language) : null);
  if (iso === null) return null;
  const inner = element.querySelector(places) === null ? 0 : 0.5;
  return {
    iso,
    role: roleOf(element, text),
    distance: steps + inner + (heading !== null && isAfter(element, heading) ? 0 : 0.25),
  };
}

/** What the words of the element, or those right before it, say that the date is. */
function roleOf(element: Element, text: string): ShownDate['role'] {
  const property = element.getAttribute('itemprop') ?? '';
  if (/dateModified/.test(property)) return 'updated';
  if (/date(?:Published|Created)/.test(property)) return 'published';
  let before = '';
  let place: Element = element;
  for (let up = 0; up < 3 && before.trim() === ''; up++) {
    for (
      let node = place.previousSibling;
      node !== null && before.trim() === '';
      node = node.previousSibling
    ) {
      before = isElement(node) ? (shortTextOf(node, 200) ?? '·') : oneLine(node.nodeValue ?? '');
      if (parseDate(before) !== null) before = '·';
    }
    if (place.parentElement === null || shortTextOf(place.parentElement, 160) === null) break;
    place = place.parentElement;
  }
  const words = `${before.slice(-24)} ${text.split(/\d/, 1)[0] ?? ''} ${element.getAttribute('title') ?? ''} ${element.className}`;
  if (updatedWords.test(words)) return 'updated';
  return publishedWords.test(words) ? 'published' : 'unknown';
}

/** The whole date that `2 days ago` has in its hint. */
function dateBehind(element: Element, language: string | null): string | null {
  for (const each of element.querySelectorAll('[title]')) {
    const hint = each.getAttribute('title') ?? '';
    const iso = /\d{4}/.test(hint) ? parseDate(hint, language) : null;
    if (iso !== null) return iso;
  }
  return null;
}

/** A date in the few texts around the title, whatever they are called. */
function nearTitle(heading: Element | null, language: string | null): ShownDate | null {
  let place = heading;
  for (let up = 0; up < 4 && place !== null; up++) {
    for (const side of ['nextSibling', 'previousSibling'] as const) {
      let length = 0;
      for (let node = place[side]; node !== null && length < 200; node = node[side]) {
        const text = isElement(node) ? shortTextOf(node, 200) : oneLine(node.nodeValue ?? '');
        if (text === null || text.length > 200) break;
        length += text.length;
        const iso =
          parseDate(text, language) ??
          (isElement(node) ? parseDate(partsOf(node).join(' '), language) : null) ??
          (isElement(node) ? dateBehind(node, language) : null);
        if (iso !== null)
          return {
            iso,
            role: updatedWords.test(text) && !publishedWords.test(text) ? 'updated' : 'unknown',
            distance: up + 2,
          };
      }
    }
    place = place.parentElement;
  }
  return null;
}
