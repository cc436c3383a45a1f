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
      return node.text.trim() === '' ? ' ' : `\\text{${node.text}}`;
    case 'mspace':
    case 'annotation':
    case 'annotation-xml':
      return ' ';
    case 'msup':
      return `${base(part(first))}^{${primes(part(second))}}`;
    case 'msub':
      return `${base(part(first))}_{${part(second)}}`;
    case 'msubsup':
      return `${base(part(first))}_{${part(second)}}^{${primes(part(third))}}`;
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

function row(node: FormulaNode): string {
  return node.children.map((child) => write(child)).join('') || latexSymbol(node.text);
}

/** Letters in other alphabets (𝐀, ℝ, 𝚊) are set by commands in LaTeX. */
function token(node: FormulaNode): string {
  const styled = unstyled(node.text.trim());
  const { text } = styled;
  const variant =
    styled.command ?? command(node.attribute('mathvariant') ?? node.attribute('data-mjx-variant'));
  const upright = node.name === 'mi' && /^[A-Za-z]{2,}$/.test(text);
  if (variant !== null && text !== '') return `${variant}{${text}}`;
  if (upright) return functions.has(text) ? `\\${text} ` : `\\mathrm{${text}}`;
  return [...text].map((character) => latexSymbol(character)).join('');
}

const functions = new Set(
  'sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh log ln lg exp lim max min sup inf det gcd dim ker deg arg Pr hom'.split(
    ' ',
  ),
);
const alphabets: readonly (readonly [number, number, string | null])[] = [
  [0x1d400, 52, '\\mathbf'],
  [0x1d434, 52, null],
  [0x1d468, 52, '\\boldsymbol'],
  [0x1d49c, 52, '\\mathcal'],
  [0x1d4d0, 52, '\\mathcal'],
  [0x1d504, 52, '\\mathfrak'],
  [0x1d538, 52, '\\mathbb'],
  [0x1d5a0, 52, '\\mathsf'],
  [0x1d670, 52, '\\mathtt'],
];
const letterlike: Readonly<Record<string, readonly [string, string | null]>> = {
  ℎ: ['h', null],
  ℝ: ['R', '\\mathbb'],
  ℕ: ['N', '\\mathbb'],
  ℤ: ['Z', '\\mathbb'],
  ℚ: ['Q', '\\mathbb'],
  ℂ: ['C', '\\mathbb'],
  ℙ: ['P', '\\mathbb'],
  ℒ: ['L', '\\mathcal'],
  ℱ: ['F', '\\mathcal'],
  ℋ: ['H', '\\mathcal'],
  ℬ: ['B', '\\mathcal'],
  ℰ: ['E', '\\mathcal'],
  ℛ: ['R', '\\mathcal'],
};

function unstyled(text: string): { text: string; command: string | null } {
  let command: string | null = null;
  const plain = [...text].map((character) => {
    const known = letterlike[character];
    if (known !== undefined) {
      command = known[1] ?? command;
      return known[0];
    }
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x1d7f6 && code <= 0x1d7ff) command = '\\mathtt';
    if (code >= 0x1d7ce && code <= 0x1d7d7) command = '\\mathbf';
    if (code >= 0x1d7ce && code <= 0x1d7ff) return String((code - 0x1d7ce) % 10);
    if (code >= 0x1d6fc && code <= 0x1d714) return String.fromCodePoint(0x3b1 + code - 0x1d6fc);
    if (code >= 0x1d6e2 && code <= 0x1d6fa) return String.fromCodePoint(0x391 + code - 0x1d6e2);
    if (code === 0x1d715) return '∂';
    if (code === 0x1d716) return 'ϵ';
    if (code === 0x1d719) return 'ϕ';
    const alphabet = alphabets.find(([start, size]) => code >= start && code < start + size);
    if (alphabet === undefined) return character;
    const [start, , name] = alphabet;
    command = name ?? command;
    const index = code - start;
    return String.fromCodePoint(index < 26 ? 65 + index : 71 + index);
  });
  return { text: plain.join(''), command };
}

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

function primes(text: string): string {
  return text.trim();
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
