import { expect, test } from 'vitest';
import { metaRefresh } from '../../../src/pages/parser/meta-refresh.ts';

function stub(content: string): Document {
  const stub = document.implementation.createHTMLDocument('');
  const base = stub.createElement('base');
  base.href = 'https://a.example/';
  const meta = stub.createElement('meta');
  meta.httpEquiv = 'Refresh';
  meta.content = content;
  stub.head.append(base, meta);
  Object.defineProperty(stub, 'URL', { value: 'https://a.example/old/' });
  return stub;
}

test.each([
  ['0; url=https://a.example/new/', 'https://a.example/new/'],
  ["0;URL='../new/'", 'https://a.example/new/'],
  ['0, https://a.example/new/', 'https://a.example/new/'],
])('%s leads to %s', (content, target) => {
  expect(metaRefresh(stub(content))).toBe(target);
});

test.each([
  '300; url=https://a.example/new/',
  '5',
  '0; url=javascript:alert(1)',
  '0; url=https://a.example/old/',
])('%s leads nowhere', (content) => {
  expect(metaRefresh(stub(content))).toBeNull();
});
