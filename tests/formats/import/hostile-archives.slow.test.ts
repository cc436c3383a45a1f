import { describe, expect, test, vi } from 'vitest';
import type { ImportedClip } from '../../../src/formats/import/imported-clip.ts';
import { importOf } from '../../factories/fixture.ts';
import { tarOf } from '../../factories/tar.ts';
import { makeZip } from '../../factories/zip.ts';

// What takes the square of its input's size takes hours, not seconds.
vi.setConfig({ testTimeout: 30_000 });

const reasons = (problems: readonly { readonly reason: string; readonly entry: string | null }[]) =>
  problems.map(({ reason, entry }) => [reason, entry]);
const titles = (clips: readonly ImportedClip[]) => clips.map(({ title }) => title);

describe('MHTML', () => {
  const head = (boundary: string) =>
    `From: <Saved by a browser>\r\nSnapshot-Content-Location: https://a.example/\r\nSubject: Page\r\nDate: Tue, 5 Mar 2024 02:20:30 GMT\r\nContent-Type: multipart/related; type="text/html"; boundary="${boundary}"\r\n\r\n`;
  const page = 'Content-Type: text/html\r\nContent-Location: https://a.example/\r\n\r\n<p>Whole text</p>';
  const png = (location: string, data: string) =>
    `Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: ${location}\r\n\r\n${data}`;

  test('cut within a picture: the page is there, and the cut is named', async () => {
    const file = `${head('b')}--b\r\n${page}\r\n--b\r\n${png('https://a.example/p.png', 'iVBORw0')}`;
    const { clips, problems, remarks } = await importOf(file, 'page.mhtml');
    expect(clips[0]?.content?.text).toBe('<p>Whole text</p>');
    expect(problems).toEqual([]);
    expect(reasons(remarks)).toEqual([['cut-off', 'page.mhtml']]);
  });

  test('cut before the page: no clip, and a reason', async () => {
    const { clips, problems } = await importOf(`${head('b')}--b\r\nContent-Ty`, 'page.mhtml');
    expect(clips).toEqual([]);
    expect(reasons(problems)).toEqual([['cut-off', 'page.mhtml']]);
  });

  test('no page among its parts', async () => {
    const { problems } = await importOf(
      `${head('b')}--b\r\n${png('https://a.example/p.png', 'iVBORw0K')}\r\n--b--\r\n`,
      'page.mhtml',
    );
    expect(reasons(problems)).toEqual([['wrong-shape', 'page.mhtml']]);
  });

  test('parts within parts are read, and one that names itself as its own part ends', async () => {
    const inner = `Content-Type: multipart/alternative; boundary=b2\r\n\r\n--b2\r\n${page}\r\n--b2--`;
    const { clips, remarks } = await importOf(`${head('b')}--b\r\n${inner}\r\n--b--`, 'page.mhtml');
    expect(clips[0]?.content?.text).toBe('<p>Whole text</p>');
    expect(remarks).toEqual([]);
    const circle = 'Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\n';
    const deep = `${head('b')}--b\r\n${page}\r\n--b\r\n${circle.repeat(100_000)}`;
    expect(titles((await importOf(deep, 'page.mhtml')).clips)).toEqual(['Page']);
  });

  test('100 levels of parts, and a million parts: the page that is within reach is there, the rest is named', async () => {
    const levels = Array.from(
      { length: 100 },
      (_, n) => `Content-Type: multipart/mixed; boundary=l${n}\r\n\r\n--l${n}\r\n`,
    ).join('');
    for (const more of [levels, `${png('https://a.example/p.png', 'iVBORw0K')}\r\n--b\r\n`.repeat(200_000)]) {
      const { clips, remarks } = await importOf(
        `${head('b')}--b\r\n${page}\r\n--b\r\n${more}\r\n--b--`,
        'p.mht',
      );
      expect(titles(clips)).toEqual(['Page']);
      expect(reasons(remarks)).toContainEqual(['too-large', 'p.mht']);
    }
  });

  test('a boundary that begins another, or stands within a line, is none', async () => {
    const text = `<p>Whole</p>\r\n--b is said here\r\n<p>text --b</p>`;
    const part = `Content-Type: text/html\r\nContent-Location: https://a.example/\r\n\r\n${text}`;
    const { clips } = await importOf(`${head('b')}--b\r\n${part}\r\n--b--\r\n`, 'page.mhtml');
    expect(clips[0]?.content?.text).toBe(text);
  });

  test('two pictures that claim one address: the first', async () => {
    const file = `${head('b')}--b\r\n${page}\r\n--b\r\n${png('https://a.example/p', 'AQID')}\r\n--b\r\n${png('https://a.example/p', 'BAUG')}\r\n--b--`;
    const { clips } = await importOf(file, 'page.mhtml');
    const picture = clips[0]?.content?.pictures?.find('https://a.example/p');
    expect([...((await picture?.read()) ?? [])]).toEqual([1, 2, 3]);
  });

  test('no boundary at all', async () => {
    await expect(
      importOf(`${head('b').replace(' boundary="b"', '')}text`, 'page.mhtml'),
    ).rejects.toMatchObject({ code: 'import/unreadable' });
  });
});

