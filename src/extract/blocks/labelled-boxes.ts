import { hasMoreChildren } from '../copy/has-more-children.ts';
import { calloutType } from './callout-types.ts';

const labels =
  /^(note|notes|tip|hint|info|information|important|warning|caution|danger|attention|remark|注|注意|注意事项|提示|小提示|警告|重要|备注|说明|小心|危险|hinweis|achtung|warnung|wichtig|tipp|vorsicht|remarque|avertissement|astuce|nota|advertencia|consejo|atención|importante|примечание|внимание|предупреждение|совет|важно|メモ|ヒント|参考|补足)$/i;
/** What words of other languages, and those that boxes have beside the known ones, stand for. */
const others: Readonly<Record<string, string>> = {
  warning: 'attention achtung warnung avertissement advertencia atención внимание предупреждение',
  important: 'wichtig importante важно',
  tip: 'tipp astuce consejo совет ヒント',
  caution: 'vorsicht',
};

/** No word of them is longer than 13 characters; a colon and a space may follow. */
const longest = 20;

interface LabelledBox {
  readonly type: string;
  readonly label: Element;
}

/** Boxes of whatever name whose first line is a word such as "Note" alone, and what type that says. */
export function labelledBoxes(body: Element): ReadonlyMap<Element, LabelledBox> {
  const boxes = new Map<Element, LabelledBox>();
  const walker = body.ownerDocument.createTreeWalker(body, 4);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    if (text.length > 60) continue;
    const line = text.trim();
    if (line === '' || line.length > longest) continue;
    const word = line.replace(/(?<!\s)\s*[:：!！]$/, '');
    const label = labels.test(word) ? labelOf(node) : null;
    const box = label?.parentElement ?? null;
    if (label === null || box === null || boxes.has(box)) continue;
    boxes.set(alertAround(box) ?? box, { type: typeOf(word.toLowerCase()), label });
  }
  return boxes;
}

function typeOf(word: string): string {
  const other = Object.entries(others).find(([, list]) => list.split(' ').includes(word));
  return other?.[0] ?? calloutType(word) ?? 'note';
}

/** The element of a label's own that begins another one, if that looks like a box that the page sets apart. */
function labelOf(text: Node): Element | null {
  let label: Node = text;
  while (label.parentElement !== null && isOnlyChild(label)) label = label.parentElement;
  const box = label.parentElement;
  if (
    !(label instanceof Element) ||
    box === null ||
    hasMoreChildren(box, 16) ||
    !/^(DIV|ASIDE|SECTION|DL|BLOCKQUOTE)$/.test(box.tagName)
  )
    return null;
  if (!/^(P|DIV|SPAN|STRONG|B|H[2-6]|DT|HEADER)$/.test(label.tagName)) return null;
  if (
    box.hasAttribute('data-callout') ||
    box.closest('pre, nav, header, footer, [data-callout], table') !== null
  )
    return null;
  const named =
    /note|tip|hint|info|warn|caution|danger|important|alert|admon|callout|notice|message|attention/i.test(
      `${box.className} ${box.getAttribute('role') ?? ''}`,
    ) || alertAround(box) !== null;
  const styled =
    box.tagName === 'ASIDE' ||
    box.hasAttribute('class') ||
    box.hasAttribute('style') ||
    box.hasAttribute('role');
  const needsName = box.tagName === 'BLOCKQUOTE' || /^H[2-4]$/.test(label.tagName);
  if (!styled || (needsName && !named)) return null;
  if ([...box.childNodes].slice(0, [...box.childNodes].indexOf(label)).some(hasWords)) return null;
  const after = [...box.children].slice([...box.children].indexOf(label) + 1);
  const said = after.reduce((sum, child) => sum + (child.textContent ?? '').trim().length, 0);
  if (said < (named ? 1 : 24) || after.length > 12) return null;
  return box.querySelector('h1, article, nav, form, [data-footnotes]') === null && headings(box, label) === 0
    ? label
    : null;
}

/** What is said to be an alert or a note round a box, and holds nothing else. */
function alertAround(box: Element): Element | null {
  const around = box.closest('[role="alert"], [role="note"]');
  return around !== null && around.textContent?.trim() === box.textContent?.trim() ? around : null;
}

function isOnlyChild(node: Node): boolean {
  for (let other = node.parentElement?.firstChild ?? null; other !== null; other = other.nextSibling) {
    if (other !== node && hasWords(other)) return false;
  }
  return true;
}

function hasWords(node: Node): boolean {
  return node.nodeType === 8 ? false : /[\p{L}\p{N}]/u.test(node.textContent ?? '');
}

function headings(box: Element, label: Element): number {
  return [...box.querySelectorAll('h1, h2, h3, h4')].filter(
    (heading) => heading !== label && !label.contains(heading),
  ).length;
}
