import { type Post, enPosts, zhPosts } from './posts.ts';
import { type Theme, hexo, paperMod, paperModArticle, rssOf } from './themes.ts';

export interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Milliseconds before it is sent. */
  readonly delay?: number;
}

/** What a site answers to a path that was asked for `earlier` times before. */
export type BlogSite = (path: string, earlier: number) => Answer;

const perPage = 4;

function blog(theme: Theme, posts: readonly Post[], special: Readonly<Record<string, BlogSite>>): BlogSite {
  const pages = Math.ceil(posts.length / perPage);
  return (path, earlier) => {
    const [pathname = ''] = path.split(/[?#]/, 1);
    const exception = special[pathname];
    if (exception !== undefined) return exception(path, earlier);
    const number = pathname === '/' ? 1 : Number(/^\/page\/(\d+)\/$/.exec(pathname)?.[1] ?? 0);
    if (number >= 1 && number <= pages) {
      const shown = posts.slice((number - 1) * perPage, number * perPage);
      return { body: theme.index({ posts: shown, number, pages }) };
    }
    const post = posts.find((each) => each.path === pathname);
    return post === undefined ? { status: 404, body: '<h1>404</h1>' } : { body: theme.post(post) };
  };
}

const [, , zhGbk, , zhMoved] = zhPosts as readonly [Post, Post, Post, Post, Post];
const [, enGone, enBusy, enSlow, enScripted] = enPosts as readonly [Post, Post, Post, Post, Post];

/** Where the moved post is now. */
export const movedTo = '/2024/moved/';

/**
 * `zh`: twelve posts on three index pages, one of them in GBK with only its `<meta>` to say so, one redirected.
 * `en`: eight posts on two, one gone (404) but in the feed, one busy at first (429 with Retry-After), one slow, one that
 * its script writes.
 */
export const blogSites = {
  zh: blog(hexo, zhPosts, {
    [zhGbk.path]: () => ({ type: 'text/html', body: inGbk(hexo.post(zhGbk)) }),
    [zhMoved.path]: () => ({ status: 302, headers: { location: movedTo } }),
    [movedTo]: () => ({ body: hexo.post(zhMoved) }),
  }),
  en: blog(paperMod, enPosts, {
    [enGone.path]: () => ({ status: 404, body: '<h1>Gone</h1>' }),
    [enBusy.path]: (_path, earlier) =>
      earlier === 0
        ? { status: 429, headers: { 'retry-after': '2' }, body: 'Later.' }
        : { body: paperMod.post(enBusy) },
    [enSlow.path]: () => ({ delay: 3_000, body: paperMod.post(enSlow) }),
    [enScripted.path]: () => ({ body: scripted(enScripted) }),
    '/index.xml': () => ({ type: 'application/rss+xml; charset=utf-8', body: rssOf(enPosts) }),
  }),
} as const satisfies Record<string, BlogSite>;

/** A page that has nothing until its script has run. */
function scripted(post: Post): string {
  const html = JSON.stringify(paperModArticle(post)).replaceAll('<', String.raw`\u003c`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${post.title} | Ten Lines</title></head>
<body><header class="header"><nav class="nav"><a href="/">Ten Lines</a></nav></header><div id="root"></div><script>
setTimeout(() => { document.querySelector('#root').innerHTML = ${html}; }, 300);
</script></body></html>`;
}

/** Two bytes for each Chinese character, by way of the decoder, which is the only half that JavaScript has. */
function inGbk(html: string): Uint8Array {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  const text = html.replace('<meta charset="utf-8">', '<meta charset="gbk">');
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const code = character.codePointAt(0) ?? 0;
      return code < 0x80 ? [code] : (codes.get(character) ?? [0x3f]);
    }),
  );
}
