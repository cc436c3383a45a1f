import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureGit } from './find-git.ts';
import { serveLocally } from './local-server.ts';

/** What a server, or what stands between, does instead of answering. */
export type GitFault =
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** A page for people, with status 200. */
  | { readonly kind: 'login-page' }
  | { readonly kind: 'redirect'; readonly to: string }
  /** The connection ends before a byte of the answer. */
  | { readonly kind: 'cut' }
  /** It ends after so many bytes of the answer: half a pack. */
  | { readonly kind: 'cut-after'; readonly bytes: number }
  /** A push is refused as where another device was faster; anything else goes through. */
  | { readonly kind: 'refused' }
  /** Git does what was asked, and nobody hears of it. */
  | { readonly kind: 'lost-answer' }
  | { readonly kind: 'slow'; readonly milliseconds: number };

export interface GitRequest {
  readonly method: string;
  /** `/library.git/info/refs?service=git-upload-pack` */
  readonly url: string;
  readonly authorization: string;
}

export interface GitServer {
  readonly token: string;
  readonly port: number;
  /** Where browsers find the repository of this name. */
  address(name: string): string;
  /** Makes an empty repository. */
  create(name: string): void;
  /** Its folder on the disk, for git itself. */
  folder(name: string): string;
  /** Runs git in that repository; what it printed. */
  git(name: string, ...args: readonly string[]): string;
  /** Asked before each request; null lets it through. */
  fault: (request: GitRequest) => GitFault | null;
  /** Only who sends it may read and write; changing it ends the one before. */
  setToken(token: string): void;
  readonly requests: GitRequest[];
  /** Bytes of the bodies of requests and answers. */
  readonly traffic: { received: number; sent: number };
  close(): Promise<void>;
}

/** Git's own `http-backend` behind a small server on this machine. */
export async function serveGit(): Promise<GitServer> {
  ensureGit();
  const root = mkdtempSync(join(tmpdir(), 'clipshelf-git-'));
  const requests: GitRequest[] = [];
  let token = `token-${crypto.randomUUID()}`;
  const running: GitServer = {
    get token() {
      return token;
    },
    setToken: (next) => (token = next),
    get port() {
      return server.port;
    },
    address: (name) => `http://127.0.0.1:${String(server.port)}/${name}.git`,
    folder: (name) => join(root, `${name}.git`),
    create(name) {
      execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', join(root, `${name}.git`)]);
      running.git(name, 'config', 'http.receivepack', 'true');
    },
    git: (name, ...args) =>
      execFileSync('git', args, {
        cwd: join(root, `${name}.git`),
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        maxBuffer: 1_000_000_000,
      }),
    fault: () => null,
    requests,
    traffic: { received: 0, sent: 0 },
    async close() {
      await server.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
  const server = await serveLocally((request, response) => {
    void answer(request, response, { root, running, isAllowed }).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });
  function isAllowed(authorization: string): boolean {
    const [, basic = ''] = authorization.split(' ');
    return Buffer.from(basic, 'base64').toString('utf8').endsWith(`:${token}`);
  }
  return running;
}

interface Serving {
  readonly root: string;
  readonly running: GitServer;
  readonly isAllowed: (authorization: string) => boolean;
}

async function answer(request: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const { method = 'GET', url = '/' } = request;
  const authorization = request.headers.authorization ?? '';
  const asked: GitRequest = { method, url, authorization };
  serving.running.requests.push(asked);
  const fault = serving.running.fault(asked);
  const body = await readBody(request);
  serving.running.traffic.received += body.byteLength;
  if (fault !== null && (await misbehave(fault, request, response))) return;
  if (!serving.isAllowed(authorization)) {
    response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end('who are you?');
    return;
  }
  const { headers, status, content } = await backend(serving.root, request, body);
  if (fault?.kind === 'lost-answer') {
    response.destroy();
    return;
  }
  serving.running.traffic.sent += content.byteLength;
  response.writeHead(status, headers);
  if (fault?.kind === 'cut-after') {
    response.write(content.subarray(0, fault.bytes), () => response.destroy());
    return;
  }
  response.end(content);
}

/** True where there is nothing more to answer. */
async function misbehave(
  fault: GitFault,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  switch (fault.kind) {
    case 'status':
      response.writeHead(fault.status, { 'content-type': 'text/html', ...fault.headers });
      response.end('<h1>No</h1>');
      return true;
    case 'login-page':
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<!doctype html><title>Sign in</title><form>Who are you?</form>');
      return true;
    case 'redirect':
      response.writeHead(302, { location: fault.to }).end();
      return true;
    case 'cut':
      request.socket.destroy();
      return true;
    case 'refused':
      if (!request.url?.endsWith('/git-receive-pack')) return false;
      response.writeHead(200, { 'content-type': 'application/x-git-receive-pack-result' });
      response.end(`${packet('unpack ok')}${packet('ng refs/heads/main fetch first')}0000`);
      return true;
    case 'slow':
      await sleep(fault.milliseconds);
      return false;
    case 'cut-after':
    case 'lost-answer':
      return false;
  }
}

/** A line as Git sends it: four digits of its length first. */
function packet(line: string): string {
  return `${(line.length + 5).toString(16).padStart(4, '0')}${line}\n`;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

interface BackendAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly content: Buffer;
}

/** One run of git http-backend, by the rules of CGI. */
async function backend(root: string, request: IncomingMessage, body: Buffer): Promise<BackendAnswer> {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env['PATH'],
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REQUEST_METHOD: request.method,
      PATH_INFO: decodeURIComponent(pathname),
      QUERY_STRING: search.slice(1),
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      CONTENT_LENGTH: String(body.byteLength),
      REMOTE_USER: 'tester',
      REMOTE_ADDR: '127.0.0.1',
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  child.stdin.on('error', () => undefined);
  child.stdin.end(body);
  await new Promise((resolve) => child.on('close', resolve));
  const all = Buffer.concat(parts);
  const end = all.indexOf('\r\n\r\n');
  const lines = all.subarray(0, end).toString('utf8').split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
  const { status = '200', ...others } = headers;
  return { status: Number.parseInt(status, 10), headers: others, content: all.subarray(end + 4) };
}
