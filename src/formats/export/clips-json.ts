import { canonicalJson } from '../backup/canonical-json.ts';
import { clipsFormat, clipsVersion } from '../import/json/clips-json.ts';
import type { ExportClip } from './clip-markdown.ts';

/** Clips as JSON (docs/formats.md), rows and bodies as they are stored; in chunks of text. */
export async function* clipsJson(
  clips: AsyncIterable<ExportClip> | Iterable<ExportClip>,
): AsyncGenerator<string> {
  yield `{"format":"${clipsFormat}","version":${clipsVersion},"clips":[`;
  let separator = '\n';
  for await (const { clip, body, tags } of clips) {
    yield `${separator}${canonicalJson({ clip, body, tags })}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}
