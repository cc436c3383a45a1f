import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { importBookmarks } from '../../../src/formats/import/html/bookmarks.ts';
import { parseMarkdownFile } from '../../../src/formats/markdown/read/front-matter.ts';
import { importOf } from '../../factories/fixture.ts';
import { makeZip, utf8 } from '../../factories/zip.ts';

const mega = 2 ** 20;

// What these show is that the work grows with the size of the input, not with its square: that would take hours.
vi.setConfig({ testTimeout: 60_000 });

describe('bookmarks', () => {
  test('100,000 links in one line', () => {
    const link = '<DT><A HREF="https://x.example/1" ADD_DATE="1700000000" TAGS="a,b">T</A>';
    const text = `<!DOCTYPE NETSCAPE-Bookmark-file-1><DL>${link.repeat(100_000)}</DL>`;
    let count = 0;
    for (const entry of importBookmarks(text)) count += entry.kind === 'clip' ? 1 : 0;
    expect(count).toBe(100_000);
  });

  test.each([
    ['a quote that never ends', '<DT><A HREF="https://x.example/ ADD_DATE=1>Broken</A>\n'],
    ['a tag that never ends', '<DT><A HREF=https://x.example/ \n'],
  ])('%s costs one link, not the rest', (_name, broken) => {
    const entries = [
      ...importBookmarks(`<DL>\n${broken}<DT><A HREF="https://next.example/">Next</A>\n</DL>`),
    ];
    expect(entries.filter((entry) => entry.kind === 'clip').map(({ clip }) => clip.url)).toContain(
      'https://next.example/',
    );
  });

  test.each([
    ['tags without end', '<a href=x '.repeat(mega / 8)],
    ['names without value', `<a ${'a'.repeat(mega - 9)}>`],
    ['spaces', `<a ${'x '.repeat(mega / 3)}>`],
    ['open links', '<a>'.repeat(mega / 2)],
    ['open comments', '<!--'.repeat(mega)],
    ['open folders', '<DL>'.repeat(mega / 4)],
    ['nothing but signs', '<'.repeat(mega * 4)],
  ])('%s end in time', (_name, text) => {
    expect(() => [...importBookmarks(text)].length).not.toThrow();
  });

  test('folders 10,000 deep: the tag is of the inner ones that fit', () => {
    const text = `${Array.from({ length: 10_000 }, (_, n) => `<DT><H3>f${n}</H3><DL>`).join('')}<DT><A HREF="https://x.example/">x</A>`;
    const [entry] = [...importBookmarks(text)];
    expect(entry?.kind === 'clip' && entry.clip.tags[0]).toMatch(/^f\d+(\/f\d+)*\/f9999$/);
  });

  test('never throws, whatever the text', () => {
    const piece = fc.constantFrom(
      '<DL>',
      '</DL>',
      '<DT>',
      '<A HREF="',
      '">',
      '</A>',
      '<H3>',
      '<DD>',
      '&#x;',
      '\n',
      'x',
    );
    fc.assert(fc.property(fc.array(piece), (pieces) => [...importBookmarks(pieces.join(''))].length >= 0));
  });
});

