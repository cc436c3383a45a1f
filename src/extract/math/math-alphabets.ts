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

/** The plain letters of a text in Unicode's mathematical alphabets, and the LaTeX command that sets them so. */
export function unstyled(text: string): { text: string; command: string | null } {
  let command: string | null = null;
  const plain = Array.from(text, (character) => {
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
