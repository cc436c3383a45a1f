import { escapeHtml } from '../text/html-entities.ts';
import type { ZipFile } from '../zip/write-zip.ts';
import type { ExportClip } from './clip-markdown.ts';
import { type Chapter, epubChapter, languageOf, legal } from './epub-chapter.ts';
import { epubStyle } from './epub-style.ts';

/** A picture that is kept with a clip. */
export interface EpubImage {
  readonly url: string;
  /** Media type by its bytes. */
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface EpubBook {
  readonly title: string;
  /** A UUID. */
  readonly id: string;
  /** Epoch ms. */
  readonly now: number;
  readonly highlights: boolean;
}

/** What every reading program shows (EPUB 3.3, section 3.2). */
const imageTypes: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
};

interface Item {
  readonly id: string;
  readonly path: string;
  readonly type: string;
  readonly properties?: string;
}

/**
 * Clips as the files of an EPUB 3, in the order of their archive: one document for each clip, in their order, with a table of
 * contents by clip and heading. Needs a document.
 */
export async function* epubFiles(
  clips: AsyncIterable<ExportClip> | Iterable<ExportClip>,
  imagesOf: (clipId: string) => Promise<readonly EpubImage[]>,
  book: EpubBook,
): AsyncGenerator<ZipFile> {
  const file = (name: string, content: string | Uint8Array<ArrayBuffer>): ZipFile => ({
    name,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    modifiedAt: book.now,
  });
  // It comes first, and is too short to be deflated.
  yield file('mimetype', 'application/epub+zip');
  yield file('META-INF/container.xml', container);
  yield file('EPUB/style.css', epubStyle);
  const items: Item[] = [];
  const chapters: (Chapter & { readonly path: string })[] = [];
  const languages = new Map<string, number>();
  for await (const clip of clips) {
    const number = chapters.length + 1;
    const paths = new Map<string, string>();
    for (const { url, type, bytes } of await imagesOf(clip.clip.id)) {
      const extension = imageTypes[type];
      if (extension === undefined) continue;
      const path = `images/${number}-${paths.size + 1}.${extension}`;
      paths.set(url, path);
      items.push({ id: `image-${number}-${paths.size}`, path, type });
      yield file(`EPUB/${path}`, bytes);
    }
    const chapter = epubChapter(clip, paths, book);
    const path = `clip-${number}.xhtml`;
    items.push({
      id: `clip-${number}`,
      path,
      type: 'application/xhtml+xml',
      ...(chapter.hasMath ? { properties: 'mathml' } : {}),
    });
    chapters.push({ ...chapter, path });
    const language = languageOf(clip.clip.language);
    languages.set(language, (languages.get(language) ?? 0) + 1);
    yield file(`EPUB/${path}`, chapter.xhtml);
  }
  const [language = 'und'] = [...languages].sort(([, a], [, b]) => b - a).map(([name]) => name);
  yield file('EPUB/nav.xhtml', contents(book.title, language, chapters));
  yield file('EPUB/package.opf', packageDocument(book, language, items, chapters));
}

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

function packageDocument(
  { title, id, now }: EpubBook,
  language: string,
  items: readonly Item[],
  chapters: readonly { readonly path: string }[],
): string {
  const listed = items.map(
    ({ id: name, path, type, properties }) =>
      `<item id="${name}" href="${path}" media-type="${type}"${properties === undefined ? '' : ` properties="${properties}"`}/>`,
  );
  const modified = new Date(now).toISOString().replace(/\.\d{3}Z$/, 'Z');
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:${id}</dc:identifier>
<dc:title>${text(title)}</dc:title>
<dc:language>${language}</dc:language>
<meta property="dcterms:modified">${modified}</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
${listed.join('\n')}
</manifest>
<spine>
${chapters.map((_, index) => `<itemref idref="clip-${index + 1}"/>`).join('\n')}
</spine>
</package>
`;
}

function contents(
  title: string,
  language: string,
  chapters: readonly (Chapter & { readonly path: string })[],
): string {
  const entries = chapters.map(({ title: name, path, headings }) => {
    const within = nested(path, headings);
    return `<li><a href="${path}">${text(name)}</a>${within}</li>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}">
<head><title>${text(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body><nav epub:type="toc"><h1>${text(title)}</h1><ol>
${entries.join('\n')}
</ol></nav></body>
</html>
`;
}

/** Headings as a list of lists, by their levels. */
function nested(path: string, headings: Chapter['headings']): string {
  const [first] = headings;
  if (first === undefined) return '';
  const level = headings.reduce((least, heading) => Math.min(least, heading.level), Infinity);
  const parts: string[] = [];
  let rest = headings;
  while (rest.length > 0) {
    const [head] = rest;
    if (head === undefined) break;
    const next = rest.findIndex(
      (heading, index) => index > 0 && heading.level <= Math.max(level, head.level),
    );
    const below = rest.slice(1, next === -1 ? undefined : next);
    parts.push(`<li><a href="${path}#${head.id}">${text(head.text)}</a>${nested(path, below)}</li>`);
    rest = next === -1 ? [] : rest.slice(next);
  }
  return `<ol>${parts.join('')}</ol>`;
}

function text(value: string): string {
  return escapeHtml(legal(value));
}
