import { diffArrays } from 'diff';

/** A line of its own between two passages that were written in one place on two devices. */
export const bothKept = '⇄';

/** A stretch of the base's lines that one side wrote anew. */
interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/**
 * Three-way merge of a text by lines (diff3): changes in different places are both made. Where they touch, both passages stand,
 * `ours` first, with a line `⇄` between them; one that holds all of the other's lines stands alone.
 */
export function mergeLines(base: string, ours: string, theirs: string): string {
  if (ours === theirs || theirs === base) return ours;
  if (ours === base) return theirs;
  const lines = linesOf(base);
  const [left, right] = [hunksOf(lines, linesOf(ours)), hunksOf(lines, linesOf(theirs))];
  const merged: string[] = [];
  let done = 0;
  let [l, r] = [0, 0];
  while (l < left.length || r < right.length) {
    const start = Math.min(left[l]?.start ?? Infinity, right[r]?.start ?? Infinity);
    let end = start;
    const [ourFirst, theirFirst] = [l, r];
    // Hunks that touch are of one region, however many of either side there are.
    for (let isGrowing = true; isGrowing;) {
      isGrowing = false;
      for (let hunk = left[l]; hunk !== undefined && hunk.start <= end; hunk = left[l]) {
        end = Math.max(end, hunk.end);
        l += 1;
        isGrowing = true;
      }
      for (let hunk = right[r]; hunk !== undefined && hunk.start <= end; hunk = right[r]) {
        end = Math.max(end, hunk.end);
        r += 1;
        isGrowing = true;
      }
    }
    for (const line of lines.slice(done, start)) merged.push(line);
    const region = { start, end };
    const [our, their] = [left.slice(ourFirst, l), right.slice(theirFirst, r)];
    const [ourLines, theirLines] = [written(lines, region, our), written(lines, region, their)];
    let chosen: readonly string[] = ourLines;
    if (their.length > 0) chosen = our.length === 0 ? theirLines : bothOf(ourLines, theirLines);
    for (const line of chosen) merged.push(line);
    done = end;
  }
  return [...merged, ...lines.slice(done)].join('\n');
}

function bothOf(ours: readonly string[], theirs: readonly string[]): readonly string[] {
  if (holds(ours, theirs)) return ours;
  if (holds(theirs, ours)) return theirs;
  return [...ours, bothKept, ...theirs];
}

/** Whether the other's lines stand in these, one after the other. */
function holds(lines: readonly string[], other: readonly string[]): boolean {
  const text = `\n${lines.join('\n')}\n`;
  return other.every((line) => line === '') ? lines.length > 0 : text.includes(`\n${other.join('\n')}\n`);
}

/** The lines of a region as one side has them. */
function written(
  base: readonly string[],
  region: { readonly start: number; readonly end: number },
  hunks: readonly Hunk[],
): string[] {
  const lines: string[] = [];
  let done = region.start;
  for (const hunk of hunks) {
    for (const line of [...base.slice(done, hunk.start), ...hunk.lines]) lines.push(line);
    done = hunk.end;
  }
  return [...lines, ...base.slice(done, region.end)];
}

function hunksOf(base: readonly string[], changed: readonly string[]): Hunk[] {
  const hunks: Hunk[] = [];
  let at = 0;
  let open: { start: number; end: number; lines: string[] } | null = null;
  for (const { added, removed, value } of diffArrays([...base], [...changed])) {
    if (!added && !removed) {
      at += value.length;
      open = null;
      continue;
    }
    if (open === null) {
      open = { start: at, end: at, lines: [] };
      hunks.push(open);
    }
    if (removed) {
      at += value.length;
      open.end = at;
    } else for (const line of value) open.lines.push(line);
  }
  return hunks;
}

/** An empty text has no lines, so that what is added to it stands alone. */
function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}
