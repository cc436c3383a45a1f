import { plainText } from '../../text/markup.ts';
import { isGiven, textOf } from '../fields/read-values.ts';
import { list, property } from './json-entries.ts';

/** Deeper ones are not looked into. */
const deepest = 12;

/**
 * The annotations in what Memex wrote (a list, its dump by tables, its backup by changes), each as a page with one highlight,
 * or with a note where it is of no passage. Memex names pages without their scheme and `www.`; where the file has the
 * page too, its whole address is known.
 */
export function memexAnnotations(value: unknown): unknown {
  const addresses = new Map<string, string>();
  const annotations: object[] = [];
  const look = (item: unknown, depth: number): void => {
    if (typeof item !== 'object' || item === null || depth > deepest) return;
    const [page, whole] = [textOf(property(item, 'url')), textOf(property(item, 'fullUrl'))];
    if (page !== '' && whole !== '') addresses.set(page, whole);
    if (textOf(property(item, 'pageUrl')) === '')
      for (const child of Object.values(item)) look(child, depth + 1);
    else annotations.push(item);
  };
  look(value, 0);
  return annotations.map((annotation) => asPage(annotation, addresses));
}

function asPage(annotation: object, addresses: ReadonlyMap<string, string>): object {
  const page = textOf(property(annotation, 'pageUrl'));
  const comment = property(annotation, 'comment');
  const saved = property(annotation, 'createdWhen');
  const { exact, prefix, suffix } = selectorOf(annotation);
  const quote = exact === '' ? withoutMarkup(textOf(property(annotation, 'body'))) : exact;
  return {
    url: addresses.get(page) ?? (/^https?:/i.test(page) ? page : `https://${page}`),
    title: property(annotation, 'pageTitle'),
    created: saved,
    ...(isGiven(quote)
      ? {
          highlights: [
            {
              quote,
              note: comment,
              created: saved,
              tags: property(annotation, 'tags'),
              color: property(annotation, 'color'),
              prefix,
              suffix,
            },
          ],
        }
      : { note: comment }),
  };
}

/** As Hypothesis describes a passage. */
function selectorOf(annotation: object) {
  const descriptor = property(property(annotation, 'selector'), 'descriptor');
  const quoted = list(property(descriptor, 'content')).find(
    (selector) => property(selector, 'type') === 'TextQuoteSelector',
  );
  const part = (name: string) => textOf(property(quoted, name));
  return { exact: part('exact'), prefix: part('prefix'), suffix: part('suffix') };
}

/** Its later versions keep the passage as HTML. */
function withoutMarkup(text: string): string {
  return /^\s*<[a-z][^<>]*>/i.test(text.slice(0, 2_000)) && text.trimEnd().endsWith('>')
    ? plainText(text)
    : text;
}
