import { type Feed, type FeedEntry, excerptOf, feedDate, isFullText } from './feed.ts';

const contentModule = 'http://purl.org/rss/1.0/modules/content/';

/** The feed that an XML document is: RSS 0.9 to 2.0, RSS 1.0 (RDF), Atom 1.0 (RFC 4287). Null where it is none. */
export function readXmlFeed(document: Document, url: string): Feed | null {
  const root = document.documentElement;
  if (root === null) return null;
  const base = resolver(url);
  if (root.localName === 'feed') return readAtom(root, base);
  const channel = child(root, 'channel');
  if (!/^(?:rss|RDF)$/.test(root.localName) || channel === null) return null;
  // RSS 1.0 has its items beside the channel, the others in it.
  const items = [...children(channel, 'item'), ...children(root, 'item')];
  return {
    title: textOf(child(channel, 'title')) ?? '',
    entries: items.flatMap((item) => readRssItem(item, base)),
    next: nextOf(channel, base),
  };
}

type Resolve = (href: string | null) => string | null;

function readRssItem(item: Element, base: Resolve): FeedEntry[] {
  const guid = child(item, 'guid');
  const permalink = guid?.getAttribute('isPermaLink') === 'false' ? null : textOf(guid);
  const url = base(textOf(child(item, 'link')) ?? item.getAttribute('rdf:about') ?? permalink);
  if (url === null) return [];
  const content = item.getElementsByTagNameNS(contentModule, 'encoded')[0] ?? null;
  const description = textOf(child(item, 'description'));
  const html = textOf(content) ?? description;
  return [
    {
      url,
      title: textOf(child(item, 'title')) ?? url,
      date: feedDate(textOf(child(item, 'pubDate')) ?? textOf(child(item, 'date'))),
      excerpt: excerptOf(description ?? html),
      html: html !== null && isFullText(html) ? html : null,
    },
  ];
}

function readAtom(feed: Element, base: Resolve): Feed {
  return {
    title: textOf(child(feed, 'title')) ?? '',
    entries: children(feed, 'entry').flatMap((entry) => readAtomEntry(entry, base)),
    next: nextOf(feed, base),
  };
}

function readAtomEntry(entry: Element, base: Resolve): FeedEntry[] {
  const links = children(entry, 'link');
  const link = links.find((each) => (each.getAttribute('rel') ?? 'alternate') === 'alternate');
  const url = base(link?.getAttribute('href') ?? textOf(child(entry, 'id')));
  if (url === null) return [];
  const html = htmlOf(child(entry, 'content'));
  const summary = htmlOf(child(entry, 'summary'));
  return [
    {
      url,
      title: excerptOf(textOf(child(entry, 'title'))) ?? url,
      date: feedDate(textOf(child(entry, 'published')) ?? textOf(child(entry, 'updated'))),
      excerpt: excerptOf(summary ?? html),
      html: html !== null && isFullText(html) ? html : null,
    },
  ];
}

/** Atom's text constructs: escaped text or HTML, or XHTML as elements. */
function htmlOf(element: Element | null): string | null {
  if (element === null) return null;
  if (element.getAttribute('type') !== 'xhtml') return textOf(element);
  return [...element.childNodes].map((node) => new XMLSerializer().serializeToString(node)).join('');
}

function nextOf(channel: Element, base: Resolve): string | null {
  const link = children(channel, 'link').find((each) => each.getAttribute('rel') === 'next');
  return base(link?.getAttribute('href') ?? null);
}

function child(parent: Element, name: string): Element | null {
  return children(parent, name)[0] ?? null;
}

function children(parent: Element, name: string): Element[] {
  return [...parent.children].filter((each) => each.localName === name);
}

function textOf(element: Element | null): string | null {
  const text = element?.textContent.trim() ?? '';
  return text === '' ? null : text;
}

function resolver(url: string): Resolve {
  return (href) => {
    if (href === null || !URL.canParse(href, url)) return null;
    const address = new URL(href, url);
    return /^https?:$/.test(address.protocol) ? address.href : null;
  };
}
