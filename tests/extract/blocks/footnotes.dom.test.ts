import { describe, expect, test } from 'vitest';
import { blocksOf } from '../block-of.ts';

const mark = (link: string): string => `<p>Sand moves.${link} Water too.</p>`;
/** How generators write a note: the mark in the text and the note behind it. */
const notes: Readonly<Record<string, string>> = {
  'a quotation': `${mark('<sup><a href="#fn_1" id="reffn_1">1</a></sup>')}<blockquote id="fn_1"><sup>1</sup>. A <b>weir</b>.<a href="#reffn_1"> ↩</a></blockquote>`,
  'a table': `${mark('<sup id="fnref:w"><a href="#fndef:w" class="fnref">[1]</a></sup>')}<table class="fndef" id="fndef:w"><tr><td><a href="#fnref:w">[1]</a></td><td>A <b>weir</b>.</td></tr></table>`,
  'a row of a table': `${mark('<a id="r1" href="#n1">[1]</a>')}<table><tr id="n1"><td><a href="#r1">[1]</a></td><td>A <b>weir</b>.</td></tr></table>`,
  'a definition': `${mark('<a class="footnote-reference brackets" href="#id3" id="id1">1</a>')}<dl class="footnote brackets"><dt class="label" id="id3"><span class="brackets"><a class="fn-backref" href="#id1">1</a></span></dt><dd><p>A <b>weir</b>.</p></dd></dl>`,
  'a paragraph with an anchor': `${mark('<a href="#_ftn1" name="_ftnref1">[1]</a>')}<p><a href="#_ftnref1" name="_ftn1">[1]</a> A <b>weir</b>.</p>`,
  'an item of a list': `${mark('<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup>')}<ol><li id="cite_note-1"><b><a href="#cite_ref-1">^</a></b> <span>A <b>weir</b>.</span></li></ol>`,
  'a division': `${mark('<sup>[<a id="_ref_1" href="#_def_1">1</a>]</sup>')}<div class="footnote" id="_def_1"><a href="#_ref_1">1</a>. A <b>weir</b>.</div>`,
  'a note in the margin': mark(
    '<label for="sn" class="margin-toggle"></label><input type="checkbox" id="sn"><span class="sidenote">A <b>weir</b>.</span>',
  ),
  'a note of LaTeXML': mark(
    '<span class="ltx_note ltx_role_footnote"><sup class="ltx_note_mark">1</sup><span class="ltx_note_outer"><span class="ltx_note_content"><sup class="ltx_note_mark">1</sup><span class="ltx_tag ltx_tag_note">1</span>A <b>weir</b>.</span></span></span>',
  ),
  'a note behind its number': mark(
    '<sup class="footnote-number">1</sup><span class="modern-footnotes-footnote__note">A <b>weir</b>.</span>',
  ),
};

describe('a footnote', () => {
  test.each(Object.entries(notes))('written as %s', (_, html) => {
    expect(blocksOf(html)).toBe('Sand moves.[^1] Water too.\n\n\n\n[^1]: A **weir**.');
  });
});

describe('no footnote', () => {
  test('is what a term with a link to itself defines, though its text links to the term', () => {
    const html =
      '<dl><dt id="lib.Queue"><code>Queue</code>()<a href="#lib.Queue">¶</a></dt><dd><p>Gives a <a href="#lib.Queue"><code>Queue</code></a>.</p><pre>take()</pre></dd></dl>';
    expect(blocksOf(html)).toContain('Gives a [`Queue`](#clip-lib.Queue)');
    expect(blocksOf(html)).toContain('take()');
  });

  test.each([
    [
      'a list of contents',
      '<p>See <a href="#x">part 2</a>.</p><div id="x"><p>Part two. <a href="#y">Up</a></p></div>',
    ],
    [
      'a paragraph that a word leads to',
      '<p id="y">See <a href="#x">B</a>.</p><p id="x">Part two, after <a href="#y">A</a>.</p>',
    ],
  ])('is %s', (_, html) => {
    expect(blocksOf(html)).toContain('Part two');
    expect(blocksOf(html)).not.toContain('[^1]');
  });
});
