import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { inProject } from '../../build/paths.ts';
import { type LocalServer, serveLocally } from './local-server.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
};

export interface SampleSites {
  /** The address of a page of one of the sites: `at('lanhai', 'posts/grpc.html')`. */
  at(site: string, path?: string): string;
  close(): Promise<void>;
}

/**
 * The sample sites of tests/samples on this machine, each folder under a host of its own (`lanhai.localhost`), so that
 * sites differ as they do in life. `home` is plain `localhost`.
 */
export async function serveSamples(port = 0): Promise<SampleSites> {
  const server = await serve(port);
  return {
    at(site, path = '') {
      const host = site === 'home' ? 'localhost' : `${site}.localhost`;
      return `http://${host}:${String(server.port)}/${path}`;
    },
    close: () => server.close(),
  };
}

/**
 * The same under names that look as on the web (`lanhai.example`), for pictures. `resolverRules` makes a Chromium find
 * them here.
 */
export async function serveNamedSamples(): Promise<SampleSites & { readonly resolverRules: string }> {
  const server = await serve(0);
  return {
    at: (site, path = '') => `http://${site}.example/${path}`,
    resolverRules: `MAP *.example 127.0.0.1:${String(server.port)}`,
    close: () => server.close(),
  };
}

async function serve(port: number): Promise<LocalServer> {
  return await serveLocally(
    (request, response) => {
      void respond(request.headers.host ?? '', request.url ?? '/', response);
    },
    { port },
  );
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer | string;
}

async function respond(host: string, url: string, response: ServerResponse): Promise<void> {
  const { status, type, body } = await answer(host, url);
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}

async function answer(host: string, url: string): Promise<Answer> {
  const [name = ''] = host.split(':');
  const site = /^([^.]+)\.(?:localhost|example)$/.exec(name)?.[1] ?? 'home';
  const { pathname } = new URL(url, 'http://localhost');
  const relative = normalize(decodeURIComponent(pathname)).replace(/\/$/, '/index.html');
  const missing: Answer = { status: 404, type: 'text/plain; charset=utf-8', body: 'Not here.' };
  if (!/^[a-z-]+$/.test(site) || relative.includes('..')) return missing;
  try {
    const body = await readFile(join(inProject('tests/samples'), site, relative));
    return { status: 200, type: types[extname(relative)] ?? 'application/octet-stream', body };
  } catch {
    // A page that no sample has.
    return missing;
  }
}
