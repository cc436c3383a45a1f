import { parseUrl } from '../../core/parse-url.ts';
import type { PageClasses } from '../page-classes.ts';
import { cleanName } from './author-name.ts';
import { isUnderQuotation } from './article-place.ts';
import { isSiteName } from './site-name.ts';
import { linesOf, textOf } from './text-of.ts';
import { plainLetters } from '../letters.ts';

/** The author's card of a personal site. */
const cards =
  '.site-author-name, .author-info__name, [class*="author-name" i], [class*="author_name" i], [class*="authorName" i], ' +
  '[itemprop~="author"] [itemprop~="name"], [class*="sidebar" i] [class*="author" i]';
/** The card of whoever the site is about (https://microformats.org/wiki/h-card): believed where the site is called so. */
const contacts = '.h-card .p-name, .vcard .fn, [class*="profile" i] [class*="name" i]';

/**
 * Whose site it is, where the article names nobody: the card of a personal site, or its foot.
 * @param isDated whether the page says when it was written, as posts do and manuals do not
 */
export function siteOwner(
  classes: PageClasses,
  names: readonly string[],
  isDated: boolean,
  url: string,
): string | null {
  for (const element of classes.select(cards)) {
    if (isInText(element)) continue;
    const name = nameOf(element);
    if (name !== null) return name;
  }
  for (const element of classes.select(contacts)) {
    const name = isInText(element) ? null : nameOf(element);
    if (name !== null && isTheirs(name, names)) return name;
  }
  return copyrightHolder(classes, names, isDated, accountOf(url));
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
  /[|·•©，。;]|\s[-–—]\s|,\s|\s(?=all\b|powered\b|made\b|built\b|theme\b|hosted\b|created\b|designed\b|licensed\b|with\b|using\b|版权|保留|本站|由)|(?<=\p{L}{2})\.(?:\s|$)|(?<![a-z\d])\d/iu;

/**
 * `© 2016–2024 Name` at the foot of the page: a person's whole name, under a post, or where the site or its address is called
 * so; under a manual it may be whoever made what that is about. A single word is that of a product or firm as well: it is
 * taken under a post of a site that is called so, or where it is whose account the address is.
 */
function copyrightHolder(
  classes: PageClasses,
  names: readonly string[],
  isDated: boolean,
  account: string | null,
): string | null {
  const feet = [...classes.select('footer, #footer, .footer, [class*="copyright" i]')];
  for (const foot of feet.reverse()) {
    if ((foot.textContent ?? '').length > 5000) continue;
    for (const line of linesOf(foot, toTop)) {
      const at = [...line.matchAll(sign)].at(-1);
      if (at === undefined) continue;
      const from = at.index + at[0].length;
      const rest = line.slice(from, from + 200).replace(years, '');
      if (firm.test(rest.slice(0, 80))) continue;
      const name = cleanName(
        (rest.slice(0, 120).split(after, 1)[0] ?? '')
          .trim()
          .replace(siteSuffix, '')
          .replace(/(?<=\p{L}\p{N}?\p{L}|\p{N})\.$/u, ''),
      );
      if (name === null) continue;
      if (isPersonsName(name) && (isDated || isTheirs(name, names))) return name;
      if (isOneWord(name) && (isDated ? isTheirs(name, names) : plainLetters(name) === account)) return name;
    }
  }
  return null;
}

/** Whose place on a host of many it is: the first of three labels or more. */
function accountOf(url: string): string | null {
  const labels = (parseUrl(url)?.hostname ?? '').split('.');
  return labels.length < 3 || labels[0] === undefined ? null : plainLetters(labels[0]);
}

/** Links that move the page, beside a name. */
const toTop = 'a[href^="javascript:"], a[href="#"], a[href="#top"]';

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

/** Whether the site's address or name says a name, whole or by one of its words: `Ann Lee` of annlee.dev and of ann.dev. */
function isTheirs(name: string, names: readonly string[]): boolean {
  if (isSiteName(name, names)) return true;
  const whole = plainLetters(name);
  if (whole.length >= 4 && names.some((each) => plainLetters(each).includes(whole))) return true;
  const words = wordsOf(name);
  return names.some((each) => wordsOf(each.replace(siteSuffix, '')).some((word) => words.includes(word)));
}

/** Words that a name has for itself: three letters or more, or two of Chinese. */
function wordsOf(name: string): readonly string[] {
  return name
    .split(/[^\p{L}\p{N}]+/u)
    .map(plainLetters)
    .filter((word) => word.length >= 3 || /^\p{Script=Han}{2}/u.test(word));
}
