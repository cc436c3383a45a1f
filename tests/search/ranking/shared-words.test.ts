import { expect, test } from 'vitest';
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

test('what the text does not show is not said, and four words are enough', () => {
  expect(sharedWords(['zebra', '斑马'], 'gRPC 负载均衡')).toEqual([]);
  expect(sharedWords(['aa', 'bb', 'cc', 'dd', 'ee'], 'aa bb cc dd ee')).toHaveLength(4);
});
