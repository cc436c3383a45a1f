import type { Clip } from '../../src/core/clip/clip.ts';

/** A row of the library, with what the test wants to be different. */
export function makeClip(changes: Partial<Clip> = {}): Clip {
  const id = changes.id ?? 'clip-1';
  return {
    id,
    url: `https://blog.example.com/${id}`,
    urlKey: `https://blog.example.com/${id}`,
    title: 'gRPC 负载均衡',
    site: 'blog.example.com',
    siteName: 'Example',
    author: 'Lin',
    publishedAt: '2024-03-01',
    language: 'zh-CN',
    excerpt: '在 Kubernetes 中，gRPC 的负载均衡需要客户端参与。',
    tags: [],
    note: '',
    savedAt: Date.UTC(2026, 4, 18),
    updatedAt: Date.UTC(2026, 4, 18),
    words: 1200,
    readingMinutes: 6,
    codeBlocks: 3,
    images: 0,
    formulas: 0,
    codeLanguages: ['go'],
    coverage: 1,
    readAt: null,
    starred: false,
    trashedAt: null,
    ...changes,
  };
}
