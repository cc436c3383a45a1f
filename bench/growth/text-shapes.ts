import { addressesIn } from '../../src/core/clip/addresses-in-text.ts';
import { urlKey } from '../../src/core/clip/url-key.ts';
import { withoutTags } from '../../src/extract/feed/without-tags.ts';
import { textFormats } from '../../src/formats/import/formats.ts';
import { importBookmarks } from '../../src/formats/import/html/bookmarks.ts';
import { importNote } from '../../src/formats/import/notes/note.ts';
import { tableEntries } from '../../src/formats/import/table/tables.ts';
import { importAddressList } from '../../src/formats/import/list/address-list.ts';
import { importEnex } from '../../src/formats/import/xml/enex.ts';
import { parseQuery } from '../../src/search/query/parse-query.ts';
import { markdownToHtml } from '../../src/formats/markdown/read/markdown-to-html.ts';

/** What reads a text that the user or a file gives: `text` makes about so many characters of it. */
export interface TextShape {
  readonly name: string;
  readonly text: (length: number) => string;
  readonly read: (text: string) => unknown;
}

const repeated = (piece: string) => (length: number) => piece.repeat(length / piece.length);

const all = (entries: Iterable<unknown>): number => [...entries].length;

export const textShapes: readonly TextShape[] = [
  {
    name: 'front matter',
    text: (length) => `---\ntags:\n${'  - a tag\n'.repeat(length / 10)}---\ntext`,
    read: (text) => all(importNote(text, 'a.md')),
  },
  {
    name: 'tabs in a heading of a file',
    text: (length) => `# a${'\t'.repeat(length)}b`,
    read: (text) => all(importNote(text, 'a.md')),
  },
  {
    name: 'Markdown paragraphs',
    text: repeated('A *paragraph* with `code` and a [link](https://a.example/).\n\n'),
    read: markdownToHtml,
  },
  { name: 'Markdown callouts', text: repeated('> [!note] Title\n> text\n\n'), read: markdownToHtml },
  { name: 'Markdown brackets', text: repeated('[[a'), read: markdownToHtml },
  {
    name: 'CSV',
    text: (length) => `url,title,tags\n${'https://a.example/,"a ""title""",x\n'.repeat(length / 36)}`,
    read: (text) => all(tableEntries(text, null)),
  },
  {
    name: 'CSV, one open quote',
    text: (length) => `url,title\nhttps://a.example/,"${'a\n'.repeat(length / 2)}`,
    read: (text) => all(tableEntries(text, null)),
  },
  {
    name: 'bookmarks',
    text: repeated('<DT><A HREF="https://a.example/" ADD_DATE="1700000000">A page</A>\n'),
    read: (text) => all(importBookmarks(text)),
  },
  {
    name: 'a file of angle brackets',
    text: repeated('<a '),
    read: (text) =>
      textFormats.find((format) => format.recognises({ path: 'a.html', extension: 'html', text })),
  },
  {
    name: 'a list of addresses',
    text: repeated('- [a](https://a.example/(b) words\n'),
    read: (text) => all(importAddressList(text)),
  },
  {
    name: 'properties of a note',
    text: repeated('- Tags: a, b\n'),
    read: (text) => all(importNote(text, 'a.md')),
  },
  {
    name: 'notes of Evernote',
    text: repeated('<note><title>a</title><content><![CDATA['),
    read: (text) => all(importEnex(text, null)),
  },
  { name: 'marks of a vault', text: repeated('==a %% ^b '), read: markdownToHtml },
  { name: 'query terms', text: repeated('word '), read: (text) => parseQuery(text, 0) },
  { name: 'query quotes', text: repeated('"a OR tag:'), read: (text) => parseQuery(text, 0) },
  {
    name: 'addresses',
    text: repeated('https://a.example/page [x](https://b.example/(c)) '),
    read: addressesIn,
  },
  { name: 'open links', text: repeated('[x](https://b.example/'), read: addressesIn },
  {
    name: 'escapes in an address',
    text: (length) => `https://a.example/${'%3'.repeat(length / 2)}34`,
    read: urlKey,
  },
  { name: 'parameters', text: (length) => `https://a.example/?${'a=b&'.repeat(length / 4)}`, read: urlKey },
  { name: 'open tags of a feed', text: repeated('<style>a'), read: withoutTags },
];
