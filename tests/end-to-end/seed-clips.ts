import type { Page } from 'puppeteer-core';
import type { Article } from '../../src/core/clip/article.ts';
import type { SaveResult } from '../../src/rpc/commands/contract.ts';
import { giveCommands } from '../harness/give-commands.ts';
import { makeArticle } from '../factories/article.ts';

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
  const saved = await giveCommands(
    page,
    inputs.map((input) => ({ command: 'saveArticle', input })),
  );
  return saved.map((value) => (value as SaveResult).clipId);
}
