import { picturesBeside } from './archive/pictures.ts';
import type { FileStart, TextFormat } from './format.ts';
import { importBookmarks } from './html/bookmarks.ts';
import { importClipHtml } from './html/clip-html.ts';
import { importNotionPage, isNotionPage } from './html/notion-page.ts';
import { importMhtml, isMhtml } from './html/mhtml.ts';
import { importSavedPage, savedFrom } from './html/saved-page.ts';
import { importAnnotations, isAnnotations } from './json/annotations.ts';
import { importClipsJson } from './json/clips-json.ts';
import { jsonDialect } from './json/json-dialects.ts';
import { holdsBareAddresses } from './json/bare-addresses.ts';
import { isJsonLines } from './json/json-entries.ts';
import { importJsonLines, importRecords } from './json/json-records.ts';
import { importKarakeep } from './json/karakeep.ts';
import { importLinkwarden } from './json/linkwarden.ts';
import { importStarredItems } from './json/starred-items.ts';
import { importAddressList, isAddressList } from './list/address-list.ts';
import { importShortcut, isShortcut } from './list/shortcut.ts';
import { importNote, namesItsPage } from './notes/note.ts';
import { importOrg, isOrg } from './notes/org.ts';
import { importBibtex, isBibtex } from './references/bibtex.ts';
import { importRis, isRis } from './references/ris.ts';
import { importZoteroRdf, isZoteroRdf } from './references/zotero-rdf.ts';
import { tableDialect } from './table/table-dialects.ts';
import { tableAt, tableEntries } from './table/tables.ts';
import { importEnex } from './xml/enex.ts';
import { importFeed, isFeed } from './xml/feed.ts';
import { importOpml } from './xml/opml.ts';
import { importPosts } from './xml/posts.ts';
import { importWallabagXml, isWallabagXml } from './xml/wallabag.ts';

