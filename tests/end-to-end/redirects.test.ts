import { expect, test } from 'vitest';
import { bundleForPage } from '../harness/bundle-for-page.ts';
import type { BrowserKind } from '../harness/find-browser.ts';
import { launch } from '../harness/launch.ts';
import { serveLocally } from '../harness/local-server.ts';

interface Guarded {
  readonly fetchInGuardedFrame: (url: string, init: RequestInit) => Promise<Response>;
}

/** Runs in the page: what each address answers, or that it fails. */
async function answersOf(addresses: readonly string[]): Promise<string[]> {
  const { fetchInGuardedFrame } = Reflect.get(globalThis, 'guarded') as Guarded;
  const init: RequestInit = { credentials: 'omit', signal: AbortSignal.timeout(20_000) };
  const answers: string[] = [];
  for (const address of addresses) {
    const said = await fetchInGuardedFrame(address, init).then(
      (response) => response.text(),
      () => 'failed',
    );
    answers.push(said);
  }
  return answers;
}

// Both servers share with everybody, so that nothing but the policy stands between.
const shared = { 'access-control-allow-origin': '*' };

test.each<BrowserKind>(['chromium', 'firefox'])(
  'in %s a redirect to an address that is not encrypted asks nobody but the host it came from',
  async (kind) => {
    const asked: string[] = [];
    const inside = await serveLocally((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(200, shared).end('inside');
    });
    const outside = await serveLocally((request, response) => {
      const targets: Record<string, string> = {
        '/in': `http://127.0.0.1:${String(inside.port)}/secret`,
        '/port': `http://localhost:${String(inside.port)}/secret`,
        '/own': '/plain',
        '/www': `http://www.localhost:${String(request.socket.localPort)}/plain`,
        '/twice': '/in',
      };
      const location = targets[request.url ?? ''];
      if (location === undefined) response.writeHead(200, shared).end('outside');
      else response.writeHead(302, { ...shared, location }).end();
    });
    const app = await launch(kind);
    try {
      // The page that reads others' pages: it may connect, as the background may.
      const page = await app.openPage('parser');
      await page.evaluate(await bundleForPage('src/browser/guarded-frame.ts', 'guarded'));
      const address = (path: string) => `http://localhost:${String(outside.port)}${path}`;
      const paths = ['/plain', '/own', '/www', '/in', '/port', '/twice', '/plain'];
      const answers = await page.evaluate(answersOf, paths.map(address));
      expect(answers).toEqual(['outside', 'outside', 'outside', 'failed', 'failed', 'failed', 'outside']);
      expect(asked).toEqual([]);
      // Without the frame it is followed.
      const plain = await page.evaluate((url) => fetch(url).then((said) => said.text()), address('/in'));
      expect([plain, asked]).toEqual(['inside', ['/secret']]);
    } finally {
      await app.close();
      await Promise.all([inside.close(), outside.close()]);
    }
  },
);
