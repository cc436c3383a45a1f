/** Makes explicit in the tree what turndown would lose as it collapses white space, and what its rules ask for. */
export function prepareTree(root: HTMLElement): void {
  for (const formula of root.querySelectorAll('[data-math]'))
    formula.setAttribute('data-latex', formula.textContent ?? '');
  for (const section of root.querySelectorAll('section[data-tab]')) labelTab(section);
  for (const item of root.querySelectorAll('li[data-task]')) {
    const mark = root.ownerDocument.createElement('span');
    mark.setAttribute('data-box', item.getAttribute('data-task') === 'done' ? '[x]' : '[ ]');
    mark.textContent = 'x';
    (item.firstElementChild?.tagName === 'P' ? item.firstElementChild : item).prepend(mark, ' ');
  }
  for (const table of root.querySelectorAll('table')) {
    if (needsHtml(table)) table.setAttribute('data-html', '');
  }
}

/** GitHub's tables have neither spans nor blocks in their cells. */
function needsHtml(table: Element): boolean {
  return (
    table.querySelector(
      '[colspan], [rowspan], pre, li, blockquote, table, h1, h2, h3, h4, h5, h6, aside, p + p',
    ) !== null
  );
}

/** A tab's label names its code block, or stands above what it holds. */
function labelTab(section: Element): void {
  const label = section.getAttribute('data-tab') ?? '';
  const code = section.childElementCount === 1 ? section.querySelector(':scope > pre > code') : null;
  if (label === '') return;
  if (code !== null) {
    if (!code.hasAttribute('data-file')) code.setAttribute('data-file', label);
    return;
  }
  const paragraph = section.ownerDocument.createElement('p');
  const strong = section.ownerDocument.createElement('strong');
  strong.textContent = label;
  paragraph.append(strong);
  section.prepend(paragraph);
}

/** Takes signs that are marks of ours out of what the page wrote: texts and attributes. */
export function withoutMarks(root: ParentNode & Node, ...signs: readonly string[]): void {
  const drop = (text: string): string => signs.reduce((rest, sign) => rest.replaceAll(sign, ''), text);
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const text = node.nodeValue ?? '';
    if (signs.some((sign) => text.includes(sign))) node.nodeValue = drop(text);
  }
  for (const element of root.querySelectorAll('*')) {
    for (const { name, value } of Array.from(element.attributes))
      if (signs.some((sign) => value.includes(sign))) element.setAttribute(name, drop(value));
  }
}
