import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { toBase64 } from '../../../src/core/base64.ts';
import { importFile } from '../../../src/formats/import/import-file.ts';
import { importedArticle } from '../../../src/formats/import/imported-article.ts';
import { recordItem } from '../../../src/database/jobs/job-writes.ts';
import { afterClip } from '../../../src/core/job/outcome.ts';
import type { Database } from '../../../src/database/database.ts';
import { reextractClip } from '../../../src/database/texts/reextract-writes.ts';
import { versionsOf } from '../../../src/database/texts/text-queries.ts';
import { makeArticle } from '../../factories/article.ts';
import { eventually } from '../../factories/eventually.ts';
import { collect } from '../../factories/zip.ts';
import { checkAccessibility } from '../../ui/show.tsx';
import { chinese } from '../../ui/translations.ts';
import { everyConstruct } from './every-construct.ts';
import { dialogOpens, showReader } from './show-reader.tsx';

const shown = () => eventually(() => expect(document.querySelector('.article pre')).not.toBeNull());

const button = (label: string) =>
  eventually(() => {
    const found = [...document.querySelectorAll('button')].find(
      ({ textContent, ariaLabel }) => textContent === label || ariaLabel === label,
    );
    if (found === undefined) throw new Error(`no button ${label}`);
    return found;
  });
const press = async (label: string) => (await button(label)).click();
const dialogText = () => document.querySelector('dialog')?.textContent ?? '';
const toast = () => document.querySelector('.toast-text')?.textContent ?? '';

afterEach(() => {
  for (const dialog of document.querySelectorAll('dialog')) dialog.close();
});

const second = makeArticle({
  title: 'gRPC 负载均衡（修订）',
  html: '<p>服务端的负载均衡</p><pre><code class="language-go">a\nB\nc</code></pre>',
  blocks: [
    { kind: 'prose', text: '服务端的负载均衡' },
    { kind: 'code', text: 'a\nB\nc', language: 'go' },
  ],
});

/** A clip whose page was clipped again after it had changed. */
async function withVersion(world: Parameters<typeof showReader>[0] = {}) {
  const store = await showReader({
    article: {
      html: '<p>客户端的负载均衡</p><pre><code class="language-go">a\nb\nc</code></pre>',
      blocks: [
        { kind: 'prose', text: '客户端的负载均衡' },
        { kind: 'code', text: 'a\nb\nc', language: 'go' },
      ],
    },
    ...world,
  });
  await store.send('saveArticle', { article: second, tags: null });
  await eventually(() => expect(document.querySelector('h1')?.textContent).toBe(second.title));
  return store;
}

describe('earlier versions', () => {
  it('are listed, and compared with the text of today by paragraph and line', async () => {
    await withVersion();
    await userEvent.keyboard('v');
    await dialogOpens();
    await eventually(() => expect(document.querySelectorAll('.version')).toHaveLength(1));
    expect(dialogText()).toContain('when the page was clipped again');
    const pieces = (kind: string) =>
      [...document.querySelectorAll(`.change ${kind}`)].map((piece) => piece.textContent);
    expect(pieces('del')).toEqual(['客户', 'b\n']);
    expect(pieces('ins')).toEqual(['（修订）', '服务', 'B\n']);
    expect(dialogText()).toContain('3 paragraphs or code blocks changed');
    await checkAccessibility();
  });

  it('speak Chinese', async () => {
    await withVersion({ translation: chinese });
    await userEvent.keyboard('v');
    await dialogOpens();
    await eventually(() => expect(dialogText()).toContain('再次剪藏时被替换'));
    await checkAccessibility();
  });

  it('are restored, and that is taken back', async () => {
    const { database, clipId } = await withVersion();
    await userEvent.keyboard('v');
    await dialogOpens();
    await press('Restore this version');
    await eventually(() => expect(document.querySelector('h1')?.textContent).toBe('gRPC 负载均衡'));
    await press('Undo');
    await eventually(() => expect(document.querySelector('h1')?.textContent).toBe(second.title));
    expect((await versionsOf(database, clipId)).length).toBe(1);
  });

  it('are deleted, and that is taken back', async () => {
    const { database, clipId } = await withVersion();
    const before = await versionsOf(database, clipId);
    await userEvent.keyboard('v');
    await dialogOpens();
    await press('Delete');
    await eventually(() => expect(dialogText()).toContain('There are none'));
    expect(await versionsOf(database, clipId)).toEqual([]);
    await press('Undo');
    await eventually(() => expect(document.querySelectorAll('.version')).toHaveLength(1));
    expect(await versionsOf(database, clipId)).toEqual(before);
  });
});

