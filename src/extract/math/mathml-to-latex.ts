import { unstyled } from './math-alphabets.ts';
import { latexSymbol } from './latex-symbols.ts';

/** A node of a formula's presentation tree, whether written as MathML or drawn by MathJax. */
export interface FormulaNode {
  /** MathML's element name: `mi`, `mfrac`, … */
  readonly name: string;
  readonly text: string;
  readonly children: readonly FormulaNode[];
  readonly attribute: (name: string) => string | null;
}

/**
 * LaTeX for a formula of which a page keeps only the presentation. It gives back what was written for ordinary
 * formulas, not the author's macros or spacing.
 */
export function toLatex(node: FormulaNode): string {
  return write(node).replace(/ +/g, ' ').trim();
}

const accents: Readonly<Record<string, string>> = {
  '^': '\\hat',
  ˆ: '\\hat',
  '~': '\\tilde',
  '˜': '\\tilde',
  '¯': '\\bar',
  '‾': '\\overline',
  '―': '\\overline',
  '→': '\\vec',
  '⃗': '\\vec',
  '˙': '\\dot',
  '¨': '\\ddot',
  '⏞': '\\overbrace',
  '⏟': '\\underbrace',
  _: '\\underline',
  '´': '\\acute',
  '`': '\\grave',
  '˘': '\\breve',
  ˇ: '\\check',
};
const limits =
  /^\\(sum|prod|lim|max|min|sup|inf|int|oint|bigcup|bigcap|limsup|liminf|coprod|bigoplus|bigotimes|bigvee|bigwedge|arg|gcd|det|Pr)/;

function write(node: FormulaNode): string {
  const [first, second, third] = node.children;
  const part = (child: FormulaNode | undefined): string => (child === undefined ? '' : write(child).trim());
  switch (node.name) {
    case 'mi':
    case 'mn':
    case 'mo':
      return token(node);
    case 'mtext':
    case 'ms':
      return textCommand(node);
    case 'mspace':
    case 'annotation':
    case 'annotation-xml':
      return ' ';
    case 'msup':
      return `${base(part(first))}^{${part(second)}}`;
    case 'msub':
      return `${base(part(first))}_{${part(second)}}`;
    case 'msubsup':
      return `${base(part(first))}_{${part(second)}}^{${part(third)}}`;
    case 'mfrac':
      return node.attribute('linethickness') === '0'
        ? `\\binom{${part(first)}}{${part(second)}}`
        : `\\frac{${part(first)}}{${part(second)}}`;
    case 'msqrt':
      return `\\sqrt{${row(node)}}`;
    case 'mroot':
      return `\\sqrt[${part(second)}]{${part(first)}}`;
    case 'mover':
      return over(part(first), part(second));
    case 'munder':
      return under(part(first), part(second));
    case 'munderover':
      return `${part(first)}_{${part(second)}}^{${part(third)}}`;
    case 'mtable':
      return `\\begin{matrix}${node.children.map((line) => write(line)).join('\\\\')}\\end{matrix}`;
    case 'mtr':
    case 'mlabeledtr':
      return node.children.map((cell) => row(cell)).join('&');
    default:
      return row(node);
  }
}

/** How text is set in the alphabet that a command of formulas stands for. */
const textCommands: Readonly<Record<string, string>> = { '\\mathtt': '\\texttt', '\\mathbf': '\\textbf' };

function textCommand(node: FormulaNode): string {
  const { text, command: styled } = unstyled(node.text);
  if (text.trim() === '') return ' ';
  const name = textCommands[styled ?? command(node.attribute('mathvariant')) ?? ''] ?? '\\text';
  return `${name}{${text}}`;
}

function row(node: FormulaNode): string {
  return (
    node.children.map((child, index) => applied(child, node.children[index + 1])).join('') ||
    latexSymbol(node.text)
  );
}

/** A name before the invisible sign of application (U+2061) is an operator's. */
function applied(node: FormulaNode, next: FormulaNode | undefined): string {
  return write(node).replace(/^\\mathrm\{/, next?.text === '\u2061' ? '\\operatorname{' : '$&');
}

/** Letters in other alphabets (𝐀, ℝ, 𝚊) are set by commands in LaTeX. */
function token(node: FormulaNode): string {
  const styled = unstyled(node.text.trim());
  const { text } = styled;
  const variant =
    styled.command ?? command(node.attribute('mathvariant') ?? node.attribute('data-mjx-variant'));
  const upright = /^m[io]$/.test(node.name) && /^[A-Za-z]{2,}$/.test(text);
  if (variant !== null && text !== '') return `${variant}{${text}}`;
  if (upright && node.name === 'mo' && text === 'mod') return '\\bmod ';
  if (upright)
    return functions.has(text)
      ? `\\${text} `
      : `${node.attribute('data-mjx-texclass') === 'OP' ? '\\operatorname' : '\\mathrm'}{${text}}`;
  return Array.from(text, latexSymbol).join('');
}

const functions = new Set(
  'sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh log ln lg exp lim max min sup inf det gcd dim ker deg arg Pr hom'.split(
    ' ',
  ),
);
function command(variant: string | null): string | null {
  if (variant === null) return null;
  if (variant.includes('double-struck')) return '\\mathbb';
  if (variant.includes('script') || variant.includes('calligraphic')) return '\\mathcal';
  if (variant.includes('fraktur')) return '\\mathfrak';
  if (variant === 'monospace') return '\\mathtt';
  return variant === 'bold' ? '\\mathbf' : null;
}

function base(text: string): string {
  return text.length > 1 && !/^(\\\w+(\{[^{}]*\})?|\w)$/.test(text.trim()) && /[+\-= ]/.test(text)
    ? `{${text}}`
    : text;
}

function over(text: string, mark: string): string {
  const accent =
    accents[mark] ??
    accents[mark.replace(/^\\(overline|bar)$/, '¯')] ??
    (mark === '\\to' || mark === '\\rightarrow' ? '\\vec' : undefined);
  if (accent !== undefined) return `${accent}{${text}}`;
  return limits.test(text) ? `${text}^{${mark}}` : `\\overset{${mark}}{${text}}`;
}

function under(text: string, mark: string): string {
  const accent = accents[mark];
  if (accent !== undefined && mark !== '~') return `${accent}{${text}}`;
  return limits.test(text) ? `${text}_{${mark}}` : `\\underset{${mark}}{${text}}`;
}
