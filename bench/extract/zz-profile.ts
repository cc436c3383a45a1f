import { build } from 'vite';
import puppeteer from 'puppeteer-core';
import { readdirSync, readFileSync, existsSync, writeFileSync } from 'node:fs';
import { storedPages } from '/work/w-ext/bench/extract/stored-pages.ts';
import { findBrowser } from '/work/w-ext/tests/harness/find-browser.ts';
const every = Number(process.argv[2] ?? 20);
const offset = Number(process.argv[3] ?? 0);
const r: any = await build({
  configFile: false,
  root: '/work/w-ext',
  publicDir: false,
  logLevel: 'error',
  build: {
    write: false,
    minify: false,
    target: 'chrome121',
    rolldownOptions: {
      input: '/work/w-ext/bench/extract/in-page-extract.ts',
      preserveEntrySignatures: 'strict',
      output: { format: 'iife', name: 'cb', exports: 'default', codeSplitting: false },
    },
  },
});
const out = (Array.isArray(r) ? r[0] : r).output.find((p: any) => p.type === 'chunk').code;
writeFileSync('/tmp/ext/bundle.js', out);
const browser = await puppeteer.launch({
  executablePath: findBrowser('chromium')!.path,
  headless: true,
  pipe: true,
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
const s = await page.createCDPSession();
await page.setJavaScriptEnabled(false);
await page.setRequestInterception(true);
let html = '';
page.on('request', (q) =>
  q.isNavigationRequest() && q.frame() === page.mainFrame()
    ? void q.respond({ status: 200, contentType: 'text/html; charset=utf-8', body: html })
    : void q.abort(),
);
await s.send('Profiler.enable');
await s.send('Profiler.setSamplingInterval', { interval: 200 });
const incl = new Map<string, number>(),
  self = new Map<string, number>();
let total = 0;
const pages = storedPages('/work/rw/fidelity/dev', 1).filter((_, i) => i % every === offset);
for (const p of pages) {
  html = p.html;
  await page.goto(p.address, { waitUntil: 'domcontentloaded' });
  const { frameTree } = await s.send('Page.getFrameTree');
  const { executionContextId } = await s.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });

  await s.send('Profiler.start');
  for (let k = 0; k < 3; k++) {
    const { executionContextId } = await s.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
    await s.send('Runtime.evaluate', {
      expression: out + ';try{cb()}catch{}',
      contextId: executionContextId,
    });
  }
  const { profile } = (await s.send('Profiler.stop')) as any;
  const byId = new Map<number, any>(profile.nodes.map((n: any) => [n.id, n]));
  const parent = new Map<number, number>();
  for (const n of profile.nodes) for (const c of n.children ?? []) parent.set(c, n.id);
  const dur = new Map<number, number>();
  profile.samples.forEach((id: number, i: number) =>
    dur.set(id, (dur.get(id) ?? 0) + (profile.timeDeltas[i] ?? 0)),
  );
  for (const [id, t] of dur) {
    const stack: string[] = [];
    for (let n: number | undefined = id; n !== undefined; n = parent.get(n))
      stack.push(byId.get(n).callFrame.functionName || '(anon:' + byId.get(n).callFrame.lineNumber + ')');
    if (!stack.includes('extraction')) continue;
    total += t;
    self.set(stack[0]!, (self.get(stack[0]!) ?? 0) + t);
    for (const f of new Set(stack)) incl.set(f, (incl.get(f) ?? 0) + t);
  }
}
await browser.close();
const show = (m: Map<string, number>, n: number) =>
  [...m]
    .sort((a, b) => b[1] - a[1])
    .slice(0, n)
    .map(([k, v]) => `${((100 * v) / total).toFixed(1).padStart(5)} ${k}`)
    .join('\n');
console.log(
  `total ${(total / 1000).toFixed(0)} ms, ${pages.length} pages\nINCLUSIVE\n${show(incl, 90)}\nSELF\n${show(self, 50)}`,
);
