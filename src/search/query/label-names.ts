import { foldName } from '../text/fold-name.ts';

/** Names under which people know a language, to the canonical name that clips carry. */
const languageAliases: Record<string, string> = {
  golang: 'go',
  js: 'javascript',
  ts: 'typescript',
  py: 'python',
  rb: 'ruby',
  rs: 'rust',
  sh: 'bash',
  shell: 'bash',
  zsh: 'bash',
  yml: 'yaml',
  'c++': 'cpp',
  'c#': 'csharp',
  cs: 'csharp',
  kt: 'kotlin',
  md: 'markdown',
  docker: 'dockerfile',
  'objective-c': 'objectivec',
  objc: 'objectivec',
};

/** The one name of a programming language under which clips are listed: `typescript` for `ts`. */
export function canonicalLanguage(name: string): string {
  const folded = foldName(name.trim());
  return (Object.hasOwn(languageAliases, folded) ? languageAliases[folded] : undefined) ?? folded;
}

/** A site as it is compared: the host alone, without `www.`, folded; also where a whole address is given. */
export function foldedSite(value: string): string {
  return foldName(value.trim())
    .replace(/^[a-z]+:\/\//u, '')
    .replace(/^www\./u, '')
    .replace(/\/[^]*/u, '');
}

/** A tag as it is compared: folded, without a leading `#` and without slashes at its ends. */
export function foldedTag(value: string): string {
  return foldName(value.trim())
    .replace(/^#/u, '')
    .replace(/^\/+|(?<!\/)\/+$/gu, '');
}
