import type { DayOrder } from '../../../core/job/file-work.ts';
import { readFields } from '../fields/read-fields.ts';
import { type ImportEntry, type PictureFile, remark } from '../imported-clip.ts';
import { picturesNamed } from '../archive/pictures.ts';
import { decodeXmlEntities } from '../../text/html-entities.ts';
import { firstLines } from '../notes/first-lines.ts';
import { attributesOf, elements, plain, textIn } from './elements.ts';
import { md5 } from './md5.ts';

/** Evernote's and 印象笔记's export: notes with ENML, a kind of HTML, and their pictures in base64. */
export function* importEnex(text: string, order: DayOrder | null): Generator<ImportEntry> {
  let number = 0;
  for (const { inner, isCut } of elements(text, 'note')) {
    number += 1;
    const title = textIn(inner, 'title');
    const about = textIn(inner, 'note-attributes') === '' ? '' : first(inner, 'note-attributes');
    const url = textIn(about, 'source-url');
    const fields = new Map<string, unknown>([
      ['url', url || linkOf(inner)],
      ['title', title],
      ['tags', [...elements(inner, 'tag')].map((tag) => plain(tag.inner))],
      ['author', textIn(about, 'author')],
      ['created', textIn(inner, 'created')],
    ]);
    const html = enml(textIn(inner, 'content'));
    const pictures = picturesOf(inner);
    const content = html.trim() === '' ? null : ({ kind: 'html', text: html, pictures } as const);
    const place = { entry: title === '' ? String(number) : `${number} ${title}` };
    const remarks = isCut ? [remark('cut-off', title, place)] : [];
    yield readFields(fields, {}, place, order, { content, remarks }).entry;
  }
}

function first(text: string, name: string): string {
  for (const { inner } of elements(text, name)) return inner;
  return '';
}

/** A note that was no web clip may begin with the address that it is about. */
function linkOf(note: string): string {
  const lines = textIn(note, 'content')
    .slice(0, 8_000)
    .replaceAll(/<\/(?:div|p|h\d|li)>|<br\s?\/?>/g, '\n')
    .replaceAll(/<[^<>]*>/g, '');
  return firstLines(decodeXmlEntities(lines).trim(), false).fields.get('url') ?? '';
}

/** ENML as HTML: pictures by their hash, boxes of tasks, no encrypted passages. */
function enml(content: string): string {
  return content
    .replace(/^[\s\S]{0,2000}?<en-note[^<>]*>/, '')
    .replace(/<\/en-note>\s*$/, '')
    .replaceAll(/<en-media\s([^<>]*?)\/?>(?:\s*<\/en-media>)?/g, (_whole, attributes: string) => {
      const said = attributesOf(attributes);
      return (said.get('type') ?? '').startsWith('image/')
        ? `<img src="cid:${said.get('hash') ?? ''}" alt="">`
        : '';
    })
    .replaceAll(/<en-todo\b[^<>]*>/g, (box) => (box.includes('checked="true"') ? '☑ ' : '☐ '))
    .replaceAll(/<\/en-todo>/g, '')
    .replaceAll(/<en-crypt[^<>]*>[^<>]*<\/en-crypt>/g, '');
}

/** Found when the first of them is asked for: each is named by the MD5 of its bytes. */
function picturesOf(note: string) {
  let byHash: Map<string, PictureFile> | null = null;
  return picturesNamed((reference) => {
    byHash ??= hashed(note);
    return byHash.get(reference.replace(/^cid:/, '').toLowerCase()) ?? null;
  });
}

function hashed(note: string): Map<string, PictureFile> {
  const files = new Map<string, PictureFile>();
  for (const { inner } of elements(note, 'resource')) {
    if (!textIn(inner, 'mime').startsWith('image/')) continue;
    const bytes = decoded(textIn(inner, 'data'));
    if (bytes === null) continue;
    const hash = md5(bytes);
    const name = textIn(inner, 'file-name');
    files.set(hash, { name: `${hash}/${name}`, url: null, read: () => Promise.resolve(bytes) });
  }
  return files;
}

function decoded(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64.replaceAll(/\s+/g, '')), (sign) => sign.charCodeAt(0));
  } catch {
    return null;
  }
}
