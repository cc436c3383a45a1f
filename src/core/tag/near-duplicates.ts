import { groupBy } from '../group-by.ts';
import type { Tag } from './tag.ts';

/** Tags that seem to mean the same; the one to keep first. */
export interface NearDuplicates {
  readonly tags: readonly Tag[];
  readonly reason: 'same-letters' | 'plural' | 'short-form' | 'other-name';
}

/** Names that developers use for one thing. The first is the usual one. */
const otherNames: readonly (readonly string[])[] = [
  ['kubernetes', 'k8s', 'kube'],
  ['go', 'golang'],
  ['javascript', 'js', 'ecmascript'],
  ['typescript', 'ts'],
  ['python', 'py', 'python3'],
  ['rust', 'rustlang', 'rs'],
  ['postgresql', 'postgres', 'pg', 'pgsql'],
  ['mongodb', 'mongo'],
  ['elasticsearch', 'es'],
  ['nodejs', 'node'],
  ['vue', 'vuejs'],
  ['react', 'reactjs'],
  ['c++', 'cpp', 'cplusplus'],
  ['c#', 'csharp'],
  ['.net', 'dotnet'],
  ['machinelearning', 'ml', '机器学习'],
  ['deeplearning', 'dl', '深度学习'],
  ['artificialintelligence', 'ai', '人工智能'],
  ['database', 'db', '数据库'],
  ['操作系统', 'os', 'operatingsystem'],
  ['frontend', 'fe', '前端'],
  ['backend', 'be', '后端'],
  ['algorithm', 'algo', '算法'],
  ['linux', 'gnulinux'],
  ['macos', 'osx'],
  ['kotlin', 'kt'],
  ['shell', 'sh', 'shellscript'],
  ['configuration', 'config', 'conf', '配置'],
  ['documentation', 'docs', 'doc', '文档'],
  ['performance', 'perf', '性能'],
];

const usualName = new Map(
  otherNames.flatMap((names) => names.map((name): [string, string] => [name, names[0] ?? name])),
);

/**
 * Groups of tags that may be one: the same letters but for case, width and separators; plurals; `i18n` forms; other
 * names of one thing. `count` says how many clips have a tag: the most used comes first. In about one pass over the tags.
 */
export function nearDuplicates(tags: readonly Tag[], count: (key: string) => number): NearDuplicates[] {
  const longForms = numeronyms(tags);
  const groups = groupBy(tags, (tag) => signatureOf(tag, longForms));
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({
      tags: group.toSorted((a, b) => count(b.key) - count(a.key) || (a.key < b.key ? -1 : 1)),
      reason: reasonOf(group),
    }));
}

function signatureOf(tag: Tag, longForms: ReadonlyMap<string, string>): string {
  const levels = tag.key.split('/');
  const last = singular(skeleton(levels.pop() ?? ''));
  const long = longForms.get(last) ?? last;
  return [...levels.map(skeleton), usualName.get(long) ?? long].join('/');
}

function reasonOf(group: readonly Tag[]): NearDuplicates['reason'] {
  const distinct = (form: (key: string) => string) => new Set(group.map((tag) => form(tag.key))).size;
  if (distinct(skeleton) === 1) return 'same-letters';
  if (distinct((key) => singular(skeleton(key))) === 1) return 'plural';
  return group.some((tag) => /^\p{L}\d+\p{L}$/u.test(skeleton(tag.key))) ? 'short-form' : 'other-name';
}

/** Letters and digits alone, compatibility forms folded; `+` and `#` are kept, since C, C++ and C# differ by them. */
function skeleton(key: string): string {
  const folded = key.normalize('NFKC').toLowerCase();
  const bare = folded.replaceAll(/[\s\-_.·/']+/gu, '');
  return bare === '' ? folded : bare;
}

function singular(word: string): string {
  if (!/^[a-z]{5,}$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/.test(word)) return word;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** `k8s` to the one tag that it abbreviates: first letter, so many letters, last letter. */
function numeronyms(tags: readonly Tag[]): Map<string, string> {
  const long = new Map<string, string | null>();
  for (const tag of tags) {
    const word = skeleton(tag.key.split('/').at(-1) ?? '');
    if (!/^[a-z]{5,}$/.test(word)) continue;
    const short = `${word[0] ?? ''}${word.length - 2}${word.at(-1) ?? ''}`;
    long.set(short, long.has(short) && long.get(short) !== word ? null : word);
  }
  return new Map([...long].flatMap(([short, word]) => (word === null ? [] : [[short, singular(word)]])));
}
