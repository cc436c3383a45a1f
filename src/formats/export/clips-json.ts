import { canonicalJson } from '../backup/canonical-json.ts';
import { clipsFormat, clipsVersion } from '../import/json/clips-json.ts';
import type { ExportClip } from './clip-markdown.ts';
import { inTextOrder, writtenHighlight } from './written-highlight.ts';

/** Clips as JSON (docs/formats.md), rows and bodies as they are stored; in chunks of text. */
export async function* clipsJson(
  clips: AsyncIterable<ExportClip> | Iterable<ExportClip>,
): AsyncGenerator<string> {
  yield `{"format":"${clipsFormat}","version":${clipsVersion},"clips":[`;
  let separator = '\n';
  for await (const { clip, body, tags, highlights = [] } of clips) {
    const written = highlights.map((highlight) => writtenHighlight(highlight, body?.blocks ?? []));
    const said = { clip, body, tags, ...(written.length === 0 ? {} : { highlights: inTextOrder(written) }) };
    yield `${separator}${canonicalJson(said)}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}
