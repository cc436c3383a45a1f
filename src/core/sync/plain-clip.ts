import type { EditableField } from '../clip/clip.ts';
import { editableFields } from '../clip/clip-versions.ts';
import { type SharedClip, heldKeys, livingFields } from './shared-clip.ts';
import { noteText } from './shared-note.ts';
import type { PlainClip } from './stamp-clip.ts';

/** A shared clip without its stamps, as a device stores it. stampClip with the same base gives the shared one again. */
export function plainClip(shared: SharedClip): PlainClip {
  const { id, urlKey, savedAt, said, readAt, starred, tags, text } = shared;
  const edited = editableFields.filter((field: EditableField) => said[field].value.byHand);
  return {
    clip: {
      id,
      urlKey,
      savedAt,
      title: said.title.value.text ?? '',
      author: said.author.value.text,
      publishedAt: said.publishedAt.value.text,
      ...(edited.length === 0 ? {} : { edited }),
      readAt: readAt.value,
      starred: starred.value,
      tags: heldKeys(tags),
      note: noteText(shared.note),
    },
    text: text.value,
    versions: new Map(
      [...shared.versions].flatMap(([hash, { value }]) =>
        value === null || hash === text.value.hash ? [] : [[hash, value] as const],
      ),
    ),
    edits: [...shared.edits.values()].flatMap(({ value }) => (value === null ? [] : [value])),
    highlights: new Map(
      [...shared.highlights].flatMap(([key, highlight]) => {
        const fields = livingFields(highlight);
        return fields === null ? [] : [[key, Object.fromEntries(fields)] as const];
      }),
    ),
    images: shared.images,
  };
}