describe('tables', () => {
  const header = 'title,url,time_added,tags,status\n';

  test('a stray quote costs its line, not the rest, and not that where its columns stand', async () => {
    const { clips, problems, remarks } = await importOf(
      `${header}"Open,https://a.example/,1,,unread\nNext,https://b.example/,1,,unread\n"Lost, too\nLast,https://c.example/,1,,unread\n`,
      'pocket.csv',
    );
    expect(clips.map((clip) => clip.title)).toEqual(['Open', 'Next', 'Last']);
    expect(remarks.filter(({ reason }) => reason === 'unbalanced-quotes')).toEqual([
      {
        kind: 'problem',
        reason: 'unbalanced-quotes',
        line: 2,
        entry: null,
        excerpt: '"Open,https://a.example/,1,,unread',
        taken: true,
      },
    ]);
    expect(problems).toMatchObject([{ reason: 'unbalanced-quotes', line: 4 }]);
  });

  test('text after the end of a quoted field', async () => {
    const { clips, remarks } = await importOf(
      `${header}"A" B,https://a.example/,1,,unread\n"C",https://c.example/,1,,unread`,
      'p.csv',
    );
    expect(clips.map((clip) => clip.title)).toEqual(['A" B', 'C']);
    expect(remarks).toMatchObject([
      { reason: 'unbalanced-quotes', line: 2 },
      { reason: 'bad-date' },
      { reason: 'bad-date' },
    ]);
  });

  test('a comma too many or too few', async () => {
    const { clips, problems, remarks } = await importOf(
      `${header}a,b,https://a.example/,1,,unread\nshort\nC,https://c.example/,1,,x`,
      'p.csv',
    );
    // The address shows by how much the row is moved.
    expect(clips.map((clip) => clip.title)).toEqual(['a,b', 'C']);
    expect(remarks.filter(({ reason }) => reason === 'wrong-columns')).toMatchObject([{ line: 2 }]);
    expect(problems.map(({ reason, line }) => [reason, line])).toEqual([['wrong-columns', 3]]);
  });

  test.each([
    ['a line of 100 MB', `${'x'.repeat(100 * mega)},https://a.example/,1,,unread\n`],
    ['a line of 30 million commas', `${','.repeat(30 * mega)}\n`],
    ['a quoted field of 50 MB', `"${'x'.repeat(50 * mega)}",https://a.example/,1,,unread\n`],
    ['an address of 20 MB', `t,https://a.example/${'x'.repeat(20 * mega)},1,,unread\n`],
    ['a million lines of open quotes', '"a\n'.repeat(mega)],
    ['100,000 lines ended by carriage returns', 'a,b,c,d,e\r'.repeat(mega / 8)],
  ])(
    '%s ends in time, and the line after it is read',
    async (_name, line) => {
      const { clips } = await importOf(`${header}${line}Last,https://c.example/,1,,unread\n`, 'p.csv');
      expect(clips.at(-1)?.title).toBe('Last');
    },
    30_000,
  );
});

