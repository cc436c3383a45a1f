/**
 * A note of the user as it goes into Markdown: HTML in it is text for whoever renders the file, since a note may have come
 * with an import. Code stays as it is.
 */
export function guardNote(note: string): string {
  return outsideCode(note.replaceAll(/\r\n?/g, '\n'), (text) =>
    text.replaceAll(/(?<!\\)(\\*)<(?=[a-z/!?])/gi, '$1$1\\<'),
  );
}

/** The note that guardNote wrote. */
export function unguardNote(text: string): string {
  return outsideCode(text, (part) =>
    part.replaceAll(/(?<!\\)((?:\\\\)*)\\<(?=[a-z/!?])/gi, (_whole, slashes: string) => {
      return `${slashes.slice(slashes.length / 2)}<`;
    }),
  );
}

/** What stands in no code, changed. Only what every reader takes for code is taken for code. */
function outsideCode(text: string, change: (text: string) => string): string {
  // A fence within a list or a quotation, or one that is indented, may begin or end a block in more than one way.
  if (/[^\n`](?:`{3}|~{3})/.test(text)) return change(text);
  const parts: string[] = [];
  let fence: string | null = null;
  let open: string[] = [];
  const close = () => {
    if (open.length > 0) parts.push(changeParagraphs(open.join('\n'), change));
    open = [];
  };
  for (const line of text.split('\n')) {
    const mark = /^(`{3,}(?!`)|~{3,}(?!~))[^`]*$/.exec(line)?.[1] ?? '';
    if (fence === null && mark === '') {
      open.push(line);
      continue;
    }
    close();
    parts.push(line);
    if (fence === null) fence = mark;
    else if (line.trimEnd() === mark && mark.startsWith(fence)) fence = null;
  }
  close();
  return parts.join('\n');
}

/** Where each line of a paragraph closes the code that it opens, code is what stands between its marks. */
function changeParagraphs(text: string, change: (text: string) => string): string {
  return text
    .split(/(\n(?:[ \t]*\n)+)/)
    .map((paragraph) => {
      const lines = paragraph.split('\n').map(spansOf);
      if (lines.includes(null)) return change(paragraph);
      return lines
        .map((spans) => (spans ?? []).map((span) => (span.startsWith('`') ? span : change(span))).join(''))
        .join('\n');
    })
    .join('');
}

/** A line as text and code spans by turns; null where a run of backticks has no other end in it. */
function spansOf(line: string): readonly string[] | null {
  const spans: string[] = [];
  let from = 0;
  const runs = [...line.matchAll(/`+/g)];
  while (runs.length > 0) {
    const opening = runs.shift();
    if (opening === undefined) break;
    if (line[opening.index - 1] === '\\') return null;
    const end = runs.findIndex(([run]) => run.length === opening[0].length);
    const closing = runs[end];
    if (closing === undefined) return null;
    runs.splice(0, end + 1);
    const after = closing.index + closing[0].length;
    spans.push(line.slice(from, opening.index), line.slice(opening.index, after));
    from = after;
  }
  return [...spans, line.slice(from)];
}
