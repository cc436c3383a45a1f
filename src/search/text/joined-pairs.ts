import { fold } from './fold.ts';

/**
 * Names that punctuation joins (`context.WithTimeout`, `std::move`, `kube-proxy`) are made of words that may each be
 * common. Each joined pair of words also stands in the index as a number of 15 bits: so few that their terms cost next
 * to nothing, so many that hardly a clip has one by chance. A pair is a reason to look at a clip first, no proof.
 */
const joint =
  /(?<![\w\u00c0-\u024f])([\w\u00c0-\u024f]{2,64})(?:\.|::?|->|-|\/|@)(?=([\w\u00c0-\u024f]{2,64}))/gu;
const mark = '\u0002';
const numbers = 1 << 15;

/** FNV-1a, folded to 15 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return ((value >>> 15) ^ value) & (numbers - 1);
}

function pairTerm(first: string, second: string): string {
  const number = hash(`${fold(first)} ${fold(second)}`);
  return mark + number.toString(32).padStart(3, '0');
}

/** The terms of all joined pairs of a text whose width is normal. */
export function joinedPairs(text: string): readonly string[] {
  return [...text.matchAll(joint)].map(([, first = '', second = '']) => pairTerm(first, second));
}
