import { parseUrl } from '../../core/parse-url.ts';
import { cleanName } from './author-name.ts';
import { type Metas, metaContents } from './meta-content.ts';
import { plainLetters } from '../letters.ts';

const possessive =
  /^(.{2,40}?)(?:['’]s\s+(?:\w+\s+)?(?:blog|site|website|notes|homepage|journal)|\s?的(?:个人|技术)?(?:博客|小站|主页|空间))$/iu;
const account = /^https?:\/\/(?:www\.)?(?:github|gitlab)\.com\/([\w-]{4,39})\/?$/i;

/** Parts of addresses that are not a site's own name. */
const anyones = /^(?:www|blogs?|docs?|dev|wiki|notes?|home|site|pages?|developers?|learn|help|api)$/i;

/**
 * Whose site it is by what the site states of itself twice: it is called `Ann's blog` and has the name in its address or
 * among its accounts; or the account that the head names as the creator's is that of a name on the page. An account that is
 * called what the address is may be a project's.
 */
export function ownerByAccount(
  document: Document,
  metas: Metas,
  names: readonly string[],
  url: string,
): string | null {
  const labels = (parseUrl(url)?.hostname ?? '')
    .split('.')
    .slice(0, -1)
    .filter((label) => !anyones.test(label))
    .map(plainLetters);
  const accounts = accountsOf(document);
  for (const site of names) {
    const owner = possessive.exec(site)?.[1];
    const name = owner === undefined ? null : cleanName(owner);
    if (name !== null && [...labels, ...accounts.map(plainLetters)].includes(plainLetters(name))) return name;
  }
  const creator = metaContents(metas, ['twitter:creator'])[0]?.replace(/^@/, '') ?? '';
  if (creator.length >= 4) {
    const shown = [...portraitNames(document), ...names].find(
      (each) => plainLetters(each) === plainLetters(creator),
    );
    const name = shown === undefined ? null : cleanName(shown.replace(/(?<!\.)\.$/, ''));
    if (name !== null) return name;
  }
  return null;
}

/** Accounts that the page links outside of its text, by their names. */
function accountsOf(document: Document): readonly string[] {
  return [...document.querySelectorAll('a[href*="github.com/" i], a[href*="gitlab.com/" i]')]
    .filter((link) => link.closest('article, p, li p, [class*="content" i] [class*="content" i]') === null)
    .flatMap((link) => account.exec(link.getAttribute('href') ?? '')?.[1] ?? []);
}

/** What the pictures of a page say whom they show. */
function portraitNames(document: Document): readonly string[] {
  return [...document.querySelectorAll('img[alt]')]
    .map((image) => image.getAttribute('alt') ?? '')
    .filter((alt) => alt.length >= 4 && alt.length <= 40);
}
