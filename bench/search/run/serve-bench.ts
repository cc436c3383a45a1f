import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { build, type Plugin } from 'vite';
import { inProject } from '../../../build/paths.ts';
import type { Saved } from '../corpus/library.ts';

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
};

export interface BenchServer {
  readonly address: string;
  readonly close: () => void;
}

async function sendFile(path: string, response: ServerResponse): Promise<void> {
  try {
    const bytes = await readFile(path);
    response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream');
    response.end(bytes);
  } catch {
    response.statusCode = 404;
    response.end();
  }
}

/** Module (in bench/search) and factory of each engine. */
const engines: Readonly<Record<string, readonly [file: string, factory: string]>> = {
  floor: ['engines/plain', 'floor'],
  clipshelf: ['engines/clipshelf', 'clipshelf'],
  sqlite: ['peers/sqlite', 'sqlite'],
  'flexsearch-idb': ['peers/flexsearch-idb', 'flexsearchIdb'],
  flexsearch: ['peers/in-memory', 'flexsearch'],
  scan: ['engines/plain', 'scan'],
  minisearch: ['peers/in-memory', 'minisearch'],
  orama: ['peers/in-memory', 'orama'],
};

function bundledEngine(name: string): Plugin {
  const [file, factory] = engines[name] ?? [];
  if (file === undefined) throw new Error(`no engine ${name}; there are ${Object.keys(engines).join(', ')}`);
  const path = inProject(`bench/search/${file}.ts`);
  return {
    name: 'bundled-engine',
    load: (id) =>
      id === inProject('bench/search/page/bundled-engine.ts')
        ? `export { ${factory} as makeEngine } from ${JSON.stringify(path)}`
        : null,
  };
}

/** The libraries that ours is measured against: not among the project's own dependencies, so that its install is small. */
function installPeers(): void {
  const folder = inProject('bench/search/peers');
  if (existsSync(join(folder, 'node_modules'))) return;
  console.log('installing the libraries to measure against');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
  });
}

/** A page for each engine with only its code in one file, as the product's own pages are made. */
async function buildPage(engine: string, folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: inProject('bench/search/page'),
    base: `/${engine}/`,
    plugins: [bundledEngine(engine)],
    worker: { format: 'es' },
    build: { outDir: join(folder, engine), emptyOutDir: true, target: 'es2022', modulePreload: false },
  });
}

/** The bench's pages, one for each engine, and the clips it asks for, on localhost (a secure context, as OPFS wants). */
export async function serveBench(
  names: readonly string[],
  clip: (index: number) => Saved,
): Promise<BenchServer> {
  const folder = inProject('work/bench-search');
  if (names.some((name) => engines[name]?.[0].startsWith('peers/') === true)) installPeers();
  for (const name of names) await buildPage(name, folder);
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/clips') {
      const from = Number(url.searchParams.get('from'));
      const count = Number(url.searchParams.get('count'));
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(Array.from({ length: count }, (_, i) => clip(from + i))));
      return;
    }
    void sendFile(
      join(folder, url.pathname.endsWith('/') ? `${url.pathname}index.html` : url.pathname),
      response,
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('no port');
  return {
    address: `http://localhost:${at.port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
