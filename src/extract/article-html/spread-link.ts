import { isBlock } from './element-kinds.ts';

/**
 * A link round blocks (a heading, a card, paragraphs) becomes links in them: article HTML has links in lines only. One to a
 * place of the same page, as themes put round headings, gives way.
 */
export function spreadLink(link: Element): void {
  const href = link.getAttribute('href') ?? '';
  if (href !== '' && !href.startsWith('#')) spread(link, link);
}

function spread(parent: Element, link: Element): void {
  let run: ChildNode[] = [];
  const close = (): void => {
    const [first] = run;
    if (first !== undefined && run.some(isInked)) {
      const around = link.cloneNode(false);
      first.before(around);
      for (const node of run) around.appendChild(node);
    }
    run = [];
  };
  for (const child of Array.from(parent.childNodes)) {
    if (!(child instanceof Element && isBlock(child))) {
      run.push(child);
      continue;
    }
    close();
    if (!/^(?:PRE|TABLE|MATH)$/i.test(child.tagName) && !child.hasAttribute('data-math')) spread(child, link);
  }
  close();
}

function isInked(node: ChildNode): boolean {
  return (
    /\S/.test(node.textContent ?? '') ||
    (node instanceof Element && (node.tagName === 'IMG' || node.querySelector('img') !== null))
  );
}
