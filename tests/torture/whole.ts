import type { Article } from '../../src/core/clip/article.ts';
import type { Clip } from '../../src/core/clip/clip.ts';
import type { WholeClip } from '../../src/core/clip/whole-clip.ts';
import { makeArticle } from '../factories/article.ts';
import { pageUrl } from './operation.ts';

/** The article of one version of a page: the version is in its title and its text alike. */
export function articleOf(page: number, version: number): Article {
  const text = `第${version}版 version${version} of ${'连接池 pool '.repeat(version % 50)}`;
  return makeArticle({
    url: pageUrl(page),
    title: `Post ${page} version ${version}`,
    html: `<p data-block="0">${text}</p>`,
    blocks: [{ kind: 'prose', text }],
  });
}

/** NaN for a clip of a file. */
export function pageOf(clip: Clip): number {
  return Number(/post-(\d+)$/.exec(clip.url)?.[1]);
}

export function versionOf(clip: Clip): number {
  return Number(/version (\d+)$/.exec(clip.title)?.[1]);
}

/** Whether the parts of a clip are of different versions; never of one that came from a file. */
export function isTorn({ clip, body, source }: Pick<WholeClip, 'clip' | 'body' | 'source'>): boolean {
  if (Number.isNaN(pageOf(clip))) return false;
  const version = versionOf(clip);
  const expected = articleOf(pageOf(clip), version);
  const whole =
    body?.html === expected.html &&
    JSON.stringify(body.blocks) === JSON.stringify(expected.blocks) &&
    new TextDecoder().decode(source?.gzip) === `version ${version}`;
  return !whole;
}
