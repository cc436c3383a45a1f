import { fetchInPublic } from '../../browser/public-fetch.ts';
import { Failure } from '../../core/failure.ts';
import { isPrivateAddress } from '../../core/image/private-address.ts';

const timeout = 30_000;

/**
 * The bytes at an address, without cookies or referrer. Throws `fetch/…` codes, `image/too-large`, `image/private`
 * (the page is not of the user's own network, the picture is); `fetch/unreachable`
 * also where the server does not share it and the user has not allowed its site: the browser does not tell which.
 */
export async function fetchImage(
  url: string,
  maxBytes: number,
  mayBePrivate: boolean,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!mayBePrivate && isPrivateAddress(url)) throw new Failure('image/private', url);
  const signal = AbortSignal.timeout(timeout);
  try {
    const init: RequestInit = { credentials: 'omit', referrerPolicy: 'no-referrer', signal };
    const response = await (mayBePrivate ? fetch(url, init) : fetchInPublic(url, init));
    const { status, headers } = response;
    // Where the browser could not tell: what a redirect leads to here is nobody's business.
    if (!mayBePrivate && isPrivateAddress(response.url)) throw new Failure('image/private', response.url);
    if (status === 429 || status === 503) throw new Failure('fetch/busy', headers.get('retry-after') ?? '');
    if (!response.ok) {
      await response.body?.cancel();
      throw new Failure(status >= 500 ? 'fetch/unreachable' : 'fetch/refused', `status ${status}`);
    }
    return await readBytes(response, maxBytes);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(signal.aborted ? 'fetch/timeout' : 'fetch/unreachable', url, { cause: error });
  }
}

/** Stops at the limit, whatever the server said of the length. */
async function readBytes({ body }: Response, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  if (body === null) return new Uint8Array();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(pieces).arrayBuffer());
    length += value.byteLength;
    if (length > maxBytes) {
      await reader.cancel();
      throw new Failure('image/too-large', `more than ${maxBytes} bytes`);
    }
    pieces.push(value);
  }
}
