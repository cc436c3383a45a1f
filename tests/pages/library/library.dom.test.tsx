import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { checkAccessibility, find } from '../../ui/show.tsx';
import { chinese } from '../../ui/translations.ts';
import { type MadeClip, listed, showLibrary } from './show-library.tsx';
import { addHighlights } from '../../../src/database/highlights/highlight-writes.ts';
import { eventually } from '../../factories/eventually.ts';

const clips: readonly MadeClip[] = [
  { id: 'gRPC 负载均衡', own: ['lang/Go', 'k8s'], language: 'zh-CN' },
  { id: 'Redis 主从复制', own: ['db/redis'], language: 'zh-CN', url: 'https://notes.example.org/redis' },
  { id: 'A tour of io_uring', own: ['Kubernetes', 'lang/Go'], language: 'en' },
];
const titles = clips.map((clip) => clip.id);
const keys = (text: string) => userEvent.keyboard(text);
const button = (name: string) => {
  const found = [...document.querySelectorAll('button')].find(
    (each) => (each.ariaLabel ?? each.textContent) === name && each.checkVisibility(),
  );
  if (found === undefined) throw new Error(`no button ${name}`);
  return found;
};
const settled = () => eventually(() => expect(listed()).toEqual(titles));

afterEach(() => {
  for (const dialog of document.querySelectorAll('dialog')) dialog.close();
});

describe('the list', () => {
  it('shows the newest first and counts what there is', async () => {
    await showLibrary(clips);
    await settled();
    await eventually(() => expect(document.body.innerText).toContain('3 clips'));
    expect(find('.windowed-row', HTMLElement).ariaSetSize).toBe('3');
  });

  it('is restored from its address, and Back takes the last step back', async () => {
    await showLibrary(clips, { search: '?q=tag%3Alang&sort=title' });
    await eventually(() => expect(listed()).toEqual(['A tour of io_uring', 'gRPC 负载均衡']));
    await eventually(() => button('Search without tag:lang'));
    button('Search without tag:lang').click();
    await eventually(() => expect(location.search).not.toContain('tag'));
    history.back();
    await eventually(() => expect(find('.search-field input', HTMLInputElement).value).toBe('tag:lang'));
  });

  it('finds words, marks them, and leads to the place', async () => {
    await showLibrary(clips, { search: '?q=pprof' });
    await eventually(() => expect(document.querySelector('mark')?.textContent).toBe('pprof'));
    expect(find('.row-link', HTMLAnchorElement).href).toContain('block=2');
  });

  it('says what may be dropped where nothing is found', async () => {
    await showLibrary(clips, { search: '?q=tag%3Alang+site%3Anowhere.dev' });
    await eventually(() => button('Search without site:nowhere.dev'));
    button('Search without site:nowhere.dev').click();
    await eventually(() => expect(listed()).toHaveLength(2));
  });
});

describe('an empty library', () => {
  it('says how to begin, and leads to the ways to bring many', async () => {
    const { lists, visited } = await showLibrary([]);
    const offer = (place: number) =>
      find(`.nothing-yet .empty-parts > :nth-child(${place})`, HTMLButtonElement);
    await expect.poll(() => document.querySelector('.nothing-yet')).not.toBeNull();
    expect(document.querySelector('.list-bar')).toBeNull();
    await checkAccessibility();
    offer(1).click();
    expect(lists).toEqual(['']);
    offer(2).click();
    expect(visited).toEqual(['../options/index.html#transfer']);
  });
});

describe('the reminder of a backup', () => {
  const many = Array.from({ length: 50 }, (_, index) => ({ id: `clip-${index}` }));

  it('leads to the backup, or is waved away', async () => {
    const { visited, written } = await showLibrary(many);
    const line = () => document.querySelector('.backup-line')?.textContent ?? null;
    await expect.poll(line).toContain('50 clips, and no backup yet.');
    await checkAccessibility();
    find('.backup-line .button', HTMLButtonElement).click();
    expect(visited).toEqual(['../options/index.html#transfer']);
    find('.backup-line .icon-button', HTMLButtonElement).click();
    await expect.poll(line).toBeNull();
    expect(written).toMatchObject([{ name: 'backup', value: { backedUpAt: null } }]);
  });

  it('waits until enough is new', async () => {
    await showLibrary(many, { settings: { every: 200 } });
    await expect.poll(() => document.querySelectorAll('.row-title').length).toBeGreaterThan(0);
    expect(document.querySelector('.backup-line')).toBeNull();
  });
});

