/** A tar of these files, as Joplin writes its JEX. */
export function tarOf(files: Readonly<Record<string, string | Uint8Array>>): Blob {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
    const header = new Uint8Array(512);
    const put = (text: string, at: number) => header.set(new TextEncoder().encode(text), at);
    put(name, 0);
    put(`${bytes.length.toString(8).padStart(11, '0')} `, 124);
    put('0', 156);
    put('ustar', 257);
    put('        ', 148);
    const sum = header.reduce((total, byte) => total + byte, 0);
    put(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    const padded = new Uint8Array(Math.ceil(bytes.length / 512) * 512);
    padded.set(bytes);
    parts.push(header, padded);
  }
  return new Blob([...parts, new Uint8Array(1_024)]);
}
