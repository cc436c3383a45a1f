import { expect, test } from 'vitest';
import { fold } from '../../../src/search/text/fold.ts';
import { sharedWords } from '../../../src/search/ranking/shared-words.ts';

test('a stem is said as the word that stands in the text', () => {
  expect(sharedWords(['balanc', 'grpc'], 'gRPC load balancing in Go')).toEqual(['balancing', 'gRPC']);
});

test('Han pairs that overlap are one word', () => {
  expect(sharedWords(['负载', '载均', '均衡'], 'Kubernetes 里的负载均衡')).toEqual(['负载均衡']);
});

test('words that every title has are not said', () => {
  expect(sharedWords(['什么', '为什', '连接', 'why', 'pool'], 'Why 连接 pool 为什么 慢')).toEqual([
    '连接',
    'pool',
  ]);
});

test('index terms are folded; what is said is spelled as in the text, and what says nothing is not said', () => {
  const terms = (words: string) =>
    Array.from({ length: words.length - 1 }, (_, at) => fold(words.slice(at, at + 2)));
  expect(sharedWords(terms('为什么'), '负载均衡：为什么请求总是慢')).toEqual([]);
  expect(sharedWords(terms('負載均衡'), '談談負載均衡')).toEqual(['負載均衡']);
  expect(sharedWords(terms('怎么办'), '怎么办理')).toEqual(['怎么办']);
});

test('what the text does not show is not said, and four words are enough', () => {
  expect(sharedWords(['zebra', '斑马'], 'gRPC 负载均衡')).toEqual([]);
  expect(sharedWords(['aa', 'bb', 'cc', 'dd', 'ee'], 'aa bb cc dd ee')).toHaveLength(4);
});
