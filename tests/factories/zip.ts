import { writeZip, type ZipFile } from '../../src/formats/zip/write-zip.ts';

export const noon = Date.UTC(2024, 2, 1, 12);

export function zipFile(name: string, text: string | Uint8Array<ArrayBuffer>): ZipFile {
  return { name, bytes: typeof text === 'string' ? utf8(text) : text, modifiedAt: noon };
}

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

export async function collect<Item>(items: AsyncIterable<Item> | Iterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** An archive of these texts by name. */
export async function makeZip(
  files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>,
): Promise<Blob> {
  const entries = Object.entries(files).map(([name, text]) => zipFile(name, text));
  return new Blob(await collect(writeZip(entries)));
}
