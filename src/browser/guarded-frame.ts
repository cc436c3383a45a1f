import { parseUrl } from '../core/parse-url.ts';

/** What is used of the document, which Firefox's background is and Chrome's worker has not: this layer is compiled for both. */
declare const document: {
  readonly documentElement: { append(element: Frame): void };
  createElement(name: 'iframe'): Frame;
};

interface Frame {
  hidden: boolean;
  readonly contentWindow: { readonly fetch: typeof fetch } | null;
  readonly contentDocument: {
    readonly head: { append(element: Meta): void };
    createElement(name: 'meta'): Meta;
  } | null;
  addEventListener(
    type: 'load',
    listener: (event: unknown) => void,
    options: { readonly once: boolean },
  ): void;
  remove(): void;
}

interface Meta {
  httpEquiv: string;
  content: string;
}

/** By policy. The document's own, for as long as it lives: a frame that goes ends what is read from it. */
const frames = new Map<string, Promise<Frame>>();
const mostFrames = 64;

/**
 * As `fetch`, from a frame of this document that may connect by https, and by http to the address's own host and those below it,
 * and nowhere else. The browser asks a policy before each request, those of redirects too, so that what answers cannot lead
 * into the user's own network, where hardly anything has a certificate that the browser believes.
 */
export async function fetchInGuardedFrame(url: string, init: RequestInit): Promise<Response> {
  const frame = await frameOf(`connect-src https: ${plainHosts(url)}`);
  const { contentWindow } = frame;
  // As `fetch` fails: the document is going away.
  if (contentWindow === null) throw new TypeError('no frame');
  return await contentWindow.fetch(url, init);
}

/**
 * What an address that is not encrypted may lead to without being encrypted: its own host, `www.` before it or not, at the
 * same port. Empty for others, and for a host that a policy cannot name.
 */
function plainHosts(url: string): string {
  const parsed = parseUrl(url);
  if (parsed?.protocol !== 'http:' || !/^[a-z\d.:-]+$/.test(parsed.host)) return '';
  const base = parsed.host.replace(/^www\./, '');
  const isName = /[a-z]/.test(parsed.hostname);
  return `http://${base}${isName ? ` http://*.${base}` : ''}`;
}

async function frameOf(policy: string): Promise<Frame> {
  const known = frames.get(policy);
  const frame = known ?? createFrame(policy);
  frame.catch(() => frames.delete(policy));
  // Used last, dropped last.
  frames.delete(policy);
  frames.set(policy, frame);
  const [oldest] = frames;
  if (frames.size > mostFrames && oldest !== undefined) {
    frames.delete(oldest[0]);
    (await oldest[1]).remove();
  }
  return await frame;
}

async function createFrame(policy: string): Promise<Frame> {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  // Firefox loads even an empty document, and puts it in the place of the first one.
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.documentElement.append(frame);
  await loaded;
  const inside = frame.contentDocument;
  if (inside === null) throw new TypeError('no frame');
  const meta = inside.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = policy;
  inside.head.append(meta);
  return frame;
}
