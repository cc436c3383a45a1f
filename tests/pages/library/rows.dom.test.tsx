import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { keepReadingPlace } from '../../../src/database/clips/reading-writes.ts';
import { saveClip } from '../../../src/database/clips/clip-writes.ts';
import { articleFromLink } from '../../../src/core/clip/article-from-link.ts';
import { makeArticle } from '../../factories/article.ts';
import { eventually } from '../../factories/eventually.ts';
import { checkAccessibility } from '../../ui/show.tsx';
import { listed, showLibrary } from './show-library.tsx';
import { importFile } from '../../../src/formats/import/import-file.ts';
import { hasPassedFile, passedFile } from '../../../src/pages/options/transfer/passed-file.ts';
import { collect } from '../../factories/zip.ts';

const clips = [{ id: 'First' }, { id: 'Second' }, { id: 'Third' }] as const;
const row = (title: string) => {
  const found = [...document.querySelectorAll<HTMLElement>('.library-row')].find(
    (each) => each.querySelector('.row-title')?.textContent === title,
  );
  if (found === undefined) throw new Error(`no row ${title}`);
  return found;
};
const press = (name: string) => {
  const found = [...document.querySelectorAll<HTMLElement>('button, [role=menuitem]')].find(
    (each) => (each.ariaLabel ?? each.textContent) === name,
  );
  if (found === undefined) throw new Error(`no button ${name}`);
  found.click();
};
const settled = () => eventually(() => expect(listed()).toEqual(['First', 'Second', 'Third']));

describe('a row', () => {
  it('is starred, read and moved to the trash where it stands, each with an undo', async () => {
    const { database } = await showLibrary(clips);
    await settled();
    expect(row('Second').querySelector('.row-unread')).not.toBeNull();
    press('Star “Second”');
    await eventually(async () => expect((await database.clips.get('Second'))?.starred).toBe(true));
    press('Mark “Second” as read');
    await eventually(() => expect(row('Second').querySelector('.row-unread')).toBeNull());
    press('Move “Second” to the trash');
    await eventually(() => expect(listed()).toEqual(['First', 'Third']));
    await userEvent.keyboard('z');
    await settled();
  });

  it('has the rest in a menu: the original page, its address', async () => {
    const { opened, copied } = await showLibrary(clips);
    await settled();
    press('More for “First”');
    await eventually(() => press('Open the original page'));
    expect(opened).toEqual(['https://blog.example.com/First']);
    press('More for “First”');
    await eventually(() => press('Copy link'));
    await eventually(() => expect(copied).toEqual(['https://blog.example.com/First']));
  });

  it('says what kind of clip it is and how far it was read', async () => {
    const { database } = await showLibrary([{ id: 'First' }]);
    const link = { article: articleFromLink('https://a.example/', 'A link'), tags: [], note: undefined };
    await saveClip(database, { ...link, source: null }, { newId: 'link', now: 9e12 });
    const passage = makeArticle({ url: 'https://b.example/#:~:text=alpha', title: 'A passage' });
    await saveClip(
      database,
      { article: passage, tags: [], note: undefined, source: null },
      { newId: 'passage', now: 9e12 },
    );
    await keepReadingPlace(database, 'First', { block: 4, share: 0.41 }, 9e12);
    await eventually(() => expect(row('First').textContent).toContain('41% read'));
    await eventually(() => row('A passage'));
    expect(row('A link').textContent).toContain('Link');
    expect(row('A link').textContent).not.toContain('min');
    expect(row('A passage').textContent).toContain('Selection');
    await checkAccessibility();
  });

  it('shows two lines of text, or its title alone by choice', async () => {
    await showLibrary(clips);
    await settled();
    expect(row('First').querySelector('.row-excerpt')).not.toBeNull();
    press('How the list looks');
    await eventually(() => press('Titles only'));
    await eventually(() => expect(row('First').querySelector('.row-excerpt')).toBeNull());
    expect(sessionStorage.getItem('list-look')).toContain('compact');
  });
});

