import type { MathKind } from './math-element.ts';

/** A formula with its delimiters, in UTF-16 units of the text. */
export interface FormulaInText {
  readonly start: number;
  readonly end: number;
  readonly latex: string;
  readonly kind: MathKind;
}

const opening =
  /\$\$|\\\[|\\\(|\\begin\{(equation|align|gather|multline|eqnarray|cases|matrix|pmatrix|split)\*?\}|(?<!\\)\$(?![\s$])/g;

/**
 * The formulas of a text of which every object replacement character (U+FFFC) is something that no formula contains.
 * Each end is looked for once, since many beginnings may have one end, or none.
 */
export function formulasIn(text: string): readonly FormulaInText[] {
  const formulas: FormulaInText[] = [];
  const ends = new Map<string, Mark>();
  const opaque: Mark = { pattern: /\ufffc/g, at: -1, end: 0 };
  opening.lastIndex = 0;
  let from = 0;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const open = match[0];
    const start = match.index;
    const body = start + open.length;
    // The second of two signs opens nothing, but where the first one closed the formula before.
    if (open === '$' && text[start - 1] === '$' && start !== from) continue;
    const close = ends.get(open) ?? { pattern: closingOf(open, match[1]), at: -1, end: 0 };
    ends.set(open, close);
    if (!findFrom(text, body, close)) continue;
    if (findFrom(text, body, opaque) && opaque.at < close.end) continue;
    const inner = open.startsWith('\\begin') ? text.slice(start, close.end) : text.slice(body, close.at);
    if (inner.trim() === '' || (open === '$' && !isFormula(inner))) continue;
    formulas.push({
      start,
      end: close.end,
      // A typographer made the primes of the formula quotation marks.
      latex: inner.replace(/(?<!\\)\\(?=\s*\n)/g, '\\\\').replace(/[‘’]/g, "'"),
      kind: open === '$' || open === '\\(' ? 'inline' : 'block',
    });
    from = close.end;
    opening.lastIndex = from;
  }
  return formulas;
}

/** A sign that is looked for further and further on, and where it was found last. */
interface Mark {
  readonly pattern: RegExp;
  at: number;
  end: number;
}

/** Whether the sign is anywhere from `from` on; where it is stands in the mark. */
function findFrom(text: string, from: number, mark: Mark): boolean {
  if (mark.at >= from) return mark.at < text.length;
  mark.pattern.lastIndex = from;
  const match = mark.pattern.exec(text);
  mark.at = match?.index ?? text.length;
  mark.end = mark.at + (match?.[0].length ?? 0);
  return match !== null;
}

function closingOf(open: string, environment: string | undefined): RegExp {
  if (open === '$$') return /\$\$/g;
  if (open === '\\[') return /\\\]/g;
  if (open === '\\(') return /\\\)/g;
  if (environment !== undefined) return new RegExp(`\\\\end\\{${environment}\\*?\\}`, 'g');
  return /(?<![\\\s])\$(?!\d)/g;
}

/** `$` is also a currency and a shell variable. */
function isFormula(inner: string): boolean {
  if (inner.length > 400 || /\n\s*\n/.test(inner)) return false;
  if (inner.length > 1 && !/[\p{L}\p{N}\\]/u.test(inner)) return false;
  return /[\\^_={}<>+*/|]|^[\w.,' -]{1,12}$|[α-ωΑ-Ω]/.test(inner) && !/[\u3000-\u9fff]{4}/.test(inner);
}
