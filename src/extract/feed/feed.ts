import { withoutTags } from './without-tags.ts';

/** A feed of any format, as plain data. */
export interface Feed {
  readonly title: string;
  readonly entries: readonly FeedEntry[];
  /** The page of a paged feed that goes on (RFC 5005, JSON Feed's `next_url`). */
  readonly next: string | null;
}

export interface FeedEntry {
  readonly url: string;
  readonly title: string;
  /** ISO 8601. */
  readonly date: string | null;
  /** Text. */
  readonly excerpt: string | null;
  /** The entry's text in full, as HTML of unknown intent; null where the feed has a summary alone. */
  readonly html: string | null;
}

/** What a feed says of time (RFC 822 in RSS, RFC 3339 elsewhere) as ISO 8601, null where it cannot be read. */
export function feedDate(text: string | null): string | null {
  const written = text?.trim() ?? '';
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.test(written)) return written;
  const time = Date.parse(written);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

const longest = 300;

/** HTML or text as a line to show: without tags, cut at 300 characters. */
export function excerptOf(html: string | null): string | null {
  const text = withoutTags(html ?? '')
    .replaceAll(/&(?:nbsp|#160);/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll(/&(?:quot|#34);/g, '"')
    .replaceAll(/&(?:#39|apos);/g, "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (text === '') return null;
  return text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text;
}

/** Whether HTML is a text of its own rather than a summary: by length, since feeds do not say. */
export function isFullText(html: string): boolean {
  const text = withoutTags(html).trim();
  return text.length >= 600 || /<pre\b|<h[2-4]\b/i.test(html);
}
