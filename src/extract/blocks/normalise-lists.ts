import type { PageCopy } from '../copy/page-copy.ts';
import { renameElement } from '../copy/rename-element.ts';

/** Lists that ARIA's roles or an editor's names of nodes say, made of other elements. */
export function normaliseLists({ body, rules }: PageCopy): void {
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
}
