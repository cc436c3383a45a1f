import type { Occurrence } from './matcher.ts';

export interface Window {
  readonly start: number;
  readonly end: number;
  /** Sum of the weights of the distinct units within. */
  readonly worth: number;
}

/** The stretch of at most `size` characters that holds the most of the query; the first of equals. */
export function bestWindow(found: readonly Occurrence[], size: number): Window | null {
  const sorted = found.toSorted((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1]);
  let best: Window | null = null;
  let bestScore = 0;
  for (let first = 0; first < sorted.length; first += 1) {
    const start = sorted[first]?.range[0] ?? 0;
    const units = new Map<number, number>();
    let end = start;
    let count = 0;
    for (let i = first; i < sorted.length; i += 1) {
      const one = sorted[i];
      if (one === undefined || (one.range[1] > start + size && i > first)) break;
      units.set(one.unit, Math.max(units.get(one.unit) ?? 0, one.weight));
      end = Math.max(end, one.range[1]);
      count += 1;
    }
    const worth = [...units.values()].reduce((sum, weight) => sum + weight, 0);
    const score = worth * (1 + Math.min(count, 8) * 0.01);
    if (score > bestScore * 1.0001) {
      best = { start, end, worth };
      bestScore = score;
    }
  }
  return best;
}
