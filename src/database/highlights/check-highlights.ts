import { groupBy } from '../../core/group-by.ts';
import type { Clip, ClipBody } from '../../core/clip/clip.ts';
import type { Highlight } from '../../core/highlight/highlight.ts';
import { withHighlightSums } from '../../core/highlight/highlight-sums.ts';
import { placeHighlights } from '../../core/highlight/place-highlights.ts';
import type { EditsRow, VersionRow } from '../database.ts';

/** What there is of the clips that have highlights. */
interface MarkedClips {
  readonly clips: readonly Clip[];
  readonly highlights: readonly Highlight[];
  readonly bodies: readonly (ClipBody | undefined)[];
  readonly edits: readonly (EditsRow | undefined)[];
  readonly versions: readonly VersionRow[];
}

/** What does not fit about highlights: summed up wrongly, or not where the clip's text has them. One line each. */
export function highlightProblems(marked: MarkedClips): readonly string[] {
  const byClip = groupBy(marked.highlights, ({ clipId }) => clipId);
  return [
    ...marked.clips.flatMap((clip) => {
      const own = byClip.get(clip.id) ?? [];
      return said(clip) === said(withHighlightSums(clip, own))
        ? []
        : [`clip ${clip.id} is wrong about its ${own.length} highlights`];
    }),
    ...marked.bodies.flatMap((body) =>
      body === undefined ? [] : misplaced(body, byClip.get(body.clipId) ?? [], marked),
    ),
  ];
}

function said({ highlights, highlightColors, highlightNotes, highlightStates }: Clip): string {
  return JSON.stringify([highlights, highlightColors, highlightNotes, highlightStates]);
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
