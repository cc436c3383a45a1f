import { readMarkup } from '../../text/markup.ts';
import { readFields } from '../fields/read-fields.ts';
import { folderTag, type ImportEntry, problem } from '../imported-clip.ts';

/**
 * OPML: outlines with an address. A link has it as `url`, a feed its site as `htmlUrl`; a feed without a site is no page.
 * Outlines around them are folders.
 */
export function* importOpml(text: string): Generator<ImportEntry> {
  const folders: string[] = [];
  for (const { name, attributes, line, isEmpty } of readMarkup(text, new Set(['outline', '/outline']))) {
    const said = (key: string) => attributes.get(key) ?? '';
    if (name === '/outline') {
      folders.pop();
      continue;
    }
    const title = said('title') || said('text');
    const url = said('url') || said('htmlurl');
    if (url !== '') {
      const fields = new Map<string, unknown>([
        ['url', url],
        ['title', title],
        ['tags', [...folderTag(folders), ...said('category').split(',')]],
        ['description', said('description')],
        ['created', said('created')],
      ]);
      yield readFields(fields, {}, { line }, null).entry;
    } else if (attributes.has('xmlurl')) yield problem('no-url', title || said('xmlurl'), { line });
    if (!isEmpty) folders.push(url === '' && !attributes.has('xmlurl') ? title : '');
  }
}
