/** How much of a property one term of the index stands for: 50 words, a minute, a day. */
const widths = { words: 50, time: 1, published: 86_400_000 } as const;

export type BucketName = keyof typeof widths;

const mostBuckets = 99_999;

export function bucketOf(name: BucketName, value: number): number {
  return Math.max(0, Math.min(mostBuckets, Math.floor(value / widths[name])));
}

/** The value of the facet that holds a number, so that facets sort as numbers do. */
export function rangeBucket(name: BucketName, value: number): string {
  return String(bucketOf(name, value)).padStart(5, '0');
}
