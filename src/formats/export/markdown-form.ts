import type { HighlightForm } from '../markdown/write/highlights.ts';

/** What is said of a clip in its Markdown file, in this order. */
export const markdownFields = [
  'title',
  'url',
  'site',
  'author',
  'published',
  'saved',
  'updated',
  'language',
  'description',
  'note',
  'read',
  'starred',
  'tags',
] as const;

export type MarkdownField = (typeof markdownFields)[number];

/** A field's name in the file; null where it is left out. */
export type FieldKeys = Readonly<Record<MarkdownField, string | null>>;

export const markdownPresets = ['clipshelf', 'obsidian', 'logseq', 'siyuan', 'hugo', 'plain'] as const;
export type MarkdownPreset = (typeof markdownPresets)[number];

/** `title` · `day-title` 2026-11-29 Title · `title-id` Title 1a2b3c4d · `slug` 2026-11-29-title */
export const fileNameForms = ['title', 'day-title', 'title-id', 'slug'] as const;
export type FileNameForm = (typeof fileNameForms)[number];

/** How clips are written as Markdown, as the user has chosen. */
export interface MarkdownForm {
  readonly preset: MarkdownPreset;
  readonly fileName: FileNameForm;
  readonly keys: FieldKeys;
  /** Whether what is copied has the properties too, and not the article alone. */
  readonly copyProperties: boolean;
  /** Obsidian's vault that clips are sent to; empty for the one that was open last. */
  readonly vault: string;
}

/** What a preset settles by itself. */
export interface PresetRules {
  /** YAML between `---`; Logseq's `key:: value`; a heading that links to the page, and a list below it. */
  readonly properties: 'yaml' | 'logseq' | 'list';
  /** Whether the title stands above the article; tools that show it by themselves would show it twice. */
  readonly heading: boolean;
  readonly highlights: HighlightForm;
  /** `local`: without a zone, to the second, as Obsidian's properties want them. */
  readonly times: 'utc' | 'local';
  /** Tags are written as the tool allows them. */
  readonly plainTags: boolean;
}

const yaml = {
  properties: 'yaml',
  heading: false,
  highlights: 'inline',
  times: 'utc',
  plainTags: false,
} as const;

export const presetRules: Readonly<Record<MarkdownPreset, PresetRules>> = {
  clipshelf: { ...yaml, heading: true },
  obsidian: { ...yaml, times: 'local', plainTags: true },
  logseq: { ...yaml, properties: 'logseq' },
  siyuan: yaml,
  // Neither knows `==marks==`, and Hugo drops HTML.
  hugo: { ...yaml, highlights: 'quotes' },
  plain: { ...yaml, properties: 'list', heading: true, highlights: 'quotes' },
};

/** Names that a field may have: all are read back by the import. The first is the usual one. */
export const keyChoices: Readonly<Record<MarkdownField, readonly string[]>> = {
  title: ['title', 'name', '标题'],
  url: ['url', 'source', 'link', 'original_url', '网址'],
  site: ['site', 'site_name', 'publisher', '网站'],
  author: ['author', 'creator', 'byline', '作者'],
  published: ['published', 'date', 'pubdate', '发布时间'],
  saved: ['saved', 'created', 'date', 'clipped', '收藏时间'],
  updated: ['updated', 'modified', 'lastmod'],
  language: ['language', 'lang', '语言'],
  description: ['description', 'summary', 'excerpt', '摘要'],
  note: ['note', 'comment', 'memo', '备注'],
  read: ['read', 'read_at', 'finished_at', '已读时间'],
  starred: ['starred', 'favorite', 'pinned', '星标'],
  tags: ['tags', 'keywords', 'topics', 'categories', '标签'],
};

const usualKeys = Object.fromEntries(
  markdownFields.map((field) => [field, keyChoices[field][0] ?? field]),
) as Record<MarkdownField, string>;

const none = Object.fromEntries(markdownFields.map((field) => [field, null])) as Record<MarkdownField, null>;

