import { safeDecode } from '../article-html/writing-context.ts';
import { departureOf } from './leave-out.ts';
import type { Outcome } from './outcome.ts';
import type { Span } from './is-missing.ts';
import type { Ledger, Piece } from './open-ledger.ts';

/** What of a page's pictures and formulas did not come through, though the text round them did. */
export interface LostPieces {
  readonly images: number;
  readonly formulas: number;
}

/**
 * Pictures and formulas have no words by which the text could tell that they are gone. One is lost where it stood between
 * blocks that came through, nothing round it left for a reason, and the article does not hold it.
 * @param isKept whether the block of that number came through
 */
export function lostPieces(
  { pieces, entries }: Ledger,
  { root, article, trimmed }: Pick<Outcome, 'root' | 'article' | 'trimmed'>,
  span: Span,
  isKept: (index: number) => boolean,
): LostPieces {
  const stays = (index: number): boolean => index < 0 || index >= entries.length || isKept(index);
  const inside = pieces.filter(
    (piece) =>
      piece.at > span.first &&
      piece.at <= span.last &&
      stays(piece.at - 1) &&
      stays(piece.at) &&
      // A step that writes its place anew may have had a reason.
      root.contains(piece.within) &&
      !hasLeft(piece),
  );
  const written = [article, ...trimmed].flatMap((each) => [...each.querySelectorAll('img')]);
  const names = new Set(written.flatMap((image) => addressNames(image)));
  const images = inside.filter(
    ({ kind, element }) =>
      kind === 'image' && !isSmall(element) && !addressNames(element).some((name) => names.has(name)),
  );
  const formulas = inside.filter(({ kind }) => kind === 'formula').length;
  return {
    images: images.length,
    formulas: Math.max(0, formulas - article.querySelectorAll('[data-math], math').length),
  };
}

/** Whether it left the page for a reason; the stand-in of no other picture has none. */
function hasLeft({ element, isAlone }: Piece): boolean {
  const departure = departureOf(element);
  return (
    departure !== undefined &&
    (departure.rule !== 'image/stand-in' || departure.reason !== 'duplicate' || !isAlone)
  );
}

/** Icons, emoji and pixels that count. */
function isSmall(image: Element): boolean {
  if (/emoji|icon|badge|avatar|smiley|spacer|pixel/i.test(image.getAttribute('class') ?? '')) return true;
  return ['width', 'height'].some((side) => {
    const length = Number.parseFloat(image.getAttribute(side) ?? '');
    return length <= 48;
  });
}

/** What the addresses in an image's attributes end in: that stays the same whatever address is chosen, or whoever serves it. */
function addressNames(image: Element): readonly string[] {
  const names: string[] = [];
  for (const { name, value } of image.attributes) {
    if (/^(?:class|style|alt|title|id|width|height|sizes|loading|decoding)$/.test(name)) continue;
    if (value.startsWith('data:')) names.push(`${value.slice(0, 60)} ${value.length}`);
    else {
      const addresses = name.endsWith('srcset')
        ? value.slice(0, 4000).split(/[\s,]+/)
        : [value.slice(0, 2000)];
      for (const address of addresses) names.push(...filesOf(address));
    }
  }
  return names;
}

/** `photo.png` of `/a/photo.png?w=20`, and of `/resize?url=%2Fa%2Fphoto.png`; `photo/0` of `/photo/0`. */
function filesOf(address: string): readonly string[] {
  return safeDecode(safeDecode(address))
    .split(/[?&#=]/)
    .map((part) => endOf(part.trim()))
    .map((end) => (/[.][a-z]{2,5}$/i.test(end) ? end.slice(end.lastIndexOf('/') + 1) : end))
    .filter((end) => end.length >= 5);
}

/** The last two parts of a path. */
function endOf(address: string): string {
  const last = address.lastIndexOf('/');
  return last <= 0 ? address.slice(last + 1) : address.slice(address.lastIndexOf('/', last - 1) + 1);
}