describe('several', () => {
  it('are opened in tabs and their addresses copied', async () => {
    const { opened, copied } = await showLibrary(clips);
    await settled();
    await userEvent.keyboard('jxjx');
    await userEvent.keyboard('c');
    await eventually(() =>
      expect(copied).toEqual(['https://blog.example.com/First\nhttps://blog.example.com/Second']),
    );
    await userEvent.keyboard('{Shift>}o{/Shift}');
    expect(opened.map((address) => new URL(address, 'https://x.example/').searchParams.get('id'))).toEqual([
      'First',
      'Second',
    ]);
  });
});

describe('by keyboard alone', () => {
  it('the skip link leads to the first clip, and the filters are one stop', async () => {
    await page.viewport(1200, 800);
    await showLibrary(clips.map((clip) => ({ ...clip, own: ['go', 'k8s', 'db'] })));
    await settled();
    // As on a page that has just opened; the test before left its place.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    await userEvent.tab();
    expect(document.activeElement?.className).toBe('skip-link');
    await userEvent.keyboard('{Enter}');
    await eventually(() => expect(document.activeElement?.textContent).toContain('First'));
    const stops = [...document.querySelectorAll<HTMLElement>('.rail button')].filter(
      ({ tabIndex }) => tabIndex === 0,
    );
    expect(stops).toHaveLength(1);
    stops[0]?.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement?.closest('.rail')).not.toBeNull();
    expect(document.activeElement).not.toBe(stops[0]);
  });

  it('j and k go along snippets and tags too', async () => {
    await showLibrary(
      clips.map((clip) => ({ ...clip, own: ['go', 'k8s'] })),
      { search: '?view=tags' },
    );
    await eventually(() => expect(document.querySelectorAll('.tag-name')).toHaveLength(2));
    await userEvent.keyboard('j');
    expect(document.activeElement?.textContent).toBe('go');
    await userEvent.keyboard('j');
    expect(document.activeElement?.textContent).toBe('k8s');
    await userEvent.keyboard('k');
    expect(document.activeElement?.textContent).toBe('go');
  });
});

it('several are copied as a list of Markdown links, as articles, and with formatting', async () => {
  const { copied } = await showLibrary(clips);
  await settled();
  await userEvent.keyboard('jxjx');
  await userEvent.keyboard('{Shift>}c{/Shift}');
  await eventually(() =>
    expect(copied.at(-1)).toBe(
      '- [First](https://blog.example.com/First)\n- [Second](https://blog.example.com/Second)\n',
    ),
  );
  await userEvent.keyboard('y');
  await eventually(() => expect(copied.at(-1)).toMatch(/^# First\n[^]*\n---\n\n# Second/));
  await userEvent.keyboard('{Shift>}y{/Shift}');
  await eventually(() => expect(copied.at(-1)).toMatch(/^<h1><a href="https:[^]*<hr><h1>/));
});

it('files dropped on the page are shown in the settings before they are imported', async () => {
  const { visited } = await showLibrary(clips);
  await settled();
  const data = new DataTransfer();
  data.items.add(new File(['title,url\nA,https://a.example/\n'], 'links.csv', { type: 'text/csv' }));
  data.items.add(new File(['https://b.example/'], 'list.txt', { type: 'text/plain' }));
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  await eventually(() => expect(visited).toHaveLength(1));
  const address = new URL(visited[0] ?? '', 'https://x.example/pages/library/');
  expect([address.pathname, address.hash]).toEqual(['/pages/options/index.html', '#transfer']);
  expect(hasPassedFile(address.search)).toBe(true);
  const [passed] = await passedFile(address.search);
  const { entries } = await importFile(passed?.file ?? new Blob(), passed?.path ?? '');
  const urls = (await collect(entries)).map((entry) =>
    entry.kind === 'clip' ? entry.clip.url : entry.reason,
  );
  expect(urls).toEqual(['https://a.example/', 'https://b.example/']);
});
