import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import type { BackupClip } from '../../src/formats/backup/backup-clip.ts';
import { type Backup, readBackup } from '../../src/formats/backup/read-backup.ts';
import { control, press, shows, pressMatch } from '../harness/controls.ts';
import { giveCommand } from '../harness/give-commands.ts';
import { jobsEnded } from '../harness/jobs.ts';
import { launch } from '../harness/launch.ts';
import { poll } from '../harness/poll.ts';
import type { RunningExtension } from '../harness/running-extension.ts';
import { fillLibrary } from './full-library.ts';
import { giveFile } from './give-file.ts';
import { keptClips } from './kept-clips.ts';
import { seedClips } from './seed-clips.ts';

/** Firefox is slow, and the worker is killed in Chromium. */
const counts = { chromium: 90, firefox: 25 };

async function backUp(app: RunningExtension, page: Page): Promise<Buffer> {
  return await app.downloadedBy(() => press(page, 'Back up now'), /^clipshelf-\d{4}-\d\d-\d\d.*\.zip$/);
}

/** The numbers that the preview shows, in its order. */
async function previewed(page: Page): Promise<readonly string[]> {
  await control(page, 'button', 'Restore');
  return await page.$$eval('.preview dd', (facts) => facts.map(({ textContent }) => textContent));
}

async function open(bytes: Buffer): Promise<{ backup: Backup; clips: readonly BackupClip[] }> {
  const backup = await readBackup(new Blob([new Uint8Array(bytes)]), (html) => html);
  const clips: BackupClip[] = [];
  for await (const entry of backup.clips()) {
    if (entry.kind === 'problem') throw new Error(entry.excerpt);
    clips.push(entry.record);
  }
  return { backup, clips };
}

/** Settings that are not the usual ones. */
async function setUp(page: Page): Promise<void> {
  await page.select('select:has(option[value="200"])', '200');
  await page.select('select:has(option[value=webp])', 'webp');
  await page.evaluate(() => {
    localStorage.setItem('theme', 'sepia');
    localStorage.setItem('reader-typography', '{"size":120}');
  });
}

test.each(['chromium', 'firefox'] as const)(
  'a backup of everything, restored into an empty profile, gives an equal backup; over other clips it merges or replaces (%s)',
  { timeout: 200_000 },
  async (kind) => {
    const seeded = counts[kind];
    const total = seeded + 1;
    const folder = await mkdtemp(join(tmpdir(), 'clipshelf-restore-'));
    const file = join(folder, 'clipshelf-2024-03-01.zip');
    const first = await launch(kind);
    let backup: Buffer;
    try {
      const page = await first.openPage('options');
      await setUp(page);
      await fillLibrary(first, page, seeded);
      backup = await backUp(first, page);
      await writeFile(file, backup);
      expect(first.takeProblems()).toEqual([]);
    } finally {
      await first.close();
    }
    const original = await open(backup);
    expect(original.backup.counts).toEqual({ clips: total, trashed: 1, versions: 1, sources: 1, assets: 1 });
    expect(original.backup.drafts).toHaveLength(1);
    expect(original.clips.filter(({ edits }) => edits !== undefined)).toHaveLength(1);
    expect(original.backup.settings).toMatchObject({
      images: { keep: 'free', format: 'webp' },
      reminder: { every: 200 },
      theme: 'sepia',
      typography: { size: 120 },
    });

    const second = await launch(kind);
    try {
      const page = await second.openPage('options');
      await giveFile(page, file);
      expect(await previewed(page)).toEqual([String(total), String(total), '0', '0', '0']);
      expect(await keptClips(page)).toEqual([]);
      await press(page, 'Restore');
      if (kind === 'chromium') {
        await poll('some clips', async () => ((await keptClips(page)).length >= 20 ? true : null));
        await second.killWorker();
        expect((await keptClips(page)).length).toBeLessThan(total);
        // A page that looks wakes the worker.
        await (await second.openPage('options')).close();
      }
      await jobsEnded(page);
      expect(Buffer.compare(await backUp(second, page), backup)).toBe(0);

      // The library goes its own way: one clip gets newer text, one is new.
      const [newer] = await seedClips(page, [{ title: 'Newer here', own: ['here'] }]);
      const [alone] = await seedClips(page, [{ title: 'Alone', own: [], url: 'https://alone.example/' }]);
      await giveCommand(page, 'editClip', { clipId: alone ?? '', changes: { note: 'mine' } });
      await giveFile(page, file);
      expect(await previewed(page)).toEqual([String(total), '0', '0', String(total), '0']);
      await press(page, 'Restore');
      await jobsEnded(page, 2);
      const merged = await open(await backUp(second, page));
      const at = (clips: readonly BackupClip[], id: string | undefined) =>
        clips.find(({ clip }) => clip.id === id) ?? expect.fail('no such clip');
      expect(merged.clips).toHaveLength(total + 1);
      expect(at(merged.clips, newer).clip.title).toBe('Newer here');
      expect(new Set(at(merged.clips, newer).clip.tags)).toEqual(new Set(['here', 'go', '网络']));

      await giveFile(page, file);
      await previewed(page);
      await pressMatch(page, 'input[type=radio][name=mode]:not(:checked)');
      await press(page, 'Restore');
      await jobsEnded(page, 3);
      const replaced = await open(await backUp(second, page));
      // All as it was, but for what was there meanwhile: it is in the trash, and an earlier version.
      expect(at(replaced.clips, alone).clip.trashedAt).toBeGreaterThan(0);
      for (const whole of original.clips) {
        const now = at(replaced.clips, whole.clip.id);
        if (whole.clip.id !== newer) expect(now).toEqual(whole);
        else expect({ ...now, versions: now.versions.slice(0, 1) }).toEqual(whole);
      }
      expect(at(replaced.clips, newer).versions.map(({ content }) => content.title)).toContain('Newer here');
      await press(page, 'Check now');
      await shows(page, 'All is well');
      expect(second.takeProblems()).toEqual([]);
    } finally {
      await second.close();
      await rm(folder, { recursive: true });
    }
  },
);
