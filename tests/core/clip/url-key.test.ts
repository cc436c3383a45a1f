import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameSite, urlKey } from '../../../src/core/clip/url-key.ts';

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
    'https://example.com/2024/hello-world?spm=1001.2014&from=timeline&share_token=x&ref=y&UTM_Campaign=z',
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

  it('follows the canonical address on the same site only', () => {
    expect(urlKey('https://m.example.com/p?id=7', post)).toBe(post);
    expect(urlKey('https://example.com/p?id=7', 'https://evil.test/p')).toBe('https://example.com/p?id=7');
    expect(urlKey('https://a.github.io/x', 'https://b.github.io/x')).toBe('https://a.github.io/x');
    expect(urlKey('https://example.com/p', 'javascript:alert(1)')).toBe('https://example.com/p');
    expect(urlKey('https://example.com/p', 'nonsense')).toBe('https://example.com/p');
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

describe('sameSite', () => {
  it('compares hosts but for www, mobile and AMP', () => {
    expect(sameSite('https://www.example.com/a', 'http://m.example.com/b')).toBe(true);
    expect(sameSite('https://a.example.com', 'https://b.example.com')).toBe(false);
    expect(sameSite('https://example.com:8080', 'https://example.com')).toBe(false);
    expect(sameSite('nonsense', 'nonsense')).toBe(false);
  });
});
