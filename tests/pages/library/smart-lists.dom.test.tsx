import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { putSmartList } from '../../../src/database/lists/list-writes.ts';
import { saveClip } from '../../../src/database/clips/clip-writes.ts';
import { makeArticle } from '../../factories/article.ts';
import { eventually } from '../../factories/eventually.ts';
import { checkAccessibility, find } from '../../ui/show.tsx';
import { listed, showLibrary } from './show-library.tsx';

// Wide enough for the rail.
beforeEach(() => page.viewport(1200, 900));

const blocks = (text: string) => [{ kind: 'prose' as const, text }];
const clips = [
  { id: 'sockets', own: ['Net'], blocks: blocks('Sockets and epoll') },
  { id: 'tables', blocks: blocks('Tables, no sockets at all') },
  { id: 'trees', blocks: blocks('Trees') },
];
const rule = { addTags: ['Net'], star: true, markRead: false, runsOnNewClips: false };

const rail = () =>
  [...document.querySelectorAll('.smart-lists li')].map((item) => [
    item.querySelector('.facet-label')?.textContent,
    item.querySelector('.facet-count')?.textContent,
  ]);
const button = (name: string) =>
  [...document.querySelectorAll<HTMLButtonElement>('.smart-list-dialog button')].find(
    ({ textContent }) => textContent === name,
  ) ?? expect.fail(`no button ${name}`);
const field = (index: number) =>
  document.querySelectorAll<HTMLInputElement>('.smart-list-form > label input')[index] ?? expect.fail();
const preview = () =>
  [...document.querySelectorAll('.rule-preview li')].map((item) => [
    item.querySelector('.rule-preview-title')?.textContent,
    item.querySelectorAll('.rule-preview-change > *').length,
  ]);
const marks = async (database: Awaited<ReturnType<typeof showLibrary>>['database']) =>
  Object.fromEntries(
    (await database.clips.toArray()).map(({ id, tags, starred }) => [id, [...tags, starred]]),
  );

describe('a smart list', () => {
  it('is made of the query of the moment, stands in the rail with its count, and is gone to by a press', async () => {
    const { database } = await showLibrary(clips, { search: '?q=sockets' });
    await eventually(() => expect(listed()).toHaveLength(2));
    await userEvent.keyboard('{Shift>}L{/Shift}');
    await eventually(() => expect(field(1).value).toBe('sockets'));
    await checkAccessibility();
    await userEvent.fill(field(0), 'Sockets 网络');
    await userEvent.click(button('Save'));
    await eventually(() => expect(rail()).toEqual([['Sockets 网络', '2']]));
    await userEvent.click(find('.smart-lists .facet-value', HTMLButtonElement));
    await eventually(() => expect(listed()).toHaveLength(3));
    await userEvent.click(find('.smart-lists .facet-value', HTMLButtonElement));
    await eventually(() => expect(listed()).toHaveLength(2));
    await saveClip(
      database,
      {
        article: makeArticle({ url: 'https://b.example/', blocks: blocks('Unix sockets') }),
        tags: [],
        note: undefined,
        source: null,
      },
      { newId: 'more', now: 9e12 },
    );
    await eventually(() => expect(rail()).toEqual([['Sockets 网络', '3']]));
    await checkAccessibility();
  });

  it('is found by its name in the palette, and deleted with a way back', async () => {
    const { database } = await showLibrary(clips);
    await putSmartList(database, { id: 'l', name: 'Nets', query: 'tag:net', rule: null }, 1);
    await eventually(() => expect(rail()).toEqual([['Nets', '1']]));
    await userEvent.keyboard('{Control>}k{/Control}');
    await userEvent.keyboard('nets');
    await eventually(() =>
      expect(find('.palette-choice', HTMLElement).textContent).toBe('Smart lists: Nets'),
    );
    await userEvent.keyboard('{Enter}');
    await eventually(() => expect(listed()).toEqual(['sockets']));
    await userEvent.click(find('.smart-lists [aria-label="Edit “Nets”"]', HTMLButtonElement));
    await userEvent.click(await eventually(() => button('Delete the list')));
    await eventually(() => expect(rail()).toEqual([]));
    await userEvent.click(await eventually(() => find('.toast .button', HTMLButtonElement)));
    await eventually(() => expect(rail()).toEqual([['Nets', '1']]));
  });

  it('has examples to begin with', async () => {
    await showLibrary(clips);
    await eventually(() => expect(listed()).toHaveLength(3));
    await userEvent.click(await eventually(() => find('.smart-lists-heading button', HTMLButtonElement)));
    await eventually(() => find('.smart-list-dialog', HTMLElement));
    await userEvent.click(button('Without tags'));
    await eventually(() => expect([field(0).value, field(1).value]).toEqual(['Without tags', 'tag:none']));
    await userEvent.click(button('Save'));
    await eventually(() => expect(rail()).toEqual([['Without tags', '2']]));
  });
});

describe('a rule', () => {
  it('shows the clips that it changes before it runs, changes just those, and is taken back in one', async () => {
    const { database } = await showLibrary(clips);
    await putSmartList(database, { id: 'l', name: 'Nets', query: 'sockets', rule: null }, 1);
    await eventually(() => expect(rail()).toEqual([['Nets', '2']]));
    await userEvent.click(find('.smart-lists [aria-label="Edit “Nets”"]', HTMLButtonElement));
    await userEvent.fill(
      await eventually(() => find('.rule-fields .tag-input-field', HTMLInputElement)),
      'net',
    );
    await userEvent.keyboard('{Enter}');
    await eventually(() => expect(preview()).toEqual([['tables', 1]]));
    await userEvent.click(find('.rule-choice input', HTMLInputElement));
    await eventually(() =>
      expect(preview()).toEqual([
        ['sockets', 1],
        ['tables', 2],
      ]),
    );
    await checkAccessibility();
    const before = await marks(database);
    await userEvent.click(await eventually(() => button('Save, and change 2 clips')));
    await eventually(async () =>
      expect(await marks(database)).toEqual({
        sockets: ['net', true],
        tables: ['net', true],
        trees: [false],
      }),
    );
    expect(await database.smartLists.toArray()).toMatchObject([
      { rule: { star: true, runsOnNewClips: false } },
    ]);
    await userEvent.click(await eventually(() => find('.toast .button', HTMLButtonElement)));
    await eventually(async () => expect(await marks(database)).toEqual(before));
  });

  it('says where it would change nothing, and offers no run', async () => {
    const { database } = await showLibrary(clips);
    await putSmartList(
      database,
      { id: 'l', name: 'Nets', query: 'tag:net', rule: { ...rule, star: false } },
      1,
    );
    await eventually(() => expect(rail()).toEqual([['Nets', '1']]));
    await userEvent.click(find('.smart-lists [aria-label="Edit “Nets”"]', HTMLButtonElement));
    await eventually(() =>
      expect(find('.smart-list-form', HTMLElement).textContent).toContain('would change nothing'),
    );
    expect(find('.smart-list-form', HTMLElement).textContent).not.toContain('Save, and change');
  });
});
