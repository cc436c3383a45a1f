import { fetchInGuardedFrame } from './guarded-frame.ts';

/** Chrome 142 and later: the request fails before it is sent where it leads elsewhere than the public internet. */
interface InPublic extends RequestInit {
  readonly targetAddressSpace: 'public';
}

/**
 * Whether the browser tells addresses of the public internet from others: not behind a proxy, which looks names up by
 * itself. Unknown until a request came through.
 */
let tellsPublic: boolean | null = null;

/**
 * As `fetch`, but a redirect from the public internet into a private network, or to this machine, fails before anything there is
 * asked, as far as the browser can tell (docs/security.md). Where it can, a redirect's first answer is asked for twice.
 */
export async function fetchInPublic(url: string, init: RequestInit): Promise<Response> {
  if (!('targetAddressSpace' in Request.prototype) || tellsPublic === false) return fetchByPolicy(url, init);
  const guarded: InPublic = { ...init, targetAddressSpace: 'public' };
  const manual = (using: RequestInit): Promise<Response> => fetch(url, { ...using, redirect: 'manual' });
  let first: Response;
  try {
    first = await manual(guarded);
    tellsPublic = true;
  } catch (error) {
    const wasKnown = tellsPublic === true;
    // The user may have turned a proxy on.
    tellsPublic = null;
    if (wasKnown || init.signal?.aborted === true) throw error;
    const plain = await manual(init);
    tellsPublic = false;
    return plain.type === 'opaqueredirect' ? fetchByPolicy(url, init) : plain;
  }
  return first.type === 'opaqueredirect' ? fetch(url, guarded) : first;
}

/** Where there is a document, its policy keeps redirects away from what is not encrypted (guarded-frame.ts). */
function fetchByPolicy(url: string, init: RequestInit): Promise<Response> {
  return 'document' in globalThis ? fetchInGuardedFrame(url, init) : fetch(url, init);
}
