import { expect, test } from 'vitest';
import { gitHostOf, knownHosts, parseGitAddress } from '../../../src/core/sync/git-hosts.ts';

test.each([
  ['https://github.com/me/clips', 'https://github.com/me/clips.git', 'x-access-token'],
  [' github.com/me/clips.git/ ', 'https://github.com/me/clips.git', 'x-access-token'],
  ['https://gitlab.com/group/sub/clips.git', 'https://gitlab.com/group/sub/clips.git', 'oauth2'],
  ['https://cnb.cool/me/clips', 'https://cnb.cool/me/clips.git', 'cnb'],
  ['https://小明@gitee.com/me/clips', 'https://gitee.com/me/clips.git', '小明'],
  ['https://git.example.org:8443/clips?x=1#y', 'https://git.example.org:8443/clips', 'clipshelf'],
  ['http://127.0.0.1:3000/clips.git', 'http://127.0.0.1:3000/clips.git', 'clipshelf'],
])('%s', (typed, url, user) => {
  expect(parseGitAddress(typed)).toMatchObject({ url, user });
});

test.each([
  ['', 'nothing'],
  ['clips', 'a word'],
  ['https://github.com/', 'a host alone'],
  ['http://git.example.org/clips.git', 'a token would go over the line as it is'],
  ['https://me:secret@github.com/me/clips', 'a password in the address'],
  ['ssh://git@github.com/me/clips.git', 'another protocol'],
  ['git@github.com:me/clips.git', 'the short form of that'],
  ['javascript:alert(1)', 'a script'],
])('%s is refused: %s', (typed) => {
  expect(parseGitAddress(typed)).toBeNull();
});

test('each known host has a page of its own for tokens', () => {
  for (const { name, tokenPage } of knownHosts) expect(gitHostOf(tokenPage)?.name).toBe(name);
  expect(gitHostOf('https://github.com.example/me/clips')).toBeNull();
});
