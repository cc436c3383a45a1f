import { expect, test } from 'vitest';
import { textMarkdown } from '../../../../src/formats/markdown/write/text-markdown.ts';
import { makeArticle } from '../../../factories/article.ts';

test('the text of an article with its code exact, whatever is in it', () => {
  const code = 'const fence = `\n```\n`;\n\ttabs  \n';
  const markdown = textMarkdown(
    makeArticle({
      title: '连接池',
      blocks: [
        { kind: 'heading', level: 2, text: '实现' },
        { kind: 'prose', text: '正文。' },
        { kind: 'code', text: code, language: 'ts' },
        { kind: 'math', text: 'a^2' },
      ],
    }),
  );
  expect(markdown).toContain('title: "连接池"');
  expect(markdown).toContain('# 连接池\n\n## 实现\n\n正文。\n\n````ts\n' + code + '````\n\n$$\na^2\n$$\n');
});
