import type { ArticleEdit } from '../../core/clip/article-edits.ts';
import type { Article } from '../../core/clip/article.ts';
import type { ClipId } from '../../core/clip/clip.ts';
import type { ReadingPlace } from '../../core/clip/reading-place.ts';
import type { ClipVersion } from '../../core/clip/whole-clip.ts';
import type { Draft } from '../../core/clip/draft.ts';
import type { DayOrder, RestoreMode } from '../../core/job/file-work.ts';
import type { FileJobKind, JobOptions } from '../../core/job/job.ts';
import type { HighlightChanges, HighlightColor, NewHighlight } from '../../core/highlight/highlight.ts';
import type { HighlightUndo } from '../../core/highlight/highlight-undo.ts';
import type { SmartList } from '../../core/library/smart-list.ts';
import type { Undo } from '../../core/library/undo.ts';
import type { BulkEdit } from '../../core/library/bulk-edit.ts';
import type { TagReplacement } from '../../core/tag/replace-tags.ts';

/**
 * Every command that our own pages may give to the background worker, which alone writes. Reads are not here: pages read
 * the database themselves. Content scripts give no commands at all: extraction is a function call that returns its result.
 */
export interface Commands {
  /** Stores what was extracted. Where the page is already clipped, that clip gets the new content and keeps its id. */
  saveArticle: { input: SaveArticleInput; output: SaveResult };
  /** Keeps a page that cannot be read as a link to come back to. */
  saveLink: { input: SaveLinkInput; output: SaveResult };
  /** The clip's tags become exactly these (display forms). */
  setTags: { input: { clipId: ClipId; tags: readonly string[] }; output: null };
  editClip: { input: { clipId: ClipId; changes: ClipEdits }; output: null };
  /** Where the user is in the article. */
  keepReadingPlace: { input: { clipId: ClipId } & Pick<ReadingPlace, 'block' | 'share'>; output: null };
  trashClips: { input: { clipIds: readonly ClipId[] }; output: null };
  restoreClips: { input: { clipIds: readonly ClipId[] }; output: null };
  /** Only clips that are in the trash. Many become a job, whose id is the answer. */
  deleteClips: { input: ManyClips; output: { jobId: string | null } };
  /** Answers with the id of the version that the text became which it replaces: restoring that takes it back. */
  restoreVersion: { input: { versionId: number }; output: { kept: number | null } };
  /** Answers with what `putVersionBack` takes to take it back. */
  deleteVersion: { input: { versionId: number }; output: KeptVersion };
  putVersionBack: { input: KeptVersion; output: null };
  /** The same edit on many clips. */
  editClips: { input: ManyClips & { readonly edit: BulkEdit }; output: EditResult };
  /** Renames, merges or removes tags on every clip that has them. */
  replaceTags: {
    input: { readonly replacements: readonly TagReplacement[]; readonly subject: string };
    output: EditResult;
  };
  /** Keeps a smart list, new or changed. */
  putSmartList: { input: Omit<SmartList, 'changedAt'>; output: null };
  /** Its clips stay as they are. */
  deleteSmartList: { input: { id: string }; output: null };
  /** Takes back what the list's rule did by itself. */
  undoRuleRuns: { input: { listId: string }; output: null };
  setTagColor: { input: { key: string; color: string | null }; output: null };
  undoEdit: { input: Undo; output: null };
  /** All edits of the article, over its original; none brings that back. */
  editArticle: { input: { clipId: ClipId; edits: readonly ArticleEdit[] }; output: null };
  /** Marks passages of the article as it is shown; answers with what `undoHighlights` takes to take it back. */
  addHighlights: { input: { clipId: ClipId; highlights: readonly NewHighlight[] }; output: HighlightUndo };
  changeHighlight: { input: { id: string; changes: HighlightChanges }; output: HighlightUndo };
  removeHighlights: { input: { ids: readonly string[] }; output: HighlightUndo };
  undoHighlights: { input: HighlightUndo; output: null };
  /** What is selected in the tab: its page is clipped with it, and shows it. */
  highlightSelection: { input: HighlightedTab; output: HighlightedSelection };
  /** Shows in the tab what is highlighted of its page, which goes by these keys. */
  showHighlights: { input: { tabId: number; urlKeys: readonly string[] }; output: ShownHighlights };
  /** Gets the pictures that the clip names and has not. */
  wantImages: { input: { clipId: ClipId }; output: null };
  saveDraft: { input: Omit<Draft, 'updatedAt'>; output: null };
  clearDraft: { input: { urlKey: string }; output: null };
  /**
   * Journals the clipping of many pages and starts it: at once where the user has allowed their sites, else as soon as
   * the permission, which the page asks for in the same gesture, is there.
   */
  startClipJob: { input: ClipJobInput; output: { jobId: string } };
  /**
   * Journals that clips are made anew from the pages kept with them, these or all that have one, and starts it. The page
   * asks for the parser page first, in the same gesture.
   */
  reextractClips: { input: ReextractInput; output: { jobId: string } };
  /** Turns a job that re-extracted or edited clips around, over or not: what it changed is changed back. */
  undoJob: { input: { jobId: string }; output: null };
  /** Journals the taking over of a file, and starts it. */
  startFileJob: { input: FileJobInput; output: { jobId: string } };
  pauseJob: { input: { jobId: string }; output: null };
  resumeJob: { input: { jobId: string }; output: null };
  cancelJob: { input: { jobId: string }; output: null };
  /** All failed items of the job, or those with these indexes. */
  retryFailed: { input: { jobId: string; indexes?: readonly number[] }; output: null };
  /** The pages of a site that asked to be left alone, whatever it asked. */
  askSiteNow: { input: { jobId: string; site: string }; output: null };
  /** Only a job that is over; its clips stay. */
  forgetJob: { input: { jobId: string }; output: null };
  /** Sync begins now, whatever failed before; nothing where it is not set up. */
  syncNow: { input: null; output: null };
  /** The user's answer to what a sync asked. */
  answerSync: { input: { jobId: string; goOn: boolean }; output: null };
  /** What a sync changed here gets its earlier state back; the next sync tells the repository. */
  undoSync: { input: { jobId: string }; output: null };
  /** Forgets the repository and the token. Both libraries stay as they are. */
  disconnectSync: { input: null; output: null };
  /** From the pages that are open while jobs run: a worker that died goes on with them. */
  continueJobs: { input: null; output: null };
}

