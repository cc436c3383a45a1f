/** Where the user stopped reading an article that was begun and is not at its end. */
export interface ReadingPlace {
  /** Index of the block at the window's top. */
  readonly block: number;
  /** Share of the article above the window's top, 0 to 1. */
  readonly share: number;
  /** When (epoch ms). */
  readonly at: number;
}

/** Less than this share was a look, more than that one is the end. */
const [begun, ended] = [0.02, 0.98];

/** Whether there is something to go on with. */
export function isUnderWay({ block, share }: Pick<ReadingPlace, 'block' | 'share'>): boolean {
  return block > 0 && share > begun && share < ended;
}

/** What a merged clip says of it: the later place, where both sides have one. */
export function placeOfBoth(a: Placed, b: Placed): Placed {
  if (a.reading === undefined || b.reading === undefined) return { ...pick(a), ...pick(b) };
  return isLater(b.reading, a.reading) ? pick(b) : pick(a);
}

interface Placed {
  readonly reading?: ReadingPlace;
}

function pick({ reading }: Placed): Placed {
  return reading === undefined ? {} : { reading };
}

function isLater(one: ReadingPlace, than: ReadingPlace): boolean {
  return one.at > than.at || (one.at === than.at && one.share > than.share);
}