describe('JSON', () => {
  test('__proto__ and constructor are names like others', async () => {
    const json =
      '[{"url":"https://a.example/","is_archived":0,"__proto__":{"read":true,"polluted":1},"constructor":{"prototype":{"polluted":1}},"tags":["__proto__","constructor"]}]';
    const { clips } = await importOf(json, 'w.json');
    expect(clips).toMatchObject([{ read: false, tags: ['__proto__', 'constructor'] }]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('cut off, or nested without end', async () => {
    for (const json of [
      '[{"url":"https://a.example/",',
      `[{"url":"https://a.example/","a":${'['.repeat(100_000)}`,
    ])
      await expect(importOf(json, 'w.json')).rejects.toMatchObject({ code: 'import/unreadable' });
  });
});

describe('front matter', () => {
  test('a bomb of aliases is not unfolded', () => {
    const levels = Array.from(
      { length: 30 },
      (_, n) =>
        `l${n + 1}: &l${n + 1} [${Array(9)
          .fill(n === 0 ? 'x' : `*l${n}`)
          .join(',')}]`,
    );
    const file = parseMarkdownFile(`---\ntitle: T\nurl: https://a.example/\n${levels.join('\n')}\n---\ntext`);
    expect(file.broken).not.toBeNull();
    expect([...file.front]).toEqual([
      ['title', 'T'],
      ['url', 'https://a.example/'],
    ]);
  });

  test('a merge key, a tag with code, nesting without end', () => {
    for (const yaml of [
      'a: &a {x: 1}\nb: {<<: *a}',
      'a: !!js/function "function(){}"',
      `a: ${'['.repeat(30_000)}`,
    ])
      expect(parseMarkdownFile(`---\n${yaml}\n---\ntext`).body).toBe('text');
  });

  test('what people write and YAML does not take is read line by line, and reported', async () => {
    const { clips, problems, remarks } = await importOf(
      '---\ntitle: Go: the good parts\nurl: https://go.example/\ntags: [a, b\n---\ntext',
      'a.md',
    );
    expect(clips).toMatchObject([{ title: 'Go: the good parts', url: 'https://go.example/' }]);
    expect(problems).toEqual([]);
    expect(remarks).toMatchObject([{ reason: 'front-matter', line: 2, taken: true }]);
  });

  test('__proto__ is a key like others', () => {
    const { front } = parseMarkdownFile('---\n__proto__: x\ntitle: T\n---\n');
    expect([...front]).toEqual([
      ['__proto__', 'x'],
      ['title', 'T'],
    ]);
  });

  test('never throws, whatever the text', () => {
    const piece = fc.constantFrom(
      '---\n',
      'a: ',
      '- ',
      '"',
      "'",
      '{',
      '[',
      '&a ',
      '*a',
      '|\n',
      '\n',
      '  ',
      'x',
      '%YAML 1.1\n',
      '? ',
      '\t',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => parseMarkdownFile(`---\n${pieces.join('')}`).body.length >= 0),
    );
  });
});

describe('archives', () => {
  test('names that lead out, and names that are there twice', async () => {
    const note = '---\nurl: https://a.example/\n---\nx';
    const archive = await makeZip({ '../up.md': note, 'a/b.md': note, 'a\\b.md': note, 'c.md': note });
    const { clips, problems } = await importOf(archive, 'v.zip');
    expect(clips).toHaveLength(2);
    expect(problems.map(({ reason }) => reason)).toEqual(['unsafe-name', 'duplicate-name']);
  });

  test('a bomb among notes costs itself only', async () => {
    const note = '---\nurl: https://a.example/\n---\nx';
    const archive = zipSync({ 'bomb.md': new Uint8Array(64 * mega), 'note.md': utf8(note) });
    const { clips, problems } = await importOf(new Uint8Array(archive), 'v.zip');
    expect(clips).toHaveLength(1);
    expect(problems).toMatchObject([{ reason: 'too-large', entry: 'bomb.md' }]);
  });
});

describe('encodings', () => {
  const table = 'title,url,time_added,tags,status\n连接,https://a.example/,1,,unread\n';

  test('UTF-16 with its mark, UTF-8 with its mark', async () => {
    const utf16 = new Uint16Array([0xfeff, ...Array.from(table, (sign) => sign.charCodeAt(0))]);
    for (const content of [utf16, `\uFEFF${table}`]) {
      const { clips, problems } = await importOf(content, 'p.csv');
      expect(clips.map((clip) => clip.title)).toEqual(['连接']);
      expect(problems).toEqual([]);
    }
  });

  test('GB 18030, as Excel saves Chinese', async () => {
    // 0xC1AC 0xBDD3 is 连接.
    const bytes = Uint8Array.from(table.replace('连接', '\u00C1\u00AC\u00BD\u00D3'), (sign) =>
      sign.charCodeAt(0),
    );
    const { clips, problems } = await importOf(bytes, 'p.csv');
    expect(clips.map((clip) => clip.title)).toEqual(['连接']);
    expect(problems).toEqual([]);
  });

  test('a damaged byte among UTF-8 is reported with its line', async () => {
    const bytes = new TextEncoder().encode(`${table}坏的中文标题中文标题中文,https://b.example/,1,,unread\n`);
    bytes[table.length + 4 + 3] = 0xff;
    const { clips, problems } = await importOf(bytes, 'p.csv');
    expect(clips).toHaveLength(2);
    expect(problems).toMatchObject([{ reason: 'encoding', line: 3 }]);
  });
});
