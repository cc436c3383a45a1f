import { describe, expect, it } from 'vitest';
import {
  withTagsReplaced,
  goneTags,
  mergeTags,
  nestTags,
  renameTag,
  targetsByKey,
} from '../../../src/core/tag/replace-tags.ts';
import { maxTagLength, parseTag, parseTags } from '../../../src/core/tag/tag.ts';

const tags = parseTags(['Lang', 'Lang/Go', 'k8s', 'net']);
const to = (label: string) => parseTag(label);

describe('a renamed tag', () => {
  it('that there is not, with nothing below it, is none', () => {
    expect(renameTag(tags, 'gone', 'New')).toBeNull();
  });

  it('that has its name already replaces nothing, and is no mistake', () => {
    expect(renameTag(tags, 'k8s', 'k8s')).toEqual([]);
  });

  it('whose spelling alone changes is replaced by itself', () => {
    expect(renameTag(tags, 'k8s', 'K8S')).toEqual([{ from: 'k8s', to: { key: 'k8s', label: 'K8S' } }]);
  });

  it('takes along what is below it, also where it is no tag itself', () => {
    const below = parseTags(['Lang/Go']);
    expect(renameTag(below, 'lang', 'Code')).toEqual([{ from: 'lang/go', to: to('Code/Go') }]);
  });

  it('may be as long as a tag may be, and no longer', () => {
    const longest = 'x'.repeat(maxTagLength);
    expect(renameTag(tags, 'k8s', longest)).toHaveLength(1);
    expect(renameTag(tags, 'k8s', `${longest}x`)).toBeNull();
    const below = 'x'.repeat(maxTagLength - '/Go'.length);
    expect(renameTag(tags, 'lang', below)).toHaveLength(2);
    expect(renameTag(tags, 'lang', `${below}x`)).toBeNull();
  });
});

describe('merged tags', () => {
  it('are all but the one that they become', () => {
    const into = to('net') ?? expect.fail();
    expect(mergeTags(tags, ['k8s', 'net'], into)).toEqual([{ from: 'k8s', to: into }]);
  });

  it('leave the one that they become as it is where it is below one of them', () => {
    const into = to('Lang/Go') ?? expect.fail();
    const replaced = mergeTags(tags, ['lang'], into);
    expect(replaced.map(({ from }) => from)).toEqual(['lang']);
  });

  it('pass over what cannot be renamed', () => {
    expect(mergeTags(tags, ['gone'], to('net') ?? expect.fail())).toEqual([]);
  });
});

describe('nested tags', () => {
  it('go below another with their last level', () => {
    expect(nestTags(tags, ['k8s', 'lang/go'], 'Ops')).toEqual([
      { from: 'k8s', to: to('Ops/k8s') },
      { from: 'lang/go', to: to('Ops/Go') },
    ]);
  });

  it('go to the top where no other is named', () => {
    expect(nestTags(tags, ['lang/go'], '')).toEqual([{ from: 'lang/go', to: to('Go') }]);
  });

  it('that are no tags are taken by their key, with what is below them', () => {
    expect(nestTags(parseTags(['a/b/c']), ['a/b'], 'x')).toEqual([{ from: 'a/b/c', to: to('x/b/c') }]);
  });
});

describe('on a clip', () => {
  const targets = targetsByKey([
    { from: 'k8s', to: to('Kubernetes') },
    { from: 'old', to: null },
    { from: 'net', to: to('NET') },
  ]);

  it('each tag is replaced where it stands, once', () => {
    const clip = { id: 'c', tags: ['k8s', 'go', 'kubernetes', 'old'] };
    expect(withTagsReplaced(clip, targets)).toEqual({ id: 'c', tags: ['kubernetes', 'go'] });
  });

  it('without any of them the clip is the same object', () => {
    for (const own of [[], ['go'], ['net'], ['go', 'net']]) {
      const clip = { tags: own };
      expect(withTagsReplaced(clip, targets)).toBe(clip);
    }
  });

  it('the order counts', () => {
    const [a, b] = [to('a'), to('b')];
    const swap = targetsByKey([
      { from: 'a', to: b },
      { from: 'b', to: a },
    ]);
    expect(withTagsReplaced({ tags: ['a', 'b'] }, swap).tags).toEqual(['b', 'a']);
    expect(goneTags(swap)).toEqual([]);
  });

  it('gone are those that nothing is replaced by', () => {
    expect(goneTags(targets)).toEqual(['k8s', 'old']);
  });
});

describe('a tag as typed', () => {
  it.each([
    ['a,,b', 'a b'],
    ['a  \t b', 'a b'],
    ['x,y', 'x y'],
    [' / a / / b ', 'a/b'],
  ])('%j is %j', (text, label) => {
    expect(parseTag(text)?.label).toBe(label);
  });

  it('may be as long as it may be', () => {
    expect(parseTag('x'.repeat(maxTagLength))).not.toBeNull();
    expect(parseTag('x'.repeat(maxTagLength + 1))).toBeNull();
  });

  it('is compared by case folding, not by small letters alone', () => {
    expect(parseTag('STRASSE')?.key).toBe(parseTag('straße')?.key);
  });

  it('that means none is none of the tags of a line', () => {
    expect(parseTags(['#', ' , ', 'a'])).toEqual([{ key: 'a', label: 'a' }]);
  });
});
