import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CommandName } from '../../src/rpc/commands/contract.ts';
import { findControl, press, shows } from '../harness/controls.ts';
import type { BrowserKind } from '../harness/find-browser.ts';
import { jobsEnded, pasteAddresses } from '../harness/jobs.ts';
import { launch } from '../harness/launch.ts';
import { poll } from '../harness/poll.ts';
import { Popup } from '../harness/popup.ts';
import { type HostileSites, serveHostile } from '../harness/serve-hostile.ts';
import type { PageName, RunningExtension } from '../harness/running-extension.ts';
import { askFromThePage, dangersShown, tryToLoad } from './hostile-in-page.ts';
import { pictureAddresses, putHostileBodies } from './hostile-library.ts';
import { clipIds } from './kept-clips.ts';

/** Time for what is going to run by itself to run. */
const settle = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 400);
  });

describe.each<BrowserKind>(['chromium', 'firefox'])('against hostile pages in %s', (kind) => {
  let app: RunningExtension;
  let sites: HostileSites;

  beforeAll(async () => {
    sites = await serveHostile();
    app = await launch(kind);
  });
  afterAll(async () => {
    await app.close();
    await sites.close();
  });

  /**
   * Waits, and expects that nothing ran and nothing was asked for. Chromium reports what the policy would have refused
   * already when DOMPurify parses it, in a document where nothing runs: where raw vectors are sanitised, only exceptions,
   * such as of a call of a canary that is not there, count.
   */
  async function expectQuiet(where: string, raw = false): Promise<void> {
    await settle();
    const problems = app.takeProblems().filter((each) => !raw || !each.startsWith('console: '));
    const heard = { songs: sites.takeSongs(), requests: sites.takeRequests(), problems };
    expect({ where, ...heard }).toEqual({ where, songs: 0, requests: [], problems: [] });
  }

  test('the canary sings, and the requests are heard, where nothing is sanitised', async () => {
    const [first = ''] = sites.vectors;
    const page = await app.openTab(sites.show(`${first}${sites.vectors.at(-1) ?? ''}`));
    let [songs, requests] = [0, 0];
    await poll('a song and a request', () => {
      songs += sites.takeSongs();
      requests += sites.takeRequests().length;
      return songs > 0 && requests > 0 ? true : null;
    });
    expect([songs, requests]).not.toContain(0);
    await page.close();
    await settle();
    sites.takeSongs();
    sites.takeRequests();
  });

  test('all vectors go through clip, reader, export and import, and nothing runs or leaves', async () => {
    // One page by the toolbar button, in the page itself; what it asks for meanwhile is its own business.
    const [first = ''] = sites.pages;
    const tab = await app.openTab(first);
    const popup = new Popup(await app.openPopup(tab));
    await popup.read();
    await popup.press('clip');
    await popup.saved();
    await app.closePopup();
    await tab.close();
    await settle();
    sites.takeRequests();

    // The others are fetched and read in the extension's own parser page.
    await app.allowSites(sites.hosts);
    const jobs = await app.openPage('jobs');
    await pasteAddresses(jobs, sites.pages);
    await press(jobs, `Clip ${String(sites.pages.length)} pages`);
    await jobsEnded(jobs);
    await shows(jobs, `${String(sites.pages.length - 1)} clipped`);
    await settle();
    // Asked for by the worker, once and without cookies, to be kept with the clip: pictures of the article, and no more.
    const pictures = await pictureAddresses(jobs);
    const asked = sites.takeRequests();
    expect(asked.filter((path) => !pictures.some((address) => address.endsWith(path)))).toEqual([]);
    expect(new Set(asked).size).toBe(asked.length);
    await expectQuiet('while clipping');

    const ids = await clipIds(jobs);
    expect(ids).toHaveLength(sites.pages.length);
    await jobs.close();
    await showInReader(ids.slice(0, 1));
    await expectQuiet('in the reader, as extracted');

    // As if the extractor had let everything through: the reader sanitises again.
    const own = await app.openPage('options');
    await putHostileBodies(own, sites.vectors);
    await own.close();
    await showInReader(ids);
    await expectQuiet('in the reader, straight from the database', true);

    const exported = await exportAll(ids.at(-1) ?? '');
    const [, html = ''] = exported.find(([name]) => name.endsWith('.html')) ?? [];
    expect(html).toContain('default-src');
    const withoutPolicy = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
    const shown = await app.openTab(sites.show(withoutPolicy));
    await expectQuiet('in the exported file, even without its policy', true);
    await shown.close();

    const imported = await importAll(exported, ids);
    expect(imported.length).toBe(exported.length);
    await expectQuiet('while importing', true);
    await showInReader(imported);
    await expectQuiet('imported again');
  });

  /** The reader, once it shows the clip. */
  async function openReader(id: string): Promise<Page> {
    const reader = await app.openPage('reader', `?id=${id}`);
    await poll('the article', () =>
      reader.evaluate(() => document.querySelector('.article *') !== null || null),
    );
    return reader;
  }

  async function showInReader(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const reader = await openReader(id);
      expect(await reader.evaluate(dangersShown)).toEqual([]);
      await reader.close();
    }
  }

  /** The clip as Markdown, HTML and JSON, as the reader would save them. */
  async function exportAll(id: string): Promise<[name: string, content: string][]> {
    const reader = await openReader(id);
    await reader.evaluate(() => {
      const create = URL.createObjectURL.bind(URL);
      const made: unknown[] = [];
      Object.assign(globalThis, { made });
      URL.createObjectURL = (blob) => (made.push(blob), create(blob));
      HTMLAnchorElement.prototype.click = () => undefined;
    });
    const files: [string, string][] = [];
    for (const [label, name] of [
      ['Markdown file', 'x.md'],
      ['HTML file', 'x.html'],
      ['JSON file', 'x.json'],
    ] as const) {
      await press(reader, 'Export & more');
      await press(reader, label);
      const content = await poll(`the ${label}`, () =>
        reader.evaluate(async () => {
          const blob = (Reflect.get(globalThis, 'made') as Blob[]).pop();
          return blob === undefined ? null : await blob.text();
        }),
      );
      files.push([name, content]);
    }
    await reader.close();
    return files;
  }

  /** Each file under an address of its own; the ids of what was new. */
  async function importAll(files: readonly [string, string][], before: readonly string[]): Promise<string[]> {
    for (const [index, [name, content]] of files.entries()) {
      const options = await app.openPage('options');
      const moved = content.replaceAll(/hostile\d\.localhost/g, `import${String(index)}.localhost`);
      await options.evaluate(
        (text, fileName) => {
          const input = document.querySelector<HTMLInputElement>('input[type=file]');
          if (input === null) throw new Error('no place for a file');
          const given = new DataTransfer();
          given.items.add(new File([text], fileName));
          input.files = given.files;
          input.dispatchEvent(new Event('change', { bubbles: true }));
        },
        moved,
        name,
      );
      await poll(`${name} to be imported`, async () => {
        await (await findControl(options, 'button', /^(?:Import|Restore)$/))?.click();
        return (await clipIds(options)).length > before.length + index || null;
      });
      await options.close();
    }
    const page = await app.openPage('options');
    const ids = (await clipIds(page)).filter((id) => !before.includes(id));
    await page.close();
    return ids;
  }

  test('a content script’s world is refused every command', async () => {
    const tab = await app.openTab(sites.show('<p>web</p>'));
    const popup = await app.openPopup(tab);
    const replies = await popup.evaluate(askFromThePage, Object.keys(everyCommand));
    expect(Object.keys(replies)).toHaveLength(Object.keys(everyCommand).length);
    expect(new Set(Object.values(replies))).toEqual(new Set(['message/refused']));
    expect(await popup.evaluate(askFromThePage, ['no-such-command'])).toEqual({
      'no-such-command': 'message/refused',
    });
    await app.closePopup();
    // The web page itself has nobody to talk to.
    expect(await tab.evaluate(() => typeof Reflect.get(globalThis, 'browser'))).toBe('undefined');
    await tab.close();
  });

  test('a web page can neither frame, nor load, nor fetch anything of the extension', async () => {
    const own = await app.openPage('options');
    const root = await own.evaluate(() => location.origin);
    await own.close();
    const tab = await app.openTab(sites.show('<p>web</p>'));
    const outcomes = await tab.evaluate(tryToLoad, root);
    expect(outcomes).toEqual({
      image: 'refused',
      script: 'refused',
      style: 'refused',
      fetch: 'refused',
    });
    await settle();
    const frame = tab.frames().find((each) => each !== tab.mainFrame());
    expect(frame).toBeDefined();
    const framed = await frame?.evaluate(() => document.querySelector('#app, script[src]') !== null);
    expect(framed).toBe(false);
    await tab.close();
  });

  test('no page of the extension asks the web for anything', async () => {
    for (const name of ['library', 'reader', 'options', 'jobs'] satisfies PageName[]) {
      const page = await app.openPage(name);
      await settle();
      const elsewhere = await page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map((entry) => entry.name)
          .filter((address) => !address.startsWith(location.origin) && !/^(?:blob|data):/.test(address)),
      );
      expect({ name, elsewhere }).toEqual({ name, elsewhere: [] });
      await page.close();
    }
    // Settings shows the newest clip as Markdown, from the vectors that the library now has.
    await expectQuiet('in our own pages', true);
  });
});

/** The compiler says where one is missing. */
const everyCommand: Record<CommandName, true> = {
  saveArticle: true,
  saveLink: true,
  setTags: true,
  editClip: true,
  keepReadingPlace: true,
  trashClips: true,
  restoreClips: true,
  deleteClips: true,
  restoreVersion: true,
  deleteVersion: true,
  putVersionBack: true,
  editClips: true,
  replaceTags: true,
  putSmartList: true,
  deleteSmartList: true,
  undoRuleRuns: true,
  setTagColor: true,
  undoEdit: true,
  editArticle: true,
  addHighlights: true,
  highlightSelection: true,
  showHighlights: true,
  changeHighlight: true,
  removeHighlights: true,
  undoHighlights: true,
  wantImages: true,
  saveDraft: true,
  clearDraft: true,
  startClipJob: true,
  reextractClips: true,
  undoJob: true,
  startFileJob: true,
  pauseJob: true,
  resumeJob: true,
  cancelJob: true,
  retryFailed: true,
  forgetJob: true,
  askSiteNow: true,
  syncNow: true,
  answerSync: true,
  undoSync: true,
  disconnectSync: true,
  continueJobs: true,
};
