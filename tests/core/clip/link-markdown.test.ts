import { expect, test } from 'vitest';
import { linkMarkdown } from '../../../src/core/clip/link-markdown.ts';

test.each([
  ['Title', 'https://a.example/', '[Title](https://a.example/)'],
  [
    'a [b] \\ `c`\n d',
    'https://a.example/x_(y)?q=a b',
    '[a \\[b\\] \\\\ \\`c\\` d](https://a.example/x_%28y%29?q=a%20b)',
  ],
  ['', 'https://a.example/', '[https://a.example/](https://a.example/)'],
])('%s', (title, url, markdown) => {
  expect(linkMarkdown(title, url)).toBe(markdown);
});
