import { foldName } from '../text/fold-name.ts';
import { queryFields, type QueryField } from './query-fields.ts';

/** What the library has to complete a query with, each list the most used first. */
export interface Vocabulary {
  readonly tags: readonly string[];
  readonly sites: readonly string[];
  readonly languages: readonly string[];
  readonly authors: readonly string[];
  /** Smart lists, each with its query. */
  readonly lists: readonly { readonly name: string; readonly query: string }[];
}

export interface Completion {
  /** What takes the place of the piece at the caret. */
  readonly text: string;
  /** What to call it, where that is not the text. */
  readonly label?: string;
  /** A name that goes on with a value: no space follows it. */
  readonly open: boolean;
}

/** The piece at the caret, from `start` to `end`, and what it may become. */
export interface Completions {
  readonly start: number;
  readonly end: number;
  /** A filter is named already, and its value is what is typed. */
  readonly named: boolean;
  readonly items: readonly Completion[];
}

const mostItems = 8;
const fieldStart = /^(-?)(\p{L}{2,12})[:：](.*)$/u;

function quoted(value: string): string {
  return /[\s"]/u.test(value) ? `"${value.replaceAll('"', '')}"` : value;
}

/** Those that begin with what is typed, then those of which a part does. */
function fitting(values: readonly string[], typed: string): readonly string[] {
  const wanted = foldName(typed.replace(/^["“「#]/u, ''));
  const folded = values.map((value) => ({ value, name: foldName(value) }));
  const first = folded.filter(({ name }) => name.startsWith(wanted));
  const later = folded.filter(({ name }) => !name.startsWith(wanted) && name.includes(wanted));
  return [...first, ...later].map(({ value }) => value).filter((value) => foldName(value) !== wanted);
}

/** The values in the language in which the name is typed: the first of each are English, the second Chinese. */
function valuesOf({ names, values }: QueryField, name: string, typed: string, vocabulary: Vocabulary) {
  if (values === null) return [];
  if (typeof values === 'string') return vocabulary[values];
  const chinese = /\p{Script=Han}/u.test(`${name}${typed}`) && names.length > 1;
  return values.map(([english = '', other = english]) => (chinese ? other : english));
}

function ofField(typed: string, vocabulary: Vocabulary): readonly Completion[] | null {
  const [, dash = '', name = '', value = ''] = fieldStart.exec(typed) ?? [];
  const field = queryFields.find(({ names }) => names.includes(foldName(name)));
  if (field === undefined) return null;
  return fitting(valuesOf(field, name, value, vocabulary), value).map((one) => ({
    text: `${dash}${name}:${quoted(one)}`,
    open: false,
  }));
}

/**
 * What the piece of the query that ends at the caret may be meant to become: a value of the field that is named, else a
 * field's name, or a tag or site by a part of it. UTF-16 units.
 */
export function completions(query: string, caret: number, vocabulary: Vocabulary): Completions {
  const before = query.slice(0, caret);
  const start = before.length - (before.split(/\s/u).at(-1)?.length ?? 0);
  const end = caret + (/^\S*/u.exec(query.slice(caret))?.[0].length ?? 0);
  const typed = before.slice(start).normalize('NFKC');
  const values = ofField(typed, vocabulary);
  const lists = start === 0 && end === query.length ? ofList(typed, vocabulary) : [];
  const items =
    typed === '' || /^-?["“「]/u.test(typed) ? [] : (values ?? [...lists, ...ofWord(typed, vocabulary)]);
  return { start, end, named: values !== null, items: items.slice(0, mostItems) };
}

function ofWord(typed: string, { tags, sites }: Vocabulary): readonly Completion[] {
  const dash = typed.startsWith('-') ? '-' : '';
  const word = foldName(typed.slice(dash.length));
  if (word === '') return [];
  const names = queryFields.flatMap((field) =>
    field.names.filter((name) => name.startsWith(word)).slice(0, 1),
  );
  const labels = (name: string, values: readonly string[]) =>
    word.length < 2 && !/\p{Script=Han}/u.test(word)
      ? []
      : [...values.filter((value) => foldName(value) === word), ...fitting(values, word)].map((value) => ({
          text: `${dash}${name}:${quoted(value)}`,
          open: false,
        }));
  return [
    ...names.map((name) => ({ text: `${dash}${name}:`, open: true })),
    ...labels('tag', tags).slice(0, 4),
    ...labels('site', sites).slice(0, 3),
  ];
}

/** A word that is the whole query may be the name of a list, and become its query. */
function ofList(typed: string, { lists }: Vocabulary): readonly Completion[] {
  const word = foldName(typed);
  return lists
    .filter(({ name }) => foldName(name).includes(word))
    .slice(0, 3)
    .map(({ name, query }) => ({ text: query, label: name, open: false }));
}
