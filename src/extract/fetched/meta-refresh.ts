import { sameSite } from '../../core/clip/url-key.ts';

/**
 * Where a page sends its readers at once: the stub that static site generators leave at an old address
 * (`<meta http-equiv="refresh" content="0; url=…">`). Null where it sends them nowhere, to another site, which the user
 * has not chosen, or only after a while.
 */
export function metaRefresh(document: Document, from: string): string | null {
  const content =
    document.querySelector('meta[http-equiv="refresh" i][content]')?.getAttribute('content') ?? '';
  const [, seconds = '', target = ''] =
    /^\s*(\d+)(?:\.[\d.]*)?\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)/i.exec(content) ?? [];
  if (target === '' || Number(seconds) > 1 || !URL.canParse(target, from)) return null;
  const url = new URL(target, from);
  return /^https?:$/.test(url.protocol) && url.href !== from && sameSite(url.href, from) ? url.href : null;
}
