import { fetchInPublic } from '../../browser/public-fetch.ts';
import { isPrivateAddress } from '../../core/image/private-address.ts';
import { Failure, type FailureCode } from '../../core/failure.ts';
import { readBounded } from './read-bounded.ts';

/** A page of more bytes than this is not an article. */
const maxBytes = 50 * 1024 * 1024;
const timeout = 60_000;

export interface FetchOptions {
  /** With the user's cookies for that site. */
  readonly cookies: boolean;
}

export interface Resource {
  /** Where it came from in the end, after redirects. */
  readonly url: string;
  /** Content type without parameters, in lower case. */
  readonly type: string;
  /** As the header states it; null where it does not. */
  readonly charset: string | null;
  readonly bytes: Blob;
}

/**
 * Fetches what is at an address, of one of these content types. Not by XMLHttpRequest, which parses documents by itself
 * but sends cookies to every site that the extension may read. Throws `Failure` with a `fetch/…` or `page/…` code; for
 * `fetch/busy`, `detail` is the server's Retry-After header.
 */
export async function fetchResource(
  url: string,
  types: RegExp,
  { cookies }: FetchOptions,
): Promise<Resource> {
  const signal = AbortSignal.timeout(timeout);
  try {
    const init: RequestInit = {
      credentials: cookies ? 'include' : 'omit',
      referrerPolicy: 'no-referrer',
      signal,
    };
    const response = await (isPrivateAddress(url) ? fetch(url, init) : fetchInPublic(url, init));
    const failure = headerFailure(response, types);
    if (failure !== null) {
      await response.body?.cancel();
      throw new Failure(...failure);
    }
    const { type, charset } = contentType(response);
    // Whatever the server said of the length.
    const bytes = response.body === null ? new Blob([]) : await readBounded(response.body, maxBytes);
    return { url: response.url, type, charset, bytes };
  } catch (error) {
    if (error instanceof Failure) throw error;
    if (signal.aborted) throw new Failure('fetch/timeout', url, { cause: error });
    throw new Failure('fetch/unreachable', url, { cause: error });
  }
}

function headerFailure(response: Response, types: RegExp): [FailureCode, string] | null {
  const { status, headers } = response;
  if (status === 429 || status === 503) return ['fetch/busy', headers.get('retry-after') ?? ''];
  if (status >= 500 || status === 408 || status === 425) return ['fetch/unreachable', `status ${status}`];
  if (status >= 400) return ['fetch/refused', `status ${status}`];
  if (Number(headers.get('content-length') ?? 0) > maxBytes) return ['page/too-large', 'content-length'];
  const { type } = contentType(response);
  if (types.test(type)) return null;
  return type === 'application/pdf' ? ['page/pdf', type] : ['fetch/not-a-page', type];
}

/** A server that does not say sends HTML: browsers would look, and find it. */
function contentType({ headers }: Response): { readonly type: string; readonly charset: string | null } {
  const header = headers.get('content-type') ?? 'text/html';
  const [type = ''] = header.split(/[;,]/, 1);
  const charset = /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(header)?.[1] ?? null;
  return { type: type.trim().toLowerCase(), charset };
}
