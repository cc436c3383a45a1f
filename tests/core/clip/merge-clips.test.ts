import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPageOf } from '../../../src/core/clip/kept-page.ts';
import { htmlOf } from '../../../src/core/clip/clip-versions.ts';
import { type MergedClip, mergeClips, replaceClip } from '../../../src/core/clip/merge-clips.ts';
import type { WholeClip } from '../../../src/core/clip/whole-clip.ts';
import { anyClip } from '../../factories/whole-clip.ts';

const rule = { text: 'newer', at: 99 } as const;
const both = [anyClip('ours'), anyClip('theirs')] as const;

/** Every text that can be read or gone back to. */
function textsOf({ versions, ...whole }: WholeClip): string[] {
  const all = [htmlOf(whole), ...versions.map(({ body }) => body.html)];
  return [...new Set(all)].filter((html) => html !== '').toSorted();
}

function titlesByHand({ clip, versions }: WholeClip): string[] {
  const own = clip.edited?.includes('title') === true ? [clip.title] : [];
  return [...own, ...versions.map(({ content }) => content.title)].filter((title) => title !== 'page title');
}

const lines = (note: string) => note.split('\n').filter((line) => line !== '');
const editNames = ({ edits }: WholeClip) =>
  (edits?.edits ?? []).map(({ kind, block }) => `${kind} ${block.text}`);

/** What a page's clip says, without the ids and the order that a merge may choose. */
function summary({ whole: { clip, body, versions, source, edits, highlights } }: MergedClip) {
  const { id: _id, tags, note, ...rest } = clip;
  return {
    ...rest,
    tags: tags.toSorted(),
    note: lines(note).toSorted(),
    html: body?.html,
    source: source?.savedAt,
    highlights: highlights?.map(({ clipId: _clipId, ...highlight }) => highlight),
    edits: edits?.edits.map(({ kind }): string => kind).toSorted(),
    versions: versions.map((each) => `${each.takenAt} ${each.body.html} ${each.content.title}`).toSorted(),
  };
}

/** What must come through, whichever way two clips become one. */
function expectNothingLost(before: readonly WholeClip[], { whole }: MergedClip): void {
  for (const side of before) {
    expect(textsOf(whole)).toEqual(expect.arrayContaining(textsOf(side)));
    expect(lines(whole.clip.note)).toEqual(expect.arrayContaining(lines(side.clip.note)));
    for (const mark of side.highlights ?? []) {
      const kept = whole.highlights?.find(({ id }) => id === mark.id);
      expect(kept?.clipId).toBe(whole.clip.id);
      expect(lines(kept?.note ?? '')).toEqual(expect.arrayContaining(lines(mark.note)));
    }
    expect(whole.clip.highlights ?? 0).toBe(whole.highlights?.length ?? 0);
    expect(titlesByHand(whole)).toEqual(
      expect.arrayContaining(side.body?.html === '' ? [] : titlesByHand(side)),
    );
  }
}

