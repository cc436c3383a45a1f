import { expect, test } from 'vitest';
import { metaRefresh } from '../../../src/extract/fetched/meta-refresh.ts';

function stub(content: string): Document {
  const made = document.implementation.createHTMLDocument('');
  const meta = made.createElement('meta');
  meta.httpEquiv = 'Refresh';
  meta.content = content;
  made.head.append(meta);
  return made;
}

test.each([
  ['0; url=https://a.example/new/', 'https://a.example/new/'],
  ["0;URL='../new/'", 'https://a.example/new/'],
  ['0, https://a.example/new/', 'https://a.example/new/'],
])('%s leads to %s', (content, target) => {
  expect(metaRefresh(stub(content), 'https://a.example/old/')).toBe(target);
});

test.each([
  '300; url=https://a.example/new/',
  '5',
  '0; url=javascript:alert(1)',
  '0; url=https://a.example/old/',
  '0; url=https://elsewhere.example/',
])('%s leads nowhere', (content) => {
  expect(metaRefresh(stub(content), 'https://a.example/old/')).toBeNull();
});
