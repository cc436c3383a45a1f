import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likelyKeys, sameSite, urlKey } from '../../../src/core/clip/url-key.ts';

const post = 'https://example.com/2024/hello-world';

describe('urlKey', () => {
  it.each([
    'http://example.com/2024/hello-world',
    'https://www.example.com/2024/hello-world/',
    'https://m.example.com/2024/hello-world',
    'https://mobile.example.com/2024/hello-world',
    'https://amp.example.com/2024/hello-world',
    'https://wap.example.com/2024/hello-world',
    'https://example.com./2024/hello-world',
    'https://example.com:443/2024/hello-world',
    'https://reader:secret@example.com/2024/hello-world',
    'https://example.com/2024//hello-world/index.html',
    'https://example.com/2024/hello-world/index.php',
    'https://example.com/2024/hello-world/amp/',
    'https://example.com/amp/2024/hello-world',
    'https://example.com/2024/hello-world.amp',
    'https://example.com/2024/hello-world?amp=1',
    'https://example.com/2024/hello%2Dworld',
    'https://example.com/2024/hello-world#comments',
    'https://example.com/2024/hello-world#/',
    'https://example.com/2024/hello-world#:~:text=hello',
    'https://example.com/2024/hello-world?utm_source=a&utm_medium=b&fbclid=c&gclid=d',
    'https://example.com/2024/hello-world?spm=1001.2014&from=timeline&isappinstalled=0&UTM_Campaign=z',
    'https://www.google.com/amp/s/example.com/2024/hello-world/amp/',
    'https://example-com.cdn.ampproject.org/c/s/example.com/2024/hello-world?amp_js_v=0.1&usqp=1',
    '  https://example.com/2024/hello-world\n',
  ])('knows the page under %s', (url) => {
    expect(urlKey(url)).toBe(post);
  });

  it.each([
    ['https://example.com/docs/amp', 'https://example.com/docs/amp'],
    ['https://amp.dev/', 'https://amp.dev'],
    ['https://m.cn/a', 'https://m.cn/a'],
    ['https://en.m.wikipedia.org/wiki/Go', 'https://en.wikipedia.org/wiki/Go'],
    ['https://example.com/', 'https://example.com'],
    ['https://example.com/?p=12&utm_id=3', 'https://example.com?p=12'],
    ['https://example.com/a?b=2&a=1&a=0', 'https://example.com/a?a=0&a=1&b=2'],
    ['https://example.com/A', 'https://example.com/A'],
    ['https://example.com/%e4%bd%a0', 'https://example.com/%E4%BD%A0'],
    ['https://example.com/你', 'https://example.com/%E4%BD%A0'],
    ['https://example.com/#/guide/?id=1&utm_source=x', 'https://example.com#/guide?id=1'],
    ['https://example.com/#!/guide', 'https://example.com#!/guide'],
    ['https://example.com/#/guide#part', 'https://example.com#/guide'],
    ['http://localhost:3000/a/', 'https://localhost:3000/a'],
    [
      'https://mp.weixin.qq.com/s?__biz=MzA&mid=1&idx=2&sn=3&chksm=4&scene=27&key=5',
      'https://mp.weixin.qq.com/s?__biz=MzA&idx=2&mid=1&sn=3',
    ],
    ['file:///home/me/a.html#x', 'file:///home/me/a.html'],
    ['about:blank', 'about:blank'],
    ['', ''],
    ['not an address', 'not an address'],
    ['http://', 'http://'],
  ])('%s → %s', (url, key) => {
    expect(urlKey(url)).toBe(key);
  });

  it.each([
    ['?ref=hn', '?source=x', '?from=top', '?feature=share', '?si=abc', '?share_id=x', '?scm=git', '?amp=5'],
    [
      '?sc_id=1',
      '?pk_id=2',
      '?page=2',
      '?p=2',
      '?id=5',
      '?lang=en',
      '?from=20',
      '?spm=x',
      '?constructor=1',
      '?__proto__=1',
    ],
  ])('does not take for tracking what names pages somewhere: %s …', (...queries) => {
    const keys = [post, ...queries.map((query) => `${post}${query}`)].map((url) => urlKey(url));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each([
    ['https://example.com/post?ref=hn', 'https://example.com/post'],
    ['https://example.com/post.html?source=a&from=b', 'https://example.com/post'],
    ['https://m.example.com/Post', 'https://example.com/post'],
    ['https://example.com/2024/05/my-post', 'https://example.com/my-post'],
    ['https://example.com/q/1234567', 'https://example.com/questions/1234567/how-to'],
    ['https://example.com/x-9f86d081884c', 'https://example.com/@me/y-9f86d081884c'],
    ['https://example.com/post', 'https://example.com/post?lang=en'],
  ])('believes the canonical address that speaks of the page: %s → %s', (url, canonical) => {
    expect(urlKey(url, canonical)).toBe(urlKey(canonical));
  });

  it.each([
    ['https://example.com/post/2', 'https://example.com/post'],
    ['https://example.com/post?page=2', 'https://example.com/post'],
    ['https://example.com/post?from=20', 'https://example.com/post'],
    ['https://example.com/post-2.html', 'https://example.com/post.html'],
    ['https://example.com/story/1234567/2', 'https://example.com/story/1234567/1'],
    ['https://example.com/story/1234567/the-end', 'https://example.com/story/1234567'],
    ['https://example.com/story/part-three', 'https://example.com/story/part-one'],
    ['https://example.com/blog/my-post', 'https://example.com/blog'],
    ['https://example.com/blog/my-post', 'https://example.com/'],
    ['https://example.com/v2/guide/install', 'https://example.com/latest/guide/install'],
    ['https://example.com/zh/guide', 'https://example.com/guide'],
    ['https://example.com/view?id=5', 'https://example.com/view'],
    ['https://example.com/view?id=5', 'https://example.com/view?id=1'],
    ['https://example.com/2024/05/a', 'https://example.com/2024/05/b'],
    ['https://example.com/p?id=7', 'https://evil.test/p'],
    ['https://a.github.io/x', 'https://b.github.io/x'],
    ['https://example.com/p', 'javascript:alert(1)'],
    ['https://example.com/p', 'nonsense'],
  ])('does not believe one that speaks of another page: %s → %s', (url, canonical) => {
    expect(urlKey(url, canonical)).toBe(urlKey(url));
  });

  it('keeps all parts of an article apart that name the first as their own', () => {
    const forms = [
      '/post/N',
      '/post?page=N',
      '/post-N.html',
      '/post/1234567-N',
      '/post/page/N',
      '/post?p=N',
      '/p/N/post',
    ];
    for (const form of forms) {
      const parts = [1, 2, 3, 4, 5].map((part) => `https://example.com${form.replace('N', String(part))}`);
      for (const canonical of [parts[0] ?? null, 'https://example.com/post', 'https://example.com/'])
        expect(new Set(parts.map((url) => urlKey(url, canonical))).size).toBe(5);
    }
  });

  it('ignores a canonical address that names the root for every page, or hides a hash route', () => {
    expect(urlKey(post, 'https://example.com/')).toBe(post);
    expect(urlKey('https://example.com/#/a', 'https://example.com/')).toBe('https://example.com#/a');
  });

  it('takes addresses of any length', () => {
    const long = `https://example.com/${'a/'.repeat(5000)}?${'b=1&'.repeat(2500)}`;
    expect(urlKey(long).startsWith('https://example.com/a/a')).toBe(true);
    expect(urlKey('/amp'.repeat(4000))).toBe('/amp'.repeat(4000));
  });

  it('is idempotent', () => {
    const address = fc.oneof(
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc.string(),
      fc
        .tuple(
          fc.constantFrom('http', 'https', 'file', 'x'),
          fc.array(fc.constantFrom('www', 'm', 'amp', 'a', 'b-c', 'com'), { minLength: 1 }),
          fc.array(
            fc.constantFrom('amp', 'index.html', 'a-b', 'x.amp.html', '%2e', '%%341', '%e4', '', '..'),
          ),
          fc.array(fc.constantFrom('utm_x=1', 'a=%2b', 'b=+', 'ref', 'c', 'amp=1', '%')),
          fc.constantFrom('', '#', '#/', '#/a/?b=2&a=1', '#!', '#!a', '#!/b', '#x', '#//a'),
        )
        .map(
          ([scheme, host, path, query, hash]) =>
            `${scheme}://${host.join('.')}/${path.join('/')}?${query.join('&')}${hash}`,
        ),
    );
    fc.assert(
      fc.property(address, (url) => {
        expect(urlKey(urlKey(url))).toBe(urlKey(url));
      }),
      { numRuns: 2000 },
    );
  });

  it('does not depend on the order of parameters', () => {
    const pair = fc.tuple(fc.webQueryParameters(), fc.webQueryParameters()).map(([a, b]) => `p${a}=${b}`);
    fc.assert(
      fc.property(fc.uniqueArray(pair, { maxLength: 6 }), fc.infiniteStream(fc.nat()), (pairs, order) => {
        const shuffled = pairs
          .map((text) => ({ text, at: order.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ text }) => text);
        expect(urlKey(`${post}?${shuffled.join('&')}`)).toBe(urlKey(`${post}?${pairs.join('&')}`));
      }),
    );
  });
});

/** Addresses of pages as sites of many kinds have them. */
const pages = [
  'https://okafor.dev/posts/pooling/',
  'https://okafor.dev/posts/pooling/part-2/',
  'https://okafor.dev/?p=118',
  'https://okafor.dev/?p=119',
  'https://okafor.dev/archives/118.html',
  'https://qingmang.example/a/7214433051',
  'https://qingmang.example/a/7214433052?source=7',
  'https://qingmang.example/a/7214433052?source=8',
  'https://boke.example/u/lin/article/details/90211',
  'https://boke.example/u/lin/article/details/90212',
  'https://mp.weixin.qq.com/s?__biz=MzA3&mid=26&idx=1&sn=ab',
  'https://mp.weixin.qq.com/s?__biz=MzA3&mid=26&idx=2&sn=cd',
  'https://docs.example.org/v1/guide/install.html',
  'https://docs.example.org/v2/guide/install.html',
  'https://docs.example.org/zh/v2/guide/install.html',
  'https://wiki.example.org/index.php?title=Pool',
  'https://wiki.example.org/index.php?title=Pool&oldid=88',
  'https://spa.example.org/#/guide/a',
  'https://spa.example.org/#/guide/b',
  'https://video.example.org/watch?v=a1&feature=chapter',
  'https://video.example.org/watch?v=a2',
  'http://localhost:1313/draft/',
];

const tracked = [
  'utm_source=weekly&utm_medium=email',
  'fbclid=IwAR0x',
  'gclid=Cj0K&gad_source=1',
  'spm=1001.2101.3001',
  'from=timeline&isappinstalled=0',
  'vd_source=0a1b',
  'share_source=copy_web&share_medium=android',
  'mc_cid=1&mc_eid=2',
  'hsa_cam=3&mtm_campaign=a&pk_campaign=b',
];

describe('over a sample of sites', () => {
  it('no two pages have one key, and each has one under its tracking variants', () => {
    const keys = pages.map((url) => urlKey(url));
    expect(new Set(keys).size).toBe(pages.length);
    for (const url of pages) {
      const [address = '', hash = ''] = url.split('#');
      for (const query of tracked) {
        const joined = `${address}${address.includes('?') ? '&' : '?'}${query}`;
        expect(urlKey(`${joined}${hash === '' ? '#comments' : `#${hash}`}`)).toBe(urlKey(url));
      }
    }
  });
});

describe('likelyKeys', () => {
  it('has the keys that the page may be kept under, for asking', () => {
    expect(likelyKeys('https://example.com/post?ref=hn&id=1')).toEqual(['https://example.com/post?id=1']);
    expect(likelyKeys('https://example.com/post/2', 'https://example.com/post')).toEqual([
      'https://example.com/post',
    ]);
    expect(likelyKeys('https://example.com/post?ref=hn', 'https://example.com/post')).toEqual([
      'https://example.com/post?ref=hn',
    ]);
    expect(likelyKeys('https://example.com/post')).toEqual([]);
    expect(likelyKeys('https://example.com/post', 'https://example.com/')).toEqual([]);
    expect(likelyKeys('file:///a.html')).toEqual([]);
  });
});

describe('sameSite', () => {
  it('compares hosts but for www, mobile and AMP', () => {
    expect(sameSite('https://www.example.com/a', 'http://m.example.com/b')).toBe(true);
    expect(sameSite('https://a.example.com', 'https://b.example.com')).toBe(false);
    expect(sameSite('https://example.com:8080', 'https://example.com')).toBe(false);
    expect(sameSite('nonsense', 'nonsense')).toBe(false);
  });
});
