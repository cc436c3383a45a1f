import { languageName } from '../../../extract/code/language-names.ts';

/** What the info string of a code fence says. */
export interface CodeInfo {
  /** Canonical name, or null. */
  readonly language: string | null;
  readonly fileName: string | null;
  /** `1,4-6`, or null. */
  readonly lines: string | null;
  /** The same of the lines that the user highlighted: `highlight="1,4-6"`. */
  readonly highlighted: string | null;
}

/** `go title="main.go" {1,4-6}`, and how generators write the same: `go:main.go`, `{.go}`, `js{1}`, `title=main.go`. */
export function codeInfo(info: string): CodeInfo {
  const lines = /\{([\d,\s-]+)\}/.exec(info)?.[1]?.replaceAll(/\s+/g, '') ?? null;
  const [, double, single, bare] =
    /(?:^|[\s{,])(?:title|file|filename|name)=(?:"([^"]*)"|'([^']*)'|([^\s}]+))/i.exec(info) ?? [];
  const stated = double ?? single ?? bare ?? null;
  const [word = '', afterColon] = firstWord(info).split(/:(.*)/s);
  const fileName = stated ?? (afterColon === undefined || afterColon === '' ? null : afterColon);
  const language = word === '' ? null : languageName(word);
  // A title without a language is written after `text`.
  const highlighted = /(?:^|\s)highlight="([\d,-]{1,2000})"/.exec(info)?.[1] ?? null;
  return {
    language: language === 'text' && fileName !== null ? null : language,
    fileName,
    lines,
    highlighted,
  };
}

function firstWord(info: string): string {
  const plain = info
    .trim()
    .replace(/^\{\s*\.?/, '')
    .replace(/[{}].*$/s, '');
  const word = plain.split(/\s/, 1)[0] ?? '';
  return /^[\w+#.:/-]{1,200}$/.test(word) && !/^\d[\d,-]*$/.test(word) && !word.includes('=') ? word : '';
}
