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
 * Edits up to which the shortest way from one text to another is looked for; its time grows with their number times the
 * length. Of two texts that differ more, all of one was removed and all of the other added.
 */
const maxEditLength = 1_000;

/**
 * Compares two versions of an article block by block; a removed block next to an added one of its kind is one that
 * changed, and is compared inside: code by lines, prose by words (and single Chinese characters).
 */
export function compareVersions(earlier: readonly TextBlock[], later: readonly TextBlock[]): BlockChange[] {
  const runs = diffArrays([...earlier], [...later], { comparator: equal, maxEditLength }) ?? [
    { removed: true, added: false, value: [...earlier] },
    { removed: false, added: true, value: [...later] },
  ];
  const changes: BlockChange[] = [];
  let removed: TextBlock[] = [];
  for (const run of runs) {
    if (run.removed) {
      for (const block of run.value) removed.push(block);
      continue;
    }
    if (run.added) for (const change of pair(removed, run.value)) changes.push(change);
    else {
      for (const block of removed) changes.push({ kind: 'removed', block });
      for (const block of run.value) changes.push({ kind: 'same', block });
    }
    removed = [];
  }
  for (const block of removed) changes.push({ kind: 'removed', block });
  return changes;
}

/** Each added block goes with the next removed one of its kind; the order of both sides is kept. */
function pair(removed: readonly TextBlock[], added: readonly TextBlock[]): BlockChange[] {
  const changes: BlockChange[] = [];
  const drop = (blocks: readonly TextBlock[]): void => {
    for (const block of blocks) changes.push({ kind: 'removed', block });
  };
  const lastOf = new Map(removed.map(({ kind }, index) => [kind, index]));
  let next = 0;
  for (const block of added) {
    if ((lastOf.get(block.kind) ?? -1) < next) {
      changes.push({ kind: 'added', block });
      continue;
    }
    let place = next;
    while (removed[place]?.kind !== block.kind) place += 1;
    drop(removed.slice(next, place));
    const before = removed[place];
    if (before !== undefined) changes.push({ kind: 'changed', block, changes: textChanges(before, block) });
    next = place + 1;
  }
  drop(removed.slice(next));
  return changes;
}

function textChanges(before: TextBlock, after: TextBlock): TextChange[] {
  const parts =
    after.kind === 'code'
      ? diffArrays(lines(before.text), lines(after.text), { maxEditLength })?.map((part) => ({
          ...part,
          value: part.value.join(''),
        }))
      : diffWordsWithSpace(before.text, after.text, { maxEditLength });
  if (parts === undefined)
    return [
      { kind: 'removed', text: before.text },
      { kind: 'added', text: after.text },
    ];
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
