import * as v from 'valibot';
import { type ArchiveFiles, readText } from './archive-files.ts';
import { type ImportEntry, importedClip, problem } from './imported-clip.ts';
import { importedDate, importedTime } from './imported-dates.ts';
import {
  type EntryPlace,
  htmlContent,
  names,
  parsed,
  parseJson,
  text,
  time,
  wrongShape,
} from './json-entries.ts';

const omnivoreEntry = v.object({
  slug: text,
  title: text,
  description: text,
  author: text,
  url: text,
  state: text,
  labels: names,
  savedAt: time,
  publishedAt: time,
});

/**
 * Omnivore's export: `metadata_0_to_19.json` and so on, each a list of entries; `content/<slug>.html` and
 * `highlights/<slug>.md` beside them.
 */
export async function* importOmnivore(files: ArchiveFiles): AsyncGenerator<ImportEntry> {
  for (const path of files.paths.filter(isOmnivoreMetadata).toSorted(byNumber)) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const { text: json, problems } = await readText(files, path);
    yield* problems;
    if (json !== null)
      yield* importMetadata(json, path, files, (name) => (files.has(folder + name) ? folder + name : null));
  }
}

export function isOmnivoreMetadata(path: string): boolean {
  return /(?:^|\/)metadata_\d+_to_\d+\.json$/.test(path);
}

const byNumber = new Intl.Collator('en', { numeric: true }).compare;

async function* importMetadata(
  json: string,
  path: string,
  files: ArchiveFiles,
  find: (name: string) => string | null,
): AsyncGenerator<ImportEntry> {
  for (const [index, value] of parsed(v.array(v.unknown()), parseJson(json)).entries()) {
    const place = { entry: `${path} ${index + 1}` };
    const result = v.safeParse(omnivoreEntry, value);
    if (!result.success) {
      yield wrongShape(value, place);
      continue;
    }
    const entry = result.output;
    if (entry.state?.toLowerCase() === 'deleted') {
      yield problem('in-trash', entry.title ?? entry.url ?? '', place);
      continue;
    }
    const content = await optionalText(files, find(`content/${entry.slug ?? ''}.html`));
    const highlights = await optionalText(files, find(`highlights/${entry.slug ?? ''}.md`));
    yield* [...content.problems, ...highlights.problems];
    yield clipOf(entry, content.text, highlights.text, place);
  }
}

async function optionalText(files: ArchiveFiles, path: string | null) {
  return path === null ? { text: null, problems: [] } : await readText(files, path);
}

function clipOf(
  entry: v.InferOutput<typeof omnivoreEntry>,
  html: string | null,
  highlights: string | null,
  place: EntryPlace,
): ImportEntry {
  return importedClip(
    {
      url: entry.url,
      title: entry.title ?? '',
      content: htmlContent(html),
      tags: entry.labels ?? [],
      note: highlights ?? '',
      savedAt: importedTime(entry.savedAt),
      read: entry.state?.toLowerCase() === 'archived',
      publishedAt: importedDate(entry.publishedAt),
      author: entry.author,
      description: entry.description,
    },
    place,
  );
}
