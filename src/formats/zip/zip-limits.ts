import { Failure } from '../../core/failure.ts';

export interface ZipLimits {
  /** Number of entries, folders included. */
  readonly items: number;
  /** Bytes of the central directory. */
  readonly directory: number;
  /** Bytes of one unpacked entry. */
  readonly item: number;
  /** How many times its packed size an entry may unpack to, once it is larger than `ratioFrom` bytes. */
  readonly ratio: number;
  readonly ratioFrom: number;
  /** Bytes of all unpacked entries per byte of the archive; small archives may always unpack to `totalFrom`. */
  readonly totalRatio: number;
  readonly totalFrom: number;
}

/** Far above what any library has (100,000 clips are 300,000 entries), far below what would stop a browser. */
export const zipLimits: ZipLimits = {
  items: 500_000,
  directory: 128 * 2 ** 20,
  item: 256 * 2 ** 20,
  ratio: 300,
  ratioFrom: 8 * 2 ** 20,
  totalRatio: 100,
  totalFrom: 2 ** 30,
};

interface Sizes {
  readonly size: number;
  readonly compressedSize: number;
}

/** Whether this entry, by what the directory says of it, may be unpacked. */
export function isBomb({ size, compressedSize }: Sizes, limits: ZipLimits): boolean {
  return size > limits.item || (size > limits.ratioFrom && size > compressedSize * limits.ratio);
}

export function assertWithinLimits(items: readonly Sizes[], archiveSize: number, limits: ZipLimits): void {
  const total = items.reduce((sum, item) => sum + item.size, 0);
  if (total > Math.max(limits.totalFrom, archiveSize * limits.totalRatio))
    throw new Failure('import/too-large', `${archiveSize} bytes unpack to ${total}`);
}
