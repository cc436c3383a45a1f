import { sameSite } from '../../core/clip/url-key.ts';

/** Where the page's relative links start: its `<base href>`, else its own address. */
export function baseOf(document: Document, url: string): string {
  const base = document.querySelector('base[href]')?.getAttribute('href');
  return absoluteUrl(base, url) ?? url;
}

/** The http(s) address that a link means, or null where it means none. */
export function absoluteUrl(href: string | null | undefined, base: string): string | null {
  const written = href?.trim() ?? '';
  if (written === '') return null;
  try {
    const address = new URL(written, base);
    return /^https?:$/.test(address.protocol) ? address.href : null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/**
 * rel=canonical, else og:url, where it is on the page's own site. A canonical link to the site's root from a page
 * below it is a template's mistake, and ignored.
 */
export function readCanonicalUrl(document: Document, url: string): string | null {
  const base = baseOf(document, url);
  const stated = [
    document.querySelector('link[rel~="canonical" i][href]')?.getAttribute('href'),
    document.querySelector('meta[property="og:url" i][content]')?.getAttribute('content'),
  ];
  for (const href of stated) {
    const canonical = absoluteUrl(href, base);
    if (canonical === null || !sameSite(canonical, url)) continue;
    if (new URL(canonical).pathname === '/' && new URL(url).pathname !== '/') continue;
    return canonical;
  }
  return null;
}
