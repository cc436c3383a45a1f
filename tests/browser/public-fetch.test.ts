import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** What a browser does that tells the public internet from others, or, behind a proxy, does not. */
interface Network {
  readonly hasGuard: boolean;
  readonly isProxied: boolean;
}

const publicRedirect = 'https://a.example/moved';
const privateRedirect = 'https://a.example/inside';
const leads = new Map([
  [publicRedirect, 'https://b.example/picture'],
  [privateRedirect, 'http://192.168.1.1/reboot'],
]);

let asked: string[] = [];

function answer(url: string, type: ResponseType): Response {
  const response = new Response('x');
  Object.defineProperties(response, { url: { value: url }, type: { value: type } });
  return response;
}

function connect(url: string, init: RequestInit, network: Network): void {
  const guard = network.hasGuard && Reflect.get(init, 'targetAddressSpace') === 'public';
  if (guard && (network.isProxied || url.startsWith('http://192.168.')))
    throw new TypeError('Failed to fetch');
  asked.push(url);
}

interface Fetching {
  readonly fetchInPublic: (url: string, init: RequestInit) => Promise<Response>;
}

async function given(network: Network): Promise<Fetching> {
  vi.resetModules();
  vi.stubGlobal('Request', { prototype: network.hasGuard ? { targetAddressSpace: '' } : {} });
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    connect(url, init, network);
    const target = leads.get(url);
    if (target === undefined) return answer(url, 'basic');
    if (init.redirect === 'manual') return answer(url, 'opaqueredirect');
    connect(target, init, network);
    return answer(target, 'basic');
  });
  return import('../../src/browser/public-fetch.ts');
}

beforeEach(() => {
  asked = [];
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const plain = { credentials: 'omit' } as const;

test('what is not redirected is asked for once', async () => {
  const { fetchInPublic } = await given({ hasGuard: true, isProxied: false });
  expect((await fetchInPublic('https://a.example/p', plain)).url).toBe('https://a.example/p');
  expect(asked).toEqual(['https://a.example/p']);
});

test('a redirect within the public internet is followed', async () => {
  const { fetchInPublic } = await given({ hasGuard: true, isProxied: false });
  expect((await fetchInPublic(publicRedirect, plain)).url).toBe('https://b.example/picture');
});

test('a redirect into a private network asks nothing there', async () => {
  const { fetchInPublic } = await given({ hasGuard: true, isProxied: false });
  await expect(fetchInPublic(privateRedirect, plain)).rejects.toThrow(TypeError);
  expect(asked.filter((url) => url.startsWith('http://192.168.'))).toEqual([]);
});

test('behind a proxy everything is had, each once where nothing redirects, and the guard is not tried again', async () => {
  const { fetchInPublic } = await given({ hasGuard: true, isProxied: true });
  for (const name of ['p', 'q']) await fetchInPublic(`https://a.example/${name}`, plain);
  expect(asked).toEqual(['https://a.example/p', 'https://a.example/q']);
  expect((await fetchInPublic(publicRedirect, plain)).url).toBe('https://b.example/picture');
});

test('a browser without the guard asks as ever', async () => {
  const { fetchInPublic } = await given({ hasGuard: false, isProxied: false });
  expect((await fetchInPublic(publicRedirect, plain)).url).toBe('https://b.example/picture');
  expect(asked).toEqual([publicRedirect, 'https://b.example/picture']);
});
