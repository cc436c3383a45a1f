/** Drawn on a 16 × 16 grid with a 1.6 stroke: see .icon in base.css. */
const drawings = {
  add: 'M8 3.5v9M3.5 8h9',
  alert: 'M8 2.5 14 13H2L8 2.5ZM8 6.5v3M8 11.2v.1',
  back: 'm10 4-4 4 4 4',
  bookmark: 'M4.5 2.5h7v11L8 10.8l-3.5 2.7v-11Z',
  chart: 'M2.5 13.5h11M4.5 11V8M8 11V3.5M11.5 11V6',
  check: 'm3.5 8.5 3 3 6-7',
  chevron: 'm6 4 4 4-4 4',
  close: 'm4 4 8 8m0-8-8 8',
  code: 'm5.5 4.5-3.5 3.5 3.5 3.5m5-7 3.5 3.5-3.5 3.5',
  command:
    'M5.5 5.5h5v5h-5v-5Zm0 0V4a1.5 1.5 0 1 0-1.5 1.5h1.5Zm5 0H12A1.5 1.5 0 1 0 10.5 4v1.5Zm0 5V12a1.5 1.5 0 1 0 1.5-1.5h-1.5Zm-5 0H4A1.5 1.5 0 1 0 5.5 12v-1.5Z',
  copy: 'M6 6h7.5v7.5H6V6ZM10 6V2.5H2.5V10H6',
  edit: 'm10.5 3 2.5 2.5-7.5 7.5H3v-2.5L10.5 3Z',
  enter: 'M13 3.5v5H4M6.5 6 4 8.5 6.5 11',
  erase: 'M9.5 3 13 6.5l-6 6H4.5L2.5 10.5l7-7.5ZM6 6.5l4 4M7 12.5h6',
  external: 'M6.5 3.5h-3v9h9v-3M9 3.5h3.5V7M12.2 3.8 7.5 8.5',
  filter: 'M2.5 4h11M4.5 8h7M6.5 12h3',
  gear: 'M6.8 3.6L7 2L9 2L9.2 3.6L10.3 4L11.5 3L13 4.5L12 5.7L12.4 6.8L14 7L14 9L12.4 9.2L12 10.3L13 11.5L11.5 13L10.3 12L9.2 12.4L9 14L7 14L6.8 12.4L5.7 12L4.5 13L3 11.5L4 10.3L3.6 9.2L2 9L2 7L3.6 6.8L4 5.7L3 4.5L4.5 3L5.7 4ZM8 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z',
  help: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM6.3 6.6a1.75 1.75 0 1 1 2.5 1.6c-.6.3-.8.6-.8 1.2M8 11.1v.1',
  image: 'M2.5 3.5h11v9h-11v-9ZM3 11.5l3.5-3.5 2.5 2.5 1.5-1.5 2.8 2.8M10.5 6v.1',
  info: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM8 7.4v3.4M8 5.2v.1',
  link: 'm6.8 9.2 2.4-2.4M7.5 4.9 8.9 3.5a2.55 2.55 0 0 1 3.6 3.6L11.1 8.5M8.5 11.1 7.1 12.5a2.55 2.55 0 0 1-3.6-3.6L4.9 7.5',
  merge: 'M4 2.5v3c0 3 4 2.5 4 5.5v2.5M12 2.5v3c0 3-4 2.5-4 5.5m-2 .5 2 2 2-2',
  note: 'M3 2.5h10v7.5l-3.5 3.5H3v-11ZM13 10H9.5v3.5M5.5 5.5h5M5.5 8h3',
  nest: 'M3.5 2.5v7.5h6M7.5 7.5 10 10l-2.5 2.5M12.5 7.5v5',
  mark: 'm9.5 2.5 4 4-5.5 5.5H4.5v-3.5l5-6ZM2.5 14h11',
  more: 'M3.5 8v.1M8 8v.1M12.5 8v.1',
  panel: 'M2.5 3.5h11v9h-11v-9ZM9.5 3.5v9',
  restore: 'M3 3.5v3.5h3.5M3.3 6.8A5.2 5.2 0 1 1 2.9 9.5',
  rows: 'M2.5 3.5h11M2.5 6.5h7M2.5 10h11M2.5 13h7',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9ZM10.3 10.3l3.2 3.2',
  library: 'M2.5 13.5h11M4 13.5v-10h2.5v10M6.5 13.5v-8H9v8M9.3 6.2l2.3-.7 2 7.8',
  spinner: 'M8 2.5a5.5 5.5 0 1 1-5.5 5.5',
  star: 'm8 2.5 1.7 3.5 3.8.5-2.8 2.7.7 3.8L8 11.2 4.6 13l.7-3.8L2.5 6.5l3.8-.5L8 2.5Z',
  tag: 'M2.5 2.5h5l6 6-5 5-6-6v-5ZM5.2 5.2v.1',
  tick: 'M2.5 2.5h11v11h-11v-11ZM5 8.2l2.2 2.2L11 6',
  trash: 'M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.6 9h6.8l.6-9M6.7 7v4M9.3 7v4',
  type: 'M2.5 12.5 6 3.5l3.5 9M3.7 9.5h4.6M10.5 12.5l1.9-5 1.9 5M11.1 11h2.6',
  untag: 'M2.5 2.5h5l6 6-5 5-6-6v-5ZM5.2 5.2v.1M10.5 2.5h4',
  update: 'M13 3.5v3h-3M12.7 6.3a5.2 5.2 0 1 0 .3 3.2',
} as const;

export type IconName = keyof typeof drawings;

/** Decoration: what it stands for is said by the text or label beside it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" data-icon={name} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}
