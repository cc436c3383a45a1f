import * as v from 'valibot';
import { Failure } from '../../../core/failure.ts';
import { clipRecord } from '../../backup/backup-clip.ts';
import { type ImportEntry, importedClip } from '../imported-clip.ts';
import { writtenHighlights } from '../written-highlights.ts';
import { eachOf, parseJson, parsed } from './json-entries.ts';

export const clipsFormat = 'clipshelf-clips';
/** Rises when an older Clipshelf could not read the file without losing something. */
export const clipsVersion = 1;

const whole = v.object({ format: v.literal(clipsFormat), version: v.number(), clips: v.array(v.unknown()) });
const entry = v.object({
  clip: clipRecord.entries.clip,
  body: clipRecord.entries.body,
  tags: v.array(v.string()),
  highlights: v.optional(writtenHighlights, []),
});

/** Our own JSON export. Throws `import/newer-version`. */
export function* importClipsJson(json: string): Generator<ImportEntry> {
  const { version, clips } = parsed(whole, parseJson(json));
  if (version > clipsVersion) throw new Failure('import/newer-version', `clips version ${version}`);
  yield* eachOf(clips, entry, ({ clip: { highlights: _counted, ...clip }, body, tags, highlights }, place) =>
    importedClip(
      {
        ...clip,
        tags,
        highlights,
        read: clip.readAt !== null,
        content: body === null || body.html === '' ? null : { kind: 'article', text: body.html },
        description: body?.description ?? null,
      },
      place,
    ),
  );
}