/** Names of each preset's fields, where they are not the usual ones. */
const presetKeys: Readonly<Record<MarkdownPreset, FieldKeys>> = {
  clipshelf: usualKeys,
  obsidian: { ...usualKeys, url: 'source', saved: 'created' },
  logseq: usualKeys,
  // Its own document's times are read from these two.
  siyuan: { ...usualKeys, saved: 'date', updated: 'lastmod' },
  // `url` and `source` are fields of their own there: where the post itself lies.
  hugo: { ...usualKeys, url: 'original_url', published: 'date', updated: 'lastmod' },
  plain: { ...none, title: 'title', url: 'url' },
};

const presetNames: Readonly<Record<MarkdownPreset, FileNameForm>> = {
  clipshelf: 'title',
  obsidian: 'title',
  logseq: 'title',
  siyuan: 'title',
  hugo: 'slug',
  plain: 'title',
};

/** The form that a preset begins with. */
export function formOf(
  preset: MarkdownPreset,
  kept: Pick<MarkdownForm, 'copyProperties' | 'vault'>,
): MarkdownForm {
  const { copyProperties, vault } = kept;
  return { preset, fileName: presetNames[preset], keys: presetKeys[preset], copyProperties, vault };
}

/** As backups and the shared repository have it, whatever the user has chosen. */
export const usualForm = formOf('clipshelf', { copyProperties: false, vault: '' });

/** Longest name of a vault, in UTF-16 units. */
const maxVault = 200;

/** A field that is not as it should be is the preset's own. */
export function parseMarkdownForm(kept: unknown): MarkdownForm {
  if (typeof kept !== 'object' || kept === null) return usualForm;
  const said = new Map<string, unknown>(Object.entries(kept));
  const preset = markdownPresets.find((each) => each === said.get('preset')) ?? usualForm.preset;
  const vault = said.get('vault');
  const usual = formOf(preset, {
    copyProperties: said.get('copyProperties') === true,
    vault: typeof vault === 'string' ? vault.slice(0, maxVault) : '',
  });
  return {
    ...usual,
    fileName: fileNameForms.find((each) => each === said.get('fileName')) ?? usual.fileName,
    keys: keysOf(usual, said.get('keys')),
  };
}

/** As it was kept, in text. Any text is taken. */
export function readMarkdownForm(text: string | null): MarkdownForm {
  try {
    return parseMarkdownForm(JSON.parse(text ?? '{}'));
  } catch {
    // Damaged from outside: the usual form is no loss.
    return usualForm;
  }
}

function keysOf(usual: MarkdownForm, kept: unknown): FieldKeys {
  if (typeof kept !== 'object' || kept === null) return usual.keys;
  const said = new Map<string, unknown>(Object.entries(kept));
  const taken = new Set<string>();
  const pairs = markdownFields.map((field): [MarkdownField, string | null] => {
    const wanted = said.has(field) ? said.get(field) : usual.keys[field];
    // Only YAML can say that a `date` is not that of the publication.
    const isVague = field === 'saved' && wanted === 'date' && presetRules[usual.preset].properties !== 'yaml';
    const key = isVague ? null : (keyChoices[field].find((each) => each === wanted) ?? null);
    // Without its address a file is nobody's; of two that want one name, the first has it.
    const name = wanted === null && field !== 'url' ? null : (key ?? usual.keys[field] ?? usualKeys[field]);
    const free = name === null || !taken.has(name) ? name : (freeKey(field, taken) ?? null);
    if (free !== null) taken.add(free);
    return [field, free];
  });
  return Object.fromEntries(pairs) as Record<MarkdownField, string | null>;
}

function freeKey(field: MarkdownField, taken: ReadonlySet<string>): string | undefined {
  return keyChoices[field].find((each) => !taken.has(each));
}

/** The form with one field under another name, or left out. */
export function withKey(form: MarkdownForm, field: MarkdownField, key: string | null): MarkdownForm {
  return parseMarkdownForm({ ...form, keys: { ...form.keys, [field]: key } });
}
