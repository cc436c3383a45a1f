import { diffArrays, diffWordsWithSpace } from 'diff';
import type { TextBlock } from './article.ts';

/** A piece of text that both have, that only the later has (`added`), or that only the earlier has (`removed`). */
export interface TextChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** What became of a block from one version of an article to the next, in reading order. */
export type BlockChange =
  | { readonly kind: 'same' | 'added' | 'removed'; readonly block: TextBlock }
  | { readonly kind: 'changed'; readonly block: TextBlock; readonly changes: readonly TextChange[] };

/**
 * Compares two versions of an article block by block; a removed block next to an added one of its kind is one that
 * changed, and is compared inside: code by lines, prose by words (and single Chinese characters).
 */
export function compareVersions(earlier: readonly TextBlock[], later: readonly TextBlock[]): BlockChange[] {
  const runs = diffArrays([...earlier], [...later], { comparator: equal });
  const changes: BlockChange[] = [];
  let removed: TextBlock[] = [];
  for (const run of runs) {
    if (run.removed) {
      removed.push(...run.value);
      continue;
    }
    if (run.added) {
      changes.push(...pair(removed, run.value));
    } else {
      changes.push(...removed.map((block) => ({ kind: 'removed' as const, block })));
      changes.push(...run.value.map((block) => ({ kind: 'same' as const, block })));
    }
    removed = [];
  }
  changes.push(...removed.map((block) => ({ kind: 'removed' as const, block })));
  return changes;
}

/** Each added block goes with the next removed one of its kind; the order of both sides is kept. */
function pair(removed: readonly TextBlock[], added: readonly TextBlock[]): BlockChange[] {
  let left = removed;
  const changes: BlockChange[] = [];
  const drop = (blocks: readonly TextBlock[]) =>
    changes.push(...blocks.map((block) => ({ kind: 'removed' as const, block })));
  for (const block of added) {
    const place = left.findIndex((each) => each.kind === block.kind);
    const before = left[place];
    if (before === undefined) {
      changes.push({ kind: 'added', block });
      continue;
    }
    drop(left.slice(0, place));
    changes.push({ kind: 'changed', block, changes: textChanges(before, block) });
    left = left.slice(place + 1);
  }
  drop(left);
  return changes;
}

function textChanges(before: TextBlock, after: TextBlock): TextChange[] {
  const parts =
    after.kind === 'code'
      ? diffArrays(lines(before.text), lines(after.text)).map((part) => ({
          ...part,
          value: part.value.join(''),
        }))
      : diffWordsWithSpace(before.text, after.text);
  return parts.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function equal(a: TextBlock, b: TextBlock): boolean {
  if (a.kind !== b.kind || a.text !== b.text) return false;
  return a.kind !== 'code' || b.kind !== 'code' || a.language === b.language;
}
