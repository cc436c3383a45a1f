const link = /\[\[([^[\]\n]{1,8000})\](?:\[([^[\]\n]{1,2000})\])?\]/g;
const block = /^\s*#\+begin_(\w{1,20})(?:\s{1,9}([\w+#-]{1,40}))?/i;
const keyword = /^\s*#\+\w{1,40}:/;
const drawer = /^\s*:[\w-]{1,40}:\s*$/;

/** Org's text as Markdown: headings, blocks, links, emphasis. Drawers and keywords are no text. */
export function orgToMarkdown(text: string): string {
  const written: string[] = [];
  let fence: { readonly end: string; readonly mark: '```' | '> ' } | null = null;
  let isDrawer = false;
  for (const line of text.split(/\r?\n/)) {
    if (fence !== null) {
      const isEnd = line.slice(0, 2_000).trim().toLowerCase().startsWith(fence.end);
      if (!isEnd) written.push(fence.mark === '> ' ? `> ${inline(line)}` : line.replace(/^,(?=[*#])/, ''));
      else if (fence.mark === '```') written.push('```');
      if (isEnd) fence = null;
      continue;
    }
    const [, kind, language = ''] = block.exec(line) ?? [];
    if (kind !== undefined) {
      const isCode = /^(?:src|example|export|comment)$/i.test(kind);
      fence = { end: `#+end_${kind.toLowerCase()}`, mark: isCode ? '```' : '> ' };
      if (isCode) written.push(`\`\`\`${/^src$/i.test(kind) ? language : ''}`);
      continue;
    }
    if (drawer.test(line)) {
      isDrawer = !/^\s*:end:\s*$/i.test(line);
      continue;
    }
    if (isDrawer || keyword.test(line)) continue;
    const [stars = ''] = /^\*+(?=\s)/.exec(line) ?? [];
    const rest = inline(line.slice(stars.length));
    written.push(stars === '' ? rest : `${'#'.repeat(Math.min(6, stars.length))}${rest}`);
  }
  if (fence?.mark === '```') written.push('```');
  return written.join('\n').trim();
}

/** Links and emphasis of one line. What stands as code is as it stands. */
function inline(line: string): string {
  return line
    .split(/(?<![\w])([=~][^\s=~](?:[^=~\n]{0,500}[^\s=~])?[=~])(?![\w])/)
    .map((part, index) => (index % 2 === 1 ? `\`${part.slice(1, -1)}\`` : emphasised(part)))
    .join('');
}

function emphasised(text: string): string {
  return text
    .replaceAll(/(?<![\w*])\*([^\s*](?:[^*\n]{0,500}[^\s*])?)\*(?![\w*])/g, '**$1**')
    .replaceAll(/(?<![\w/:])\/([^\s/](?:[^/\n]{0,500}[^\s/])?)\/(?![\w/])/g, '*$1*')
    .replaceAll(link, (_whole, target: string, words?: string) =>
      words === undefined ? `<${target}>` : `[${words}](${target})`,
    );
}
