import { isInertSvg } from '../media/inert-svg.ts';
import { safeDecode, type WritingContext } from './writing-context.ts';

/** An absolute address that a link of the article may have, a place in it, or null. */
export function linkAddress(href: string, { base, targets }: WritingContext): string | null {
  const trimmed = href.trim();
  if (trimmed.startsWith('#')) {
    const id = safeDecode(trimmed.slice(1));
    if (/^fn-\d+$/.test(id)) return trimmed;
    return targets.has(id) && id !== '' ? `#${anchorName(id)}` : null;
  }
  const url = absolute(trimmed, base);
  if (url === null || !/^(https?|mailto):$/.test(url.protocol)) return null;
  return redirectTarget(url) ?? url.href;
}

export function anchorName(id: string): string {
  return `clip-${id.replace(/[\s"<>]+/g, '-')}`;
}

export function imageAddress(src: string, base: string): string | null {
  const url = absolute(src.trim(), base);
  if (url === null) return null;
  if (/^(?:https?|clip-image):$/.test(url.protocol)) return url.href;
  return /^data:image\/(?!svg)/.test(url.href) || isInertSvg(url.href) ? url.href : null;
}

function absolute(address: string, base: string): URL | null {
  return URL.canParse(address, base) ? new URL(address, base) : null;
}

/** Platforms send links to other sites through a page of theirs: `link.zhihu.com/?target=…`. */
function redirectTarget(url: URL): string | null {
  if (
    !/^(link|links|gate|redirect|go|jump|out)\./.test(url.host) &&
    !/^\/(link|links|go|jump|redirect|away|out|safego)(\.\w+)?\/?$/.test(url.pathname)
  )
    return null;
  for (const name of ['target', 'to', 'url', 'u', 'q', 'href']) {
    const value = url.searchParams.get(name);
    if (value !== null && /^https?:\/\//.test(value) && URL.canParse(value)) return new URL(value).href;
  }
  return null;
}