describe('re-extraction', () => {
  const source = toBase64(new Uint8Array([31, 139]));
  const done =
    (article = second) =>
    async (database: Database) => {
      const [item] = await database.jobItems.toArray();
      if (item?.clipId === null || item === undefined) throw new Error('no item');
      const outcome = await reextractClip(database, item.clipId, article, Date.now());
      await recordItem(database, afterClip(item, outcome === 'changed' ? 'done' : 'skipped', item.clipId), 9);
    };

  it('shows what it changed', async () => {
    await showReader({ source, reextract: done() });
    await shown();
    await press('Export & more');
    await dialogOpens();
    await checkAccessibility();
    await press('Re-extract now');
    await eventually(() => expect(dialogText()).toContain('by re-extraction'));
    expect(document.querySelectorAll('.change').length).toBeGreaterThan(0);
    await press('Restore this version');
    await eventually(() => expect(document.querySelector('h1')?.textContent).toBe('gRPC 负载均衡'));
  });

  it('says so where the result is the same, and nothing is left of the job', async () => {
    const same = makeArticle({ html: everyConstruct });
    const { database } = await showReader({ source, reextract: done(same) });
    await shown();
    await press('Export & more');
    await dialogOpens();
    await press('Re-extract now');
    await eventually(() => expect(toast()).toContain('the result is the same'));
    await eventually(async () => expect(await database.jobs.count()).toBe(0));
    expect(await database.versions.count()).toBe(0);
  });

  it('tells what was left out of a clip that was never compared with its page', async () => {
    const { integrity } = makeArticle();
    const passage = { reason: 'navigation', rule: 'step', text: 'Home', words: 1 } as const;
    const leftOut = [{ ...passage, isMissing: false, after: -1, html: null }];
    const measured = makeArticle({ html: everyConstruct, integrity: { ...integrity, leftOut } });
    const { database } = await showReader({ source, reextract: done(measured) });
    const line = () => document.querySelector('.integrity')?.textContent ?? '';
    await eventually(() => expect(line()).toContain('Not checked yet'));
    expect(line()).not.toContain('Complete');
    await press('Compare with the saved page');
    await eventually(() => expect(line()).toContain('Left out (1)'));
    expect(line()).toContain('Complete');
    expect(await database.versions.count()).toBe(0);
  });

  it.each<[string, (database: Database) => Promise<unknown>]>([
    ['pauses', (database) => database.jobs.toCollection().modify({ state: 'paused', failure: 'store/full' })],
    ['waits for a later time', (database) => database.jobItems.toCollection().modify({ attempts: 1 })],
  ])('comes back where its job %s, and the job stays', async (_name, hold) => {
    const held = async (database: Database) => void (await hold(database));
    const { database } = await showReader({ source, reextract: held });
    await shown();
    await press('Export & more');
    await dialogOpens();
    await press('Re-extract now');
    await eventually(() => expect(toast()).toContain('has paused, or will be tried again later'));
    expect(await database.jobs.count()).toBe(1);
    await press('Export & more');
    await dialogOpens();
    expect((await button('Re-extract now')).ariaDisabled).toBe('false');
  });

  it('is not offered where no page was kept', async () => {
    await showReader();
    await shown();
    await press('Export & more');
    await dialogOpens();
    expect(dialogText()).toContain('wasn’t saved with this clip');
    expect(dialogText()).not.toContain('Re-extract now');
  });
});

describe('export of one clip', () => {
  it.each([
    ['Markdown file', 'gRPC 负载均衡.md'],
    ['HTML file', 'gRPC 负载均衡.html'],
    ['JSON file', 'gRPC 负载均衡.json'],
  ])('%s: what is saved comes in again', async (label, name) => {
    const { saved } = await showReader();
    await shown();
    await userEvent.keyboard('m');
    await dialogOpens();
    await press(label);
    await eventually(() => expect(saved).toHaveLength(1));
    expect(toast()).toContain(name);
    const [file] = saved;
    expect(file?.name).toBe(name);
    const { entries } = await importFile(file?.content ?? new Blob([]), name);
    const [entry] = await collect(entries);
    if (entry?.kind !== 'clip') throw new Error('no clip');
    expect(entry.clip.tags).toEqual(['Go', '并发']);
    const code = importedArticle(entry.clip).blocks.filter((block) => block.kind === 'code');
    expect(code.map((block) => block.text)).toContain(
      document.querySelector('code.language-go')?.textContent,
    );
  });

  it('is copied as Markdown too', async () => {
    const { copied } = await showReader();
    await shown();
    await userEvent.keyboard('m');
    await dialogOpens();
    await press('Copy as Markdown');
    await eventually(() => expect(copied[0]).toContain('```go'));
  });
});
