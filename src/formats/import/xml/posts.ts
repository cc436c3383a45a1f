import { readFields } from '../fields/read-fields.ts';
import type { ImportEntry } from '../imported-clip.ts';
import { attributesOf, elements } from './elements.ts';

/** Delicious' and Pinboard's XML: everything stands in attributes, `description` is the title and `extended` the note. */
export function* importPosts(text: string): Generator<ImportEntry> {
  let number = 0;
  for (const { attributes } of elements(text, 'post')) {
    number += 1;
    const said = attributesOf(attributes);
    const fields = new Map<string, unknown>([
      ['href', said.get('href')],
      ['title', said.get('description')],
      ['note', said.get('extended')],
      ['time', said.get('time')],
      ['tags', said.get('tag')],
    ]);
    yield readFields(fields, { tagStyle: 'words' }, { entry: String(number) }, null).entry;
  }
}
