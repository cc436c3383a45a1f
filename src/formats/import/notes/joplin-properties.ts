/** What Joplin's own export (RAW, JEX) writes at the end of each item: `id: …`, `source_url: …`, `type_: 1`. */
export interface JoplinItem {
  /** By their own names; not decoded. */
  readonly fields: ReadonlyMap<string, string>;
  /** Its first line. */
  readonly title: string;
  readonly body: string;
}

/** Longest block of properties, in UTF-16 units. */
const longest = 20_000;

/** Null where the text is no item of Joplin's. */
export function joplinProperties(text: string): JoplinItem | null {
  const end = text.trimEnd();
  if (!/\ntype_: ?\d{1,3}$/.test(end.slice(-20)) && !/^type_: ?\d{1,3}$/.test(end)) return null;
  const tail = Math.max(0, end.length - longest);
  const blank = end.lastIndexOf('\n\n');
  const start = blank < tail ? tail : blank + 2;
  const fields = new Map<string, string>();
  for (const line of end.slice(start).split('\n')) {
    const [, name, value = ''] = /^([a-z_]{1,40}): ?(.*)$/.exec(line) ?? [];
    if (name === undefined) return null;
    if (value !== '') fields.set(name, value);
  }
  const rest = end.slice(0, blank < 0 ? 0 : blank);
  const line = rest.indexOf('\n');
  return {
    fields,
    title: (line === -1 ? rest : rest.slice(0, line)).trim(),
    body: line === -1 ? '' : rest.slice(line + 1).trim(),
  };
}
