import { expect, test } from 'vitest';
import { enforceAllowlist } from '../../src/extract/outcome/enforce-allowlist.ts';
import { dangers } from './dangers.ts';
import { vectors } from './vectors.ts';

// The writers make their trees node by node: no forms, whose fields take the names of their members.
const trees = vectors.filter((vector) => !/<form/i.test(vector));
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html').body;

test('what is saved has nothing that runs, fetches or takes a name, whatever the writers of the article let through', () => {
  const before = trees.flatMap((vector) => dangers(parse(vector)));
  expect(before.length).toBeGreaterThan(trees.length / 2);
  const through = trees.flatMap((vector) => {
    const article = parse(vector);
    enforceAllowlist(article);
    return dangers(article).map((danger) => `${danger} in ${vector}`);
  });
  expect(through).toEqual([]);
});
