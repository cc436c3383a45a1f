import type { Page } from 'puppeteer-core';
import type { Article } from '../../src/domain/clip/article.ts';
import { makeArticle } from '../making/article.ts';

export interface SeededClip extends Partial<Article> {
  readonly title: string;
  readonly own: readonly string[];
}

/** Stores clips by the worker's own command, given by one of the extension's own pages; resolves with their ids. */
export async function seedClips(page: Page, clips: readonly SeededClip[]): Promise<readonly string[]> {
  const inputs = clips.map(({ own, ...article }, index) => ({
    article: makeArticle({
      url: `https://blog${String(index % 2)}.example.com/${String(index)}`,
      ...article,
    }),
    tags: own,
  }));
  return await page.evaluate(async (given) => {
    const api: unknown = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    const { runtime } = api as { runtime: { sendMessage: (message: unknown) => Promise<unknown> } };
    const ids: string[] = [];
    for (const input of given) {
      const reply = (await runtime.sendMessage({ command: 'saveArticle', input })) as {
        value: { clipId: string };
      };
      ids.push(reply.value.clipId);
    }
    return ids;
  }, inputs);
}
