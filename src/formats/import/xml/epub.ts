import { decodeText } from '../../text/decode-text.ts';
import { type ArchiveFiles, readText } from '../archive/archive-files.ts';
import { picturesBeside } from '../archive/pictures.ts';
import { readFields } from '../fields/read-fields.ts';
import { type ImportEntry, problem } from '../imported-clip.ts';
import { attributesOf, elements, plain, textIn } from './elements.ts';

const container = 'META-INF/container.xml';
const encryption = 'META-INF/encryption.xml';

export function isEpub(files: ArchiveFiles): boolean {
  return files.has(container);
}

/** Longest book that is read, in UTF-16 units of its chapters: all may become one clip. */
const maxBook = 64 * 2 ** 20;

interface Chapter {
  readonly path: string;
  readonly title: string;
  /** The page that it says it is from; empty where it does not. */
  readonly url: string;
  /** HTML between `<body>` and its end, pictures by their paths from the top. */
  readonly html: string;
}

/**
 * A book: one clip for each chapter where the chapters say which pages they are from, else one clip of all, at the address
 * that the book names as its source. A book that names none is reported.
 */
export async function* importEpub(files: ArchiveFiles): AsyncGenerator<ImportEntry> {
  const bytes = await files.read(container);
  const root = bytes instanceof Uint8Array ? rootFile(decodeText(bytes).text) : '';
  if (!files.has(root)) {
    yield problem('damaged', 'no package document', { entry: container });
    return;
  }
  const { text, problems } = await readText(files, root);
  yield* problems;
  // Some write a prefix before each element of the package.
  const book = (text ?? '').replaceAll(/<(\/?)opf:/g, '<$1');
  const chapters: Chapter[] = [];
  const locked = await lockedFiles(files);
  let length = 0;
  const listed = spine(book, root);
  if (listed.size === 0) yield problem('wrong-shape', root, { entry: root });
  for (const path of listed) {
    const chapter = files.has(path)
      ? await readText(files, path)
      : { text: null, problems: [problem('missing-chapter', path, { entry: path })] };
    yield* chapter.problems;
    if (locked.has(path)) yield problem('encrypted', path, { entry: path });
    if (chapter.text === null || locked.has(path)) continue;
    length += chapter.text.length;
    if (length > maxBook) {
      yield problem('too-large', path, { entry: path });
      break;
    }
    chapters.push(chapterOf(chapter.text, path));
  }
  const own = chapters.filter(({ url }) => url !== '');
  const about = aboutBook(book);
  if (own.length > 0) {
    for (const { path, title, url, html } of own)
      yield entryOf(
        new Map([...about, ['title', title || textIn(book, 'dc:title')], ['url', url]]),
        html,
        path,
        files,
      );
    return;
  }
  if (chapters.length === 0) return;
  yield entryOf(about, chapters.map(({ html }) => html).join('\n'), root, files);
}

function entryOf(
  about: ReadonlyMap<string, unknown>,
  html: string,
  path: string,
  files: ArchiveFiles,
): ImportEntry {
  const pictures = picturesBeside(files, path);
  const content = { kind: 'html', text: html, ...(pictures === null ? {} : { pictures }) } as const;
  return readFields(about, {}, { entry: path }, null, { content }).entry;
}

/** A book that its shop has locked lists what is encrypted; only its fonts are in many that can be read. */
async function lockedFiles(files: ArchiveFiles): Promise<ReadonlySet<string>> {
  if (!files.has(encryption)) return new Set();
  const { text } = await readText(files, encryption);
  const references = [
    ...elements(text ?? '', 'enc:CipherReference'),
    ...elements(text ?? '', 'CipherReference'),
  ];
  return new Set(references.map(({ attributes }) => pathFrom('', attributesOf(attributes).get('URI') ?? '')));
}

function rootFile(text: string): string {
  for (const { attributes } of elements(text, 'rootfile'))
    return attributesOf(attributes).get('full-path') ?? '';
  return '';
}

function aboutBook(book: string): Map<string, unknown> {
  const all = (name: string) => [...elements(book, name)].map(({ inner }) => plain(inner).trim());
  const url = [...all('dc:source'), ...all('dc:identifier')].find((text) => /^https?:/i.test(text));
  return new Map<string, unknown>([
    ['url', url],
    ['title', textIn(book, 'dc:title')],
    ['author', all('dc:creator').join(', ')],
    ['tags', all('dc:subject')],
    ['language', textIn(book, 'dc:language')],
    ['site', textIn(book, 'dc:publisher')],
    ['description', textIn(book, 'dc:description').replaceAll(/<[^<>]*>/g, '')],
    ['published', textIn(book, 'dc:date')],
  ]);
}

/** Paths of the chapters in the order of reading. */
function spine(book: string, root: string): ReadonlySet<string> {
  const folder = root.slice(0, root.lastIndexOf('/') + 1);
  const items = new Map<string, string>();
  for (const { attributes } of elements(book, 'item')) {
    const said = attributesOf(attributes);
    // The table of contents is no chapter.
    if (/\bnav\b/.test(said.get('properties') ?? '')) continue;
    items.set(said.get('id') ?? '', pathFrom(folder, said.get('href') ?? ''));
  }
  // A chapter that the spine names again and again is one chapter.
  const paths = new Set<string>();
  for (const { attributes } of elements(book, 'itemref')) {
    const path = items.get(attributesOf(attributes).get('idref') ?? '');
    if (path !== undefined) paths.add(path);
  }
  return paths;
}

function chapterOf(text: string, path: string): Chapter {
  const head = text.slice(0, 20_000);
  const canonical = [...elements(head, 'link')].map(({ attributes }) => attributesOf(attributes));
  const url = canonical.find((link) => link.get('rel') === 'canonical')?.get('href') ?? '';
  const body = /<body\b[^<>]{0,4000}>/i.exec(text);
  const end = text.lastIndexOf('</body>');
  const inner =
    body === null ? text : text.slice(body.index + body[0].length, end === -1 ? text.length : end);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const html = inner.replaceAll(
    /(<img\b[^<>]{0,2000}?\ssrc=)(["'])(?![a-z][a-z\d+.-]*:|\/)([^"'<>]{1,2000})\2/gi,
    (_whole, before: string, quote: string, reference: string) =>
      `${before}${quote}/${pathFrom(folder, reference)}${quote}`,
  );
  return { path, title: textIn(head, 'title').trim(), url: /^https?:/i.test(url) ? url : '', html };
}

function pathFrom(folder: string, reference: string): string {
  const parts = folder.split('/').filter((part) => part !== '');
  for (const part of (reference.split('#', 1)[0] ?? '').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  const path = parts.join('/');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
