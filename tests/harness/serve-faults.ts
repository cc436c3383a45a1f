import { serveLocally } from './local-server.ts';
/** A page that does something which breaks clippers; what of it has to be in the library. */
export interface FaultyPage {
  readonly name: string;
  readonly title: string;
  /** A passage that its clip must be found by. */
  readonly says: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: () => string | Buffer;
}

export interface FaultySite {
  at(page: FaultyPage): string;
  close(): Promise<void>;
}

const sentence =
  'A sentence of an article, long enough to be read as one and short enough to be written again. ';
const paragraphs = (count: number, marked: string): string =>
  `<p>${sentence.repeat(4)}</p>`.repeat(count) + `<p>${marked} ${sentence}</p>`;

function page(title: string, article: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body><article><h1>${title}</h1>${article}</article></body></html>`;
}

/** Never still: come and go while the page is read. */
const restless = `<script>
  const article = document.querySelector('article');
  let n = 0;
  setInterval(() => {
    n += 1;
    const extra = document.createElement('div');
    extra.className = 'live-counter';
    extra.append('tick ' + n);
    if (n % 2) article.prepend(extra); else article.querySelector('.live-counter')?.remove();
  }, 1);
</script>`;

/** The page's own world is booby-trapped: whoever used its getters would not get far. */
const trapped = `<script>
  const trap = { get() { throw new Error('trapped') }, configurable: true };
  for (const name of ['textContent', 'childNodes', 'firstChild', 'nextSibling', 'parentNode'])
    Object.defineProperty(Node.prototype, name, trap);
  for (const name of ['innerHTML', 'outerHTML', 'attributes', 'children', 'classList'])
    Object.defineProperty(Element.prototype, name, trap);
  document.querySelectorAll = () => { throw new Error('trapped') };
</script>`;

export const faultyPages: readonly FaultyPage[] = [
  {
    name: 'restless',
    title: 'Restless page',
    says: 'restlessmarker',
    body: () => page('Restless page', paragraphs(8, 'restlessmarker') + restless),
  },
  {
    name: 'trapped',
    title: 'Trapped getters',
    says: 'trappedmarker',
    body: () => page('Trapped getters', paragraphs(8, 'trappedmarker') + trapped),
  },
  {
    name: 'trusted-types',
    title: 'Trusted types for nobody',
    says: 'trustedmarker',
    headers: {
      'content-security-policy':
        "default-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
    body: () => page('Trusted types for nobody', paragraphs(8, 'trustedmarker')),
  },
  {
    name: 'xhtml',
    title: 'XHTML, as it was meant',
    says: 'xhtmlmarker',
    headers: { 'content-type': 'application/xhtml+xml; charset=utf-8' },
    body: () =>
      `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>XHTML, as it was meant</title></head><body><article><h1>XHTML, as it was meant</h1>${paragraphs(8, 'xhtmlmarker')}</article></body></html>`,
  },
  {
    name: 'broken-encoding',
    title: 'Broken encoding',
    says: 'encodingmarker',
    body: () =>
      Buffer.concat([
        Buffer.from('<!doctype html><meta charset="utf-8"><title>Broken encoding</title><article><p>'),
        Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0xe4, 0xb8, 0x20, 0xf0, 0x9f, 0x00]),
        Buffer.from(`</p>${paragraphs(8, 'encodingmarker')}</article>`),
      ]),
  },
  {
    name: `long-${'a'.repeat(10_000)}`,
    title: 'An address of 10,000 characters',
    says: 'addressmarker',
    body: () => page('An address of 10,000 characters', paragraphs(8, 'addressmarker')),
  },
  {
    name: 'directions',
    title: 'مقدمة عن 👩‍💻 Go',
    says: 'directionmarker',
    body: () => page('مقدمة \u202eعن 👩‍💻 Go', paragraphs(8, 'directionmarker')),
  },
  {
    name: 'many-nodes',
    title: '200,000 nodes',
    says: 'nodesmarker',
    body: () =>
      page('200,000 nodes', '<p>one <b>two</b> three</p>'.repeat(66_000) + paragraphs(8, 'nodesmarker')),
  },
  {
    name: 'twenty-megabytes',
    title: 'A page of 20 MB',
    says: 'megabytesmarker',
    body: () =>
      page(
        'A page of 20 MB',
        `<p>${sentence.repeat(105)}</p>`.repeat(2_000) + paragraphs(1, 'megabytesmarker'),
      ),
  },
];

/** Serves the faulty pages under one address each. */
export async function serveFaults(): Promise<FaultySite> {
  const server = await serveLocally(
    (request, response) => {
      const found = faultyPages.find(({ name }) => request.url === `/${name}`);
      response.writeHead(found === undefined ? 404 : 200, {
        'content-type': 'text/html; charset=utf-8',
        ...found?.headers,
      });
      response.end(found?.body() ?? '');
    },
    { maxHeaderSize: 64 * 1024 },
  );
  return {
    at: ({ name }) => `http://localhost:${String(server.port)}/${name}`,
    close: () => server.close(),
  };
}
