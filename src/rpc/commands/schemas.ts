import * as v from 'valibot';
import { Failure } from '../../core/failure.ts';
import { longestListName, longestListQuery, mostRuleTags } from '../../core/library/smart-list.ts';
import {
  highlightChangesSchema,
  highlightSchema,
  newHighlightsSchema,
} from '../../core/highlight/highlight-schema.ts';
import { highlightColors } from '../../core/highlight/highlight.ts';
import { timeSchema } from '../../core/time-schema.ts';
import { editedAtOnce } from '../../core/job/edit-work.ts';
import type { CommandInput, CommandName } from './contract.ts';

/** Characters of a note, which the user lays out as one text. */
const longestNote = 1_000_000;

const text = v.string();
/** A title, a name, an address: what lists show. */
export const line = v.pipe(v.string(), v.maxLength(20_000));
export const note = v.pipe(v.string(), v.maxLength(longestNote));
export const labels = v.array(line);
const clipIds = v.array(line);
const number = v.number();
const jobId = v.object({ jobId: line });
/** Many are an edit, or a job. */
const fewClips = v.object({ clipIds: v.pipe(clipIds, v.maxLength(editedAtOnce)) });
const lesser = v.optional(v.picklist(['beside', 'replace']));
const optionalTab = v.optional(number);
const follow = v.object({ role: v.picklist(['list', 'feed']), url: line });
const jobPage = v.looseObject({
  url: text,
  title: text,
  tabId: optionalTab,
  clipId: v.optional(v.nullable(line)),
  feed: v.optional(v.nullable(text)),
});
const options = v.looseObject({
  cookies: v.optional(v.boolean()),
  render: v.optional(v.boolean()),
  inOrder: v.optional(v.boolean()),
});
const block = v.looseObject({ kind: line, text, nth: number });
const tag = v.looseObject({ key: line, label: line });
const time = v.nullable(timeSchema);
const marks = v.object({ tags: labels, starred: v.boolean(), readAt: time, trashedAt: time });
const highlightTags = v.object({ tags: labels, changedAt: number });
const tagRow = v.nullable(v.object({ key: line, label: line, usedAt: number, color: v.nullable(line) }));

const smartList = v.object({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(longestListName)),
  query: v.pipe(v.string(), v.minLength(1), v.maxLength(longestListQuery)),
  rule: v.nullable(
    v.object({
      addTags: v.pipe(labels, v.maxLength(mostRuleTags)),
      star: v.boolean(),
      markRead: v.boolean(),
      runsOnNewClips: v.boolean(),
    }),
  ),
});

const keptList = v.looseObject({ ...smartList.entries, changedAt: number });

