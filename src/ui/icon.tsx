/** Drawn on a 16 × 16 grid with a 1.6 stroke: see .icon in base.css. */
const drawings = {
  add: 'M8 3.5v9M3.5 8h9',
  alert: 'M8 2.5 14 13H2L8 2.5ZM8 6.5v3M8 11.2v.1',
  bookmark: 'M4.5 2.5h7v11L8 10.8l-3.5 2.7v-11Z',
  check: 'm3.5 8.5 3 3 6-7',
  close: 'm4 4 8 8m0-8-8 8',
  code: 'm5.5 4.5-3.5 3.5 3.5 3.5m5-7 3.5 3.5-3.5 3.5',
  copy: 'M6 6h7.5v7.5H6V6ZM10 6V2.5H2.5V10H6',
  external: 'M6.5 3.5h-3v9h9v-3M9 3.5h3.5V7M12.2 3.8 7.5 8.5',
  image: 'M2.5 3.5h11v9h-11v-9ZM3 11.5l3.5-3.5 2.5 2.5 1.5-1.5 2.8 2.8M10.5 6v.1',
  info: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM8 7.4v3.4M8 5.2v.1',
  link: 'm6.8 9.2 2.4-2.4M7.5 4.9 8.9 3.5a2.55 2.55 0 0 1 3.6 3.6L11.1 8.5M8.5 11.1 7.1 12.5a2.55 2.55 0 0 1-3.6-3.6L4.9 7.5',
  restore: 'M3 3.5v3.5h3.5M3.3 6.8A5.2 5.2 0 1 1 2.9 9.5',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9ZM10.3 10.3l3.2 3.2',
  shelf: 'M2.5 13.5h11M4 13.5v-10h2.5v10M6.5 13.5v-8H9v8M9.3 6.2l2.3-.7 2 7.8',
  spinner: 'M8 2.5a5.5 5.5 0 1 1-5.5 5.5',
  trash: 'M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.6 9h6.8l.6-9M6.7 7v4M9.3 7v4',
  update: 'M13 3.5v3h-3M12.7 6.3a5.2 5.2 0 1 0 .3 3.2',
} as const;

export type IconName = keyof typeof drawings;

/** Decoration: what it stands for is said by the text or label beside it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}
