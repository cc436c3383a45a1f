/**
 * Signs that hardly occur outside a language; where several are named, all of them. Each looks at a line at most: a
 * page may have thousands of blocks.
 */
const signs: readonly (readonly [language: string, ...signs: readonly RegExp[]])[] = [
  ['diff', /^(diff --git |@@ -\d+,\d+ \+\d+,\d+ @@)/m],
  ['php', /^<\?php\b/],
  ['html', /^\s*<(!doctype html|html|head|body|div|template)\b/i],
  ['xml', /^\s*<\?xml\b/],
  ['bash', /^#!.*\b(ba|z)?sh\b/],
  ['console', /^[$#] (?:sudo |apt|git |npm |yarn |pip |docker |kubectl |curl |cd |ls|brew |go |cargo )/m],
  [
    'bash',
    /^(?:sudo |apt(-get)? |git (clone|add|commit|push|pull|checkout) |npm (i|install|run) |yarn add |pip3? install |docker (run|build|compose) |kubectl |curl -|brew install )/m,
  ],
  ['dockerfile', /^FROM \S/m, /^(RUN|CMD|COPY|ENTRYPOINT|WORKDIR) /m],
  ['go', /^package \w+$/m, /^(func|import|type|var) /m],
  ['rust', /\bfn \w+(<[^<>(]{0,200}>)?\([^()]{0,400}\) *(->|\{)|^use \w+(::\w+)+;/m],
  ['java', /^[ \t]*(public|private|protected) (static |final |abstract )*(class|interface|void|enum) \w+/m],
  ['csharp', /^using System(\.\w+)*;/m],
  ['cpp', /^#include\s*<(iostream|vector|string|map|algorithm)>/m],
  ['c', /^#include\s*<(stdio|stdlib|string|unistd)\.h>/m],
  [
    'python',
    /^(def \w+\(.*\)[^)\n]*:|class \w+(\(.*\))?:|from [\w.]+ import |import (os|sys|re|json|numpy|pandas)\b)/m,
  ],
  ['typescript', /^(export )?(interface \w+ \{|type \w+ = )|: (string|number|boolean)(\[\])?[;,)]/m],
  [
    'javascript',
    /\b(const|let) \w+ = (require\(|\(?[^=\n]{0,120}=> )|^import [^'"\n\r]* from ['"]|console\.log\(|^module\.exports/m,
  ],
  ['sql', /^[ \t]*select /im, / from /i],
  ['sql', /^[ \t]*(insert into |create table |update \w+ set |alter table )/im],
  ['css', /^[.#]?[a-z][^{};\n\r]{0,80}\{[ \t\r]*\n\s*[a-z-]{2,30}[ \t]*:/m],
];

/** A guess at the language of a text whose page states none; null where nothing is sure enough. */
export function guessLanguage(text: string): string | null {
  const start = text.slice(0, 4000);
  if (/^\s*[{[]/.test(start) && isJson(text)) return 'json';
  return signs.find(([, ...all]) => all.every((sign) => sign.test(start)))?.[0] ?? null;
}

function isJson(text: string): boolean {
  if (text.length > 200_000) return false;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
