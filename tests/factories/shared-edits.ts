import fc from 'fast-check';
import type { ClipId } from '../../src/core/clip/clip.ts';
import type { PlainClip } from '../../src/core/sync/stamp-clip.ts';

/** What a user may do on one device. */
export type SharedEdit =
  | { readonly kind: 'clip'; readonly page: string; readonly text: string }
  | { readonly kind: 'title' | 'line' | 'unline' | 'again'; readonly page: string; readonly text: string }
  | { readonly kind: 'tag' | 'untag'; readonly page: string; readonly text: string }
  | { readonly kind: 'star' | 'read' | 'delete' | 'relabel' | 'unlabel'; readonly page: string }
  | { readonly kind: 'mark' | 'remark' | 'unmark'; readonly page: string; readonly text: string };

const page = fc.constantFrom('p', 'q', 'r');
const text = fc.constantFrom('a', 'b', 'c', 'd');

/** Few pages and few words, so that devices meet on the same ones. */
export const anyEdit: fc.Arbitrary<SharedEdit> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('clip', 'clip', 'title', 'line', 'line', 'unline', 'again'),
    page,
    text,
  }),
  fc.record({ kind: fc.constantFrom('tag', 'untag', 'mark', 'remark', 'unmark'), page, text }),
  fc.record({ kind: fc.constantFrom('star', 'read', 'delete', 'relabel', 'unlabel'), page }),
);

const relabel = {
  kind: 'language',
  block: { kind: 'code', text: 'x', nth: 0 },
  language: 'go',
} as const;

/** The clips after an edit at `now` (epoch ms) on `device`; an edit of a page that is not there does nothing. */
export function applySharedEdit(
  clips: Map<ClipId, PlainClip>,
  edit: SharedEdit,
  device: string,
  now: number,
): void {
  const there = [...clips.values()].find(({ clip }) => clip.urlKey === edit.page);
  if (edit.kind === 'clip') {
    const made = there ?? emptyClip(`${edit.page}-${device}-${now}`, edit.page, now);
    const hash = `${edit.text}-${device}-${now}`;
    const versions = there === undefined ? new Map() : withVersion(there.versions, there.text.hash, now);
    clips.set(made.clip.id, {
      ...made,
      text: { hash, isEmpty: false, chosenAt: null, said: saidIn(made) },
      versions,
    });
  } else if (there !== undefined) {
    if (edit.kind === 'delete') clips.delete(there.clip.id);
    else clips.set(there.clip.id, edited(there, edit, device, now));
  }
}

function saidIn({ clip: { title, author, publishedAt } }: PlainClip) {
  return { title, author, publishedAt };
}

function withVersion(versions: PlainClip['versions'], hash: string, at: number): PlainClip['versions'] {
  const said = { title: 'page title', author: null, publishedAt: null };
  return new Map([...versions, [hash, { said, replaced: { by: 'clip', at } }]]);
}

function edited(plain: PlainClip, edit: SharedEdit, device: string, now: number): PlainClip {
  const { clip } = plain;
  const row = (changes: Partial<PlainClip['clip']>): PlainClip => ({
    ...plain,
    clip: { ...clip, ...changes },
  });
  const lines = clip.note === '' ? [] : clip.note.split('\n');
  switch (edit.kind) {
    case 'title':
      return row({ title: edit.text, edited: ['title'] });
    case 'line': {
      const at = edit.text.charCodeAt(0) % (lines.length + 1);
      return row({ note: lines.toSpliced(at, 0, `${edit.text} ${device} ${now}`).join('\n') });
    }
    case 'unline':
      return row({ note: lines.filter((line) => !line.startsWith(edit.text)).join('\n') });
    case 'again': {
      const [older] = plain.versions.keys();
      if (older === undefined) return plain;
      const versions = new Map(withVersion(plain.versions, plain.text.hash, now));
      versions.delete(older);
      return {
        ...plain,
        text: { hash: older, isEmpty: false, chosenAt: now, said: saidIn(plain) },
        versions,
      };
    }
    case 'tag':
      return row({ tags: [...new Set([...clip.tags, edit.text])] });
    case 'untag':
      return row({ tags: clip.tags.filter((tag) => tag !== edit.text) });
    case 'star':
      return row({ starred: !clip.starred });
    case 'read':
      return row({ readAt: clip.readAt === null ? now : null });
    case 'relabel':
      return { ...plain, edits: [relabel] };
    case 'unlabel':
      return { ...plain, edits: [] };
    case 'mark':
    case 'remark': {
      const id = `${edit.text}-mark`;
      const before = plain.highlights.get(id);
      if (edit.kind === 'remark' && before === undefined) return plain;
      const fields = { quote: edit.text, note: edit.kind === 'mark' ? '' : `${device} ${now}` };
      return { ...plain, highlights: new Map([...plain.highlights, [id, fields]]) };
    }
    case 'unmark':
      return {
        ...plain,
        highlights: new Map([...plain.highlights].filter(([id]) => !id.startsWith(edit.text))),
      };
    case 'clip':
    case 'delete':
      return plain;
  }
}

function emptyClip(id: ClipId, urlKey: string, now: number): PlainClip {
  return {
    clip: {
      id,
      urlKey,
      savedAt: now,
      title: urlKey,
      author: null,
      publishedAt: null,
      readAt: null,
      starred: false,
      tags: [],
      note: '',
    },
    text: {
      hash: '',
      isEmpty: true,
      chosenAt: null,
      said: { title: urlKey, author: null, publishedAt: null },
    },
    versions: new Map(),
    edits: [],
    highlights: new Map(),
    images: new Map(),
  };
}
