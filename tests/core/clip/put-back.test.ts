import { expect, test } from 'vitest';
import { isComplete } from '../../../src/core/clip/completeness.ts';
import type { LeftOut } from '../../../src/core/clip/left-out.ts';
import { integrityOfEdited, isPutBack } from '../../../src/core/clip/put-back.ts';
import { makeArticle } from '../../factories/article.ts';

const lost: LeftOut = {
  reason: 'unaccounted',
  rule: 'step',
  text: 'Renew the lease in time.',
  words: 60,
  isMissing: true,
  after: 0,
  html: '<p>Renew the lease in time.</p><pre><code>renew()</code></pre>',
};
const none = { codeBlocks: 0, images: 0, tables: 0, formulas: 0 };
const integrity = {
  ...makeArticle({}).integrity,
  found: { ...none, codeBlocks: 1 },
  kept: none,
  coverage: 0.9,
  leftOut: [lost],
};
const edit = {
  kind: 'put-back',
  block: { kind: 'prose', text: 'one', nth: 0 },
  side: 'after',
  html: '<p data-block="0">Renew the lease in time.</p><pre data-block="1"><code>renew()</code></pre>',
  blocks: [
    { kind: 'prose', text: 'Renew the lease in time.' },
    { kind: 'code', text: 'renew()', language: null },
  ],
} as const;

test('a clip is complete again when what was missing is put back', () => {
  expect(isComplete(integrity)).toBe(false);
  expect(isComplete(integrityOfEdited(integrity, [edit]))).toBe(true);
  expect(integrityOfEdited(integrity, [])).toBe(integrity);
});

test('a passage is known to be put back by its text, however it is written', () => {
  expect(isPutBack({ ...lost, html: null }, [edit])).toBe(true);
  expect(isPutBack({ ...lost, text: 'Another passage' }, [edit])).toBe(false);
});
