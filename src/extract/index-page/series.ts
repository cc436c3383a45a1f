import type { IndexPost, PageSeries } from '../../core/clip/index-page.ts';
import { urlKey } from '../../core/clip/url-key.ts';
import { absoluteUrl, baseOf } from '../metadata/page-address.ts';
import { textOf } from '../metadata/text-of.ts';
import { isTitle } from './post-card.ts';

const boxes = '[class*="series" i], [id*="series" i], [class*="post-serie" i]';
const labels = /(?:本|该|文章)系列|系列文章|(?:in|of|about) this series|part \d+ of (?:a )?\d+|series:/i;

/** The list of parts that an article shows: a series box that names this page among others. */
export function findSeries(document: Document, url: string): PageSeries | null {
  const base = baseOf(document, url);
  const here = urlKey(url);
  const labelled = [...document.querySelectorAll('p, h2, h3, h4, strong, summary')].flatMap((element) =>
    labels.test((element.textContent ?? '').slice(0, 120))
      ? [element.parentElement, element.nextElementSibling]
      : [],
  );
  for (const box of [...document.querySelectorAll(boxes), ...labelled]) {
    if (box === null || (box.textContent ?? '').length > 8000) continue;
    const posts = partsIn(box, base);
    const names = posts.some((post) => urlKey(post.url) === here) || namesPage(box, document);
    if (posts.length >= 2 && names) return { name: nameOf(box), posts };
  }
  return null;
}

function partsIn(box: Element, base: string): readonly IndexPost[] {
  const posts = new Map<string, IndexPost>();
  for (const link of box.querySelectorAll('li a[href], ol a[href]')) {
    const target = absoluteUrl(link.getAttribute('href'), base);
    const title = textOf(link);
    if (target === null || !isTitle(title)) continue;
    const key = urlKey(target);
    if (!posts.has(key)) posts.set(key, { title, url: target, date: null, excerpt: null });
  }
  return [...posts.values()];
}

/** Lists of parts show the part that is open as plain text. */
function namesPage(box: Element, document: Document): boolean {
  const title = textOf(document.querySelector('h1'));
  return title !== '' && [...box.querySelectorAll('li')].some((item) => textOf(item).includes(title));
}

function nameOf(box: Element): string | null {
  const text = textOf(box.querySelector('h2, h3, h4, summary, strong, [class*="title" i]'));
  return text === '' || text.length > 120 ? null : text;
}
