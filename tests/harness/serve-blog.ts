import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BlogSite, blogSites } from './blog/sites.ts';
import { serveLocally } from './local-server.ts';

/** What the server was asked for, as a site's log has it. */
export interface LoggedRequest {
  readonly host: string;
  readonly path: string;
  readonly cookie: string | undefined;
  /** Requests of this host under way when it came, itself among them. */
  readonly atOnce: number;
  /** Milliseconds since the server started. */
  readonly at: number;
}

export interface Blog {
  /** The address of a page: `at('zh', '/page/2/')`. */
  at(site: keyof typeof blogSites, path?: string): string;
  /** The host names that a job has to be allowed. */
  readonly hosts: readonly string[];
  readonly requests: readonly LoggedRequest[];
  close(): Promise<void>;
}

/**
 * Two blogs on this machine, one Chinese and one English, each under a host of its own, with all that goes wrong on real
 * ones: see blog/sites.ts.
 */
export async function serveBlog(): Promise<Blog> {
  const requests: LoggedRequest[] = [];
  const underWay = new Map<string, number>();
  const started = performance.now();
  const server = await serveLocally((request, response) => {
    const host = hostOf(request);
    const atOnce = (underWay.get(host) ?? 0) + 1;
    underWay.set(host, atOnce);
    const path = request.url ?? '/';
    const at = performance.now() - started;
    requests.push({ host, path, cookie: request.headers.cookie, atOnce, at });
    response.once('close', () => underWay.set(host, (underWay.get(host) ?? 1) - 1));
    const earlier = requests.filter((each) => each.host === host && each.path === path).length - 1;
    void respond(host, path, earlier, response);
  });
  return {
    at: (site, path = '/') => `http://${hostName(site)}:${String(server.port)}${path}`,
    hosts: Object.keys(blogSites).map(hostName),
    requests,
    close: () => server.close(),
  };
}

function hostName(site: string): string {
  return `${site}-blog.localhost`;
}

function hostOf(request: IncomingMessage): string {
  return (request.headers.host ?? '').split(':', 1)[0] ?? '';
}

async function respond(host: string, path: string, earlier: number, response: ServerResponse): Promise<void> {
  const sites: Readonly<Record<string, BlogSite>> = blogSites;
  const site = sites[host.replace('-blog.localhost', '')];
  const answer = site?.(path, earlier) ?? { status: 404, body: 'Not here.', type: 'text/plain' };
  if (answer.delay !== undefined) await sleep(answer.delay);
  response.writeHead(answer.status ?? 200, {
    'content-type': answer.type ?? 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'set-cookie': 'reader=known; Path=/',
    ...answer.headers,
  });
  response.end(answer.body ?? '');
}