describe('by keyboard alone', () => {
  it('moves, ticks, stars and takes it back', async () => {
    const { database } = await showLibrary(clips);
    await settled();
    await keys('jj');
    expect(document.activeElement?.textContent).toContain('Redis');
    await keys('xjx');
    await eventually(() => expect(document.body.innerText).toContain('2 clips selected'));
    await keys('s');
    const starred = async () => (await database.clips.toArray()).filter((clip) => clip.starred).length;
    await eventually(async () => expect(await starred()).toBe(2));
    await eventually(() => button('Undo'));
    await keys('z');
    await eventually(async () => expect(await starred()).toBe(0));
  });

  it('ticks a range and everything', async () => {
    await showLibrary(clips);
    await settled();
    await keys('jx');
    await keys('{Shift>}J{/Shift}');
    await eventually(() => expect(document.body.innerText).toContain('2 clips selected'));
    await keys('{Control>}a{/Control}');
    await eventually(() => expect(document.body.innerText).toContain('3 clips selected'));
    await keys('{Escape}');
    await eventually(() => expect(document.querySelector('.selection-bar')).toBeNull());
  });

  it('opens the clip it stands on, with the list it came from', async () => {
    const { visited } = await showLibrary(clips, { search: '?q=tag%3Alang' });
    await eventually(() => expect(listed()).toHaveLength(2));
    await keys('jo');
    expect(new URLSearchParams(visited[0]?.split('?').slice(1).join('?')).get('list')).toBe('?q=tag%3Alang');
  });

  it('puts a tag on what is ticked', async () => {
    const { database } = await showLibrary(clips);
    await settled();
    await keys('{Control>}a{/Control}t');
    await eventually(() => expect(document.activeElement?.getAttribute('role')).toBe('combobox'));
    await keys('待读{Enter}{Enter}');
    await eventually(async () =>
      expect((await database.clips.toArray()).every((clip) => clip.tags.includes('待读'))).toBe(true),
    );
  });

  it('runs a command by its name', async () => {
    await showLibrary(clips);
    await settled();
    await keys('{Control>}k{/Control}');
    await eventually(() => expect(document.activeElement?.getAttribute('role')).toBe('combobox'));
    await keys('snip{Enter}');
    await eventually(() => expect(location.search).toBe('?view=snippets'));
  });

  it('a letter in the search box is a letter', async () => {
    await showLibrary(clips);
    await settled();
    await keys('/');
    await keys('xs');
    expect(find('.search-field input', HTMLInputElement).value).toBe('xs');
    expect(document.querySelector('.selection-bar')).toBeNull();
  });
});

describe('snippets', () => {
  it('show the heading, narrow by words in code and copy exactly', async () => {
    const { copied } = await showLibrary(clips, { search: '?view=snippets&q=pprof' });
    await eventually(() => expect(document.querySelectorAll('.snippet')).toHaveLength(3));
    expect(find('.snippet-heading', HTMLElement).textContent).toBe('连接池');
    expect(find('.snippet-place', HTMLAnchorElement).href).toContain('block=2');
    button('Copy code').click();
    await eventually(() => expect(copied).toEqual(['go tool pprof --nodefraction=0.05\n\tcpu.out']));
  });
});

describe('highlights', () => {
  const words = (id: string, quote: string, note = '') =>
    ({
      id,
      quote,
      prefix: '',
      suffix: '',
      range: null,
      color: 'green',
      note,
      tags: [],
      origin: 'reader',
    }) as const;

  it('are listed clip by clip, narrowed by words and colors, and lead to their place', async () => {
    const { database } = await showLibrary(clips, { search: '?view=highlights' });
    await addHighlights(
      database,
      'gRPC 负载均衡',
      [words('a', '长期保持的', 'why **not**'), words('b', 'pprof')],
      Date.now(),
    );
    await addHighlights(database, 'A tour of io_uring', [words('c', '连接池')], Date.now());
    const shown = () => [...document.querySelectorAll('.marked-words a')].map((link) => link.textContent);
    await eventually(() => expect(shown()).toEqual(['长期保持的', 'pprof', '连接池']));
    expect(find('.marked-words a', HTMLAnchorElement).href).toContain('block=1');
    await eventually(() => expect(document.body.innerText).toContain('2 highlights'));
    await eventually(() => expect(document.querySelector('.note-text strong')?.textContent).toBe('not'));
    find('.search-field input', HTMLInputElement).focus();
    await keys('why');
    await eventually(() => expect(shown()).toEqual(['长期保持的']));
    await keys('{Control>}a{/Control}color:pink');
    await eventually(() => expect(document.body.innerText).toContain('No highlights here yet'));
  });

  it('can be narrowed to those that the text does not have', async () => {
    const { database } = await showLibrary(clips, { search: '?view=highlights' });
    const marked = [words('a', '长期保持的'), words('b', 'never written here at all')];
    await addHighlights(database, 'gRPC 负载均衡', marked, Date.now());
    const shown = () => [...document.querySelectorAll('.marked-words a')].map((link) => link.textContent);
    await eventually(() => expect(shown()).toHaveLength(2));
    const facet = () => find('.facet-value:has([title="Highlight not in the text"])', HTMLElement);
    await eventually(() => facet().click());
    await eventually(() => expect(shown()).toEqual(['never written here at all']));
    facet().click();
    await eventually(() => expect(shown()).toHaveLength(2));
  });
});

