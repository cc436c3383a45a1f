import type { NewHighlight } from '../../core/highlight/highlight.ts';
import { sha256 } from '../../disk/sha256.ts';
import type { TakenHighlight } from '../../formats/import/anchor-highlights.ts';

/**
 * The highlights of an imported page, each with an id: its own, or one made of what it says, so that a file that is imported
 * again brings nothing twice.
 */
export async function namedHighlights(
  url: string,
  highlights: readonly TakenHighlight[],
): Promise<readonly NewHighlight[]> {
  const named: NewHighlight[] = [];
  const times = new Map<string, number>();
  for (const { id, ...highlight } of highlights) {
    const { quote, prefix, suffix, note, createdAt } = highlight;
    const said = JSON.stringify([url, quote, prefix, suffix, note, createdAt ?? null]);
    const time = (times.get(said) ?? 0) + 1;
    times.set(said, time);
    const isGiven = id !== null && /^[\w-]{1,64}$/.test(id);
    named.push({ ...highlight, id: isGiven ? id : await idOf(`${said}${time}`), origin: 'import' });
  }
  return named;
}

/** In the form of a UUID (RFC 9562, version 8). */
async function idOf(text: string): Promise<string> {
  const hash = await sha256(new TextEncoder().encode(text));
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`];
  return [...parts, hash.slice(20, 32)].join('-');
}
