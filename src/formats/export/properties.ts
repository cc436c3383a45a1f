import { inertYaml } from '../markdown/write/inert.ts';
import { type FieldKeys, type MarkdownField, markdownFields, type PresetRules } from './markdown-form.ts';

export type FieldValue = string | boolean | null;

/** What is said of a clip, by field: texts in one form for all tools, times as ISO 8601 in UTC. */
export interface SaidOfClip {
  readonly values: Readonly<Record<Exclude<MarkdownField, 'tags'>, FieldValue>>;
  readonly tags: readonly string[];
}

/** Fields that the file needs beside the clip's own. */
export type FrontField = readonly [name: string, value: string | boolean | null];

type Pair = readonly [name: string, value: string | boolean | readonly string[]];

/** Tags of a tool that takes fewer signs stand beside the exact ones. */
const exactTags = 'clip_tags';

const times: ReadonlySet<MarkdownField> = new Set(['saved', 'updated', 'read']);

/** The lines above an article that say what is known of it, with the empty line after them. */
export function propertyLines(
  said: SaidOfClip,
  keys: FieldKeys,
  rules: PresetRules,
  more: readonly FrontField[] = [],
): string {
  const pairs = pairsOf(said, keys, rules, more);
  switch (rules.properties) {
    case 'yaml':
      return `---\n${pairs.map(yamlField).join('')}---\n\n`;
    case 'logseq':
      return `${pairs.map(([name, value]) => `${name}:: ${oneLine(value)}\n`).join('')}\n`;
    case 'list': {
      const rest = pairs.filter(([name]) => name !== keys.title && name !== keys.url);
      const list = rest.map(([name, value]) => `- ${name}: ${oneLine(value)}\n`).join('');
      // The rule says where the article begins: its first lines may look like properties.
      return `${list === '' ? '' : `${list}\n`}---\n\n`;
    }
  }
}

function pairsOf(
  { values, tags }: SaidOfClip,
  keys: FieldKeys,
  rules: PresetRules,
  more: readonly FrontField[],
): Pair[] {
  const pairs: Pair[] = [];
  for (const field of markdownFields) {
    const isDated = field === 'published' && keys.saved === 'date' && rules.properties === 'yaml';
    const key = keys[field] ?? (isDated ? field : null);
    if (key === null || field === 'tags') continue;
    const value = keys[field] === null ? null : values[field];
    if (value === null || value === '') {
      // Beside it, a `date` is the day on which the page was saved.
      if (isDated) pairs.push([key, '']);
      continue;
    }
    const isTime = rules.times === 'local' && times.has(field) && typeof value === 'string';
    pairs.push([key, isTime ? localTime(value) : value]);
  }
  for (const [name, value] of more) if (value !== null && value !== '') pairs.push([name, value]);
  if (keys.tags === null || tags.length === 0) return pairs;
  const plain = rules.plainTags ? [...new Set(tags.map(plainTag))].filter((tag) => tag !== '') : tags;
  if (plain.length > 0) pairs.push([keys.tags, plain]);
  if (plain.join('\n') !== tags.join('\n')) pairs.push([exactTags, tags]);
  return pairs;
}

function yamlField([name, value]: Pair): string {
  if (typeof value === 'object') return `${name}:\n${value.map((item) => `  - ${scalar(item)}\n`).join('')}`;
  return `${name}: ${scalar(value)}\n`;
}

/** A JSON string is a YAML string, once the signs that YAML takes for line breaks or refuses are escaped. */
function scalar(value: string | boolean): string {
  return (typeof value === 'string' ? inertYaml(value) : String(value)).replaceAll(
    /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A value of one line; a note's lines are parted by `<br>`, which linesOf reads. */
function oneLine(value: Pair[1]): string {
  const text = typeof value === 'object' ? tagLine(value) : String(value);
  return text
    .trim()
    .replaceAll(/&((?:amp;){0,20}lt;br>)/g, '&amp;$1')
    .replaceAll('<br>', '&lt;br>')
    .replaceAll(/\r\n|[\n\r\u2028\u2029]/g, '<br>');
}

/** Parted by commas, which no tag has; as a JSON list where a tag has what else could part them. */
function tagLine(tags: readonly string[]): string {
  return tags.some((tag) => /[;；|"'[\]]|^#/.test(tag)) ? JSON.stringify(tags) : tags.join(', ');
}

/** Obsidian's tags have letters, numbers, `-`, `_` and `/`, and are not numbers alone. */
function plainTag(tag: string): string {
  const plain = tag
    .replaceAll(/[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}_/-]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
  return /^\p{N}+$/u.test(plain) ? `${plain}_` : plain;
}

function localTime(iso: string): string {
  const date = new Date(iso);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
