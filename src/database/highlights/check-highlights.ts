import type { Clip, ClipBody } from '../../core/clip/clip.ts';
import type { Highlight } from '../../core/highlight/highlight.ts';
import { placeHighlights } from '../../core/highlight/place-highlights.ts';
import type { EditsRow, VersionRow } from '../database.ts';

/** What there is of the clips that have highlights. */
interface MarkedClips {
  readonly clips: readonly Clip[];
  readonly highlights: readonly Highlight[];
  readonly bodies: readonly (ClipBody | undefined)[];
  readonly edits: readonly (EditsRow | undefined)[];
  readonly versions: readonly VersionRow[];
  /** Keys of all tags. */
  readonly tags: ReadonlySet<string>;
}

/**
 * What does not fit about highlights: counted wrongly, with an unknown tag, or not where the clip's text has them. One line
 * each.
 */
export function highlightProblems(marked: MarkedClips): readonly string[] {
  const byClip = new Map<string, Highlight[]>();
  for (const highlight of marked.highlights)
    byClip.set(highlight.clipId, [...(byClip.get(highlight.clipId) ?? []), highlight]);
  return [
    ...marked.clips.flatMap(({ id, highlights: counted = 0 }) => {
      const { length } = byClip.get(id) ?? [];
      return counted === length ? [] : [`clip ${id} counts ${counted} highlights of ${length}`];
    }),
    ...marked.bodies.flatMap((body) =>
      body === undefined ? [] : misplaced(body, byClip.get(body.clipId) ?? [], marked),
    ),
    ...marked.highlights.flatMap(({ id, tags }) =>
      tags.filter((key) => !marked.tags.has(key)).map((key) => `highlight ${id} has the unknown tag ${key}`),
    ),
  ];
}

function misplaced(
  shown: ClipBody,
  own: readonly Highlight[],
  { edits, versions }: Pick<MarkedClips, 'edits' | 'versions'>,
): string[] {
  const { clipId } = shown;
  const original = edits.find((row) => row?.clipId === clipId)?.original ?? shown;
  const earlier = versions.filter((version) => version.clipId === clipId).map(({ body }) => body);
  const placed = placeHighlights(own, { shown, original, versions: earlier, before: original });
  return own
    .filter((highlight, index) => placed[index] !== highlight)
    .map(({ id }) => `highlight ${id} is not where the text of clip ${clipId} has it`);
}
