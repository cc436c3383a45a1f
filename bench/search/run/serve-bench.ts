import { createServer, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { build } from 'vite';
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

/** The bench's page, bundled, and the clips it asks for, on localhost (a secure context, as OPFS wants). */
export async function serveBench(clip: (index: number) => Saved): Promise<BenchServer> {
  const folder = inProject('work/bench-search');
  await build({
    configFile: false,
    logLevel: 'warn',
    root: inProject('bench/search/page'),
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', modulePreload: false },
  });
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/clips') {
      const from = Number(url.searchParams.get('from'));
      const count = Number(url.searchParams.get('count'));
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(Array.from({ length: count }, (_, i) => clip(from + i))));
      return;
    }
    void sendFile(join(folder, url.pathname === '/' ? '/index.html' : url.pathname), response);
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
