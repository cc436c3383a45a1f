import { type ArticleEdits, applyEdits, isSameEdit } from './article-edits.ts';
import { type ClipContent, contentOf, languagesOfCode } from './clip-from-article.ts';
import {
  asVersion,
  editableFields,
  htmlOf,
  isSaidAlike,
  isSameText,
  oldestFirst,
  originalOf,
  textTime,
  versionsOfBoth,
} from './clip-versions.ts';
import type { Clip, ClipBody, EditableField } from './clip.ts';
import { joinNotes } from './join-notes.ts';
import { placeOfBoth } from './reading-place.ts';
import { pageOfBoth } from './kept-page.ts';
import { mergedHighlights, withHighlights } from '../highlight/merge-highlights.ts';
import type { ClipVersion, WholeClip } from './whole-clip.ts';

export interface MergeRule {
  /** Whose text stands where both have one. What has a text stands before what has none, whatever is said here. */
  readonly text: 'newer' | 'ours';
  /** Epoch ms: when a text that does not stand was replaced. */
  readonly at: number;
}

export interface MergedClip {
  readonly whole: WholeClip;
  readonly kept: KeptOfMerge;
}

/** What had to be kept in another place than before: the user is told of it. */
export interface KeptOfMerge {
  /** A text that does not stand became a version. */
  readonly version: boolean;
  /** Both notes stand in the note now. */
  readonly note: boolean;
  /** Ours was in the trash. */
  readonly fromTrash: boolean;
}

/**
 * Two clips of one page become one, and nothing of either is lost: the text of one side stands and the other's becomes a
 * version; versions, tags and edits are of both; notes are joined; a star or a read mark of either stays, and so does
 * what either side changed by hand. The clip lives where one of both does. It keeps the id and key of `ours`.
 */
export function mergeClips(ours: WholeClip, theirs: WholeClip, { text, at }: MergeRule): MergedClip {
  const [stands, other] = standsFirst(ours, theirs, text) ? [ours, theirs] : [theirs, ours];
  const edits = editsOfBoth(stands, other);
  const body = edits.added ? applyEdits(edits.row.original, edits.row.edits) : (stands.body ?? other.body);
  const said = saidOfBoth(stands.clip, other.clip);
  const versions = versionsOfBoth(ours, theirs);
  const beside = besides(stands, other, said, at).filter(({ version, byHand }) =>
    versions.every(
      (each) => !isSameText(each, version) || (byHand && !isSaidAlike(each.content, version.content)),
    ),
  );
  const { source, sourceAt } = pageOfBoth(stands, other);
  const note = joinNotes(ours.clip.note, theirs.clip.note);
  const { sourceAt: _sourceAt, ...content } = contentOf(stands.clip);
  const { textAt, updatedAt } = stands.clip;
  const clip: Clip = {
    ...withGapsFilled(content, other.clip),
    ...said,
    ...(edits.added ? { codeLanguages: languagesOfCode(body?.blocks ?? []) } : {}),
    ...(sourceAt === undefined ? {} : { sourceAt }),
    ...(textAt === undefined ? {} : { textAt }),
    ...placeOfBoth(ours.clip, theirs.clip),
    id: ours.clip.id,
    urlKey: ours.clip.urlKey,
    updatedAt,
    tags: [...new Set([...ours.clip.tags, ...theirs.clip.tags])],
    note,
    savedAt: Math.min(ours.clip.savedAt, theirs.clip.savedAt),
    readAt: earlier(ours.clip.readAt, theirs.clip.readAt),
    starred: ours.clip.starred || theirs.clip.starred,
    trashedAt: livingOrLater(ours.clip.trashedAt, theirs.clip.trashedAt),
  };
  const all = oldestFirst([...versions, ...beside.map(({ version }) => version)]);
  const highlights = mergedHighlights(ours, theirs, { body, edits: edits.row, versions: all });
  return {
    whole: underId(
      ours.clip.id,
      withHighlights(
        {
          clip,
          body,
          versions: all,
          source,
          ...(edits.row === null ? {} : { edits: edits.row }),
        },
        highlights,
      ),
    ),
    kept: {
      version: beside.length > 0,
      note: note !== ours.clip.note && note !== theirs.clip.note,
      fromTrash: ours.clip.trashedAt !== null && clip.trashedAt === null,
    },
  };
}

/**
 * `ours` becomes what `theirs` is, and keeps what that replaces: its text, as it is shown, becomes a version where it is
 * another one; its versions stay; its note is joined to theirs.
 */
export function replaceClip(ours: WholeClip, theirs: WholeClip, at: number): MergedClip {
  const versions = versionsOfBoth(ours, theirs);
  const beside = replacedTexts(ours, theirs, at).filter((version) =>
    versions.every((each) => !isSameText(each, version) || !isSaidAlike(each.content, version.content)),
  );
  const { source, sourceAt } = pageOfBoth(theirs, ours);
  const note = joinNotes(theirs.clip.note, ours.clip.note);
  const { id, urlKey } = ours.clip;
  const clip = { ...theirs.clip, id, urlKey, note, ...(sourceAt === undefined ? {} : { sourceAt }) };
  const all = oldestFirst([...versions, ...beside]);
  const highlights = mergedHighlights(theirs, ours, { ...theirs, versions: all });
  return {
    whole: underId(id, withHighlights({ ...theirs, clip, source, versions: all }, highlights)),
    kept: {
      version: beside.length > 0,
      note: note !== ours.clip.note && note !== theirs.clip.note,
      fromTrash: ours.clip.trashedAt !== null && clip.trashedAt === null,
    },
  };
}