describe('ENEX', () => {
  const note = (title: string, content: string) =>
    `<note><title>${title}</title><content><![CDATA[<en-note>${content}</en-note>]]></content><note-attributes><source-url>https://a.example/${title}</source-url></note-attributes></note>`;

  test('cut in the middle of a note: the others are whole, and the cut is named', async () => {
    const last = note('c', '<p>third</p>').replace(
      '<content>',
      '<note-attributes><source-url>https://a.example/c</source-url></note-attributes><content>',
    );
    const file = `<en-export>${note('a', '<p>first</p>')}${note('b', '<p>second</p>')}${last.slice(0, last.indexOf('third') + 3)}`;
    const { clips, remarks } = await importOf(file, 'notes.enex');
    expect(titles(clips)).toEqual(['a', 'b', 'c']);
    expect(clips[2]?.content?.text).toContain('<p>thi');
    expect(clips[2]?.content?.text).not.toContain('CDATA');
    expect(reasons(remarks)).toEqual([['cut-off', '3 c']]);
  });

  test('entities that unfold to a billion are no entities', async () => {
    const file = `<!DOCTYPE en-export [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]><en-export>${note('a', '&b; &x;')}<note><title>&b;&x;</title><note-attributes><source-url>https://b.example/</source-url></note-attributes></note></en-export>`;
    const { clips } = await importOf(file, 'notes.enex');
    expect(clips[0]?.content?.text).toBe('&b; &x;');
    expect(clips[1]?.title).toBe('&b;&x;');
  });

  test.each([
    ['100,000 notes', note('a', 'x').repeat(100_000), 100_000],
    [
      '100,000 notes without CDATA',
      '<note><title>t</title><note-attributes><source-url>https://a.example/</source-url></note-attributes></note>'.repeat(
        100_000,
      ),
      100_000,
    ],
    [
      '100,000 passages of CDATA in a note',
      `<note><content>${'<![CDATA[</note>]]>'.repeat(100_000)}</content></note>`,
      0,
    ],
    ['a million tags that never end', `<note ${'<note '.repeat(1_000_000)}`, 0],
  ])('%s end in time', async (_name, notes, count) => {
    expect((await importOf(`<en-export>${notes}</en-export>`, 'notes.enex')).clips).toHaveLength(count);
  });

  test('a picture of wrong bytes, or none: the text is there', async () => {
    const file = `<en-export>${note('a', '<en-media type="image/png" hash="00"/>text').replace('</note>', '<resource><data encoding="base64">***</data><mime>image/png</mime></resource></note>')}</en-export>`;
    const { clips } = await importOf(file, 'notes.enex');
    expect(clips[0]?.content?.text).toContain('text');
    expect(clips[0]?.content?.pictures?.find('cid:00')).toBeNull();
  });
});

describe('tar', () => {
  const note = (id: string) =>
    `Note ${id}\n\nid: ${id.repeat(32)}\nsource_url: https://a.example/${id}\ntype_: 1`;
  const files = { [`${'1'.repeat(32)}.md`]: note('1'), [`${'2'.repeat(32)}.md`]: note('2') };
  const bytes = async (tar: Blob) => new Uint8Array(await tar.arrayBuffer());

  test('cut within a file: those before it are there, and the cut is named', async () => {
    const whole = await bytes(tarOf(files));
    const { clips, problems } = await importOf(whole.slice(0, 512 * 3 + 20), 'notes.jex');
    expect(titles(clips)).toEqual(['Note 1']);
    expect(reasons(problems)).toEqual([['cut-off', `${'2'.repeat(32)}.md`]]);
  });

  test.each([
    ['a size that is no number', 124, 'xxxxxxxxxxx'],
    ['a size beyond the file', 124, '77777777777'],
    ['another name than the checksum is of', 0, 'Z'],
  ])('%s: what stands before is taken', async (_name, at, text) => {
    const whole = await bytes(tarOf(files));
    whole.set(new TextEncoder().encode(text), 1_024 + at);
    const { clips, problems } = await importOf(whole, 'notes.jex');
    expect(titles(clips)).toEqual(['Note 1']);
    expect(problems.map(({ reason }) => reason)).toEqual(['cut-off']);
  });

  test('names that lead out, and names that are there twice', async () => {
    const { clips, problems } = await importOf(
      tarOf({ ...files, '../up.md': note('3'), '/etc/x.md': note('4'), 'C:\\x.md': note('5') }),
      'notes.jex',
    );
    expect(titles(clips)).toEqual(['Note 1', 'Note 2']);
    expect(problems.map(({ reason }) => reason)).toEqual(['unsafe-name', 'unsafe-name', 'unsafe-name']);
  });

  test('notebooks that are their own parents end', async () => {
    const book = (id: string, parent: string) =>
      `Book ${id}\n\nid: ${id.repeat(32)}\nparent_id: ${parent.repeat(32)}\ntype_: 2`;
    const { clips } = await importOf(
      tarOf({
        [`${'a'.repeat(32)}.md`]: book('a', 'b'),
        [`${'b'.repeat(32)}.md`]: book('b', 'a'),
        [`${'1'.repeat(32)}.md`]: note('1').replace('type_', `parent_id: ${'a'.repeat(32)}\ntype_`),
      }),
      'notes.jex',
    );
    expect(clips[0]?.tags).toEqual(['Book b/Book a']);
  });

  test('20,000 empty files', async () => {
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`f${n}.png`, '']));
    expect(titles((await importOf(tarOf({ ...files, ...many }), 'notes.jex')).clips)).toHaveLength(2);
  });
});

