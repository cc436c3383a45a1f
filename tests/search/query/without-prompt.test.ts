import { expect, it } from 'vitest';
import { parseQuery } from '../../../src/search/query/parse-query.ts';
import { withoutPrompt } from '../../../src/search/query/without-prompt.ts';

it.each([
  ['$ tar -xzvf a.tar', 'tar -xzvf a.tar'],
  ['% brew install jq', 'brew install jq'],
  ['>>> import os', 'import os'],
  ['➜ npm ci', 'npm ci'],
  ['PS C:\\Users\\me> Get-ChildItem -Recurse', 'Get-ChildItem -Recurse'],
  ['PS> Get-Process', 'Get-Process'],
  ['C:\\src> dir /s', 'dir /s'],
  ['me@host:~/src$ make', 'make'],
  ['[root@db1 ~]# systemctl status', 'systemctl status'],
  ['mysql> SHOW TABLES', 'SHOW TABLES'],
  ['irb(main):001> puts 1', 'puts 1'],
])('%s is pasted with its prompt', (pasted, command) => {
  expect(withoutPrompt(pasted)).toBe(command);
  const read = parseQuery(pasted, 0);
  expect(read.text).toBe(pasted);
  const parts = (query: typeof read) =>
    query.groups.map(({ not, items, option }) => [not, items, option?.text]);
  expect(parts(read)).toEqual(parts(parseQuery(command, 0)));
  for (const { option } of read.groups)
    if (option !== undefined) expect(pasted.slice(option.start, option.end)).toBe(option.text);
});

it.each([
  '$scope',
  '$PATH',
  '% 符号',
  'mysql',
  'git@host.example:me/repo.git',
  'a > b',
  '>>>',
  '$',
  'PS',
  'C:\\Windows',
])('%s is what is asked', (query) => {
  const kept = withoutPrompt(query);
  expect(kept === query || query.endsWith(kept)).toBe(true);
  if (!query.startsWith('% ')) expect(kept).toBe(query);
});
