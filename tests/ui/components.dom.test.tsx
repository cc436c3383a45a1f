import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createAnnouncer, LiveRegion } from '../../src/ui/announcer.tsx';
import { Button, IconButton } from '../../src/ui/button.tsx';
import { ClipRow } from '../../src/ui/clip-row.tsx';
import { MarkedText, type TextRange } from '../../src/ui/marked-text.tsx';
import { Notice } from '../../src/ui/notice.tsx';
import { SearchField } from '../../src/ui/search-field.tsx';
import { Toast } from '../../src/ui/toast.tsx';
import { createToasts } from '../../src/ui/toasts.ts';
import { makeClip } from '../factories/clip.ts';
import { checkAccessibility, find, show } from './show.tsx';
import { chinese } from './translations.ts';

describe('marked text', () => {
  it.each<[string, TextRange[], string]>([
    ['one range', [[2, 5]], 'ab[cde]fg'],
    [
      'touching and overlapping ranges',
      [
        [0, 2],
        [1, 3],
        [3, 4],
      ],
      '[ab][c][d]efg',
    ],
    [
      'ranges out of order',
      [
        [5, 7],
        [0, 1],
      ],
      '[a]bcde[fg]',
    ],
    [
      'ranges outside of the text',
      [
        [-3, 1],
        [6, 99],
        [40, 50],
      ],
      '[a]bcdef[g]',
    ],
    [
      'an empty or reversed range',
      [
        [3, 3],
        [5, 2],
      ],
      'abcdefg',
    ],
    ['no range', [], 'abcdefg'],
  ])('marks %s and keeps every letter', (_name, ranges, expected) => {
    const root = show(<MarkedText text="abcdefg" ranges={ranges} />);
    expect(root.textContent).toBe('abcdefg');
    expect(root.innerHTML.replaceAll('<mark>', '[').replaceAll('</mark>', ']')).toBe(expected);
  });

  it('shows markup in a text as text', () => {
    const root = show(<MarkedText text="<img src=x onerror=alert(1)>" ranges={[[1, 4]]} />);
    expect(root.querySelector('img')).toBeNull();
  });
});

describe('toast', () => {
  it('goes after eight seconds, but not while it is looked at', async () => {
    vi.useFakeTimers();
    const toasts = createToasts();
    show(<Toast toasts={toasts} />);
    toasts.show({ text: 'Moved to the trash' });
    await vi.advanceTimersByTimeAsync(7900);
    expect(document.querySelector('.toast')).not.toBeNull();
    find('.toast', HTMLElement).dispatchEvent(new MouseEvent('mouseenter'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(document.querySelector('.toast')).not.toBeNull();
    find('.toast', HTMLElement).dispatchEvent(new MouseEvent('mouseleave'));
    await vi.advanceTimersByTimeAsync(8100);
    expect(document.querySelector('.toast')).toBeNull();
    vi.useRealTimers();
  });

  it('undoes once, within a region that is read out', async () => {
    const toasts = createToasts();
    let undone = 0;
    show(<Toast toasts={toasts} />);
    expect(find('[role=status]', HTMLElement).textContent).toBe('');
    toasts.show({ text: 'Moved to the trash', undo: () => (undone += 1) });
    await expect.poll(() => find('[role=status]', HTMLElement).textContent).toContain('Moved to the trash');
    await checkAccessibility();
    await userEvent.click(find('.toast .button', HTMLButtonElement));
    expect(undone).toBe(1);
    await expect.poll(() => document.querySelector('.toast')).toBeNull();
  });
});

describe('live region', () => {
  it('says the same thing twice', async () => {
    const announcer = createAnnouncer();
    const root = show(<LiveRegion announcer={announcer} />);
    announcer.say('3 results');
    await expect.poll(() => root.textContent).toBe('3 results');
    announcer.say('3 results');
    await expect.poll(() => root.textContent).not.toBe('3 results');
  });
});

describe('button', () => {
  it('does nothing while it works, and keeps its focus', async () => {
    let clicks = 0;
    show(
      <Button busy onClick={() => (clicks += 1)}>
        Clip
      </Button>,
    );
    const button = find('button', HTMLButtonElement);
    button.focus();
    await userEvent.keyboard('{Enter}');
    expect(clicks).toBe(0);
    expect(document.activeElement).toBe(button);
  });
});

describe('the handful together', () => {
  const nothing = () => undefined;
  it('has nothing that axe objects to', async () => {
    show(
      <>
        <h1>Clipshelf</h1>
        <Button kind="primary" icon="add" onClick={nothing}>
          Clip
        </Button>
        <Button busy onClick={nothing}>
          Update
        </Button>
        <Button kind="quiet" onClick={nothing}>
          Trash
        </Button>
        <SearchField
          value="k8s"
          onInput={nothing}
          onKeyDown={nothing}
          inputRef={{ current: null }}
          complete={() => ({ start: 0, end: 0, named: false, items: [] })}
          help={{ shown: false, toggle: nothing }}
        />
        <Notice tone="error" text="The disk is full." more="Your tags are kept." />
        <Notice tone="warning" text="Parts may be missing." action={{ label: 'Try again', run: nothing }} />
        <Notice tone="info" text="This page is in the trash." />
        <ul class="clip-list">
          {['a', 'b.example', 'segmentfault.com', 'juejin.cn', 'dev.to', 'x.org', 'go.dev', 'zh.wiki'].map(
            (site) => (
              <ClipRow
                key={site}
                clip={makeClip({ id: site, site, title: `Tokio 与 Go 调度器 on ${site}` })}
                tags={['go', '并发']}
                href="#"
                now={Date.now()}
                titleRanges={[[0, 5]]}
                excerpt={{ kind: 'code', text: 'go func() {}', ranges: [[0, 2]] }}
                onOpen={nothing}
              >
                <IconButton icon="trash" label={`Move ${site} to the trash`} onClick={nothing} />
              </ClipRow>
            ),
          )}
        </ul>
      </>,
      chinese,
    );
    await checkAccessibility();
  });
});
