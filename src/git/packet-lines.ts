import { Failure } from '../core/failure.ts';

/** A line of Git's protocol: four hexadecimal digits with its length, themselves included, and the text. */
export function packetLine(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  const length = (bytes.byteLength + 4).toString(16).padStart(4, '0');
  return new TextEncoder().encode(length + text);
}

/** The lines of an answer, without their ends. Throws `sync/unreachable` where it is not whole. */
export async function answerLines(body: AsyncIterable<Uint8Array>): Promise<string[]> {
  let text = '';
  const decoder = new TextDecoder('latin1');
  for await (const part of body) text += decoder.decode(part, { stream: true });
  const lines: string[] = [];
  for (let at = 0; ;) {
    const length = Number.parseInt(text.slice(at, at + 4), 16);
    if (length === 0) return lines;
    if (!(length >= 4) || at + length > text.length) throw new Failure('sync/unreachable', 'half an answer');
    lines.push(text.slice(at + 4, at + length).trim());
    at += length;
  }
}
