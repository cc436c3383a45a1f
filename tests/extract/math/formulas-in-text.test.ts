import { describe, expect, test } from 'vitest';
import { formulasIn } from '../../../src/extract/math/formulas-in-text.ts';

const latexIn = (text: string): readonly string[] => formulasIn(text).map(({ latex }) => latex);

describe('formulasIn', () => {
  test('finds each kind of delimiter, with where it begins and ends', () => {
    const text = 'a $x_1$ b $$y$$ c \\(z\\) d \\[w\\] e \\begin{align}v\\end{align}';
    expect(formulasIn(text).map(({ start, end, kind }) => [text.slice(start, end), kind])).toEqual([
      ['$x_1$', 'inline'],
      ['$$y$$', 'block'],
      ['\\(z\\)', 'inline'],
      ['\\[w\\]', 'block'],
      ['\\begin{align}v\\end{align}', 'block'],
    ]);
  });

  test('formulas without anything between them are two', () => {
    expect(latexIn('$a_1$$b_1$')).toEqual(['a_1', 'b_1']);
  });

  test('money, variables of a shell and escaped signs are no formulas', () => {
    expect(latexIn('it costs $5 or $6 a month')).toEqual([]);
    expect(latexIn('not \\$x_1\\$')).toEqual([]);
    expect(latexIn('echo $HOME and then some more words of text $PATH')).toEqual([]);
  });

  test('nothing that no formula contains is in one, and the next is found after it', () => {
    expect(latexIn('\\(a \ufffc b\\) and \\(c\\)')).toEqual(['c']);
  });

  test('an end is not taken for a beginning that stands after it', () => {
    expect(latexIn('\\) \\(a\\) \\( \\(b\\)')).toEqual(['a', ' \\(b']);
  });

  test.each(['\\(', '\\[', '$$ a ', '\\begin{align}', '\\begin{align*} $$ \\[ '])(
    'very many beginnings (%j) that have no end, or one that nothing may reach, are read once',
    (open) => {
      expect(latexIn(open.repeat(200_000).replaceAll('$$', '\\('))).toEqual([]);
      expect(latexIn(`${open.replaceAll('$$', '\\(').repeat(200_000)}\ufffc\\)\\]\\end{align}`)).toEqual([]);
    },
  );

  test('very many formulas of one text are all found', () => {
    expect(latexIn('so $x_1$ holds, '.repeat(50_000))).toHaveLength(50_000);
  });
});
