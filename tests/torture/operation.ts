/** What torture does to one page's clip. `version` goes into title, text and source alike, so that a mixed clip shows. */
export type Operation =
  | {
      readonly kind: 'save';
      readonly page: number;
      readonly version: number;
      readonly tags: readonly string[];
    }
  | { readonly kind: 'tag'; readonly page: number; readonly tags: readonly string[] }
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
} | null;

export function apply(operation: Operation, state: ClipState): ClipState {
  if (operation.kind === 'save') return { version: operation.version, tags: operation.tags, trashed: false };
  if (state === null) return null;
  switch (operation.kind) {
    case 'tag':
      return { ...state, tags: operation.tags };
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

export function pageUrl(page: number): string {
  return `https://torture.example/post-${page}`;
}
