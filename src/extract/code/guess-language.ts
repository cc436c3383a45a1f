/** Signs that hardly occur outside a language: at least one strong sign, and no sign of another. */
const signs: readonly (readonly [string, RegExp])[] = [
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
  ['dockerfile', /^FROM \S+[\s\S]*^(RUN|CMD|COPY|ENTRYPOINT|WORKDIR) /m],
  ['go', /^package \w+$[\s\S]*^(func|import|type|var) /m],
  ['rust', /\bfn \w+\s*(<[^>]*>)?\([^)]*\)\s*(->|\{)|^use \w+(::\w+)+;/m],
  ['java', /^\s*(public|private|protected) (static |final |abstract )*(class|interface|void|enum) \w+/m],
  ['csharp', /^using System(\.\w+)*;/m],
  ['cpp', /^#include\s*<(iostream|vector|string|map|algorithm)>/m],
  ['c', /^#include\s*<(stdio|stdlib|string|unistd)\.h>/m],
  [
    'python',
    /^(def \w+\(.*\).*:|class \w+(\(.*\))?:|from [\w.]+ import |import (os|sys|re|json|numpy|pandas)\b)/m,
  ],
  ['typescript', /^(export )?(interface \w+ \{|type \w+ = )|: (string|number|boolean)(\[\])?[;,)]/m],
  [
    'javascript',
    /\b(const|let) \w+ = (require\(|\(?.*=> )|^import .* from ['"].*['"]|console\.log\(|^module\.exports/m,
  ],
  ['sql', /^\s*(select [\s\S]+ from |insert into |create table |update \w+ set |alter table )/im],
  ['css', /^[.#]?[a-z][^{};\n]{0,80}\{\s*\n\s*[a-z-]{2,30}\s*:/m],
];

/** A guess at the language of a text whose page states none; null where nothing is sure enough. */
export function guessLanguage(text: string): string | null {
  const start = text.slice(0, 4000);
  if (/^\s*[{[]/.test(start) && isJson(text)) return 'json';
  return signs.find(([, sign]) => sign.test(start))?.[0] ?? null;
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