/** What each command takes. Of rows that were read from the database before, only what they are known by. */
const schemas: Readonly<Record<CommandName, v.GenericSchema>> = {
  // The article is checked where it is stored, like one that comes from a page.
  saveArticle: v.looseObject({
    article: v.looseObject({}),
    tags: v.nullable(labels),
    note: v.optional(note),
    source: v.optional(v.nullable(text)),
    tabId: optionalTab,
    lesser,
    into: v.optional(line),
    highlights: v.optional(newHighlightsSchema),
  }),
  saveLink: v.looseObject({ url: text, title: text, tags: v.nullable(labels), lesser }),
  setTags: v.object({ clipId: line, tags: labels }),
  editClip: v.object({
    clipId: line,
    changes: v.looseObject({
      title: v.optional(line),
      author: v.optional(v.nullable(line)),
      publishedAt: v.optional(v.nullable(line)),
      note: v.optional(note),
      read: v.optional(v.boolean()),
      starred: v.optional(v.boolean()),
    }),
  }),
  keepReadingPlace: v.object({
    clipId: line,
    block: v.pipe(number, v.integer(), v.minValue(0)),
    share: v.pipe(number, v.minValue(0), v.maxValue(1)),
  }),
  trashClips: fewClips,
  restoreClips: fewClips,
  deleteClips: v.object({ clipIds, subject: line }),
  restoreVersion: v.object({ versionId: number }),
  deleteVersion: v.object({ versionId: number }),
  putVersionBack: v.looseObject({
    id: v.optional(number),
    clipId: line,
    content: v.looseObject({}),
    body: v.looseObject({ html: text }),
    takenAt: number,
  }),
  editClips: v.object({
    clipIds,
    subject: line,
    edit: v.looseObject({
      addTags: v.optional(labels),
      removeTags: v.optional(labels),
      starred: v.optional(v.boolean()),
      read: v.optional(v.boolean()),
      trashed: v.optional(v.boolean()),
    }),
  }),
  replaceTags: v.object({
    replacements: v.array(v.looseObject({ from: line, to: v.nullable(tag) })),
    subject: line,
  }),
  putSmartList: smartList,
  deleteSmartList: v.object({ id: line }),
  undoRuleRuns: v.object({ listId: line }),
  setTagColor: v.object({ key: line, color: v.nullable(line) }),
  undoEdit: v.object({
    clips: v.array(
      v.object({
        clipId: line,
        before: marks,
        after: marks,
        highlights: v.optional(v.array(v.object({ id: line, before: highlightTags, after: highlightTags }))),
      }),
    ),
    tags: v.array(v.object({ key: line, before: tagRow, after: tagRow })),
    lists: v.optional(v.array(v.object({ before: keptList, after: keptList }))),
  }),
  editArticle: v.object({
    clipId: line,
    edits: v.array(
      v.variant('kind', [
        v.looseObject({ kind: v.picklist(['remove', 'language']), block }),
        v.looseObject({
          kind: v.literal('put-back'),
          block,
          side: v.picklist(['before', 'after']),
          html: v.pipe(text, v.maxLength(longestNote)),
          blocks: v.array(v.looseObject({ kind: line, text })),
        }),
      ]),
    ),
  }),
  addHighlights: v.object({ clipId: line, highlights: newHighlightsSchema }),
  changeHighlight: v.object({ id: line, changes: highlightChangesSchema }),
  removeHighlights: v.object({ ids: v.array(line) }),
  undoHighlights: v.object({
    highlights: v.array(
      v.object({ before: v.nullable(highlightSchema), after: v.nullable(highlightSchema) }),
    ),
  }),
  highlightSelection: v.object({
    tabId: v.number(),
    color: v.exactOptional(v.picklist(highlightColors)),
    note: v.exactOptional(v.pipe(text, v.maxLength(100_000))),
  }),
  showHighlights: v.object({ tabId: v.number(), urlKeys: v.pipe(v.array(text), v.maxLength(4)) }),
  wantImages: v.object({ clipId: line }),
  saveDraft: v.looseObject({ urlKey: text, tags: labels, tagText: line, note }),
  clearDraft: v.object({ urlKey: text }),
  startClipJob: v.looseObject({
    subject: text,
    tags: labels,
    pages: v.array(jobPage),
    follow: v.optional(v.nullable(follow)),
    options: v.optional(options),
  }),
  reextractClips: v.looseObject({ subject: text, clipIds: v.union([v.literal('all'), clipIds]) }),
  undoJob: jobId,
  startFileJob: v.looseObject({
    kind: v.picklist(['import', 'restore']),
    subject: text,
    copy: line,
    total: number,
    mode: text,
  }),
  pauseJob: jobId,
  resumeJob: jobId,
  cancelJob: jobId,
  retryFailed: v.object({ jobId: line, indexes: v.optional(v.array(number)) }),
  askSiteNow: v.object({ jobId: line, site: line }),
  forgetJob: jobId,
  syncNow: v.null(),
  answerSync: v.object({ jobId: line, goOn: v.boolean() }),
  undoSync: jobId,
  disconnectSync: v.null(),
  continueJobs: v.null(),
};

/** What a page sent, if it is what the command takes. Throws `message/malformed`. */
export function parseInput<Name extends CommandName>(command: Name, input: unknown): CommandInput<Name> {
  const parsed = v.safeParse(schemas[command], input);
  if (!parsed.success)
    throw new Failure('message/malformed', `${command}: ${v.summarize(parsed.issues)}`.slice(0, 500));
  return input as CommandInput<Name>;
}
