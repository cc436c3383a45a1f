/** `damagedAt` is the line (from 1) of the first bytes that are no text, where there are such. */
export interface DecodedText {
  readonly text: string;
  readonly damagedAt: number | null;
}

/** Share of the non-ASCII characters that may be damaged before the text is rather taken for another encoding. */
const damageOfAnotherEncoding = 0.1;

/**
 * Text of unknown encoding: UTF-16 by its byte order mark or its zero bytes, else UTF-8, else GB 18030 (which is how Excel and old
 * archivers write Chinese), else UTF-8 with U+FFFD in the place of what cannot be read. Never throws.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return whole(decoded(bytes, 'utf-16le'));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return whole(decoded(bytes, 'utf-16be'));
  const order = unmarkedUtf16(bytes);
  if (order !== null) return whole(decoded(bytes, order));
  const exact = exactly(bytes, 'utf-8');
  if (exact !== null) return whole(exact);
  const text = decoded(bytes, 'utf-8');
  const chinese = isMostlyDamaged(text) ? exactly(bytes, 'gb18030') : null;
  return chinese === null ? { text, damagedAt: lineOf(text, text.indexOf('\uFFFD')) } : whole(chinese);
}

/** UTF-16 without its mark: among the first signs are some of ASCII, each with a zero byte, and always on the same side. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const start = bytes.subarray(0, 2_000);
  const zeros = [0, 0];
  for (const [at, byte] of start.entries()) if (byte === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (bytes.length % 2 !== 0 || Math.max(even, odd) < start.length / 10 || Math.min(even, odd) > 0)
    return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

function whole(text: string): DecodedText {
  return { text, damagedAt: null };
}

function decoded(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

function exactly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function isMostlyDamaged(text: string): boolean {
  let damaged = 0;
  let foreign = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    foreign += 1;
    if (code === 0xfffd) damaged += 1;
  }
  return damaged > foreign * damageOfAnotherEncoding;
}

function lineOf(text: string, at: number): number {
  let line = 1;
  for (let next = text.indexOf('\n'); next !== -1 && next < at; next = text.indexOf('\n', next + 1))
    line += 1;
  return line;
}
