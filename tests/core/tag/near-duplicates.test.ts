import { describe, expect, it } from 'vitest';
import { nearDuplicates } from '../../../src/core/tag/near-duplicates.ts';
import { parseTags } from '../../../src/core/tag/tag.ts';

const groups = (labels: readonly string[], counts: Readonly<Record<string, number>> = {}) =>
  nearDuplicates(parseTags(labels), (key) => counts[key] ?? 0).map(({ tags, reason }) => [
    reason,
    ...tags.map((tag) => tag.label),
  ]);

describe('tags that seem to be one', () => {
  it.each([
    [['k8s', 'Kubernetes'], 'short-form'],
    [['i18n', 'internationalization'], 'short-form'],
    [['Go', 'golang'], 'other-name'],
    [['frontend', '前端'], 'other-name'],
    [['machine-learning', 'Machine Learning'], 'same-letters'],
    [['database', 'databases'], 'plural'],
    [['library', 'libraries'], 'plural'],
    [['lang/Go', 'lang/golang'], 'other-name'],
  ] as const)('%j', (labels, reason) => {
    expect(groups(labels).map(([found, ...tags]) => [found, tags.toSorted()])).toEqual([
      [reason, [...labels].toSorted()],
    ]);
  });

  it.each([
    [['C', 'C++', 'C#']],
    [['redis', 'redi']],
    [['lang/go', 'go']],
    [['class', 'clas']],
    [['l4s', 'links', 'lists']],
  ])('but not %j', (labels) => {
    expect(groups(labels)).toEqual([]);
  });

  it('the most used comes first', () => {
    expect(groups(['golang', 'Go'], { go: 9 })).toEqual([['other-name', 'Go', 'golang']]);
  });
});
