import { discard } from '../account/leave-out.ts';
import type { PageCopy } from '../copy/page-copy.ts';
import { replaceWithAll } from '../many-nodes.ts';
import { renameElement } from '../copy/rename-element.ts';

/** Lists that ARIA's roles or an editor's names of nodes say, made of other elements; and sections that are no list. */
export function normaliseLists({ body, document, rules }: PageCopy): void {
  for (const list of [...body.querySelectorAll(':is(ul, ol):has(> li > section:only-child)')].reverse()) {
    const sections = [...list.children].map((item) => item.firstElementChild);
    if (
      !sections.every(
        (section) => section?.matches('section:only-child:has(h1, h2, h3, h4, h5, h6)') === true,
      )
    )
      continue;
    replaceWithAll(
      list,
      sections.filter((section) => section !== null),
    );
    rules.add('list/sections');
  }
  for (const list of [
    ...body.querySelectorAll('div[role="list"], div[data-slate-type*="list"], div[data-block-type*="list"]'),
  ].reverse()) {
    const items = [...list.children];
    if (
      items.length === 0 ||
      !items.every((item) =>
        item.matches(
          '[role="listitem"], [data-slate-type*="list-"], [data-slate-type*="list_"], [data-block-type*="item"]',
        ),
      )
    )
      continue;
    for (const item of items) renameElement(item, 'li');
    const kind = `${list.getAttribute('data-slate-type') ?? ''} ${list.getAttribute('data-block-type') ?? ''}`;
    renameElement(
      list,
      /number|order(?!.*un)|(^|\s)ol/.test(kind) && !kind.includes('unorder') ? 'ol' : 'ul',
    );
    rules.add('list/roles');
  }
  blocksAsItems(body, document, rules);
  for (const mark of body.querySelectorAll('li > :first-child')) if (isMark(mark)) discard(mark);
}

const kinds = /^(bullet(?:ed)?|unordered|ordered|numbered)(?:[_-]?list)?(?:[_-]?item)?$/;
/** Notion says it in a class: `notion-numbered_list-block`, `notion-to_do-block`. */
const classKinds = /(?:^|[\s-])(bulleted|numbered|to_do)(?:_list)?-block(?=\s|$)/;

/** Editors whose every item is a block of its own say so of each; those that follow each other are a list. */
function blocksAsItems(body: HTMLElement, document: Document, rules: Set<string>): void {
  let list: Element | null = null;
  for (const block of body.querySelectorAll(
    'div[data-block-type], div[class*="_list-block"], div[class*="to_do-block"]',
  )) {
    const kind = (kinds.exec(block.getAttribute('data-block-type') ?? '') ??
      classKinds.exec(block.className))?.[1];
    if (kind === undefined || block.querySelector('ul, ol') !== null) continue;
    const name = /^(?:ordered|numbered)$/.test(kind) ? 'ol' : 'ul';
    if (list === null || block.previousElementSibling !== list || list.localName !== name) {
      list = document.createElement(name);
      block.before(list);
      rules.add('list/blocks');
    }
    const sign = [...block.querySelectorAll('div, span')].find((each) => isMark(each));
    if (sign !== undefined) discard(sign);
    const item = renameElement(block, 'li');
    const box = kind === 'to_do' ? item.querySelector('[role="checkbox"]') : null;
    if (box !== null)
      item.setAttribute('data-task', box.getAttribute('aria-checked') === 'true' ? 'done' : 'open');
    list.append(item);
  }
}

/** The sign of an item, written before its text. */
function isMark(element: Element): boolean {
  return (
    /^(?:DIV|SPAN)$/.test(element.tagName) &&
    element.nextSibling !== null &&
    /^\s*(?:[•◦▪▸●○■□–‣·]|\(?\w{1,3}[.)])\s*$/u.test(element.textContent ?? '')
  );
}
