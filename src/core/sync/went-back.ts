import { noteStamp } from './shared-note.ts';
import type { SharedClip } from './shared-clip.ts';
import type { Stamp, StampedMap } from './stamp.ts';

/**
 * Whether a clip has values from before the state that was known of it, so that it does not come from that state. In a Git
 * repository that cannot be; in a folder which two devices wrote at once, one of the two files stands. Then the known state is no
 * base: by stamps alone nothing of either is lost.
 */
export function wentBack(now: SharedClip, known: SharedClip): boolean {
  const { said, text } = known;
  const maps: readonly (readonly [StampedMap<unknown>, StampedMap<unknown>])[] = [
    [now.tags, known.tags],
    [now.edits, known.edits],
    ...[...known.highlights].map(
      ([id, { fields }]) => [now.highlights.get(id)?.fields ?? none, fields] as const,
    ),
  ];
  return (
    isEarlier(now.readAt, known.readAt) ||
    isEarlier(now.starred, known.starred) ||
    isEarlier(noteStamp(now.note), noteStamp(known.note)) ||
    // A text with content stands before a later one without, and what a hand wrote before what a page says.
    (now.text.value.isEmpty === text.value.isEmpty && isEarlier(now.text, text)) ||
    (['title', 'author', 'publishedAt'] as const).some(
      (field) =>
        now.said[field].value.byHand === said[field].value.byHand && isEarlier(now.said[field], said[field]),
    ) ||
    [...known.highlights].some(([id, { living }]) => isEarlier(now.highlights.get(id)?.living, living)) ||
    maps.some(([its, before]) => [...before].some(([key, value]) => isEarlier(its.get(key), value)))
  );
}

const none: StampedMap<unknown> = new Map();

function isEarlier(now: Stamp | undefined, known: Stamp): boolean {
  return now === undefined || now.at < known.at;
}
