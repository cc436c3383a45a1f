import * as v from 'valibot';
import { type Feed, excerptOf, feedDate, isFullText } from './feed.ts';

const text = v.optional(v.nullable(v.fallback(v.string(), '')), null);

const schema = v.object({
  version: v.pipe(v.string(), v.startsWith('https://jsonfeed.org/version/')),
  title: text,
  next_url: text,
  items: v.array(
    v.object({
      url: text,
      id: v.optional(v.unknown()),
      title: text,
      summary: text,
      content_html: text,
      content_text: text,
      date_published: text,
    }),
  ),
});

/** The feed that a JSON value is (https://www.jsonfeed.org/version/1.1), null where it is none. */
export function readJsonFeed(value: unknown, url: string): Feed | null {
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) return null;
  const { title, next_url: next, items } = parsed.output;
  return {
    title: title ?? '',
    next: resolve(next, url),
    entries: items.flatMap((item) => {
      const address = resolve(item.url ?? (typeof item.id === 'string' ? item.id : null), url);
      if (address === null) return [];
      const { content_html: html, content_text: plain } = item;
      return [
        {
          url: address,
          title: item.title ?? excerptOf(item.summary ?? plain) ?? address,
          date: feedDate(item.date_published),
          excerpt: excerptOf(item.summary ?? html ?? plain),
          html: html !== null && isFullText(html) ? html : null,
        },
      ];
    }),
  };
}

function resolve(href: string | null, base: string): string | null {
  if (href === null || href === '' || !URL.canParse(href, base)) return null;
  const address = new URL(href, base);
  return /^https?:$/.test(address.protocol) ? address.href : null;
}
