import { ownImageAddress } from '../../core/image/own-address.ts';
import type { PictureFile, Pictures } from './imported-clip.ts';

/** Pictures of an imported text by the addresses that they have in its article. */
export type NamedPictures = ReadonlyMap<string, PictureFile>;

export interface PicturesOfText {
  readonly named: NamedPictures;
  /** References that the text has and its archive does not. */
  readonly missing: readonly string[];
}

/** Shorter data: addresses are spacers and signs, which the extractor judges. */
const shortestData = 400;

/**
 * Gives every picture of a tree that came with its text an address, and says which file it is: the web's own where the file
 * knows it, else one of ours. `isNote` where a reference can only mean a file beside the text, not one of the site: one
 * that is not there leaves its description.
 */
export function namePictures(root: ParentNode, pictures: Pictures | null, isNote: boolean): PicturesOfText {
  const named = new Map<string, PictureFile>();
  const missing: string[] = [];
  let data = 0;
  for (const image of root.querySelectorAll('img')) {
    const reference = sourceOf(image, root);
    const within = reference.startsWith('data:') && reference.length > shortestData;
    const file = within ? dataPicture(reference, (data += 1)) : (pictures?.find(reference) ?? null);
    if (file !== null) {
      const address = file.url ?? ownImageAddress(file.name);
      named.set(address, file);
      image.setAttribute('src', address);
      for (const name of ['srcset', 'data-src', 'data-srcset', 'style', 'loading'])
        image.removeAttribute(name);
      for (const source of image.closest('picture')?.querySelectorAll('source') ?? []) source.remove();
    } else if (
      /^cid:/i.test(reference) ||
      ((isNote || image.hasAttribute('data-beside')) &&
        reference !== '' &&
        !/^(?:[a-z][a-z\d+.-]+:|\/\/)/i.test(reference))
    ) {
      missing.push(reference);
      image.replaceWith(image.getAttribute('alt') ?? '');
    }
  }
  return { named, missing };
}

/** SingleFile writes a picture that is there several times into a variable of the style, and an empty SVG in its place. */
function sourceOf(image: Element, root: ParentNode): string {
  const variable = /var\((--sf-img-\d{1,6})\)/.exec(image.getAttribute('style')?.slice(0, 4_000) ?? '')?.[1];
  const source = image.getAttribute('src') ?? '';
  if (variable === undefined) return source;
  for (const style of root.querySelectorAll('style')) {
    const text = style.textContent ?? '';
    const at = text.indexOf(`${variable}:`);
    if (at === -1) continue;
    const start = text.indexOf('data:', at);
    const end = start === -1 || start - at > 60 ? -1 : text.slice(start).search(/["')]/);
    if (end > 0) return text.slice(start, start + end);
  }
  return source;
}

function dataPicture(address: string, number: number): PictureFile | null {
  const comma = address.indexOf(',');
  const head = address.slice(0, Math.max(0, comma)).slice(0, 200);
  const type = /^data:image\/([a-z]{2,8})/i.exec(head)?.[1];
  if (type === undefined) return null;
  const text = address.slice(comma + 1);
  const read = () => Promise.resolve(/;base64$/i.test(head) ? fromBase64(text) : fromText(text));
  return { name: `${number}.${type.toLowerCase()}`, url: null, read };
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text.includes('%') ? decodeURIComponent(text) : text), (sign) =>
      sign.charCodeAt(0),
    );
  } catch {
    return null;
  }
}

function fromText(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return new TextEncoder().encode(decodeURIComponent(text));
  } catch {
    return null;
  }
}
