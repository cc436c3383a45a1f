/** `[title](url)` in Markdown, whatever characters either has. */
export function linkMarkdown(title: string, url: string): string {
  const text = (title.trim() === '' ? url : title.trim())
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\[\]*_`<]/g, '\\$&');
  // Parentheses and spaces would end the address.
  const address = url.replaceAll(/[\s()<>\\]/g, (character) =>
    encodeURIComponent(character).replace('(', '%28').replace(')', '%29'),
  );
  return `[${text}](${address})`;
}
