/** What torture does to one page's clip. `version` goes into title, text and source alike, so that a mixed clip shows. */
export type Operation =
  | {
      readonly kind: 'save';
      readonly page: number;
      readonly version: number;
      readonly tags: readonly string[];
    }
  | { readonly kind: 'tag'; readonly page: number; readonly tags: readonly string[] }
  /** A highlight put on the clip, or taken off: `mark` is its id. */
  | { readonly kind: 'mark' | 'unmark'; readonly page: number; readonly mark: string }
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
  /** A tag renamed on all pages of a lane that have it. */
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
  /** Ids of its highlights, sorted. */
  readonly marks: readonly string[];
} | null;

export function apply(operation: Operation, state: ClipState): ClipState {
  if (operation.kind === 'save') {
    const { version, tags, page } = operation;
    return { version, tags, trashed: false, marks: sorted([...(state?.marks ?? []), savedMark(page)]) };
  }
  if (state === null) return null;
  switch (operation.kind) {
    case 'tag':
      return { ...state, tags: operation.tags };
    case 'mark':
      return { ...state, marks: sorted([...state.marks, operation.mark]) };
    case 'unmark':
      return { ...state, marks: state.marks.filter((mark) => mark !== operation.mark) };
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
      const tags = new Set(state.tags.map((tag) => (tag === operation.from ? operation.to : tag)));
      return { ...state, tags: [...tags] };
    }
  }
}

/** The highlight that each text of a page is saved with, in the same command. */
export function savedMark(page: number): string {
  return `saved-${page}`;
}

function sorted(marks: readonly string[]): readonly string[] {
  return [...new Set(marks)].toSorted();
}

export function pageUrl(page: number): string {
  return `https://torture.example/post-${page}`;
}