describe('the tag manager', () => {
  it('offers to make one of two that mean the same', async () => {
    const { database } = await showLibrary(clips, { search: '?view=tags' });
    await eventually(() => button('Keep “Kubernetes”'));
    button('Keep “Kubernetes”').click();
    await eventually(async () =>
      expect((await database.clips.get('gRPC 负载均衡'))?.tags).toContain('kubernetes'),
    );
    await eventually(() => expect(document.body.innerText).not.toContain('k8s'));
  });

  it('renames with what is below, and undoes it', async () => {
    const { database } = await showLibrary(clips, { search: '?view=tags' });
    await eventually(() => button('Rename “lang/Go”'));
    button('Rename “lang/Go”').click();
    await eventually(() => expect(document.activeElement?.tagName).toBe('INPUT'));
    await keys('Go{Enter}');
    const tags = async () => (await database.clips.get('gRPC 负载均衡'))?.tags;
    await eventually(async () => expect(await tags()).toEqual(['go', 'k8s']));
    await eventually(() => button('Undo'));
    button('Undo').click();
    await eventually(async () => expect(await tags()).toEqual(['lang/go', 'k8s']));
  });
});

describe.each([
  ['list', '', null],
  ['results', '?q=pprof', null],
  ['no result', '?q=tag%3Anothing', null],
  ['snippets', '?view=snippets', null],
  ['highlights', '?view=highlights', null],
  ['tags', '?view=tags', null],
  ['help', '', '?'],
  ['palette', '', '{Control>}k{/Control}'],
  ['selection', '', '{Control>}a{/Control}'],
  ['tag dialog', '', 'jt'],
] as const)('axe on %s', (_name, search, press) => {
  it.each(['en', 'zh'])('in %s, in both themes', async (language) => {
    await showLibrary(clips, { search, ...(language === 'zh' ? { translation: chinese } : {}) });
    await eventually(() => expect(document.querySelector('.facet, .tag-row')).not.toBeNull());
    if (press !== null) await keys(press);
    await checkAccessibility();
  });
});

it('addresses pasted on the page are a list to clip; in a field they are text', async () => {
  const { lists } = await showLibrary([{ id: 'one' }]);
  await expect.poll(listed).toEqual(['one']);
  const paste = (target: EventTarget, text: string) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  };
  paste(document.body, 'no address');
  const field = document.querySelector('.search-field input');
  if (field !== null) paste(field, 'https://example.com/typed');
  expect(lists).toEqual([]);
  paste(document.body, 'https://example.com/a\nhttps://example.com/b');
  expect(lists).toEqual(['https://example.com/a\nhttps://example.com/b']);
});

describe('deleting for good', () => {
  const inTrash = async () => {
    const shown = await showLibrary(clips, { search: '?q=is%3Atrash' });
    const ids = titles.slice(0, 2);
    await shown.database.clips.where('id').anyOf(ids).modify({ trashedAt: 5 });
    await shown.database.changes.bulkPut(ids.map((clipId) => ({ clipId, at: 9e12, kind: 'put' })));
    await eventually(() => expect(listed()).toHaveLength(2));
    return shown;
  };
  const dialogText = () => document.querySelector('.delete-dialog')?.textContent ?? '';

  it('names the number, asks once, and deletes nothing before the answer', async () => {
    const { database } = await inTrash();
    await eventually(() => button('Empty trash'));
    button('Empty trash').click();
    await eventually(() => expect(dialogText()).toContain('2 clips will be deleted for good'));
    await checkAccessibility();
    expect(document.activeElement?.textContent).toBe('Keep in trash');
    await keys('{Enter}');
    await eventually(() => expect(dialogText()).toBe(''));
    expect(await database.clips.count()).toBe(3);
    button('Empty trash').click();
    await eventually(() => button('Delete 2 clips for good'));
    button('Delete 2 clips for good').click();
    await eventually(async () => expect(await database.clips.count()).toBe(1));
  });

  it('of ticked clips is asked too, and the key that deletes does not take a clip out of the trash', async () => {
    const { database } = await inTrash();
    await keys('jx#');
    await eventually(() => expect(dialogText()).toContain('1 clip will be deleted for good'));
    expect((await database.clips.toArray()).filter((clip) => clip.trashedAt !== null)).toHaveLength(2);
    await keys('{Escape}');
    await eventually(() => button('Delete for good'));
    button('Delete for good').click();
    await eventually(() => button('Delete 1 clip for good'));
    await keys('{Escape}');
    await keys('u');
    await eventually(async () =>
      expect((await database.clips.toArray()).filter((clip) => clip.trashedAt !== null)).toHaveLength(1),
    );
  });
});