describe('merging two clips of a page', () => {
  it('loses no text, version, note, tag, star, read mark, hand edit or earlier date', () => {
    fc.assert(
      fc.property(...both, fc.constantFrom('newer', 'ours'), (ours, theirs, text) => {
        const merged = mergeClips(ours, theirs, { text, at: 99 });
        const { clip } = merged.whole;
        expectNothingLost([ours, theirs], merged);
        for (const side of [ours, theirs]) {
          expect(clip.tags).toEqual(expect.arrayContaining([...side.clip.tags]));
          expect(clip.starred || !side.clip.starred).toBe(true);
          expect(clip.readAt !== null || side.clip.readAt === null).toBe(true);
          expect(clip.savedAt).toBeLessThanOrEqual(side.clip.savedAt);
          if (htmlOf(merged.whole) !== '')
            expect(editNames(merged.whole)).toEqual(expect.arrayContaining(editNames(side)));
        }
        expect(clip.trashedAt === null).toBe(ours.clip.trashedAt === null || theirs.clip.trashedAt === null);
      }),
      { numRuns: 1_000 },
    );
  });

  it('changes nothing when it is done again, with either', () => {
    fc.assert(
      fc.property(...both, fc.boolean(), (ours, theirs, again) => {
        const { whole } = mergeClips(ours, theirs, rule);
        const other = again ? ours : theirs;
        const second = mergeClips(whole, other, { ...rule, at: 100 });
        expect(second.whole).toEqual(whole);
        expect(second.kept).toEqual({ version: false, note: false, fromTrash: false });
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives the same from either side', () => {
    fc.assert(
      fc.property(...both, (ours, theirs) => {
        expect(summary(mergeClips(ours, theirs, rule))).toEqual(summary(mergeClips(theirs, ours, rule)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('makes no version of the text that stands, nor of one that there is', () => {
    fc.assert(
      fc.property(...both, (ours, theirs) => {
        fc.pre(ours.clip.edited === undefined && theirs.clip.edited === undefined);
        const { whole } = mergeClips(ours, theirs, rule);
        const before = [...ours.versions, ...theirs.versions].map(({ body }) => body.html);
        const made = whole.versions.filter(({ replaced }) => replaced?.at === 99);
        for (const { body } of made) expect([htmlOf(whole), ...before]).not.toContain(body.html);
      }),
    );
  });

  it('lets the text stand that the user went back to, though it was read earlier', () => {
    fc.assert(
      fc.property(...both, (ours, theirs) => {
        fc.pre(htmlOf(ours) !== '' && htmlOf(theirs) !== '');
        const chosen = { ...ours, clip: { ...ours.clip, textAt: Date.UTC(2030, 0) } };
        expect(htmlOf(mergeClips(chosen, theirs, rule).whole)).toBe(htmlOf(ours));
      }),
    );
  });

  it('never lets an empty text stand before another', () => {
    fc.assert(
      fc.property(...both, fc.constantFrom('newer', 'ours'), (ours, theirs, text) => {
        const { whole } = mergeClips(ours, theirs, { text, at: 99 });
        expect(htmlOf(whole) === '').toBe(htmlOf(ours) === '' && htmlOf(theirs) === '');
      }),
    );
  });

  it('keeps no page as the source of a text that it is not of', () => {
    fc.assert(
      fc.property(...both, fc.boolean(), (ours, theirs, replacing) => {
        const { clip, source, ...rest } = (
          replacing ? replaceClip(ours, theirs, 99) : mergeClips(ours, theirs, rule)
        ).whole;
        if (source === null || !isPageOf(clip, source)) return;
        const from = [ours, theirs].filter((side) => side.source === source);
        expect(from.map(htmlOf)).toContain(htmlOf({ ...rest }));
      }),
      { numRuns: 1_000 },
    );
  });

  it('says what it kept in another place', () => {
    fc.assert(
      fc.property(...both, (ours, theirs) => {
        const { whole, kept } = mergeClips(ours, theirs, rule);
        expect(kept.note).toBe(whole.clip.note !== ours.clip.note && whole.clip.note !== theirs.clip.note);
        expect(kept.fromTrash).toBe(ours.clip.trashedAt !== null && whole.clip.trashedAt === null);
        expect(kept.version).toBe(whole.versions.some(({ replaced }) => replaced?.at === 99));
      }),
    );
  });
});

describe('replacing a clip by a backup’s', () => {
  it('makes it what the backup has, and keeps what it had', () => {
    fc.assert(
      fc.property(...both, (ours, theirs) => {
        const replaced = replaceClip(ours, theirs, 99);
        expectNothingLost([ours, theirs], replaced);
        const { clip, body, edits } = replaced.whole;
        expect([body?.html, clip.title, clip.tags, clip.trashedAt, edits?.edits]).toEqual([
          theirs.body?.html,
          theirs.clip.title,
          theirs.clip.tags,
          theirs.clip.trashedAt,
          theirs.edits?.edits,
        ]);
        expect(replaceClip(replaced.whole, theirs, 100).whole).toEqual({
          ...replaced.whole,
          clip: { ...clip, note: expect.any(String) },
        });
      }),
      { numRuns: 1_000 },
    );
  });
});
