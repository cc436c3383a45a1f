/** What torture does to one page's clip. `version` goes into title, text and source alike, so that a mixed clip shows. */
export type Operation =
  | {
      readonly kind: 'save';
      readonly page: number;
      readonly version: number;
      readonly tags: readonly string[];
    }
  | { readonly kind: 'tag'; readonly page: number; readonly tags: readonly string[] }
  /** A highlight put on the clip, with tags, or taken off: `mark` is its id. */
  | {
      readonly kind: 'mark';
      readonly page: number;
      readonly mark: string;
      readonly tags: readonly string[];
    }
  | { readonly kind: 'unmark'; readonly page: number; readonly mark: string }
  | { readonly kind: 'trash'; readonly page: number }
  | { readonly kind: 'restore'; readonly page: number }
  | { readonly kind: 'delete'; readonly page: number }
  /** Tags put on and taken off several pages at once. */
  | {
      readonly kind: 'edit';
      readonly page: number;
      readonly pages: readonly number[];
      readonly add: readonly string[];
      readonly remove: readonly string[];
    }
  /** A tag renamed on all pages of a lane that have it, and on their highlights. */
  | {
      readonly kind: 'rename';
      readonly page: number;
      readonly pages: readonly number[];
      readonly from: string;
      readonly to: string;
    };

/** The pages that it is about. */
export function pagesOf(operation: Operation): readonly number[] {
  return 'pages' in operation ? operation.pages : [operation.page];
}

/** How it went: `lost` where no answer came, so that it may or may not have been done. */
export type Outcome = 'done' | 'refused' | 'lost';

/** A clip as far as torture knows it; null where there is none. */
export type ClipState = {
  readonly version: number;
  readonly tags: readonly string[];
  readonly trashed: boolean;
  /** Its highlights by `markOf`, sorted. */
  readonly marks: readonly string[];
} | null;

export function apply(operation: Operation, state: ClipState): ClipState {
  if (operation.kind === 'save') {
    const { version, tags, page } = operation;
    return { version, tags, trashed: false, marks: withMark(state?.marks ?? [], savedMark(page), []) };
  }
  if (state === null) return null;
  switch (operation.kind) {
    case 'tag':
      return { ...state, tags: operation.tags };
    case 'mark':
      return { ...state, marks: withMark(state.marks, operation.mark, operation.tags) };
    case 'unmark':
      return { ...state, marks: state.marks.filter((mark) => idOf(mark) !== operation.mark) };
    case 'trash':
      return { ...state, trashed: true };
    case 'restore':
      return { ...state, trashed: false };
    case 'delete':
      return state.trashed ? null : state;
    case 'edit': {
      const { add, remove } = operation;
      const tags = new Set([...state.tags.filter((tag) => !remove.includes(tag)), ...add]);
      return { ...state, tags: [...tags] };
    }
    case 'rename': {
      const renamed = (tags: readonly string[]) => [
        ...new Set(tags.map((tag) => (tag === operation.from ? operation.to : tag))),
      ];
      const marks = state.marks.map((mark) => markOf(idOf(mark), renamed(tagsOf(mark))));
      return { ...state, tags: renamed(state.tags), marks: marks.toSorted() };
    }
  }
}

/** The highlight that each text of a page is saved with, in the same command. */
export function savedMark(page: number): string {
  return `saved-${page}`;
}

/** A highlight as a line: its id and the keys of its tags. */
export function markOf(id: string, tags: readonly string[]): string {
  return [id, ...tags].join(' ');
}

function idOf(mark: string): string {
  return mark.split(' ')[0] ?? '';
}

function tagsOf(mark: string): readonly string[] {
  return mark.split(' ').slice(1);
}

/** One that is there already, by its id, stays as it is. */
function withMark(marks: readonly string[], id: string, tags: readonly string[]): readonly string[] {
  return marks.some((mark) => idOf(mark) === id) ? marks : [...marks, markOf(id, tags)].toSorted();
}

export function pageUrl(page: number): string {
  return `https://torture.example/post-${page}`;
}
