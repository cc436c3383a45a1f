/**
 * npm run bench:sync [-- --size 10000 --desk chromium --laptop firefox --commits 20000 --encrypted]
 * Two browsers with the built extension and Git's own http-backend on this machine: the first push of a library, its first sync on a
 * fresh device, one new clip in both directions, nothing to do; the same after a year of commits; and what the peers' ways send.
 * Each row is printed as it is done. The library's text is 7 kB a clip. `--encrypted`: with a passphrase, and no year, which a plain git writes.
 */
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { seedClips } from '../../tests/end-to-end/seed-clips.ts';
import type { BrowserKind } from '../../tests/harness/find-browser.ts';
import { press } from '../../tests/harness/controls.ts';
import { serveGit } from '../../tests/harness/git-server.ts';
import { launch } from '../../tests/harness/launch.ts';
import { makeLibrary } from '../../tests/harness/large-library/make-library.ts';
import { indexIsReady, seedLibrary } from '../../tests/harness/large-library/seed-library.ts';
import { poll } from '../../tests/harness/poll.ts';
import type { RunningExtension } from '../../tests/harness/running-extension.ts';
import { connect, connectEncrypted, enter, setUpSync, syncNow, synced } from '../../tests/harness/sync.ts';
import { bytes, measured } from './measured.ts';
import { printPeers } from './peers.ts';
import { writeYear } from './write-year.ts';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '10000' },
    desk: { type: 'string', default: 'chromium' },
    laptop: { type: 'string', default: 'firefox' },
    commits: { type: 'string', default: '20000' },
    encrypted: { type: 'boolean', default: false },
  },
});
const size = Number(values.size);
const commitsOfYear = values.encrypted ? 0 : Number(values.commits);
const passphrase = 'four words of the bench';
const longest = 1_800_000;
const name = 'library';
const server = await serveGit();
server.create(name);
const library = makeLibrary(size, Date.now(), { blocks: 40 });
const text = library.bodies.reduce((sum, { html }) => sum + Buffer.byteLength(html), 0);
console.log(`${String(size)} clips, ${bytes(text)} of text; ${values.desk} and ${values.laptop}`);
console.log(
  '| step | time | processor | up | down | requests | memory | aim |\n| --- | --: | --: | --: | --: | --: | --: | --- |',
);
const open: RunningExtension[] = [];
try {
  const desk = await start(values.desk);
  const here = await desk.openPage('options');
  await seedLibrary(here, library);
  await indexIsReady(here, longest);
  await measured(server, 'first push', '90 s, 300 MB', async () => {
    if (values.encrypted) await setUpEncrypted(desk, here);
    else await setUpSync(desk, here, server, name, 'Desk', longest);
  });
  const there = await fresh('a fresh device');
  await everyday('', here, there);
  if (commitsOfYear > 0) {
    await writeYear(server, name, commitsOfYear);
    const commits = server.git(name, 'rev-list', '--count', 'main').trim();
    await measured(server, `away for a year (${commits} commits)`, '', () => syncNow(here, longest));
    await syncNow(there, longest);
    await everyday(', after a year', here, there);
    await fresh('a fresh device, after a year');
  }
  server.git(name, 'repack', '-adq');
  console.log(
    `repository on the server: ${/size-pack: (\d+)/.exec(server.git(name, 'count-objects', '-v'))?.[1] ?? ''} KiB`,
  );
  printPeers(library);
} finally {
  await Promise.all(open.map((app) => app.close()));
  await server.close();
}

async function start(kind: string): Promise<RunningExtension> {
  const app = await launch(kind as BrowserKind);
  open.push(app);
  return app;
}

async function setUpEncrypted(app: RunningExtension, page: Page): Promise<void> {
  await app.allowSites(['127.0.0.1']);
  await connectEncrypted(page, server, name, { device: 'Desk', passphrase });
  await poll('the preview', () => page.$('.preview'), longest);
  await press(page, 'Sync');
  await synced(page, 0, longest);
}

async function fresh(what: string): Promise<Page> {
  const app = await start(values.laptop);
  const page = await app.openPage('options');
  await app.allowSites(['127.0.0.1']);
  const preview = await measured(server, `${what}: looks at the repository`, '', async () => {
    await connect(page, server, name, what);
    if (values.encrypted) {
      await enter(page, 'Passphrase', passphrase, longest);
      await press(page, 'Unlock');
    }
    await poll('the preview', () => page.$('.preview'), longest);
  });
  const rest = await measured(server, `${what}: receives, until it can be searched`, '', async () => {
    await press(page, 'Sync');
    await synced(page, 0, longest);
    await indexIsReady(page, longest);
  });
  console.log(
    `| ${what}: both | ${((preview.milliseconds + rest.milliseconds) / 1_000).toFixed(1)} s | ${(preview.processor + rest.processor).toFixed(1)} s | | | | | 60 s |`,
  );
  return page;
}

/** What a sync costs from then on: the third of three rounds is the one to look at, when all code is warm. */
async function everyday(when: string, here: Page, there: Page): Promise<void> {
  for (let round = 1; round <= 3; round += 1) {
    const title = `New${when} ${String(round)}`;
    const url = `https://new.example/${crypto.randomUUID()}`;
    await seedClips(here, [{ title, own: ['new'], url }]);
    await measured(server, `one new clip, up${when}`, '1.5 s, 20 kB', () => syncNow(here, longest));
    await measured(server, `one new clip, down${when}`, '1.5 s, 12 kB', () => syncNow(there, longest));
    await measured(server, `nothing to do${when}`, '300 ms, 1 request', () => syncNow(there, longest));
  }
}
