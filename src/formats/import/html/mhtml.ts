import { Failure } from '../../../core/failure.ts';
import { decodeText } from '../../text/decode-text.ts';
import { picturesNamed } from '../archive/pictures.ts';
import { readDate } from '../fields/dates.ts';
import { type ImportEntry, importedClip, type PictureFile, problem, remark } from '../imported-clip.ts';
import { boundaryOf, type Part, partOf, partsOf } from './mail-parts.ts';

/** A page with its pictures in the form of a mail (RFC 2557), as Chromium and older browsers save it. */
export function isMhtml(start: string): boolean {
  const head = start.slice(0, 4_000);
  return (
    /^[\w-]{2,40}:/.test(head) && /^content-type:\s{0,4}(?:multipart\/related|multipart\/mixed)/im.test(head)
  );
}

/** One page. A file that is cut off gives what stands before the cut. Throws `import/unreadable` where no part can be told. */
export function* importMhtml(text: string, path: string): Generator<ImportEntry> {
  const whole = partOf(text);
  if (boundaryOf(whole) === null) throw new Failure('import/unreadable', 'no boundary');
  const { parts, isCut, isCrowded } = partsOf(whole);
  const place = { entry: path };
  const remarks = [
    ...(isCut ? [remark('cut-off', path, place)] : []),
    ...(isCrowded ? [remark('too-large', path, place)] : []),
  ];
  const location =
    whole.headers.get('snapshot-content-location') ?? whole.headers.get('content-location') ?? '';
  const pages = parts.filter(({ headers }) =>
    /^(?:text\/html|application\/xhtml)/i.test(headers.get('content-type') ?? ''),
  );
  const page = pages.find(({ headers }) => headers.get('content-location') === location) ?? pages[0];
  if (page === undefined) {
    yield problem(isCut ? 'cut-off' : 'wrong-shape', path, place);
    return;
  }
  const date = readDate(whole.headers.get('date'));
  const named = new Map<string, PictureFile>();
  for (const [index, part] of parts.entries()) {
    if (!/^image\//i.test(part.headers.get('content-type') ?? '')) continue;
    const own = part.headers.get('content-location') ?? '';
    const id = part.headers.get('content-id')?.replace(/^<(.*)>$/, '$1');
    const file = {
      name: `${index}`,
      url: /^https?:/i.test(own) ? own : null,
      read: () => Promise.resolve(bytesOf(part)),
    };
    // The first of two that claim one name, as browsers show it.
    for (const name of [own, id === undefined ? '' : `cid:${id}`])
      if (name !== '' && !named.has(name)) named.set(name, file);
  }
  yield importedClip(
    {
      url: location || page.headers.get('content-location'),
      title: subjectOf(whole.headers.get('subject') ?? ''),
      savedAt: date === null || date === 'ambiguous' ? null : date.time,
      content: {
        kind: 'page',
        text: textOfPart(page),
        pictures: picturesNamed((reference) => named.get(reference) ?? null),
      },
    },
    place,
    remarks,
  );
}

function bytesOf({ headers, body }: Part): Uint8Array<ArrayBuffer> | null {
  const encoding = (headers.get('content-transfer-encoding') ?? '').toLowerCase();
  if (encoding === 'base64') return fromBase64(body);
  return encoding === 'quoted-printable' ? fromQuotedPrintable(body) : new TextEncoder().encode(body);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  const plain = text.replaceAll(/[^A-Za-z\d+/]/g, '');
  try {
    return Uint8Array.from(atob(plain.slice(0, plain.length - (plain.length % 4 === 1 ? 1 : 0))), (sign) =>
      sign.charCodeAt(0),
    );
  } catch {
    return null;
  }
}

function fromQuotedPrintable(text: string): Uint8Array<ArrayBuffer> {
  const source = new TextEncoder().encode(text);
  const bytes = new Uint8Array(source.length);
  let length = 0;
  for (let at = 0; at < source.length; at += 1) {
    const byte = source[at] ?? 0;
    if (byte !== 0x3d) {
      bytes[length++] = byte;
      continue;
    }
    const code = String.fromCodePoint(source[at + 1] ?? 0x20, source[at + 2] ?? 0x20);
    if (/^[\da-f]{2}$/i.test(code)) {
      bytes[length++] = Number.parseInt(code, 16);
      at += 2;
    } else if (source[at + 1] === 0x0d && source[at + 2] === 0x0a) at += 2;
    else if (source[at + 1] === 0x0a) at += 1;
    else bytes[length++] = byte;
  }
  return bytes.slice(0, length);
}

function textOfPart(part: Part): string {
  const encoding = (part.headers.get('content-transfer-encoding') ?? '').toLowerCase();
  if (encoding !== 'base64' && encoding !== 'quoted-printable') return part.body;
  const bytes = bytesOf(part) ?? new Uint8Array();
  const charset = /charset="?([\w-]{2,40})"?/i.exec(part.headers.get('content-type') ?? '')?.[1];
  try {
    return charset === undefined ? decodeText(bytes).text : new TextDecoder(charset).decode(bytes);
  } catch (error) {
    // A charset that no browser knows.
    if (error instanceof RangeError) return decodeText(bytes).text;
    throw error;
  }
}

/** `=?utf-8?Q?…?=` and `=?utf-8?B?…?=` (RFC 2047). */
function subjectOf(text: string): string {
  return text
    .slice(0, 4_000)
    .replaceAll(/\?=\s{1,4}=\?/g, '?==?')
    .replaceAll(
      /=\?([\w-]{2,40})\?([bq])\?([^?]{0,2000})\?=/gi,
      (word, charset: string, kind: string, coded: string) => {
        const bytes = /b/i.test(kind) ? fromBase64(coded) : fromQuotedPrintable(coded.replaceAll('_', ' '));
        try {
          return bytes === null ? word : new TextDecoder(charset).decode(bytes);
        } catch {
          return word;
        }
      },
    );
}