export interface ManyClips {
  readonly clipIds: readonly ClipId[];
  /** What the user knows the job by, where they are so many that it becomes one (core/job/edit-work.ts). */
  readonly subject: string;
}

/** Done, with what `undoEdit` takes to take it back; or a job that does it in pieces, which `undoJob` takes back. */
export type EditResult = { readonly undo: Undo } | { readonly jobId: string };

export interface SaveArticleInput {
  readonly article: Article;
  /** null keeps the tags of a clip that exists. */
  readonly tags: readonly string[] | null;
  readonly note?: string;
  /** The page's own HTML, gzipped, in base64: kept so that a better extractor can reextract the clip. */
  readonly source?: string | null;
  /** The tab that shows the page: its pictures are read there. */
  readonly tabId?: number;
  /** What becomes of a text that is lesser than the clip's; missing, `clip/would-lose` comes back, to ask the user. */
  readonly lesser?: 'beside' | 'replace';
  /** A clip of another address, which the user says is of this page: it is updated. */
  readonly into?: ClipId;
  /** Passages of this article that are highlighted, in the same transaction. */
  readonly highlights?: readonly NewHighlight[];
}

/** The tab whose selection is highlighted, and how; yellow and without a note where nothing is said. */
export interface HighlightedTab {
  readonly tabId: number;
  readonly color?: HighlightColor;
  /** Markdown. */
  readonly note?: string;
}

export interface HighlightedSelection {
  readonly clipId: ClipId;
  /** `passage`: it stands outside of the article, and became a clip of its own. */
  readonly as: 'article' | 'passage';
}

/** How many highlights were found in the page, and how many were not. */
export interface ShownHighlights {
  readonly shown: number;
  readonly absent: number;
}

export interface ClipJobInput {
  /** What the user knows it by: the title of the index page, say. */
  readonly subject: string;
  /** For each clip (display forms). */
  readonly tags: readonly string[];
  readonly pages: readonly {
    readonly url: string;
    readonly title: string;
    /** The open tab that shows it. */
    readonly tabId?: number;
    /** The clip that is a link to it, and is to get its article. */
    readonly clipId?: ClipId | null;
    /** A feed that may have it in full. */
    readonly feed?: string | null;
  }[];
  /** A list to be followed to its end, taking what it names: the next index page, or a feed. */
  readonly follow?: { readonly role: 'list' | 'feed'; readonly url: string } | null;
  readonly options?: Partial<JobOptions>;
}

export interface ReextractInput {
  /** What the user knows the job by. */
  readonly subject: string;
  readonly clipIds: readonly ClipId[] | 'all';
}

export interface KeptVersion extends ClipVersion {
  readonly id?: number;
  readonly clipId: ClipId;
}

export interface FileJobInput {
  readonly kind: FileJobKind;
  /** The file's name: what the user calls it, and part of what its format is known by. */
  readonly subject: string;
  /** Name of the copy that was made of it (disk/staged-files.ts). */
  readonly copy: string;
  /** Entries in it. */
  readonly total: number;
  /** Of a backup. */
  readonly mode: RestoreMode;
  /** How ambiguous dates of an import are read. */
  readonly order?: DayOrder | null;
}

export interface SaveLinkInput {
  readonly url: string;
  readonly title: string;
  /** null keeps the tags of a clip that exists. */
  readonly tags: readonly string[] | null;
  readonly lesser?: 'beside' | 'replace';
  readonly note?: string;
}

export interface SaveResult {
  readonly clipId: ClipId;
  /** `kept`: the clip's text stands, and what was lesser became a version. */
  readonly outcome: 'added' | 'updated' | 'kept';
  /** The store is full: pictures and the page's own HTML were left out. */
  readonly textOnly?: boolean;
}

export interface ClipEdits {
  readonly title?: string;
  readonly author?: string | null;
  readonly publishedAt?: string | null;
  readonly note?: string;
  readonly read?: boolean;
  readonly starred?: boolean;
}

export type CommandName = keyof Commands;
export type CommandInput<Name extends CommandName> = Commands[Name]['input'];
export type CommandOutput<Name extends CommandName> = Commands[Name]['output'];

/** What travels: a command out, a value or a failure code back. */
export interface Request<Name extends CommandName = CommandName> {
  readonly command: Name;
  readonly input: CommandInput<Name>;
}

export type Reply<Output> =
  | { readonly ok: true; readonly value: Output }
  | { readonly ok: false; readonly code: string; readonly detail: string };
