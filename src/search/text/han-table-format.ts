/**
 * How the table of Han characters is written: the code points of its two columns, each as the difference to the one
 * before, as zigzag numbers in digits of base 44, the least first; a digit of the alphabet's first half ends a number.
 */
export const alphabet =
  '!#%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}';

/** The code points of one column. */
export function readColumn(text: string): number[] {
  const half = alphabet.length / 2;
  const digits = new Uint8Array(128);
  for (let i = 0; i < alphabet.length; i += 1) digits[alphabet.charCodeAt(i)] = i;
  const codes: number[] = [];
  let code = 0;
  let value = 0;
  let place = 1;
  for (let i = 0; i < text.length; i += 1) {
    const digit = digits[text.charCodeAt(i)] ?? 0;
    if (digit >= half) {
      value += (digit - half) * place;
      place *= half;
      continue;
    }
    value += digit * place;
    code += value % 2 === 1 ? -(value + 1) / 2 : value / 2;
    codes.push(code);
    value = 0;
    place = 1;
  }
  return codes;
}
