import type { ServerResponse } from 'node:http';
import { vectors } from '../security/vectors.ts';
import { serveLocally } from './local-server.ts';

export interface HostileSites {
  /** Pages that hold all vectors, some on each. Under a sandbox, so that they stay where they are. */
  readonly pages: readonly string[];
  readonly hosts: readonly string[];
  /** The vectors of each page, as they stand in it. */
  readonly vectors: readonly string[];
  /** A page without any policy that hears `canary()`, with this in its body. */
  show(body: string): string;
  /** Requests to the attacker's host since the last call. */
  takeRequests(): readonly string[];
  /** How often a canary sang since the last call. */
  takeSongs(): number;
  close(): Promise<void>;
}

const perPage = 100;
const sites = 6;

/** An attacker's sites on this machine: what the vectors ask for is heard. */
export async function serveHostile(): Promise<HostileSites> {
  let requests: string[] = [];
  let songs = 0;
  let shown = '';
  const server = await serveLocally((request, response) => {
    const [name = ''] = (request.headers.host ?? '').split('.', 1);
    const path = request.url ?? '/';
    if (name === 'evil') requests.push(path);
    if (path === '/sung') songs += 1;
    respond(response, { name, path, shown, pages });
  });
  const at = (name: string, path = '/') => `http://${name}.localhost:${String(server.port)}${path}`;
  const heard = vectors.map((vector) =>
    vector.replaceAll(/(?:https?:)?\/\/evil\.example/g, () => at('evil', '')),
  );
  const pages = Array.from({ length: Math.ceil(heard.length / perPage) }, (_each, index) =>
    heard.slice(index * perPage, (index + 1) * perPage).join('\n'),
  );
  return {
    pages: pages.map((_page, index) => at(`hostile${String(index % sites)}`, `/${String(index)}`)),
    hosts: Array.from({ length: sites }, (_each, index) => `hostile${String(index)}.localhost`),
    vectors: pages,
    show(body) {
      shown = body;
      return at('shown');
    },
    takeRequests() {
      const taken = requests;
      requests = [];
      return taken;
    },
    takeSongs() {
      const taken = songs;
      songs = 0;
      return taken;
    },
    close: () => server.close(),
  };
}

interface Asked {
  readonly name: string;
  readonly path: string;
  readonly shown: string;
  readonly pages: readonly string[];
}

const prose =
  '<p>负载均衡把请求分到多个后端。A client that balances by itself needs no proxy in between, and sees each failure at once.</p>';

function respond(response: ServerResponse, asked: Asked): void {
  const page = asked.pages[Number(asked.path.slice(1))];
  const hostile = asked.name.startsWith('hostile') && page !== undefined;
  const shows = asked.name === 'shown' && asked.path !== '/sung';
  response.writeHead(hostile || shows ? 200 : 204, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    ...(hostile ? { 'content-security-policy': 'sandbox' } : {}),
  });
  if (hostile)
    response.end(
      `<!doctype html><title>Hostile ${asked.path}</title><article><h1>Hostile ${asked.path}</h1>${prose.repeat(6)}<pre><code class="language-go">a\tb</code></pre>${page}`,
    );
  else if (shows)
    response.end(`<!doctype html><script>canary = () => void fetch('/sung')</script>${asked.shown}`);
  else response.end();
}
