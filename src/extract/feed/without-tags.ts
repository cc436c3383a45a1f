/** HTML as text, a space for each tag, without styles and scripts; in one pass, whatever is left open. */
export function withoutTags(html: string): string {
  const text: string[] = [];
  let at = 0;
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', at)) {
    text.push(html.slice(at, open), ' ');
    const name = /^<(style|script)\b/i.exec(html.slice(open, open + 8))?.[1];
    const close = html.indexOf('>', name === undefined ? open : endOf(html, name, open));
    if (close < 0) return text.join('');
    at = close + 1;
  }
  text.push(html.slice(at));
  return text.join('');
}

/** Where the closing tag of a style or script begins; the end of the text where there is none. */
function endOf(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}
