import type { FormulaNode } from './mathml-to-latex.ts';

const layout =
  /^(strut|pstrut|mspace|vlist-s|nulldelimiter|arraycolsep|frac-line|overline-line|underline-line|hide-tail|rule|tag|eqn-num)$/;
const variants: Readonly<Record<string, string>> = {
  mathbf: 'bold',
  boldsymbol: 'bold',
  mathbb: 'double-struck',
  mathcal: 'script',
  mathscr: 'script',
  mathfrak: 'fraktur',
  mathtt: 'monospace',
};
/** The pieces that tall delimiters are made of, by the first of them. */
const delimiters: Readonly<Record<string, string>> = {
  '⎛': '(',
  '⎝': '(',
  '⎞': ')',
  '⎠': ')',
  '⎡': '[',
  '⎣': '[',
  '⎤': ']',
  '⎦': ']',
  '⎧': '{',
  '⎩': '{',
  '⎫': '}',
  '⎭': '}',
  '∣': '|',
  '∥': '‖',
};

/** What KaTeX drew as HTML, read back as a formula's tree: of pages that have neither its MathML nor the LaTeX. */
export function treeOfKatex(drawn: Element): FormulaNode {
  return node('mrow', read(drawn));
}

function node(
  name: string,
  children: readonly FormulaNode[],
  text = '',
  variant: string | null = null,
): FormulaNode {
  return { name, text, children, attribute: (key) => (key === 'mathvariant' ? variant : null) };
}

/** A name that is set as an operator's: `\\operatorname`. */
function operator(key: string): string | null {
  return key === 'data-mjx-texclass' ? 'OP' : null;
}

function has(element: Element, ...names: readonly string[]): boolean {
  return names.some((name) => element.classList.contains(name));
}

function read(element: Element): readonly FormulaNode[] {
  if ([...element.classList].some((name) => layout.test(name))) return [];
  if (has(element, 'mfrac')) return fraction(element);
  if (has(element, 'mtable')) return [table(element)];
  if (has(element, 'sqrt')) return [root(element)];
  if (has(element, 'accent')) return [node('mover', stack(element).slice(0, 2))];
  if (has(element, 'overline', 'underline')) {
    const base = stack(element).find(isInked) ?? node('mrow', []);
    return [
      node(has(element, 'overline') ? 'mover' : 'munder', [
        base,
        node('mo', [], has(element, 'overline') ? '‾' : '_'),
      ]),
    ];
  }
  if (has(element, 'op-limits')) return [limits(element)];
  const name = has(element, 'mop') && element.childElementCount === 1 ? element.firstElementChild : null;
  if (name !== null && has(name, 'mathrm'))
    return [{ ...node('mi', [], name.textContent ?? ''), attribute: operator }];
  if (has(element, 'text')) return [node('mtext', [], element.textContent ?? '')];
  if (has(element, 'delimsizing'))
    return [node('mo', [], delimiters[(element.textContent ?? '').charAt(0)] ?? element.textContent ?? '')];
  if (element.childElementCount === 0) return leaf(element);
  const row: FormulaNode[] = [];
  for (const child of element.children) {
    if (has(child, 'msupsub')) scripts(row, child);
    else row.push(...read(child));
  }
  return row.length > 1 &&
    element.querySelector(':scope > .msupsub') === null &&
    !has(element, 'base', 'katex-html')
    ? [node('mrow', row)]
    : row;
}

function leaf(element: Element): readonly FormulaNode[] {
  const text = (element.textContent ?? '').replaceAll('\u200b', '');
  if (text === '') return [];
  const variant = Object.entries(variants).find(([name]) => has(element, name))?.[1] ?? null;
  // Letters in a row are one element, though each is a variable.
  if (has(element, 'mathnormal')) return Array.from(text, (letter) => node('mi', [], letter));
  const name = /^[\d.]+$/.test(text) ? 'mn' : /^\p{L}+$/u.test(text) ? 'mi' : 'mo';
  return [node(name, [], text, variant)];
}

/** The parts that KaTeX stacks, lowest first. */
function stack(element: Element): readonly FormulaNode[] {
  return [...(element.querySelector('.vlist')?.children ?? [])].map((part) => node('mrow', read(part)));
}

function isInked(tree: FormulaNode): boolean {
  return tree.text !== '' || tree.children.some(isInked);
}

function fraction(element: Element): readonly FormulaNode[] {
  const [below = node('mrow', []), above = node('mrow', [])] = stack(element).filter(isInked);
  const made = node('mfrac', [above, below]);
  const isBinomial = element.querySelector('.frac-line') === null;
  return [isBinomial ? { ...made, attribute: (key) => (key === 'linethickness' ? '0' : null) } : made];
}

function root(element: Element): FormulaNode {
  const index = element.querySelector(':scope > .root');
  const body = [...element.children].find(
    (child) => child !== index && child.querySelector('.vlist') !== null,
  );
  const content = (body === undefined ? [] : stack(body)).find(isInked) ?? node('mrow', []);
  return index === null ? node('msqrt', [content]) : node('mroot', [content, node('mrow', read(index))]);
}

function limits(element: Element): FormulaNode {
  const parts = [...(element.querySelector('.vlist')?.children ?? [])];
  const base = parts.findIndex(
    (part) =>
      part.querySelector('.mop, .mrel, .mord:not(.mtight)') !== null &&
      part.querySelector('.mtight') === null,
  );
  const [main, below, above] = [parts[base], parts[base - 1], parts[base + 1]].map((part) =>
    node('mrow', part === undefined ? [] : read(part)),
  );
  const all = [main, below, above].flatMap((part) => (part !== undefined && isInked(part) ? [part] : []));
  if (all.length === 3) return node('munderover', all);
  return node(below !== undefined && isInked(below) ? 'munder' : 'mover', all);
}

/** Index and power of what stands before them; one alone is an index where the stack has a depth. */
function scripts(row: FormulaNode[], element: Element): void {
  const parts = stack(element);
  const base = node('mrow', row.splice(0));
  const isIndex = element.querySelector(':scope > .vlist-t2') !== null;
  row.push(
    parts.length > 1
      ? node('msubsup', [base, ...parts.slice(0, 2)])
      : node(isIndex ? 'msub' : 'msup', [base, ...parts]),
  );
}

function table(element: Element): FormulaNode {
  const columns = [...element.children]
    .filter((child) => /(^|\s)col-align/.test(child.className))
    .map((column) => [...stack(column)].toReversed());
  const rows = Math.max(0, ...columns.map((column) => column.length));
  const lines = Array.from({ length: rows }, (_, line) =>
    node(
      'mtr',
      columns.map((column) => node('mtd', column[line] === undefined ? [] : [column[line]])),
    ),
  );
  const first = element.querySelector('.vlist')?.children;
  const top = (part: Element | undefined): number =>
    Number.parseFloat(/top:\s*(-?[\d.]+)/.exec(part?.getAttribute('style') ?? '')?.[1] ?? '0');
  return node(
    'mtable',
    first !== undefined && top(first[0]) < top(first[first.length - 1]) ? lines.toReversed() : lines,
  );
}
