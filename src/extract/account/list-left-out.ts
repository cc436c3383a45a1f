import type { TextBlock } from '../../core/clip/article.ts';
import { type LeftOut, leftOutLimits } from '../../core/clip/left-out.ts';
import type { PageCopy } from '../copy/page-copy.ts';
import type { Entry } from './open-ledger.ts';
import type { Passage } from './passage.ts';
import { putBackHtml } from './put-back-html.ts';

/** For the number of an entry, the block of the article that stands before it. */
export function placesOf(entries: readonly Entry[], blocks: readonly TextBlock[]): (first: number) => number {
  let places: Map<string, number> | null = null;
  return (first) => {
    places ??= new Map(blocks.map(({ text }, index) => [placeKey(text), index]));
    for (let index = first - 1; index >= Math.max(0, first - 40); index--) {
      const place = places.get(placeKey(entries[index]?.text ?? ''));
      if (place !== undefined) return place;
    }
    return -1;
  };
}

function placeKey(text: string): string {
  return text
    .slice(0, 400)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, 40);
}

export interface Judged {
  readonly passage: Passage;
  readonly isMissing: boolean;
}

/** The passages that a person may want back, those that may be missing first; in the order of the page. */
export function listLeftOut(
  copy: PageCopy,
  judged: readonly Judged[],
  after: (first: number) => number,
): readonly LeftOut[] {
  const worth = judged.filter(({ passage, isMissing: counts }) => counts || passage.letters >= 20);
  const chosen = new Set(
    worth
      .toSorted((a, b) => Number(b.isMissing) - Number(a.isMissing) || b.passage.letters - a.passage.letters)
      .slice(0, leftOutLimits.passages),
  );
  let room: number = leftOutLimits.html;
  return worth
    .filter((each) => chosen.has(each))
    .map(({ passage, isMissing: counts }) => {
      const text = passage.entries
        .map((entry) => entry.text.slice(0, 2_000))
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim();
      const html =
        counts || passage.sentences > 0
          ? putBackHtml(
              copy,
              passage.holder,
              passage.entries.map(({ element }) => element),
              room,
            )
          : null;
      room -= html?.length ?? 0;
      return {
        reason: passage.reason,
        rule: passage.rule,
        text: text.slice(0, leftOutLimits.text),
        words: wordsIn(passage.entries),
        isMissing: counts,
        after: after(passage.first),
        html,
      };
    });
}

function wordsIn(entries: readonly Entry[]): number {
  return entries.reduce(
    (sum, { text }) =>
      sum +
      (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu)?.length ?? 0),
    0,
  );
}
