import type { HttpClient } from 'isomorphic-git';
import { Failure, type FailureCode } from '../core/failure.ts';

/** Where requests go, and as whom. */
export interface GitAccess {
  readonly address: string;
  readonly user: string;
  /** Sent as HTTP Basic's password; never part of a failure, of an address, or of anything that is kept. */
  readonly token: string;
}

/** What went over the line, for progress and for measuring. Bytes are those of bodies. */
export interface Traffic {
  requests: number;
  sent: number;
  received: number;
}

export interface GitHttpOptions {
  readonly traffic: Traffic;
  /** ms without a byte after which a request counts as failed. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
}

const usualTimeout = 60_000;
/** All of it is held in memory, in bytes. */
const largestAnswer = 2 ** 30;

/**
 * The requests of Git's smart protocol. They go to the one host, follow no redirect, carry no cookie, and end after a time
 * without a byte. Throws `sync/…`, with the host's own words (never the token) as `detail`.
 */
export function createGitHttp(
  { address, user, token }: GitAccess,
  { traffic, timeout = usualTimeout, signal }: GitHttpOptions,
): HttpClient {
  const authorization = `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${user}:${token}`)))}`;
  return {
    async request({ url, method = 'GET', headers = {}, body }) {
      if (new URL(url).origin !== new URL(address).origin) throw new Failure('sync/moved', new URL(url).host);
      const silence = createSilence(timeout, signal);
      try {
        const parts = await bodyParts(body);
        traffic.requests += 1;
        const response = await fetch(url, {
          method,
          headers: { ...headers, ...(token === '' ? {} : { Authorization: authorization }) },
          ...(parts === null ? {} : { body: new Blob(parts) }),
          credentials: 'omit',
          redirect: 'manual',
          referrerPolicy: 'no-referrer',
          cache: 'no-store',
          signal: silence.signal,
        });
        for (const part of parts ?? []) traffic.sent += part.byteLength;
        silence.heard();
        await refuse(response, url);
        const received = await receive(response, traffic, silence.heard);
        return {
          url,
          method,
          statusCode: response.status,
          statusMessage: response.statusText,
          headers: Object.fromEntries(response.headers),
          body: chunks(received),
        };
      } catch (error) {
        if (error instanceof Failure) throw error;
        if (silence.isOver()) throw new Failure('sync/timeout', new URL(url).host, { cause: error });
        throw new Failure('sync/unreachable', new URL(url).host, { cause: error });
      } finally {
        silence.end();
      }
    },
  };
}

async function bodyParts(body: unknown): Promise<Uint8Array<ArrayBuffer>[] | null> {
  if (body === undefined || body === null) return null;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of body as AsyncIterable<Uint8Array<ArrayBuffer>>) parts.push(part);
  return parts;
}

/** Throws what the answer says instead of an answer of Git's. */
async function refuse(response: Response, url: string): Promise<void> {
  const code = codeOf(response, url);
  if (code === null) return;
  const detail =
    code === 'sync/busy' ? (response.headers.get('retry-after') ?? '') : `status ${String(response.status)}`;
  await response.body?.cancel();
  throw new Failure(code, detail);
}

function codeOf({ status, type, headers }: Response, url: string): FailureCode | null {
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) return 'sync/moved';
  // Azure DevOps answers 203 with its login page.
  if (status === 401 || status === 203) return 'sync/unauthorised';
  if (status === 403) return 'sync/forbidden';
  if (status === 404 || status === 410) return 'sync/no-repository';
  if (status === 429 || status === 503) return 'sync/busy';
  if (status === 413) return 'sync/too-large';
  if (status >= 400) return 'sync/server-error';
  const service = url.includes('git-receive-pack') ? 'git-receive-pack' : 'git-upload-pack';
  const kind = url.includes('/info/refs?') ? 'advertisement' : 'result';
  const contentType = headers.get('content-type') ?? '';
  return contentType.startsWith(`application/x-${service}-${kind}`) ? null : 'sync/not-git';
}

/** All of it, since half an answer is none: what is cut off throws here and nowhere else. */
async function receive(
  response: Response,
  traffic: Traffic,
  heard: () => void,
): Promise<readonly Uint8Array[]> {
  const received: Uint8Array[] = [];
  if (response.body === null) return received;
  const reader = response.body.getReader();
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return received;
    heard();
    traffic.received += value.byteLength;
    bytes += value.byteLength;
    if (bytes > largestAnswer) {
      await reader.cancel();
      throw new Failure('sync/oversized', `more than ${String(largestAnswer)} bytes`);
    }
    received.push(value);
  }
}

async function* chunks(received: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* received;
  await Promise.resolve();
}

interface Silence {
  readonly signal: AbortSignal;
  readonly heard: () => void;
  readonly isOver: () => boolean;
  readonly end: () => void;
}

/** Ends a request that hears nothing for so long, or that the user stops. */
function createSilence(timeout: number, stop: AbortSignal | undefined): Silence {
  const controller = new AbortController();
  let over = false;
  const expire = () => {
    over = true;
    controller.abort();
  };
  let timer = setTimeout(expire, timeout);
  const abort = () => controller.abort();
  stop?.addEventListener('abort', abort);
  return {
    signal: controller.signal,
    heard() {
      clearTimeout(timer);
      timer = setTimeout(expire, timeout);
    },
    isOver: () => over,
    end() {
      clearTimeout(timer);
      stop?.removeEventListener('abort', abort);
    },
  };
}
