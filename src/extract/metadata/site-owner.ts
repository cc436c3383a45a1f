import type { PageClasses } from '../page-classes.ts';
import { cleanName } from './author-name.ts';
import { isUnderQuotation } from './article-place.ts';
import { isSiteName } from './site-name.ts';
import { linesOf, textOf } from './text-of.ts';

/** The author's card of a personal site. */
const cards =
  '.site-author-name, .author-info__name, [class*="author-name" i], [class*="author_name" i], [class*="authorName" i], ' +
  '[itemprop~="author"] [itemprop~="name"], [class*="sidebar" i] [class*="author" i]';
/** The card of whoever the site is about (https://microformats.org/wiki/h-card): believed where the site is called so. */
const contacts = '.h-card .p-name, .vcard .fn, [class*="profile" i] [class*="name" i]';

/** Whose site it is, where the article names nobody: the card of a personal site, or its foot. */
export function siteOwner(classes: PageClasses, names: readonly string[]): string | null {
  for (const element of classes.select(cards)) {
    if (isInText(element)) continue;
    const name = nameOf(element);
    if (name !== null) return name;
  }
  for (const element of classes.select(contacts)) {
    const name = isInText(element) ? null : nameOf(element);
    if (name !== null && isTheirs(name, names)) return name;
  }
  return copyrightHolder(classes, names);
}

/** What is in an article's text is about others: lists of options, whoever is quoted or answers. */
function isInText(element: Element): boolean {
  return (
    element.closest('dl, pre, table, .note, .comment, .reply, .timeline-entry') !== null ||
    isUnderQuotation(element, null)
  );
}

function nameOf(element: Element): string | null {
  const text = textOf(element);
  return text.length > 40 ? null : cleanName(text);
}

const sign = /(?:©|\(c\)(?=\s|\d)|\bcopyright\b)/giu;
const years =
  /^[\s,.:|–—-]*(?:(?:19|20)\d{2}(?:\s*[-–—~至]\s*(?:(?:19|20)\d{2}|now|present|至今))?[\s,.|–—-]*)*(?:by\s+)?/iu;
const firm = /\b(?:inc|ltd|llc|gmbh|corp|plc|b\.?v|s\.?a|k\.?k)\b\.?|公司|株式会社|주식회사/i;
const siteSuffix = /(?:[’']s)?\s+blog$|的?(?:个人|技术)?博客$/i;
/** What follows a name: rights, makers, the next line of the foot. */
const after =
  /[|·•©，。;]|\s[-–—]\s|,\s|\s(?=all\b|powered\b|made\b|built\b|theme\b|hosted\b|created\b|designed\b|licensed\b|with\b|using\b|版权|保留|本站|由)|(?<=\p{L}{2})\.(?:\s|$)|\d/iu;

/**
 * `© 2016–2024 Name` at the foot of the page: taken where it is a person's whole name, or an account's after which the
 * site or its address is called. A firm's or a project's is not an author's.
 */
function copyrightHolder(classes: PageClasses, names: readonly string[]): string | null {
  const feet = [...classes.select('footer, #footer, .footer, [class*="copyright" i]')];
  for (const foot of feet.reverse()) {
    if ((foot.textContent ?? '').length > 5000) continue;
    for (const line of linesOf(foot)) {
      const at = [...line.matchAll(sign)].at(-1);
      if (at === undefined) continue;
      const from = at.index + at[0].length;
      const rest = line.slice(from, from + 200).replace(years, '');
      if (firm.test(rest.slice(0, 80))) continue;
      const name = cleanName((rest.slice(0, 120).split(after, 1)[0] ?? '').trim().replace(siteSuffix, ''));
      if (name !== null && (isPersonsName(name) || (isOneWord(name) && isTheirs(name, names)))) return name;
    }
  }
  return null;
}

/** Firms, projects, rights and links: no author's name has these words. */
const noPerson =
  /\b(?:inc|ltd|llc|gmbh|corp|company|co|foundation|projects?|docs?|documentation|blog|site|website|license|cc|themes?|colou?rs?|labs?|team|group|community|university|institute|software|studios?|press|media|news|networks?|systems|technolog\w*|authors|contributors|developers|privacy|terms|policy|rights|reserved|home|about|contact|source|code|version)\b|保留|声明|本文|博客|指南|文档|网站|公司|科技|社区|团队/i;

/** `Ann Lee`, `S. Waters`, `小明`. */
function isPersonsName(name: string): boolean {
  if (noPerson.test(name)) return false;
  return (
    /^\p{Script=Han}{2,3}$/u.test(name) ||
    /^(?:\p{Lu}[\p{L}’'-]+|\p{Lu}\.)(?:\s(?:\p{Lu}[\p{L}’'-]+|\p{Lu}\.|de|da|van|von|der|la|del)){1,3}$/u.test(
      name,
    )
  );
}

function isOneWord(name: string): boolean {
  return name.length >= 2 && !/\s/.test(name) && !noPerson.test(name);
}

/** Whether the site's address or name says a name, whole or by one of its words: `Ann Lee` of annlee.dev. */
function isTheirs(name: string, names: readonly string[]): boolean {
  if (isSiteName(name, names)) return true;
  const own = names.map((each) => letters(each)).filter((each) => each.length >= 3);
  const words = [letters(name), ...name.split(/[\s.-]+/).map((word) => letters(word))].filter(
    (word) => word.length >= 3,
  );
  return words.some((word) =>
    own.some((each) => each.includes(word) || (each.length >= 4 && word.includes(each))),
  );
}

function letters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
