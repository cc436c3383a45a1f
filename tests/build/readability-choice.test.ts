import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import { inProject } from '../../build/paths.ts';
import { choiceOnly } from '../../build/readability-choice.ts';
import { replaceOnce } from '../../build/replace-in-module.ts';

const whole = readFileSync(inProject('node_modules/@mozilla/readability/Readability.js'), 'utf8');
const chosen = choiceOnly.reduce((code, each) => replaceOnce(code, each), whole);

/** The methods that a code calls on itself, and those that it has. */
function methodsOf(code: string): { readonly called: Set<string>; readonly defined: Set<string> } {
  const names = (pattern: RegExp): Set<string> =>
    new Set([...code.matchAll(pattern)].map(([, name = '']) => name));
  return { called: names(/this\.(_[a-z]\w+)\(/g), defined: names(/\n {2}(_[a-z]\w+)\([^)]*\) \{/g) };
}

test('nothing that is left of Readability calls what was left out', () => {
  const { called, defined } = methodsOf(chosen);
  expect([...called].filter((name) => !defined.has(name) && name !== '_serializer')).toEqual([]);
  expect(defined.size).toBeLessThan(methodsOf(whole).defined.size);
});

test('what is left is a script, and still reads the title and the byline for its choice', () => {
  expect(() => new Script(chosen)).not.toThrow();
  expect(chosen).toMatch(/metadata\.title =/);
  expect(chosen).toMatch(/metadata\.byline =/);
  expect(chosen).not.toMatch(/Grabbed|metadata\.excerpt|siteName =/);
});

test('a library that changed fails the build', () => {
  const [first] = choiceOnly;
  expect(() => (first === undefined ? null : replaceOnce(chosen, first))).toThrow('has changed');
});
