import * as v from 'valibot';
import { fieldKey } from '../fields/field-names.ts';
import { readHighlights } from '../fields/highlights.ts';
import { readFields, withHighlights } from '../fields/read-fields.ts';
import type { ImportedHighlight, ImportEntry } from '../imported-clip.ts';
import { htmlContent, parsed, parseJson, text, wrongShape } from '../json/json-entries.ts';
import { type ArchiveFiles, readText } from './archive-files.ts';

const omnivoreEntry = v.looseObject({ slug: text });

/**
 * Omnivore's export: `metadata_0_to_19.json` and so on, each a list of entries; `content/<slug>.html` and
 * `highlights/<slug>.md` beside them.
 */
export async function* importOmnivore(files: ArchiveFiles): AsyncGenerator<ImportEntry> {
  for (const path of files.paths.filter(isOmnivoreMetadata).toSorted(byNumber)) {
    const { text: json, problems } = await readText(files, path);
    yield* problems;
    if (json !== null) yield* importMetadata(json, path, files);
  }
}

export function isOmnivoreMetadata(path: string): boolean {
  return /(?:^|\/)metadata_\d+_to_\d+\.json$/.test(path);
}

const byNumber = new Intl.Collator('en', { numeric: true }).compare;

async function* importMetadata(json: string, path: string, files: ArchiveFiles): AsyncGenerator<ImportEntry> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  for (const [index, value] of parsed(v.array(v.unknown()), parseJson(json)).entries()) {
    const place = { entry: `${path} ${index + 1}` };
    const result = v.safeParse(omnivoreEntry, value);
    if (!result.success) {
      yield wrongShape(value, place);
      continue;
    }
    const { slug, ...entry } = result.output;
    const content = await optionalText(files, `${folder}content/${slug ?? ''}.html`);
    const highlights = await optionalText(files, `${folder}highlights/${slug ?? ''}.md`);
    yield* [...content.problems, ...highlights.problems];
    const fields = new Map(Object.entries(entry).map(([name, said]) => [fieldKey(name), said]));
    const read = readFields(fields, { fullProgress: 100 }, place, null, {
      content: withoutProxy(content.text),
    });
    yield withHighlights(read.entry, highlightsOf(highlights.text ?? ''));
  }
}

async function optionalText(files: ArchiveFiles, path: string) {
  return files.has(path) ? await readText(files, path) : { text: null, problems: [] };
}

/**
 * `> quote`, its labels, its note, and so on; the note on the page itself is followed by more empty lines than others, wherever
 * it stands.
 */
function highlightsOf(markdown: string): readonly ImportedHighlight[] {
  const parts = markdown.replaceAll('\r\n', '\n').split('\n\n\n\n');
  return parts.flatMap((part, index) => {
    const isEnded = index < parts.length - 1 || part.endsWith('\n\n');
    const paragraphs = part.trim().split('\n\n');
    const last = paragraphs.findLastIndex((paragraph) => paragraph.startsWith('>'));
    if (!isEnded || last === paragraphs.length - 1) return readHighlights(part);
    const own = last === -1 ? 0 : paragraphs.length - 1;
    const note = paragraphs.slice(own).join('\n\n');
    return [
      ...readHighlights(paragraphs.slice(0, own).join('\n\n')),
      { quote: '', note, color: null, createdAt: null },
    ];
  });
}

/** Its pictures went through a server that was shut in 2024; the address of each ends with the original one. */
function withoutProxy(html: string | null) {
  const proxied = /https:\/\/proxy-prod\.omnivore-image-cache\.app\/[\w,.-]{0,200}\/(?=https?:)/g;
  return htmlContent(html?.replaceAll(proxied, '') ?? null);
}
