import { cleanName } from './author-name.ts';
import { isSiteName } from './site-name.ts';
import { textOf } from './text-of.ts';

const cards =
  '.site-author-name, .author-info__name, [class*="author-name" i], [class*="author_name" i], [class*="authorName" i], ' +
  '[class*="profile" i] [class*="name" i], .h-card .p-name, .vcard .fn, [itemprop~="author"] [itemprop~="name"], ' +
  '[class*="sidebar" i] [class*="author" i], aside [class*="name" i]';

/** Whose site it is, where the article names nobody: the card of a personal site, its foot, its account. */
export function siteOwner(document: Document, names: readonly string[]): string | null {
  for (const element of document.querySelectorAll(cards)) {
    const text = textOf(element);
    const name = text.length > 40 ? null : cleanName(text);
    if (name !== null) return name;
  }
  return copyrightHolder(document) ?? account(document, names);
}

const copyright =
  /(?:(?:©|\(c\)|\bCopyright\b)\s*)+(?:(?:19|20)\d{2})?(?:\s*[-–—~]\s*(?:(?:19|20)\d{2}|now|present|至今))?\s*[,.|]?\s*(?:by\s+)?([^\s.|·•©。,，]\S*(?:\s+(?!All\b|Powered\b|Made\b|Built\b|Theme\b|Hosted\b|本站|版权|由)[^\s|·•©。,，\d]+){0,3})/iu;

/** `© 2016–2024 Name` at the foot of the page. */
function copyrightHolder(document: Document): string | null {
  const feet = [...document.querySelectorAll('footer, #footer, .footer, [class*="copyright" i]')];
  for (const foot of feet.reverse()) {
    const name = cleanName((copyright.exec(textOf(foot))?.[1] ?? '').split(/[.,](?:\s|$)/, 1)[0] ?? '');
    if (name !== null && !/^(?:20|19)\d{2}|保留|all rights|声明|license|^cc\b|本文/i.test(name)) return name;
  }
  return null;
}

/** The GitHub account that the site links and its address is called after. */
function account(document: Document, names: readonly string[]): string | null {
  for (const link of document.querySelectorAll('a[href*="//github.com/" i]')) {
    const user = /\/\/github\.com\/([\w-]+)\/?$/i.exec(link.getAttribute('href') ?? '')?.[1];
    if (user !== undefined && isSiteName(user, names)) return user;
  }
  return null;
}
