import { describe, expect, it } from 'vitest';
import { clipText, joinClips } from '../../../src/core/sync/join-clips.ts';
import { plainClip } from '../../../src/core/sync/plain-clip.ts';
import { isProblem, readSharedText } from '../../../src/formats/repository/read-clip.ts';
import { clipOfNote, withHandArticle } from '../../../src/formats/repository/hand-article.ts';
import { withHandEdits } from '../../../src/formats/repository/hand-edits.ts';
import { parseSharedText } from '../../../src/formats/repository/shared-text.ts';
import { wholeOfShared } from '../../../src/formats/repository/share-clip.ts';
import { clipPaths } from '../../../src/formats/repository/write-clip.ts';
import { savedAt, shareAndWrite, wholeFromHtml } from '../../factories/repository-clip.ts';

const later = savedAt + 86_400_000;
const html = '<p>A pool holds connections.</p>';

async function edited(change: (markdown: string) => string) {
  const { shared, markdown } = await shareAndWrite(wholeFromHtml(html));
  const changed = change(markdown);
  expect(changed).not.toBe(markdown);
  return { before: shared, after: withHandEdits(shared, changed, later) };
}

describe('front matter that was changed by hand', () => {
  it('is nothing where the file is as we wrote it, also with the line ends of Windows', async () => {
    const { shared, markdown } = await shareAndWrite(wholeFromHtml(html));
    expect(withHandEdits(shared, markdown, later)).toEqual(shared);
    expect(clipText(withHandEdits(shared, markdown.replaceAll('\n', '\r\n'), later))).toBe(clipText(shared));
  });

  it.each([
    [
      'title',
      (text: string) => text.replace(/^title: .*$/m, 'title: Pools, again'),
      { title: 'Pools, again', edited: ['title'] },
    ],
    [
      'note',
      (text: string) => text.replace(/^note: .*$/m, 'note: |\n  two\n  lines'),
      { note: 'two\nlines\n' },
    ],
    ['no note', (text: string) => text.replace(/^note: .*\n/m, ''), { note: '' }],
    ['star', (text: string) => text.replace(/^starred: .*\n/m, ''), { starred: false }],
    ['read', (text: string) => text.replace(/^read: .*\n/m, ''), { readAt: null }],
    [
      'read on a day',
      (text: string) => text.replace(/^read: .*$/m, 'read: 2026-12-01'),
      { readAt: Date.UTC(2026, 11, 1) },
    ],
    ['tags', (text: string) => text.replace('  - "网络/tcp"', '  - Pools'), { tags: ['go', 'pools'] }],
    ['author', (text: string) => text.replace(/^author: .*\n/m, ''), { author: null, edited: ['author'] }],
  ])('comes back as an edit: %s', async (_name, change, expected) => {
    const { before, after } = await edited(change);
    const plain = plainClip(after).clip;
    expect({ ...plain, tags: plain.tags.toSorted() }).toMatchObject(expected);
    expect(clipText(joinClips(before, before, after))).toBe(clipText(after));
  });

  it('is left alone where it is broken, or names another clip', async () => {
    const broken = await edited((text) => text.replace(/^title: .*$/m, 'title: [oh: {'));
    expect(broken.after).toBe(broken.before);
    const other = await edited((text) =>
      text.replace(/^clip: .*$/m, 'clip: other').replace('starred: true', 'starred: false'),
    );
    expect(other.after).toBe(other.before);
  });
});

describe('an article that was written by hand', () => {
  it('becomes the text, and what was there a version', async () => {
    const { shared, markdown, files } = await shareAndWrite(wholeFromHtml(html));
    const [textFile] = clipPaths(shared).texts.values();
    const text = parseSharedText(JSON.parse(new TextDecoder().decode(files.get(textFile ?? ''))));
    if (text === null) throw new Error('no text');
    const changed = markdown.replace('A pool holds connections.', 'A pool holds **many**.');
    const made = await withHandArticle(shared, text, changed, later);
    const texts = new Map([[shared.text.value.hash, text]]);
    for (const [hash, bytes] of made.texts) {
      const read = await readSharedText('x', bytes, hash);
      if (isProblem(read)) throw new Error(read.reason);
      texts.set(hash, read);
    }
    const whole = wholeOfShared(made.shared, texts);
    expect(whole.body?.html).toBe('<p data-block="0">A pool holds <strong>many</strong>.</p>');
    expect(whole.versions.map(({ body }) => body.html)).toEqual([
      '<p data-block="0">A pool holds connections.</p>',
    ]);
    expect(whole.clip).toMatchObject({ title: 'Pools & "limits": 连接池', siteName: 'Pools', url: text.url });
  });
});

describe('a note that somebody put there', () => {
  it('is a clip where it names its page, the same on every device', async () => {
    const note = '---\nurl: https://notes.example/a\ntags: [go]\n---\n# A title\n\nSome text.\n';
    const [one, two] = await Promise.all([
      clipOfNote('clips/a.md', note, later),
      clipOfNote('clips/a.md', note, later),
    ]);
    if (isProblem(one) || isProblem(two)) throw new Error('a problem');
    expect(clipText(one.shared)).toBe(clipText(two.shared));
    expect(plainClip(one.shared).clip).toMatchObject({
      title: 'A title',
      tags: ['go'],
      urlKey: 'https://notes.example/a',
    });
  });

  it('is a line of the report where it does not', async () => {
    expect(await clipOfNote('clips/b.md', 'Just text.\n', later)).toMatchObject({
      entry: 'clips/b.md',
      reason: 'no-url',
    });
  });
});
