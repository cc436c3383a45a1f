import type { PageFeed } from '../../core/clip/index-page.ts';
import { absoluteUrl, baseOf } from '../metadata/page-address.ts';
import { oneLine } from '../metadata/text-of.ts';

const feedLinks = ['rss', 'feed', 'atom', 'index.xml', 'index.rdf']
  .map((word) => `a[href*="${word}" i]`)
  .join(', ');

/** Feeds that the head names, then those that the page links. */
export function findFeeds(document: Document, url: string): readonly PageFeed[] {
  const base = baseOf(document, url);
  const feeds = new Map<string, PageFeed>();
  for (const link of document.querySelectorAll('link[rel~="alternate" i][href], ' + feedLinks)) {
    const target = absoluteUrl(link.getAttribute('href'), base);
    if (target === null || feeds.has(target)) continue;
    const type = link.tagName === 'A' ? typeOfAddress(target) : typeOf(link.getAttribute('type') ?? '');
    if (type === null) continue;
    const title = oneLine(link.tagName === 'A' ? '' : (link.getAttribute('title') ?? ''));
    feeds.set(target, { url: target, type, title: title === '' ? null : title });
  }
  return [...feeds.values()];
}

function typeOf(type: string): PageFeed['type'] | null {
  if (/\brss\+xml/i.test(type)) return 'rss';
  if (/\batom\+xml/i.test(type)) return 'atom';
  return /\bfeed\+json/i.test(type) ? 'json' : null;
}

function typeOfAddress(url: string): PageFeed['type'] | null {
  const path = new URL(url).pathname;
  if (/\/(?:feed|feeds\/\w+)\.json$/i.test(path)) return 'json';
  if (/\/atom(?:\.xml)?\/?$/i.test(path)) return 'atom';
  return /\/(?:rss|feed|rss2|index\.rdf)(?:\.xml)?\/?$|\/index\.xml$/i.test(path) ? 'rss' : null;
}
