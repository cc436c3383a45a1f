import type { Clip, ClipBody, EditableField } from './clip.ts';
import { contentOf } from './clip-from-article.ts';
import type { ClipVersion, Replacement, WholeClip } from './whole-clip.ts';

export const editableFields: readonly EditableField[] = ['title', 'author', 'publishedAt'];

/** The text as it was extracted, without the user's edits; null of a link that has no body. */
export function originalOf({ body, edits }: Pick<WholeClip, 'body' | 'edits'>): ClipBody | null {
  return edits?.original ?? body;
}

export function htmlOf(whole: Pick<WholeClip, 'body' | 'edits'>): string {
  return originalOf(whole)?.html ?? '';
}

/** When the text became this clip's (epoch ms): the page was read, or the user went back to it. */
export function textTime({ updatedAt, textAt }: Pick<Clip, 'updatedAt' | 'textAt'>): number {
  return Math.max(updatedAt, textAt ?? updatedAt);
}

/** A clip's text as a version; `body` where it is another than the one that was extracted. */
export function asVersion(whole: WholeClip, replaced: Replacement, body = originalOf(whole)): ClipVersion[] {
  const { clip } = whole;
  return body === null ? [] : [{ content: contentOf(clip), body, takenAt: clip.updatedAt, replaced }];
}

type Take = Pick<ClipVersion, 'takenAt'> & {
  readonly content: Pick<Clip, EditableField>;
  readonly body: Pick<ClipBody, 'html'>;
};

/** Whether both are one reading of the page. */
export function isSameTake(a: Take, b: Take): boolean {
  return a.takenAt === b.takenAt && isSameText(a, b) && isSaidAlike(a.content, b.content);
}

export function isSameText(a: Pick<Take, 'body'>, b: Pick<Take, 'body'>): boolean {
  return a.body.html === b.body.html;
}

/** Whether what may be written by hand is the same. */
export function isSaidAlike(a: Pick<Clip, EditableField>, b: Pick<Clip, EditableField>): boolean {
  return editableFields.every((field) => a[field] === b[field]);
}

/** The versions of both sides, each once. */
export function versionsOfBoth(a: WholeClip, b: WholeClip): ClipVersion[] {
  const versions: ClipVersion[] = [];
  for (const version of [...a.versions, ...b.versions]) {
    if (!versions.some((each) => isSameTake(each, version))) versions.push(version);
  }
  return versions;
}

export function oldestFirst(versions: readonly ClipVersion[]): ClipVersion[] {
  return versions.toSorted((a, b) => a.takenAt - b.takenAt);
}
