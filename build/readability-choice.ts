import type { Plugin } from 'vite';
import { type Replacement, replacing } from './replace-in-module.ts';

const module = '@mozilla/readability/Readability.js';

/** A method with its body, as Readability's prototype has them: its end is the first brace at its own indent. */
function method(name: string): RegExp {
  return new RegExp(`\\n  ${name}\\(\\w*\\) \\{[^]*?\\n  \\},`);
}

/**
 * What we take of Readability is which elements it chooses. What it makes of them after that, and what it reads of the head
 * beside what its choice asks for (title and byline), is left out: a third of its code, and on each page a serialisation of
 * the article for a log that nobody reads.
 */
export const choiceOnly: readonly Replacement[] = [
  { module, find: method('_getJSONLD'), replace: '' },
  { module, find: method('_fixRelativeUris'), replace: '' },
  { module, find: method('_cleanClasses'), replace: '' },
  { module, find: /\n {4}this\._fixRelativeUris\(articleContent\);/, replace: '' },
  {
    module,
    find: /\n {4}if \(!this\._keepClasses\) \{[^]*?\n {4}\}/,
    replace: '',
  },
  { module, find: /this\._disableJSONLD \? \{\} : this\._getJSONLD\(this\._doc\)/, replace: '{}' },
  { module, find: /\n {4}this\.log\("Grabbed: " \+ articleContent\.innerHTML\);/, replace: '' },
  {
    module,
    find: /\n {2}if \(this\._debug\) \{[^]*?\n {2}\} else \{([^]*?)\n {2}\}/,
    replace: '\n  this.log = function () {};',
  },
  { module, find: /\n {4}\/\/ get description\n[^]*?(?=\n {4}\/\/ in many sites)/, replace: '' },
  {
    module,
    find: /\n {4}metadata\.excerpt = this\._unescape[^]*?(?=\n\n {4}return metadata;)/,
    replace: '',
  },
  {
    module,
    find: /\n {4}if \(!metadata\.excerpt\) \{[^]*?\n {4}return \{[^]*?\n {4}\};/,
    replace: '\n    return { content: this._serializer(articleContent) };',
  },
];

/** Fails the build where a new version of Readability no longer has what is to be left out. */
export function readabilityChoice(): Plugin {
  return replacing('clipshelf:readability-choice', choiceOnly);
}
