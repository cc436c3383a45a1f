import * as v from 'valibot';
import { withoutDirections } from './without-directions.ts';
import { parseUrl } from '../parse-url.ts';

/** One line of a page's text, of at most `length` UTF-16 units: longer ones are cut, since a page may say what it likes. */
export function lineSchema(length: number) {
  return v.pipe(
    v.string(),
    v.transform((text) => withoutDirections(text).replaceAll(/\s+/g, ' ').trim().slice(0, length)),
  );
}

/** An address of the web, as a hostile page may state it. */
export const webAddressSchema = v.pipe(
  v.string(),
  v.check((url) => /^https?:$/.test(parseUrl(url)?.protocol ?? '')),
);
