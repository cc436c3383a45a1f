const signs = /^[\s#⌗¶§◆ⓘ🔗∞⚓\u200b\u2060\ufeff\ue000-\uf8ff]*$/u;

/** Whether a link's text is nothing but the sign that it leads to where it stands, or nothing at all. */
export function isPermalinkSign(text: string): boolean {
  return signs.test(text);
}
