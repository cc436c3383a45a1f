import { expect, test } from 'vitest';
import { blocksOf, fenced } from '../block-of.ts';

const block = (kind: string, content: string): string =>
  `<div class="notion-selectable notion-${kind}-block"><div>${content}</div></div>`;
const item = (sign: string, text: string): string =>
  `<div class="box-left"><span>${sign}</span></div><div><div>${text}</div></div>`;

test('blocks that say in a class which items they are follow each other as one list', () => {
  expect(
    blocksOf(block('numbered_list', item('1.', 'Open it')) + block('numbered_list', item('2.', 'Fill it'))),
  ).toBe('1. Open it\n2. Fill it');
  expect(
    blocksOf(block('bulleted_list', item('•', 'A float')) + block('bulleted_list', item('•', 'A seal'))),
  ).toBe('- A float\n- A seal');
});

test('tasks say whether they are done', () => {
  const task = (isDone: boolean, text: string): string =>
    block('to_do', `<div role="checkbox" aria-checked="${String(isDone)}"></div><div>${text}</div>`);
  expect(blocksOf(task(true, 'Measure') + task(false, 'Write'))).toBe('- [x] Measure\n- [ ] Write');
});

test('boxes of editors and wikis', () => {
  expect(blocksOf(block('callout', '<div role="note"><div>It needs water.</div></div>'))).toBe(
    '> [!note]\n> It needs water.',
  );
  expect(blocksOf('<div class="plugin_wrap wrap_round wrap_important"><p>Stop it first.</p></div>')).toBe(
    '> [!important]\n> Stop it first.',
  );
});

test('a language with the way in which its lines are numbered', () => {
  expect(blocksOf('<pre><code class="go=10 hljs">n := 1</code></pre>')).toBe(fenced('n := 1', 'go'));
});

test('a heading is not doubled by the user’s own translator', () => {
  expect(
    blocksOf(
      '<h2>Floats<font class="notranslate x-translate-target-wrapper"><br><font>浮子</font></font></h2>',
    ),
  ).toBe('## Floats');
});

test('a portrait without words, and an icon in a heading, are no pictures of the article', () => {
  expect(
    blocksOf(
      '<div class="user-avatar"><img src="/a.png" alt=""></div><h2><img src="/i.svg" alt="">Floats</h2>',
    ),
  ).toBe('## Floats');
});
