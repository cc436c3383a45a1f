import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { guardNote, unguardNote } from '../../../../src/formats/markdown/write/guard-note.ts';

const piece = fc.constantFrom(
  '<b>',
  '<img src=x onerror=a>',
  '</p>',
  '<!--',
  '-->',
  '`',
  '``',
  '```\n',
  '~~~\n',
  '\\',
  '\n',
  '\n\n',
  '- ',
  '> ',
  'a',
  'List<String>',
  ' ',
  '<',
  '    ',
);
const note = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));
const renderer = new MarkdownIt('commonmark', { html: true });

test('a note comes back as it was', () => {
  fc.assert(
    fc.property(note, (text) => {
      expect(unguardNote(guardNote(text))).toBe(text);
    }),
    { numRuns: 3_000 },
  );
});

test('HTML in a note is text for who renders it, alone or in a quotation', () => {
  fc.assert(
    fc.property(note, (text) => {
      const guarded = guardNote(text);
      for (const markdown of [guarded, guarded.replaceAll(/^/gm, '> ')])
        expect(renderer.render(markdown)).not.toMatch(/<img|<b>|<String|<!--/);
    }),
    { numRuns: 3_000 },
  );
});

test('code in a note stays as it is', () => {
  expect(guardNote('Use `List<String>`\n\n```\nList<String>\n```\n\nList<String>')).toBe(
    'Use `List<String>`\n\n```\nList<String>\n```\n\nList\\<String>',
  );
});
