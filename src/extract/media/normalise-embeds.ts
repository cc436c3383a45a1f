import { leaveOut } from '../account/leave-out.ts';
import type { PageCopy } from '../copy/page-copy.ts';

const kinds: readonly (readonly [string, RegExp])[] = [
  ['video', /youtube|youtu\.be|vimeo|bilibili|v\.qq\.com|youku|loom|\.(mp4|webm|mov)([?#]|$)/i],
  ['audio', /music\.163|spotify|soundcloud|\.(mp3|ogg|m4a|wav)([?#]|$)/i],
  [
    'code',
    /codepen|codesandbox|stackblitz|jsfiddle|gist\.github|replit|runkit|play\.golang|playground|glitch/i,
  ],
  ['post', /twitter|x\.com|instagram|facebook|reddit/i],
];

/** Frames and players become links, and scripts that write a gist a link to it. */
export function normaliseEmbeds({ body, document, rules }: PageCopy): void {
  for (const player of body.querySelectorAll(
    'iframe, video, audio, embed, object, script[src*="gist.github.com"]',
  )) {
    if (player.closest('pre') !== null) continue;
    const address = sourceOf(player);
    if (address === null || !/^(https?:)?\/\/|^\.{0,2}\//.test(address) || isWidget(player, address)) {
      if (player.tagName !== 'SCRIPT') leaveOut(player, 'controls', 'embed/widget');
      continue;
    }
    const paragraph = document.createElement('p');
    const link = document.createElement('a');
    const known = kinds.find(([, pattern]) => pattern.test(address))?.[0];
    paragraph.setAttribute(
      'data-embed',
      known ?? (player.tagName === 'AUDIO' ? 'audio' : player.tagName === 'VIDEO' ? 'video' : 'page'),
    );
    link.setAttribute('href', readable(address));
    link.textContent =
      (player.getAttribute('title') ?? player.getAttribute('aria-label') ?? '').trim() ||
      shortened(readable(address).replace(/^(https?:)?\/\//, ''));
    paragraph.append(link);
    player.replaceWith(paragraph);
    rules.add('embed');
  }
}

function sourceOf(player: Element): string | null {
  for (const name of ['src', 'data-src', 'data-lazy-src', 'data']) {
    const value = player.getAttribute(name);
    if (value !== null && value !== '' && value !== 'about:blank') return value.trim();
  }
  return player.querySelector('source')?.getAttribute('src') ?? null;
}

/** The page of a player rather than its bare frame. */
function readable(address: string): string {
  return address
    .replace(
      /^((?:https?:)?\/\/)www\.youtube(?:-nocookie)?\.com\/embed\/([\w-]+)[^]*/,
      '$1www.youtube.com/watch?v=$2',
    )
    .replace(/^((?:https?:)?\/\/)player\.vimeo\.com\/video\/(\d+)[^]*/, '$1vimeo.com/$2')
    .replace(
      /^((?:https?:)?\/\/)player\.bilibili\.com\/player\.html\?[^]*?bvid=(\w+)[^]*/,
      '$1www.bilibili.com/video/$2',
    )
    .replace(/\.js(?:\?[^]*)?$/, (match) => (/gist\.github/.test(address) ? '' : match));
}

/** A player's settings are no words. */
function shortened(address: string): string {
  return address.length <= 80 ? address : (address.split(/[?#]/, 1)[0] ?? '').slice(0, 80);
}

function isWidget(player: Element, address: string): boolean {
  if (
    /utteranc|giscus|disqus|gitalk|googletagmanager|doubleclick|googlesyndication|adservice|recaptcha|\/ads?\/|comments?\b|ghbtns|buttons\.github|like\.php|hm\.baidu/i.test(
      address,
    )
  )
    return true;
  const [width, height] = ['width', 'height'].map((name) =>
    Number.parseFloat(player.getAttribute(name) ?? 'NaN'),
  );
  return width === 0 || height === 0 || (width === 1 && height === 1);
}