/** The text that is replaced, and as it was shown with the user's edits, where `theirs` has neither. */
function replacedTexts(ours: WholeClip, theirs: WholeClip, at: number): ClipVersion[] {
  const known = isSaidAlike(ours.clip, theirs.clip) ? [htmlOf(theirs), theirs.body?.html] : [];
  const bodies = [...new Set([originalOf(ours), ours.body])];
  const lost = bodies.filter((body) => body !== null && body.html !== '' && !known.includes(body.html));
  return lost.flatMap((body) => asVersion(ours, { by: 'backup', at }, body));
}

function standsFirst(ours: WholeClip, theirs: WholeClip, rule: MergeRule['text']): boolean {
  const [our, their] = [htmlOf(ours), htmlOf(theirs)];
  if ((our === '') !== (their === '')) return our !== '';
  if (rule === 'ours') return true;
  const [ourTime, theirTime] = [textTime(ours.clip), textTime(theirs.clip)];
  // Of one moment: a merge in either order has to choose the same.
  return ourTime === theirTime ? tieBreaker(ours) >= tieBreaker(theirs) : ourTime > theirTime;
}

/** Of what a merge takes over as it is: merged with either side again, the clip stands. */
function tieBreaker({ clip, ...whole }: WholeClip): string {
  const { url, words, codeBlocks, images, formulas, coverage } = clip;
  return JSON.stringify([htmlOf(whole), url, words, codeBlocks, images, formulas, coverage]);
}

type BothEdits =
  | { readonly row: ArticleEdits | null; readonly added: false }
  | { readonly row: ArticleEdits; readonly added: true };

/** The edits of both, over the text that stands. Of two languages for one block that side's counts. */
function editsOfBoth(stands: WholeClip, other: WholeClip): BothEdits {
  const own = stands.edits?.edits ?? [];
  const original = originalOf(stands);
  const added = (other.edits?.edits ?? []).filter((edit) => !own.some((each) => isSameEdit(each, edit)));
  if (added.length === 0 || original === null) return { row: stands.edits ?? null, added: false };
  return { row: { edits: [...own, ...added], original }, added: true };
}

type Said = Partial<Pick<Clip, EditableField | 'edited' | 'editedAt'>>;

/** Of each field that was changed by hand: the value of the side that did, the later one's where both did. */
function saidOfBoth(stands: Clip, other: Clip): Said {
  const edited = editableFields.filter((field) => isEdited(stands, field) || isEdited(other, field));
  if (edited.length === 0) return {};
  const later = (other.editedAt ?? 0) > (stands.editedAt ?? 0) ? other : stands;
  const values = edited.map((field) => {
    const both = isEdited(stands, field) && isEdited(other, field);
    const side = both ? later : isEdited(stands, field) ? stands : other;
    return [field, side[field]] as const;
  });
  const editedAt = Math.max(stands.editedAt ?? 0, other.editedAt ?? 0);
  return { ...Object.fromEntries(values), edited, ...(editedAt === 0 ? {} : { editedAt }) };
}

function isEdited({ edited = [] }: Clip, field: EditableField): boolean {
  return edited.includes(field);
}

/** What the merged clip does not show: the other text, and what was written by hand on a side that did not win. */
function besides(
  stands: WholeClip,
  other: WholeClip,
  said: Said,
  at: number,
): { readonly version: ClipVersion; readonly byHand: boolean }[] {
  return [other, stands].flatMap((side) => {
    const byHand = editableFields.some(
      (field) => isEdited(side.clip, field) && said[field] !== side.clip[field],
    );
    const otherText = side === other && htmlOf(other) !== '' && htmlOf(other) !== htmlOf(stands);
    if (!byHand && !otherText) return [];
    return asVersion(side, { by: 'backup', at }).map((version) => ({ version, byHand }));
  });
}

/** What is known of the page, where the text that stands does not say it. */
function withGapsFilled(content: ClipContent, other: Clip): ClipContent {
  const { author, publishedAt, language, siteName, excerpt, title, url } = content;
  return {
    ...content,
    title: title === url ? other.title : title,
    author: author ?? other.author,
    publishedAt: publishedAt ?? other.publishedAt,
    language: language ?? other.language,
    siteName: siteName ?? other.siteName,
    excerpt: excerpt === '' ? other.excerpt : excerpt,
  };
}

function underId(clipId: string, whole: WholeClip): WholeClip {
  const own = (body: ClipBody): ClipBody => (body.clipId === clipId ? body : { ...body, clipId });
  return {
    ...whole,
    body: whole.body === null ? null : own(whole.body),
    versions: whole.versions.map((version) => ({ ...version, body: own(version.body) })),
    ...(whole.edits === undefined ? {} : { edits: { ...whole.edits, original: own(whole.edits.original) } }),
    ...(whole.highlights === undefined
      ? {}
      : {
          highlights: whole.highlights.map((each) => (each.clipId === clipId ? each : { ...each, clipId })),
        }),
  };
}

function earlier(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

function livingOrLater(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.max(a, b);
}
