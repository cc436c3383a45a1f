import type { Page } from 'puppeteer-core';
import { rowsOf } from '../harness/table-rows.ts';

export interface KeptClip {
  readonly url: string;
  readonly title: string;
  readonly code: readonly string[];
}

/** What is in the library, straight from the database, by one of the extension's own pages. */
export async function keptClips(page: Page): Promise<readonly KeptClip[]> {
  const clips = await rowsOf(page, 'clips');
  const bodies = new Map((await rowsOf(page, 'bodies')).map((body) => [body.clipId, body]));
  return clips.map(({ id, url, title }) => ({
    url,
    title,
    code: (bodies.get(id)?.blocks ?? []).filter(({ kind }) => kind === 'code').map(({ text }) => text),
  }));
}

/** The ids of all clips, by address. */
export async function clipIds(page: Page): Promise<readonly string[]> {
  const clips = await rowsOf(page, 'clips');
  return clips.toSorted((a, b) => (a.url < b.url ? -1 : 1)).map(({ id }) => id);
}