const isJson = ({ text }: FileStart) => /^[{[]/.test(text);
const isMarkup = ({ text }: FileStart) => text.startsWith('<');
const isMarkdownName = ({ extension }: FileStart) => /^(?:md|markdown|mdx)$/.test(extension);
/** A title in brackets or a badge begins no JSON, and HTML may begin a note. */
const isNamedMarkdown = (start: FileStart) => isMarkdownName(start) && !isAddressList(start.text, true);

/**
 * Every format of a single text, in the order in which they are asked: what its name settles, what its content settles, and
 * last what many texts could be. Archives are looked into by importFile.
 */
export const textFormats: readonly TextFormat[] = [
  {
    name: 'Markdown',
    recognises: isNamedMarkdown,
    read: ({ text, path, files, order }) =>
      importNote(text, path, { pictures: picturesBeside(files, path), order }),
  },
  {
    name: 'Org',
    recognises: ({ extension, text }) => isOrg(extension, text),
    read: ({ text, path, order }) => importOrg(text, path, order),
  },
  {
    name: 'Shortcut',
    recognises: ({ text }) => isShortcut(text),
    read: ({ text, path }) => importShortcut(text, path),
  },
  {
    name: 'JSON Lines',
    recognises: (start) => isJson(start) && isJsonLines(start.text),
    read: ({ text, order }) => importJsonLines(text, order),
  },
  {
    name: 'Clipshelf JSON',
    recognises: (start) => isJson(start) && /^\{\s*"format"\s*:\s*"clipshelf-clips"/.test(start.text),
    read: ({ text }) => importClipsJson(text),
  },
  {
    name: 'Karakeep',
    recognises: (start) =>
      isJson(start) && /"bookmarks"\s*:\s*\[/.test(start.text) && /"content"\s*:/.test(start.text),
    read: ({ text }) => importKarakeep(text),
  },
  {
    name: 'Linkwarden',
    recognises: (start) =>
      isJson(start) &&
      /"collections"\s*:\s*\[/.test(start.text) &&
      /"links"\s*:/.test(start.text) &&
      /"(?:collectionId|ownerId|parentId|pinnedLinks)"\s*:/.test(start.text),
    read: ({ text }) => importLinkwarden(text),
  },
  {
    name: 'Starred items',
    recognises: (start) =>
      isJson(start) &&
      /"items"\s*:\s*\[/.test(start.text) &&
      /"(?:alternate|canonical)"\s*:\s*\[/.test(start.text),
    read: ({ text }) => importStarredItems(text),
  },
  {
    name: 'Annotations',
    nameOf: ({ text }) => (/"uri"\s*:/.test(text) ? 'Hypothesis' : 'Annotations'),
    recognises: (start) => isJson(start) && isAnnotations(start.text),
    read: ({ text }) => importAnnotations(text),
  },
  {
    name: 'JSON',
    nameOf: ({ text }) => jsonDialect(text).name,
    recognises: (start) =>
      isJson(start) &&
      (/"\s*:\s*"[a-z][a-z\d+.-]{1,20}:|"pageUrl"\s*:/i.test(start.text) || holdsBareAddresses(start.text)),
    read: ({ text, order }) => importRecords(text, order),
  },
  {
    name: 'Evernote',
    recognises: (start) => isMarkup(start) && start.text.includes('<en-export'),
    read: ({ text, order }) => importEnex(text, order),
  },
  {
    name: 'Pinboard',
    recognises: (start) => isMarkup(start) && /<posts\b/.test(start.text),
    read: ({ text }) => importPosts(text),
  },
  {
    name: 'wallabag',
    recognises: (start) => isMarkup(start) && isWallabagXml(start.text),
    read: ({ text, order }) => importWallabagXml(text, order),
  },
  {
    name: 'Zotero',
    recognises: (start) => isMarkup(start) && isZoteroRdf(start.text),
    read: ({ text, order }) => importZoteroRdf(text, order),
  },
  {
    name: 'Feed',
    recognises: (start) => isMarkup(start) && isFeed(start.text),
    read: ({ text }) => importFeed(text),
  },
  {
    name: 'OPML',
    recognises: (start) => isMarkup(start) && /<opml\b/.test(start.text),
    read: ({ text }) => importOpml(text),
  },
  {
    name: 'Clipshelf HTML',
    recognises: (start) => isMarkup(start) && start.text.includes('<meta name="clipshelf-clip"'),
    read: ({ text }) => importClipHtml(text),
  },
  {
    name: 'Notion',
    recognises: (start) => isMarkup(start) && isNotionPage(start.text),
    read: ({ text, path, files, order }) => importNotionPage(text, path, picturesBeside(files, path), order),
  },
  {
    name: 'Bookmarks',
    recognises: (start) => isMarkup(start) && isListOfLinks(start.text),
    read: ({ text }) => importBookmarks(text),
  },
  {
    name: 'Web page',
    recognises: (start) => isMarkup(start) && savedFrom(start.text) !== null,
    read: ({ text, path, files }) => importSavedPage(text, path, picturesBeside(files, path)),
  },
  {
    name: 'MHTML',
    recognises: (start) => isMhtml(start.text),
    read: ({ text, path }) => importMhtml(text, path),
  },
  {
    name: 'RIS',
    recognises: ({ text }) => isRis(text),
    read: ({ text, order }) => importRis(text, order),
  },
  {
    name: 'BibTeX',
    recognises: ({ text }) => isBibtex(text),
    read: ({ text, order }) => importBibtex(text, order),
  },
  {
    name: 'CSV',
    nameOf: ({ text }) => tableDialect(new Set(tableAt(text)?.columns)).name,
    recognises: ({ text, extension }) => {
      const table = text.startsWith('---') ? null : tableAt(text);
      if (table === null || !table.isHeadless || !isAddressList(text)) return table !== null;
      // A comma may be part of an address, but not in a table that says to be one.
      return /^[ct]sv$/.test(extension) && table.columns.length > 1;
    },
    read: ({ text, order }) => tableEntries(text, order),
  },
  {
    name: 'Addresses',
    recognises: ({ text }) => isAddressList(text),
    read: ({ text }) => importAddressList(text),
  },
  {
    name: 'Markdown',
    recognises: ({ text }) =>
      /^---[ \t]*\r?\n/.test(text) || (!isMarkup({ path: '', extension: '', text }) && namesItsPage(text)),
    read: ({ text, path, files, order }) =>
      importNote(text, path, { pictures: picturesBeside(files, path), order }),
  },
];

/** Bookmark files, Pocket's list, and pages that are nothing but a list of links and say no address of their own. */
function isListOfLinks(text: string): boolean {
  if (/<!DOCTYPE\s+NETSCAPE-Bookmark-file/i.test(text) || /<DT>\s*<(?:A|H3)\b/i.test(text)) return true;
  if (/<a\s[^<>]{0,2000}?\btime_added=/i.test(text)) return true;
  return savedFrom(text) === null && /<li>\s{0,40}<a\s[^<>]{0,4000}href="https?:/i.test(text);
}
