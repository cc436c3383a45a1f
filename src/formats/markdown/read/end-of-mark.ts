/**
 * Where the `==` stands that ends a mark whose text begins at `from`; null where none does before `limit`. What is escaped,
 * in code, in a formula, in the address of a link or in a tag of HTML ends nothing.
 */
export function endOfMark(text: string, from: number, limit: number): number | null {
  const within = text.slice(0, limit);
  // Signs that do not come any more are looked for once.
  const missing = new Set<string>();
  const behind = (sign: string, at: number): number => {
    const end = missing.has(sign) ? -1 : within.indexOf(sign, at);
    if (end === -1) missing.add(sign);
    return end === -1 ? at : end + sign.length;
  };
  for (let at = from; at < limit;) {
    const sign = within[at] ?? '';
    const next = within[at + 1] ?? ' ';
    if (sign === '=' && next === '=' && at > from && !/\s/.test(within[at - 1] ?? ' ')) return at;
    if (sign === '\n' && next === '\n') return null;
    if (sign === '\\') at += 2;
    else if (sign === '`') at = behindCode(within, at, behind);
    else if (sign === '$' && !/\s/.test(next)) at = behind('$', at + 1);
    else if (sign === '<' && /[a-z/]/i.test(next)) at = behind('>', at + 1);
    else if (sign === ']' && next === '(') at = behind(within[at + 2] === '<' ? '>)' : ')', at + 2);
    else at += 1;
  }
  return null;
}

/** Code ends with as many backticks as it began with. */
function behindCode(text: string, at: number, behind: (sign: string, at: number) => number): number {
  let length = 1;
  while (text[at + length] === '`') length += 1;
  const run = '`'.repeat(length);
  for (let end = behind(run, at + length); end > at + length; end = behind(run, end)) {
    if (text[end] !== '`' && text[end - length - 1] !== '`') return end;
    // Of a longer run: behind all of it.
    while (text[end] === '`') end += 1;
  }
  return at + length;
}