describe('EPUB', () => {
  const chapter = (text: string) => `<html><head><title>t</title></head><body><p>${text}</p></body></html>`;
  const bookOf = (
    items: string,
    spine: string,
    files: Readonly<Record<string, string>>,
    root = 'OEBPS/book.opf',
  ) =>
    makeZip({
      mimetype: 'application/epub+zip',
      'META-INF/container.xml': `<container><rootfiles><rootfile full-path="${root}"/></rootfiles></container>`,
      'OEBPS/book.opf': `<package><metadata><dc:title>Book</dc:title><dc:source>https://a.example/</dc:source></metadata><manifest>${items}</manifest><spine>${spine}</spine></package>`,
      ...files,
    });

  test('a chapter that the spine names 100,000 times is one chapter', async () => {
    const book = await bookOf('<item id="a" href="a.xhtml"/>', '<itemref idref="a"/>'.repeat(100_000), {
      'OEBPS/a.xhtml': chapter('once'),
    });
    const { clips } = await importOf(book, 'book.epub');
    expect(clips[0]?.content?.text).toBe('<p>once</p>');
  });

  test('a chapter that is missing or locked is named, and the others are there', async () => {
    const book = await bookOf(
      '<item id="a" href="a.xhtml"/><item id="b" href="b.xhtml"/><item id="c" href="c.xhtml"/>',
      '<itemref idref="a"/><itemref idref="b"/><itemref idref="c"/>',
      {
        'OEBPS/a.xhtml': chapter('here'),
        'OEBPS/c.xhtml': '\u0001\u0002',
        'META-INF/encryption.xml':
          '<encryption><enc:EncryptedData><enc:CipherData><enc:CipherReference URI="OEBPS/c.xhtml"/></enc:CipherData></enc:EncryptedData></encryption>',
      },
    );
    const { clips, problems } = await importOf(book, 'book.epub');
    expect(clips[0]?.content?.text).toBe('<p>here</p>');
    expect(reasons(problems)).toEqual([
      ['missing-chapter', 'OEBPS/b.xhtml'],
      ['encrypted', 'OEBPS/c.xhtml'],
    ]);
  });

  test('ways that lead out, a package that is not there, an empty spine: a reason each', async () => {
    const away = await bookOf('<item id="a" href="../../../a.xhtml"/>', '<itemref idref="a"/>', {
      'a.xhtml': chapter('top'),
    });
    expect((await importOf(away, 'book.epub')).clips[0]?.content?.text).toBe('<p>top</p>');
    const none = await bookOf('', '', {}, '../../etc/book.opf');
    expect(reasons((await importOf(none, 'book.epub')).problems)).toEqual([
      ['damaged', 'META-INF/container.xml'],
    ]);
    const empty = await bookOf('', '', {});
    expect(reasons((await importOf(empty, 'book.epub')).problems)).toEqual([
      ['wrong-shape', 'OEBPS/book.opf'],
    ]);
  });

  test('more than fits: what fits is taken, and the chapter at which it ended is named', async () => {
    const big = chapter(Array.from({ length: 1_200_000 }, (_, n) => `word ${n} of it`).join(' '));
    const names = ['a', 'b', 'c', 'd', 'e'];
    const book = await bookOf(
      names.map((name) => `<item id="${name}" href="${name}.xhtml"/>`).join(''),
      names.map((name) => `<itemref idref="${name}"/>`).join(''),
      Object.fromEntries(names.map((name) => [`OEBPS/${name}.xhtml`, big])),
    );
    const { clips, problems } = await importOf(book, 'book.epub');
    expect(clips).toHaveLength(1);
    expect(problems.map(({ reason }) => reason)).toEqual(['too-large']);
  });

  test('cut off', async () => {
    const book = await bookOf('<item id="a" href="a.xhtml"/>', '<itemref idref="a"/>', {
      'OEBPS/a.xhtml': chapter('x'),
    });
    await expect(importOf(book.slice(0, book.size - 40), 'book.epub')).rejects.toMatchObject({
      code: 'import/unreadable',
    });
  });
});
