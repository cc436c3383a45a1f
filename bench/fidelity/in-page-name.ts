const label =
  /(?:^|[\s·•|,(/–—-])(?:(?:posted|written|published|created|article|words)\s+by|by|von|par|por|от|authors?\s*[:：]|作者|撰文|著者|執筆|글쓴이|작성자|autor(?:in|a)?\s*[:：]|auteur\s*[:：]|автор\s*[:：])/iu;
const rights = /©|\(c\)\s*\d{4}|copyright|版权/i;
const blocks =
  'p, div, li, td, th, dd, dt, h1, h2, h3, h4, h5, h6, footer, header, section, address, figcaption';

function canon(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Where a page says a name, by what is surest of it. */
export type NamePlace = 'author' | 'rights' | 'owner' | 'none';

/**
 * Where the page gives a name as the author's: for machines, in an element that is called the author's, or in a line that
 * says so; else in a line of rights; else as whose site it is, in its title or as an account that it links. Its own reading of
 * the page, and not the extractor's.
 */
export default (name: string): NamePlace => {
  const names = name.split(', ').map(canon);
  const has = (text: string | null | undefined): boolean => {
    const said = canon(text ?? '');
    return said !== '' && names.some((each) => said.includes(each));
  };
  const stated = [
    ...[
      ...document.querySelectorAll(
        'meta[name*="author" i], meta[property*="author" i], meta[name*="creator" i]',
      ),
    ].map((meta) => meta.getAttribute('content')),
    ...[...document.querySelectorAll('script[type*="ld+json"]')].map((script) => script.textContent),
    ...[
      ...document.querySelectorAll(
        '[rel~="author"], [itemprop~="author"], [class*="author" i], [class*="byline" i], [id*="author" i]',
      ),
    ].map((element) => (element.textContent.length > 600 ? '' : element.textContent)),
  ];
  if (stated.some((text) => has(text))) return 'author';
  const lines = [...document.querySelectorAll(blocks)]
    .filter((element) => element.textContent.length <= 400 && has(element.textContent))
    .map((element) => element.textContent);
  if (lines.some((line) => label.test(line))) return 'author';
  if (lines.some((line) => rights.test(line))) return 'rights';
  const accounts = [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '');
  const isOwner =
    has(document.title) ||
    accounts.some((href) => names.some((each) => href.toLowerCase().replace(/\/$/, '').endsWith(`/${each}`)));
  return isOwner ? 'owner' : 'none';
};
