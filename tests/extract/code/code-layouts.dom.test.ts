import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractPage } from '../../../src/extract/extract-page.ts';
import { layoutWriters } from './layout-writers.ts';

const line = fc
  .array(
    fc.constantFrom(
      'func',
      'x',
      '\t',
      '  ',
      ' ',
      '<b>',
      '&amp;',
      '`',
      '```',
      '"',
      '你好',
      '1',
      '$',
      '//',
      '{',
      '}',
      '#',
      '*',
      '\\',
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));
/** Blank lines within, tabs, trailing spaces; the first and the last line have ink, as in any block that is shown. */
const code = fc
  .tuple(
    fc.constantFrom('package main', '\tmake', '  - a'),
    fc.array(line, { maxLength: 6 }),
    fc.constantFrom('}', 'end  ', '\t\treturn'),
  )
  .map(([first, middle, last]) => [first, ...middle, last].join('\n'));

function pageWith(block: string): Document {
  const prose = 'A paragraph that says what the code below is for, in words enough to be an article. '.repeat(
    4,
  );
  const html = `<!doctype html><html><head><title>t</title></head><body><article class="post-content"><p>${prose}</p>${block}<p>${prose}</p></article></body></html>`;
  return new DOMParser().parseFromString(html, 'text/html');
}

describe.each(Object.entries(layoutWriters))('%s', (name, write) => {
  test('gives the code back to the byte', () => {
    fc.assert(
      fc.property(code, (any) => {
        // This one writes a line of one space as it writes a blank line.
        const written = name === 'rehypePrettyCode' ? any.replace(/^ $/gm, '') : any;
        const blocks = extractPage(pageWith(write(written))).blocks.filter((block) => block.kind === 'code');
        expect(blocks.map((block) => block.text)).toEqual([written]);
      }),
      { numRuns: 25 },
    );
  });

  test('names the language where the page does', () => {
    const block = extractPage(pageWith(write('func main() {\n\treturn\n}'))).blocks.find(
      (candidate) => candidate.kind === 'code',
    );
    const stated = !['codeMirror', 'githubBlob', 'mdnice', 'medium'].includes(name);
    expect(block?.language).toBe(stated ? 'go' : null);
  });
});
