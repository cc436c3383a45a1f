import type { PageCopy } from '../copy/page-copy.ts';
import { replaceWithAll } from '../many-nodes.ts';

/** Where lines of text are shown as they were typed: by style, or by the class that says so. */
const typed = '[style*="white-space:pre"], .whitespace-pre-wrap, .whitespace-pre-line';

/** Lines that a page shows as they were typed, such as those of a question, stay lines. */
export function keepLineBreaks({ body, document }: PageCopy): void {
  for (const element of body.querySelectorAll(typed)) {
    if (element.closest('pre, code, table, [data-math]') !== null) continue;
    const texts = Array.from(element.childNodes).filter((node) => node instanceof Text);
    for (const node of texts) {
      const lines = node.data.split('\n');
      if (lines.filter((line) => /\S/.test(line)).length < 2) continue;
      const parts = lines.flatMap((line, index) =>
        index === 0 ? [line] : [document.createElement('br'), line],
      );
      replaceWithAll(node, parts);
    }
  }
}
