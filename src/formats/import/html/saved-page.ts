import { decodeEntities } from '../../text/html-entities.ts';
import { attributesOf } from '../../text/markup.ts';
import { readDate } from '../fields/dates.ts';
import { type ImportEntry, importedClip, type Pictures } from '../imported-clip.ts';

/** What a page that was saved as a file says of where it is from. */
export interface SavedFrom {
  readonly url: string;
  /** As it stands there; empty where it is not said. */
  readonly date: string;
}

/** The head of a saved page may begin with a large style sheet. */
const maxHead = 256 * 1_024;

/**
 * Where a saved page is from: what SingleFile, Chrome, Edge, monolith, HTTrack and others write in a comment, what Save
 * Page WE, Evernote and WebScrapBook write in attributes, else the page's own canonical address, else what a notebook wrote
 * above the text (`原文地址：…`). Null where it says none.
 */
export function savedFrom(html: string): SavedFrom | null {
  const head = html.slice(0, maxHead);
  return fromComment(head) ?? fromAttributes(head) ?? fromPage(head) ?? fromFirstWords(head);
}

function fromComment(head: string): SavedFrom | null {
  let comments = 0;
  for (let at = head.indexOf('<!--'); at !== -1 && comments < 20; at = head.indexOf('<!--', at + 4)) {
    comments += 1;
    const end = head.indexOf('-->', at);
    if (end === -1) return null;
    const comment = head.slice(at + 4, Math.min(end, at + 4_000));
    if (!/\b(?:saved|url|source|archived|mirrored|captured|clipped|downloaded)\b/i.test(comment)) continue;
    const url = /https?:\/\/[^\s"'<>]{1,8000}/i.exec(comment)?.[0] ?? mirrored(comment);
    if (url !== null) return { url: decodeEntities(url), date: dateIn(comment) };
  }
  return null;
}

/** HTTrack leaves the scheme out. */
function mirrored(comment: string): string | null {
  const place = /\bmirrored from ([\w.-]{1,250}\.[a-z]{2,20}\/\S{0,8000}) by\b/i.exec(comment)?.[1];
  return place === undefined ? null : `https://${place}`;
}

function dateIn(comment: string): string {
  const labelled =
    /\b(?:saved |archived |captured )?(?:date|time|on|at)\s?:?\s([^\n]{6,90})/i.exec(comment)?.[1] ?? '';
  const [text = ''] = labelled.split(/\s(?:using|by|with)\s/i, 1).map((part) => part.trim());
  return readDate(text) === null ? '' : text;
}

function fromAttributes(head: string): SavedFrom | null {
  const tags = [...head.matchAll(/<(?:html|meta)\s[^<>]*>/gi)]
    .slice(0, 500)
    .map(([tag]) => attributesOf(tag.slice(0, 20_000)));
  const named = (name: string) => tags.find((tag) => tag.get('name') === name)?.get('content') ?? '';
  const stated = (name: string) => tags.find((tag) => tag.has(name))?.get(name) ?? '';
  const url = named('savepage-url') || named('source-url') || stated('data-scrapbook-source');
  const date =
    named('savepage-date') ||
    (named('source-url') && named('created')) ||
    stated('data-scrapbook-create').slice(0, 14);
  return /^https?:/i.test(url) ? { url, date } : null;
}

function fromPage(head: string): SavedFrom | null {
  const tags = [...head.matchAll(/<(?:link|meta|base)\s[^<>]*>/gi)]
    .slice(0, 500)
    .map(([tag]) => attributesOf(tag.slice(0, 20_000)));
  const urls = [
    tags.find((tag) => tag.get('rel')?.toLowerCase() === 'canonical')?.get('href'),
    tags.find((tag) => (tag.get('property') ?? tag.get('name')) === 'og:url')?.get('content'),
    tags.find((tag) => tag.has('href') && !tag.has('rel'))?.get('href'),
  ];
  const url = urls.find((each) => /^https?:\/\//i.test(each ?? ''));
  return url === undefined ? null : { url, date: '' };
}

const label =
  /(?:原文(?:地址|链接|网址)?|来源(?:地址|链接|网址)?|网址|clipped from|saved from|source(?: url)?|original(?: url)?|url)\s{0,3}[:：]/i;

/** An address right behind words that name it, where the text begins. */
function fromFirstWords(head: string): SavedFrom | null {
  const start = head.search(/<body\b/i);
  const body = head.slice(Math.max(0, start)).slice(0, 8_000);
  const found = label.exec(body);
  if (found === null) return null;
  const after = body.slice(found.index + found[0].length).slice(0, 3_000);
  const [url] = /https?:\/\/[^\s"'<>]{1,2000}/i.exec(after) ?? [];
  const between = after
    .slice(0, url === undefined ? 0 : after.indexOf(url))
    .replaceAll(/<[^<>]{0,2000}>?/g, '');
  return url === undefined || between.trim() !== '' ? null : { url: decodeEntities(url), date: '' };
}

/** A page that was saved as a file; the extractor chooses the article from it. */
export function* importSavedPage(
  html: string,
  path: string,
  pictures: Pictures | null,
): Generator<ImportEntry> {
  const from = savedFrom(html);
  const date = readDate(from?.date);
  yield importedClip(
    {
      url: from?.url,
      savedAt: date === null || date === 'ambiguous' ? null : date.time,
      content: { kind: 'page', text: html, ...(pictures === null ? {} : { pictures }) },
    },
    { entry: path },
  );
}
