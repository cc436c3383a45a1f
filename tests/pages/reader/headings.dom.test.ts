import { expect, test } from 'vitest';
import { dressHeadings } from '../../../src/pages/reader/article/headings.ts';

function headings(html: string, language: string | null): HTMLElement {
  const root = document.createElement('div');
  root.append(new DOMParser().parseFromString(html, 'text/html').body);
  dressHeadings(root, language);
  return root;
}

test('Chinese headings of an article break between words; their text, code and formulas stay as they were', () => {
  const html =
    '<h2>负载均衡的<em>常见实现方式</em>与 <code>负载均衡策略</code></h2>' +
    '<h3>数据库<span data-math="inline">\\text{负载均衡}</span>索引失效</h3><p>负载均衡的常见实现方式</p>';
  const root = headings(html, 'zh-CN');
  expect(root.textContent).toBe(new DOMParser().parseFromString(html, 'text/html').body.textContent);
  expect(root.querySelector('h2')?.innerHTML).toContain('负载<wbr>均衡');
  expect(root.querySelector('em')?.querySelector('wbr')).not.toBeNull();
  expect(root.querySelectorAll('code wbr, [data-math] wbr, p wbr')).toHaveLength(0);
  expect(root.querySelectorAll('.phrases')).toHaveLength(2);
});

test.each([
  ['ja', '<h2>負荷分散の基礎知識</h2>'],
  ['en', '<h2>Pools and 连接池</h2>'],
  ['zh-CN', '<h2>select</h2>'],
])('headings in %s, %s, stay as they are', (language, html) => {
  expect(headings(html, language).querySelectorAll('wbr, .phrases')).toHaveLength(0);
});
