import * as v from 'valibot';
import { parseUrl } from '../parse-url.ts';

/** An address of the web, as a hostile page may state it. */
export const webAddressSchema = v.pipe(
  v.string(),
  v.check((url) => /^https?:$/.test(parseUrl(url)?.protocol ?? '')),
);
